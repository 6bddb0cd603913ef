//! The form to settle a question about the text on which the procedure depends.

use std::collections::BTreeMap;

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, Applies, TriggerDetermined};
use domain::name::Key;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

const APPLIES: [(&str, Applies); 2] = [("yes", Applies::Yes), ("no", Applies::No)];

/// A trigger is determined.
pub(super) struct TriggerDeterminedForm;

/// The triggers that the procedure followed asks about, each with the case in its words.
fn triggers(case: &Case) -> BTreeMap<Key, String> {
    let stages = case
        .followed
        .as_ref()
        .map_or(&[][..], |followed| &followed.route.stages);
    stages
        .iter()
        .flat_map(|stage| {
            stage
                .condition
                .iter()
                .chain(stage.rule_variants.iter().map(|variant| &variant.when))
        })
        .filter_map(|when| {
            let key: Key = when.trigger.name().parse().ok()?;
            Some((key, when.text.as_str().to_owned()))
        })
        .collect()
}

impl Form for TriggerDeterminedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let triggers = triggers(case)
            .into_iter()
            .map(|(key, text)| Offered::new(key.as_str(), text))
            .collect();
        let answers = vec![
            Offered::new("yes", say!(words, "act-applies-yes")),
            Offered::new("no", say!(words, "act-applies-no")),
        ];
        vec![
            ask::choice(typed, "trigger", say!(words, "act-trigger"), triggers),
            ask::choice(typed, "applies", say!(words, "act-applies"), answers),
            ask::ground(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let keys: Vec<Key> = triggers(reader.case).into_keys().collect();
        let trigger = reader.key_of("trigger", &keys);
        let applies = reader.choice("applies", &APPLIES);
        let ground = reader.needed_text("ground");
        Some(Act::TriggerDetermined(TriggerDetermined {
            trigger: trigger?,
            applies: applies?,
            ground: ground?,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::TriggerDetermined(determined) = act {
            ask::put(fields, "trigger", determined.trigger.as_str());
            ask::put_choice(fields, "applies", &APPLIES, &determined.applies);
            ask::put_text(fields, "ground", Some(&determined.ground));
        }
    }
}
