//! The files that pages need besides themselves: style sheets, the script that tells of news, an icon.
//!
//! The address of a file holds the hash of its bytes, so that it can be kept for ever.

use std::sync::LazyLock;

use domain::digest::Digest;

/// A file that pages link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its address, with the hash of its bytes in it.
    pub path: String,
    /// Its content type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

impl Asset {
    fn new(name: &str, content_type: &'static str, bytes: &'static [u8]) -> Self {
        let hash: String = Digest::of(bytes).to_string().chars().take(16).collect();
        Self {
            path: format!("/assets/{hash}/{name}"),
            content_type,
            bytes,
        }
    }
}

static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "assent.css",
        "text/css; charset=utf-8",
        include_bytes!(concat!(env!("OUT_DIR"), "/assent.css")),
    )
});

static DESK_STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "desk.css",
        "text/css; charset=utf-8",
        include_bytes!(concat!(env!("OUT_DIR"), "/desk.css")),
    )
});

static LIVE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "live.js",
        "text/javascript; charset=utf-8",
        include_bytes!("../assets/live.js"),
    )
});

static ICON: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "icon.svg",
        "image/svg+xml",
        include_bytes!("../assets/icon.svg"),
    )
});

/// The style sheet of every page.
pub fn style() -> &'static Asset {
    &STYLE
}

/// What pages of the desk need besides.
pub fn desk_style() -> &'static Asset {
    &DESK_STYLE
}

/// The script that says that there is news of an instrument.
pub fn live() -> &'static Asset {
    &LIVE
}

/// The mark of the product, for the tab of a browser.
pub fn icon() -> &'static Asset {
    &ICON
}

/// Every file that pages link to.
pub fn all() -> impl Iterator<Item = &'static Asset> {
    [style(), desk_style(), live(), icon()].into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_small_and_their_addresses_hold_their_hash() {
        for sheet in [style(), desk_style()] {
            assert!(sheet.bytes.len() <= 30_000, "{}", sheet.bytes.len());
        }
        assert!(live().bytes.len() <= 1_200, "{}", live().bytes.len());
        for asset in all() {
            let parts: Vec<_> = asset.path.split('/').collect();
            assert_eq!((parts.len(), parts[1], parts[2].len()), (4, "assets", 16));
        }
    }

    #[test]
    fn the_style_sheets_are_whole_and_fit_every_direction_of_writing() {
        for sheet in [style(), desk_style()] {
            let css = std::str::from_utf8(sheet.bytes).unwrap();
            assert!(!css.contains("/*"), "comments are left out");
            assert_eq!(css.matches('{').count(), css.matches('}').count());
            for word in css.split(|c: char| !c.is_ascii_alphabetic()) {
                assert!(!["left", "right"].contains(&word), "{word}");
            }
            assert!(!css.contains("url("), "nothing else is loaded");
        }
    }
}
