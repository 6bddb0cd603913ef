//! The rules on withdrawal (VCLT art. 54, 56).

use app::desk::{Control, Misdefined};
use app::explanation::{From as CountedFrom, effect as effect_in_words};
use app::say;
use app::words::Words;
use domain::instrument::{ExitNotice, ExitRule};

use super::super::reader::Reader;
use super::effect;
use crate::proposal::Fields;

const EXIT: &str = "exit";
const NOT_BEFORE: &str = "exit-not-before";

/// The questions.
pub fn controls(words: Words, typed: &Fields) -> Vec<Control> {
    let label = say!(words, "act-exit");
    let none = say!(words, "act-exit-no");
    let mut controls = effect::controls(words, typed, EXIT, label, Some(none));
    let label = say!(words, "act-exit-not-before");
    let none = say!(words, "act-exit-not-before-none");
    controls.extend(effect::controls(
        words,
        typed,
        NOT_BEFORE,
        label,
        Some(none),
    ));
    controls
}

/// The rule.
pub fn read(reader: &mut Reader<'_>) -> Option<ExitRule> {
    let effect = effect::read_optional(reader, EXIT).ok()?;
    let Some(effect) = effect else {
        if effect::is_chosen(reader, NOT_BEFORE) {
            reader.wrong(NOT_BEFORE, Misdefined::OfAnotherChoice);
        }
        return Some(ExitRule::NotProvided);
    };
    let not_before = effect::read_optional(reader, NOT_BEFORE).ok()?;
    Some(ExitRule::Notice(ExitNotice { effect, not_before }))
}

/// How it would have been chosen.
pub fn typed(rule: &ExitRule, fields: &mut Fields) {
    let notice = match rule {
        ExitRule::NotProvided => None,
        ExitRule::Notice(notice) => Some(notice),
    };
    effect::typed(fields, EXIT, notice.map(|notice| &notice.effect));
    let not_before = notice.and_then(|notice| notice.not_before.as_ref());
    effect::typed(fields, NOT_BEFORE, not_before);
}

/// That notice can be given at any time, until something else is chosen.
pub fn offered(fields: &mut Fields) {
    effect::typed(fields, NOT_BEFORE, None);
}

/// The rule in words.
pub fn lines(words: Words, rule: &ExitRule) -> Vec<String> {
    let ExitRule::Notice(notice) = rule else {
        return vec![say!(words, "act-exit-no")];
    };
    let effect = effect_in_words(words, &notice.effect, CountedFrom::Notice);
    let mut lines = vec![say!(words, "act-exit-line", effect = effect)];
    if let Some(not_before) = &notice.not_before {
        let day = effect_in_words(words, not_before, CountedFrom::EntryIntoForce);
        lines.push(say!(words, "act-exit-not-before-line", day = day));
    }
    lines
}
