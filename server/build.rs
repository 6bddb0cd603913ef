//! The migrations are embedded when the crate is built: build it again when one is added.

fn main() {
    println!("cargo:rerun-if-changed=../migrations");
}
