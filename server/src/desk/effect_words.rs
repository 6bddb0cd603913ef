//! What an act does to entry into force, in words.

use app::say;
use app::words::Words;
use domain::effect::{Effect, Lacking};
use domain::entity::EntityCode;

/// The effect in one sentence.
pub fn headline(words: Words, effect: &Effect) -> String {
    let before = effect
        .before
        .as_ref()
        .and_then(|before| before.met.as_ref());
    match (before, &effect.after.met) {
        (None, Some(met)) => say!(words, "desk-effect-brings", day = words.day(met.in_force)),
        (Some(_), None) => say!(words, "desk-effect-undoes"),
        (None, None) => say!(words, "desk-effect-not-met"),
        (Some(was), Some(met)) if was.in_force != met.in_force => say!(
            words,
            "desk-effect-moves",
            before = words.day(was.in_force),
            day = words.day(met.in_force)
        ),
        (Some(was), Some(_)) => say!(
            words,
            "desk-effect-already",
            met = words.day(was.on),
            day = words.day(was.in_force)
        ),
    }
}

/// More about it, one sentence each.
pub fn details(words: Words, effect: &Effect, participant: Option<EntityCode>) -> Vec<String> {
    let mut details = Vec::new();
    let before = effect
        .before
        .as_ref()
        .and_then(|before| before.met.as_ref());
    if let (None, Some(met)) = (before, &effect.after.met) {
        details.push(say!(words, "desk-effect-met", day = words.day(met.on)));
    }
    if let Some(before) = &effect.before {
        details.push(say!(
            words,
            "desk-effect-to-go",
            before = lacking(words, before.to_go),
            after = lacking(words, effect.after.to_go)
        ));
    }
    for (code, change) in &effect.in_force {
        if let Some(day) = change.after {
            details.push(say!(
                words,
                "desk-effect-binds",
                name = words.entity(*code),
                day = words.day(day)
            ));
        }
    }
    if let Some(code) = participant
        && !effect.in_force.contains_key(&code)
    {
        details.push(say!(
            words,
            "desk-effect-binds-not-yet",
            name = words.entity(code)
        ));
    }
    if !effect.without_effect.is_empty() {
        details.push(say!(words, "desk-effect-without"));
    }
    details
}

fn lacking(words: Words, lacking: Lacking) -> String {
    match lacking {
        Lacking::Met | Lacking::Exactly(0) => say!(words, "desk-to-go-none"),
        Lacking::Exactly(count) => count.to_string(),
        Lacking::AtLeast(least) => say!(words, "desk-to-go-bounded", least = least.to_string()),
        Lacking::OutOfReach => say!(words, "desk-to-go-out-of-reach"),
    }
}
