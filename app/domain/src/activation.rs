//! Activation: a separate condition after entry into force, with its own evidence, which can cease to
//! hold again (Paris Declaration, 6 January 2026: *activated once a ceasefire enters into force*).
//!
//! A condition on entry into force asks whether an event has happened. Here an event has to last: a
//! ceasefire that broke down activates nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::clause::condition::{Condition, Fraction};
use crate::clause::evaluate::Met;
use crate::clause::progress::Progress;
use crate::clause::record::{Participation, Record};
use crate::day::Day;
use crate::name::Key;

/// The days on which events lasted, in any order as they were recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventActs {
    /// Days on which an event happened, or began.
    pub begun: Vec<(Key, Dated)>,
    /// Days on which one was over.
    pub ended: Vec<(Key, Dated)>,
}

/// A day with its certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dated {
    /// The day, the latest possible one.
    pub day: Day,
    /// Whether it is exact.
    pub exact: bool,
}

/// A run of days on which an event lasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lasting {
    from: Dated,
    /// The first day on which it was over.
    until: Option<Dated>,
}

/// Whether obligations are activated, by computation alone. What the instrument's own body determined
/// stands beside it, and a difference is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Activation {
    /// The instrument knows no separate activation.
    NotProvidedFor,
    /// The treaty is not in force: the condition is not looked at yet.
    AwaitingEntryIntoForce {
        /// The day of entry into force, if it is computed already.
        in_force: Option<Day>,
    },
    /// In force; the condition has never been met.
    AwaitingCondition {
        /// What it lacks, with its numbers.
        progress: Progress,
    },
    /// The condition is met.
    Activated {
        /// Since this day.
        since: Day,
        /// Whether that is the latest possible day only.
        at_the_latest: bool,
        /// Whether it can cease to be met: it rests on an event that lasts, or on consents.
        can_end: bool,
    },
    /// It was met and no longer is.
    Ended {
        /// Since when it was met.
        activated: Day,
        /// The first day on which it no longer was.
        on: Day,
        /// Whether that is the latest possible day only.
        at_the_latest: bool,
        /// What it lacks.
        progress: Progress,
    },
}

impl EventActs {
    /// The runs of days of one event. An event that is recorded again while it lasts has begun
    /// before; an end before any beginning ends nothing.
    fn runs(&self, event: &Key) -> Vec<Lasting> {
        #[derive(PartialEq, Eq, PartialOrd, Ord)]
        enum Change {
            // An event over on the day on which it is recorded anew goes on.
            Over,
            Begins,
        }
        let of = |acts: &[(Key, Dated)]| -> Vec<Dated> {
            let own = acts.iter().filter(|(key, _)| key == event);
            own.map(|(_, dated)| *dated).collect()
        };
        let begun = of(&self.begun).into_iter().map(|at| (at, Change::Begins));
        let ended = of(&self.ended).into_iter().map(|at| (at, Change::Over));
        let mut changes: Vec<(Dated, Change)> = begun.chain(ended).collect();
        changes
            .sort_by(|(a, what), (b, other)| (a.day, what, a.exact).cmp(&(b.day, other, b.exact)));
        let mut runs: Vec<Lasting> = Vec::new();
        for (at, change) in changes {
            let open = runs.last_mut().filter(|run| run.until.is_none());
            match (change, open) {
                (Change::Begins, None) => runs.push(Lasting {
                    from: at,
                    until: None,
                }),
                (Change::Over, Some(run)) => run.until = Some(at),
                (Change::Begins, Some(_)) | (Change::Over, None) => {}
            }
        }
        runs
    }
}

/// Whether the obligations are activated at the end of `day`.
pub fn activation(
    condition: Option<&Condition>,
    record: &Record,
    events: &EventActs,
    met: Option<&Met>,
    day: Day,
) -> Activation {
    let Some(condition) = condition else {
        return Activation::NotProvidedFor;
    };
    let in_force = match met.map(|met| met.in_force) {
        Some(in_force) if in_force <= day => in_force,
        in_force => return Activation::AwaitingEntryIntoForce { in_force },
    };
    let mut ground = Ground::of(condition, record, events);
    let mut state: Option<Run> = None;
    for on in ground.days_of_change(condition, in_force, day) {
        let holds = ground.measure(condition, on).met;
        state = match (state, holds) {
            (None | Some(Run { until: Some(_), .. }), true) => Some(Run {
                from: on,
                until: None,
            }),
            (Some(Run { from, until: None }), false) => Some(Run {
                from,
                until: Some(on),
            }),
            (state, _) => state,
        };
    }
    match state {
        None => Activation::AwaitingCondition {
            progress: ground.measure(condition, day),
        },
        Some(Run { from, until: None }) => Activation::Activated {
            since: from,
            at_the_latest: ground.rests_on_bounded(from)
                || (from == in_force && met.is_some_and(|met| met.at_the_latest)),
            can_end: can_end(condition),
        },
        Some(Run {
            from,
            until: Some(on),
        }) => Activation::Ended {
            activated: from,
            on,
            at_the_latest: ground.rests_on_bounded(on),
            progress: ground.measure(condition, day),
        },
    }
}

/// A run of days on which the condition holds.
#[derive(Clone, Copy)]
struct Run {
    from: Day,
    until: Option<Day>,
}

/// What a condition is measured on.
struct Ground {
    /// The runs of days of the events that it names.
    runs: BTreeMap<Key, Vec<Lasting>>,
    /// The record, with the events that last on the day last looked at.
    record: Record,
}

impl Ground {
    fn of(condition: &Condition, record: &Record, events: &EventActs) -> Self {
        let mut runs = BTreeMap::new();
        condition.walk(&mut |condition| {
            if let Condition::Event(event) = condition {
                runs.entry(event.clone())
                    .or_insert_with(|| events.runs(event));
            }
        });
        Self {
            runs,
            record: record.clone(),
        }
    }

    fn changes(&self) -> impl Iterator<Item = Dated> {
        self.runs
            .values()
            .flatten()
            .flat_map(|run| [Some(run.from), run.until])
            .flatten()
    }

    /// Whether an event that begins or ends on this day has that day by its bounds only.
    fn rests_on_bounded(&self, day: Day) -> bool {
        self.changes().any(|at| at.day == day && !at.exact)
    }

    /// The condition at the end of a day, with the events that last on it.
    fn measure(&mut self, condition: &Condition, day: Day) -> Progress {
        let lasting_on = |runs: &Vec<Lasting>| {
            runs.iter()
                .find(|run| run.from.day <= day && run.until.is_none_or(|until| day < until.day))
                .map(|run| run.from.day)
        };
        self.record.events = self
            .runs
            .iter()
            .filter_map(|(event, runs)| Some((event.clone(), lasting_on(runs)?)))
            .collect();
        Progress::measure(condition, &self.record, day, &self.record.consenting(day))
    }

    /// The days from entry into force to `day` on which the answer can change.
    fn days_of_change(&self, condition: &Condition, in_force: Day, day: Day) -> BTreeSet<Day> {
        let mut days: BTreeSet<Day> = self
            .record
            .participants
            .values()
            .flat_map(Participation::days_of_change)
            .collect();
        days.extend(self.changes().map(|at| at.day));
        condition.walk(&mut |condition| match condition {
            Condition::FromDate(from) => {
                days.insert(*from);
            }
            Condition::Fraction(Fraction { base_on, .. }) => days.extend(*base_on),
            Condition::And(_)
            | Condition::Or(_)
            | Condition::Named(_)
            | Condition::All
            | Condition::Count(_)
            | Condition::Weight(_)
            | Condition::Event(_) => {}
        });
        days.insert(in_force);
        days.retain(|on| in_force <= *on && *on <= day);
        days
    }
}

/// Whether a condition that is met can cease to be: a day that has come cannot.
fn can_end(condition: &Condition) -> bool {
    match condition {
        Condition::And(children) => children.iter().any(can_end),
        // One part that cannot end is enough to keep it met.
        Condition::Or(children) => children.iter().all(can_end),
        Condition::FromDate(_) => false,
        Condition::Named(_)
        | Condition::All
        | Condition::Count(_)
        | Condition::Fraction(_)
        | Condition::Weight(_)
        | Condition::Event(_) => true,
    }
}
