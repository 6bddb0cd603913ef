//! What several fuzz targets share. A failed assertion here is a finding.

use domain::act::ConsentMode;
use domain::canonical;
use domain::clause::evaluate::{self, Evaluation};
use domain::clause::own_effect;
use domain::clause::record::{Consent, Participation, Period};
use domain::clause::smallest_sets::{self, ToGo};
use domain::clause::{Clause, Condition, Record};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::share::Share;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is read strictly is written again as the same bytes.
pub fn strict<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let value: T = canonical::decode(bytes).ok()?;
    assert_eq!(canonical::encode(&value).unwrap(), bytes, "other bytes");
    Some(value)
}

/// What is read at all has a canonical form, which is read strictly and written again as it is.
pub fn lenient<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let value: T = serde_json::from_slice(bytes).ok()?;
    let written = canonical::encode(&value).unwrap();
    let again: T = canonical::decode(&written).unwrap_or_else(|error| {
        panic!(
            "not read back: {error}: {}",
            String::from_utf8_lossy(&written)
        )
    });
    assert_eq!(canonical::encode(&again).unwrap(), written);
    Some(value)
}

/// Bytes taken one after the other; zero once they are used up.
pub struct Choices<'a>(std::slice::Iter<'a, u8>);

impl<'a> Choices<'a> {
    /// From the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes.iter())
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        self.0.next().copied().unwrap_or(0)
    }

    /// A day near those that clauses name, or one of the last days there are.
    pub fn day(&mut self) -> Day {
        let (far, near) = (self.byte(), self.byte());
        if far == u8::MAX {
            return Day::new(9999, 12, u32::from(near % 31) + 1).unwrap_or(Day::LAST);
        }
        let year = 2000 + i32::from(far % 40);
        Day::new(year, u32::from(near % 12) + 1, u32::from(near / 12) + 1).unwrap_or(Day::LAST)
    }
}

/// A small record for a clause: those whom it names and some others, each as the bytes choose.
pub fn record_for(clause: &Clause, choices: &mut Choices<'_>) -> Record {
    let others = [
        "USA", "CHN", "EUU", "FRA", "DEU", "UKR", "CZE", "CSK", "ZZZ",
    ];
    let mut record = Record::default();
    let mut codes: Vec<EntityCode> = clause.mentioned().into_iter().collect();
    codes.extend(
        others
            .iter()
            .map(|code| code.parse::<EntityCode>().unwrap()),
    );
    for code in codes {
        let flags = choices.byte();
        if flags & 1 != 0 {
            continue;
        }
        let mut participation = Participation::default();
        if flags & 2 == 0 {
            let begin = (flags & 4 != 0).then(|| choices.day());
            participation.listed.push(Period { begin, end: None });
        }
        if flags & 8 != 0 {
            participation.signed = Some(choices.day());
        }
        if flags & 16 != 0 {
            let begin = choices.day();
            participation.consents.push(Consent {
                begin,
                exact: flags & 32 != 0,
                end: (flags & 64 != 0)
                    .then(|| choices.day())
                    .filter(|end| begin < *end),
                mode: if flags & 128 == 0 {
                    ConsentMode::Ratification
                } else {
                    ConsentMode::Succession
                },
            });
        }
        record.participants.insert(code, participation);
        let weight: Share = format!("{}.{}", choices.byte() % 64, choices.byte())
            .parse()
            .unwrap();
        record.weights.insert(code, weight);
    }
    for condition in clause.conditions() {
        if let Condition::Event(event) = condition
            && choices.byte() & 1 != 0
        {
            record.events.insert(event.clone(), choices.day());
        }
    }
    record
}

/// Asks everything that can be asked of a clause on a day.
pub fn ask(clause: &Clause, record: &Record, day: Day) {
    let evaluation = evaluate::evaluate(clause, record, day);
    if let Ok(evaluation) = &evaluation {
        coherent(clause, evaluation);
        if let Some(met) = &evaluation.met {
            for (code, participation) in &record.participants {
                for consent in &participation.consents {
                    let _ = own_effect::own_effect(clause, met, *code, *consent);
                }
            }
        }
    }
    let met = matches!(&evaluation, Ok(evaluation) if evaluation.met.is_some());
    let to_go = smallest_sets::to_go(clause, record, day);
    assert_eq!(to_go == ToGo::Met, met, "to go and the evaluation differ");
    if let ToGo::Ways(ways) = &to_go {
        assert!(!ways.is_empty());
        for way in ways {
            assert!(way.alternative < clause.alternatives.len());
            for choice in &way.choices {
                let size: u32 = choice.0.iter().map(|pick| pick.take).sum();
                assert_eq!(size, way.size, "a choice has another size");
                assert!(
                    choice
                        .0
                        .iter()
                        .all(|pick| pick.take as usize <= pick.from.len())
                );
            }
        }
    }
    serde_json::to_vec(&to_go).unwrap();
    smallest_sets::indispensable(clause, record, day);
    evaluate::impossible_alternatives(clause, record);
    evaluate::horizon(clause, record);
}

fn coherent(clause: &Clause, evaluation: &Evaluation) {
    assert_eq!(evaluation.alternatives.len(), clause.alternatives.len());
    if let Some(met) = &evaluation.met {
        assert!(met.on <= evaluation.day, "met after the day asked for");
        assert!(met.alternative < clause.alternatives.len());
    }
    serde_json::to_vec(evaluation).unwrap();
}

/// A clause that was read is written as JSON that is read as the same clause.
pub fn written_as_read(clause: &Clause) {
    let json = serde_json::Value::from(clause.clone());
    let again = Clause::read(&json, &Default::default())
        .unwrap_or_else(|error| panic!("written, not read back: {error}: {json}"));
    assert_eq!(&again, clause, "another clause: {json}");
    assert_eq!(serde_json::Value::from(again), json);
}
