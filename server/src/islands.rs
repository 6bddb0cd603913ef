//! The islands: what the browser loads to bring a page's interactive parts to life.
//!
//! Embedded when the server is built, if `make wasm` had been run. Without them the desk works all
//! the same: islands only add comfort.

use std::sync::LazyLock;

use domain::digest::Digest;

/// A file that the browser loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// Its path, which changes with its content.
    pub path: String,
    /// Its media type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

/// The islands of this build.
#[derive(Debug)]
pub struct Islands {
    files: [Served; 3],
}

const LOADER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/loader.js"));
const CLIENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/client.js"));
const WASM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/client_bg.wasm"));

static EMBEDDED: LazyLock<Option<Islands>> = LazyLock::new(|| Islands::of([LOADER, CLIENT, WASM]));

impl Islands {
    /// Those embedded in this build, if there are any.
    pub fn embedded() -> Option<&'static Self> {
        EMBEDDED.as_ref()
    }

    /// All files to be served.
    pub fn files(&self) -> &[Served] {
        &self.files
    }

    /// The path of the module script that starts them.
    pub fn loader(&self) -> &str {
        let [loader, _, _] = &self.files;
        &loader.path
    }

    /// The loader, its client and the wasm. An empty one says that nothing was embedded.
    fn of([loader, client, wasm]: [&'static [u8]; 3]) -> Option<Self> {
        if [loader, client, wasm].iter().any(|bytes| bytes.is_empty()) {
            return None;
        }
        // They load each other by relative addresses: one folder, named after all of them.
        let hashes = [loader, client, wasm].map(|bytes| Digest::of(bytes).to_string());
        let folder: String = Digest::of(hashes.concat().as_bytes())
            .to_string()
            .chars()
            .take(16)
            .collect();
        let served = |name: &str, content_type, bytes| Served {
            path: format!("/assets/{folder}/{name}"),
            content_type,
            bytes,
        };
        let script = "text/javascript; charset=utf-8";
        Some(Self {
            files: [
                served("loader.js", script, loader),
                served("client.js", script, client),
                // Browsers compile while loading only if it is called by its right name.
                served("client_bg.wasm", "application/wasm", wasm),
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_stand_in_one_folder_that_changes_with_any_of_them() {
        let folder = |files| {
            let islands = Islands::of(files).unwrap();
            let folders: Vec<_> = islands
                .files()
                .iter()
                .map(|file| file.path.rsplit_once('/').unwrap().0.to_owned())
                .collect();
            assert_eq!(folders[0], folders[1]);
            assert_eq!(folders[0], folders[2]);
            folders[0].clone()
        };
        let one = folder([b"a", b"b", b"c"]);
        assert_ne!(one, folder([b"a", b"b", b"d"]));
        assert_ne!(one, folder([b"ab", b"b", b"c"]));
    }

    #[test]
    fn nothing_embedded_is_nothing_served() {
        assert!(Islands::of([b"", b"", b""]).is_none());
    }
}
