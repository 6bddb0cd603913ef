//! Text as the column `rule_json` of a history.
#![no_main]

use libfuzzer_sys::fuzz_target;
use server::history::rule;

fuzz_target!(|text: &str| {
    match rule::read(text) {
        Err(problem) => assert!(!problem.is_empty()),
        Ok(rule) => {
            fuzz::written_as_read(&rule.clause);
            rule.named();
        }
    }
});
