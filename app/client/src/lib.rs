//! The wasm entry of the browser's side. `loader.js` calls `hydrate` once, and after that the export
//! of each island on the page.
//!
//! Native builds of the workspace compile this crate to nothing: see `Cargo.toml`.
#![cfg(target_arch = "wasm32")]

// Without a mention the linker drops the crate, and with it the exports of every island.
use islands as _;
use leptos::wasm_bindgen::prelude::wasm_bindgen;

/// Starts the reactive system that the islands share.
#[wasm_bindgen(wasm_bindgen = leptos::wasm_bindgen)]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
