//! Embeds what the browser loads (`make wasm`), if it has been built. The migrations are embedded
//! as well: the crate is built again when one is added.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What the browser loads. The loader imports `./client.js`, and that one `./client_bg.wasm`.
const ISLANDS: [&str; 3] = ["loader.js", "client.js", "client_bg.wasm"];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=../migrations");
    println!("cargo:rerun-if-env-changed=ASSENT_ISLANDS");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let folder = env::var_os("ASSENT_ISLANDS").map(PathBuf::from);
    if let Some(folder) = &folder {
        // What does not exist always counts as changed, and the crate would be built again each time.
        fs::create_dir_all(folder)?;
        println!("cargo:rerun-if-changed={}", folder.display());
    }
    let built = folder.filter(|folder| ISLANDS.iter().all(|name| folder.join(name).is_file()));
    for name in ISLANDS {
        embed(built.as_deref(), name, &out)?;
    }
    Ok(())
}

/// Copies a file to where the crate includes it from. An empty one says that there is none.
fn embed(folder: Option<&Path>, name: &str, out: &Path) -> io::Result<()> {
    match folder {
        Some(folder) => fs::copy(folder.join(name), out.join(name)).map(|_| ()),
        None => fs::write(out.join(name), []),
    }
}
