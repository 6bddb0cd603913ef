//! Bytes as a statement: written again as they are, and hashed as they are.
#![no_main]

use domain::digest::Digest;
use domain::statement::{Content, Statement};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some(statement) = fuzz::strict::<Statement>(bytes) {
        assert_eq!(statement.hash().unwrap(), Digest::of(bytes), "another hash");
        statement.named_blobs();
        assert_eq!(
            statement.act().is_none(),
            matches!(statement.content, Content::Unknown(_))
        );
    }
    fuzz::lenient::<Statement>(bytes);
});
