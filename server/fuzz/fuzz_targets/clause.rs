//! Text as a clause: refused with a place, or written as it was read; then evaluated.
//!
//! What follows the first line chooses the record of participants.
#![no_main]

use domain::clause::Clause;
use fuzz::Choices;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (json, rest) = match bytes.iter().position(|b| *b == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[][..]),
    };
    let Ok(value) = serde_json::from_slice(json) else {
        return;
    };
    match Clause::read(&value, &Default::default()) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(clause) => {
            fuzz::written_as_read(&clause);
            let mut choices = Choices::new(rest);
            let day = choices.day();
            let record = fuzz::record_for(&clause, &mut choices);
            fuzz::ask(&clause, &record, day);
        }
    }
});
