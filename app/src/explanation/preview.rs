//! What somebody should look at in a clause that was tried on a list of participants.

use domain::explanation::Preview;

use super::names::{Length, listed};
use crate::say;
use crate::words::Words;

/// What was found, a sentence each; nothing if nothing was.
pub fn findings(words: Words, preview: &Preview) -> Vec<String> {
    let mut findings = Vec::new();
    if !preview.not_participants.is_empty() {
        let names = listed(
            words,
            preview.not_participants.iter().copied(),
            Length::Short,
        );
        findings.push(say!(
            words,
            "explain-finding-not-participants",
            names = names
        ));
    }
    if !preview.without_weight.is_empty() {
        let names = listed(words, preview.without_weight.iter().copied(), Length::Short);
        findings.push(say!(words, "explain-finding-without-weight", names = names));
    }
    findings.extend(preview.never.iter().map(|position| {
        if preview.rule.alternatives.len() > 1 {
            say!(
                words,
                "explain-finding-way-never",
                number = position.saturating_add(1)
            )
        } else {
            say!(words, "explain-finding-never")
        }
    }));
    findings
}
