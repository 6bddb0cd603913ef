//! The clause explained: whether it is met, by which alternative and whose consent, or what it lacks.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clause::Effect;
use crate::clause::condition::{Base, Condition};
use crate::clause::evaluate::{Evaluation, Met};
use crate::clause::grammar::Place;
use crate::clause::record::Record;
use crate::clause::rule::{Alternative, Clause, Persistence};
use crate::clause::smallest_sets::{self, ToGo, Way};
use crate::day::Day;
use crate::entity::EntityCode;
use crate::explanation::basis::{Article, Basis};
use crate::explanation::condition::{ConditionExplained, Ground};
use crate::name::Key;

/// A clause explained at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClauseExplained {
    /// The day.
    pub day: Day,
    /// Whether it is met, and what is behind that.
    pub outcome: Outcome,
    /// Its alternatives, in the order of the clause.
    pub alternatives: Vec<AlternativeExplained>,
}

/// Whether a clause is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is.
    Met(MetExplained),
    /// It is not.
    NotMet(Lacking),
}

/// How a clause was met, and what follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MetExplained {
    /// The day, the alternative, and the day of entry into force.
    #[serde(flatten)]
    pub met: Met,
    /// What happened on the day on which it was met.
    pub causes: Vec<Cause>,
    /// Whether the day of entry into force has come.
    pub in_force: bool,
    /// How many days lie between the day of the explanation and that of entry into force; 0 once
    /// that has come.
    pub days_to_come: i64,
    /// Whether the conditions would be met at the end of the day too. If not, that changes nothing
    /// any more: see `persistence`.
    pub still_met: bool,
    /// The rules that make it so.
    pub bases: Vec<Basis>,
}

/// What met a clause, on the day on which it was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// These consented on that day, and are counted.
    Consents(BTreeSet<EntityCode>),
    /// The event happened.
    Event(Key),
    /// A day came that the clause names.
    Day,
    /// The circle of those whose consent is asked for changed.
    Circle,
}

/// What a clause lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// How many consents are lacking.
    pub to_go: Fewest,
    /// The smallest sets, for each way that is open. The first has the fewest to go.
    pub ways: Vec<WayExplained>,
    /// Those without whom it cannot be met.
    pub indispensable: BTreeSet<EntityCode>,
}

/// How many consents a clause lacks at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fewest {
    /// So many.
    Exactly(u32),
    /// The clause is too intricate to say exactly.
    Between {
        /// Fewer cannot be enough.
        at_least: u32,
        /// So many are enough, if that is known.
        at_most: Option<u32>,
    },
    /// No set of the participants on record would meet it.
    OutOfReach,
    /// The last day of every alternative has passed.
    Lapsed,
}

/// A way to meet a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayExplained {
    /// The alternative, and the smallest sets.
    #[serde(flatten)]
    pub way: Way,
    /// The last day on which meeting it counts.
    pub not_after: Option<Day>,
    /// The day of entry into force if those consents were given on the day of the explanation, and
    /// the events had happened: no set of acts gives an earlier one by this way.
    pub earliest: Option<Day>,
}

/// An alternative explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlternativeExplained {
    /// Its position in the clause, from 0.
    pub position: usize,
    /// What has become of it.
    pub standing: AlternativeStanding,
    /// The last day on which meeting it counts.
    pub by: Option<Day>,
    /// When it takes effect.
    pub then: Effect,
    /// The condition.
    pub when: ConditionExplained,
}

/// What has become of an alternative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AlternativeStanding {
    /// It was met, and decided.
    Decided,
    /// Another decided.
    OtherDecided,
    /// Its last day passed before any was met.
    Lapsed,
    /// It cannot be met by those on record.
    OutOfReach,
    /// It can still be met.
    Open,
}

impl ClauseExplained {
    /// The clause with its evaluation by this record.
    pub fn new(clause: &Clause, record: &Record, evaluation: &Evaluation) -> Self {
        let day = evaluation.day;
        let ground = Ground::new(clause, record, day);
        let at = Place::default().key("first_of");
        let alternatives = clause
            .alternatives
            .iter()
            .zip(&evaluation.alternatives)
            .enumerate()
            .map(|(position, (alternative, state))| {
                let when = ConditionExplained::new(
                    &ground,
                    &alternative.when,
                    &state.progress,
                    alternative.by,
                    &at.index(position).key("when"),
                );
                AlternativeExplained {
                    position,
                    standing: standing(alternative, position, evaluation, &when),
                    by: alternative.by,
                    then: alternative.then.clone(),
                    when,
                }
            })
            .collect();
        let outcome = match &evaluation.met {
            Some(met) => Outcome::Met(MetExplained::new(clause, record, evaluation, met)),
            None => Outcome::NotMet(Lacking::new(clause, record, day)),
        };
        Self {
            day,
            outcome,
            alternatives,
        }
    }

    /// How it was met, if it was.
    pub fn met(&self) -> Option<&MetExplained> {
        match &self.outcome {
            Outcome::Met(met) => Some(met),
            Outcome::NotMet(_) => None,
        }
    }
}

fn standing(
    alternative: &Alternative,
    position: usize,
    evaluation: &Evaluation,
    when: &ConditionExplained,
) -> AlternativeStanding {
    // What came after the clause was met is of no account.
    let until = evaluation.met.as_ref().map_or(evaluation.day, |met| met.on);
    match &evaluation.met {
        Some(met) if met.alternative == position => AlternativeStanding::Decided,
        _ if alternative.by.is_some_and(|by| by < until) => AlternativeStanding::Lapsed,
        Some(_) => AlternativeStanding::OtherDecided,
        None if when.within_reach => AlternativeStanding::Open,
        None => AlternativeStanding::OutOfReach,
    }
}

impl MetExplained {
    fn new(clause: &Clause, record: &Record, evaluation: &Evaluation, met: &Met) -> Self {
        let day = evaluation.day;
        let still_met = evaluation
            .alternatives
            .get(met.alternative)
            .is_some_and(|state| state.progress.met);
        let causes = clause
            .alternatives
            .get(met.alternative)
            .map(|alternative| causes(&alternative.when, record, met))
            .unwrap_or_default();
        let mut bases = vec![
            Basis::Alternative(met.alternative),
            Basis::Article(Article::EntryIntoForce),
        ];
        if clause.persistence == Persistence::UntilEntryIntoForce {
            bases.push(Basis::MustHold);
        }
        Self {
            met: met.clone(),
            causes,
            in_force: met.in_force <= day,
            days_to_come: day.days_until(met.in_force).max(0),
            still_met,
            bases,
        }
    }
}

/// What happened on the day on which the conditions were met.
fn causes(when: &Condition, record: &Record, met: &Met) -> Vec<Cause> {
    let mut causes = Vec::new();
    if !met.by.is_empty() {
        causes.push(Cause::Consents(met.by.clone()));
    }
    when.walk(&mut |condition| {
        let cause = match condition {
            Condition::Event(event) if record.events.get(event) == Some(&met.on) => {
                Cause::Event(event.clone())
            }
            Condition::FromDate(day) if *day == met.on => Cause::Day,
            Condition::Fraction(fraction)
                if fraction.base_on == Some(met.on) && !matches!(fraction.base, Base::These(_)) =>
            {
                Cause::Day
            }
            _ => return,
        };
        if !causes.contains(&cause) {
            causes.push(cause);
        }
    });
    if causes.is_empty() {
        causes.push(Cause::Circle);
    }
    causes
}

impl Lacking {
    fn new(clause: &Clause, record: &Record, day: Day) -> Self {
        let to_go = smallest_sets::to_go(clause, record, day);
        let has_lapsed = clause
            .alternatives
            .iter()
            .all(|alternative| alternative.by.is_some_and(|by| by < day));
        let fewest = match &to_go {
            _ if has_lapsed => Fewest::Lapsed,
            ToGo::Bounded { at_least, at_most } => Fewest::Between {
                at_least: *at_least,
                at_most: *at_most,
            },
            ToGo::OutOfReach => Fewest::OutOfReach,
            ToGo::Met | ToGo::Ways(_) => to_go.size().map_or(Fewest::OutOfReach, Fewest::Exactly),
        };
        let ways = match to_go {
            ToGo::Ways(ways) => ways
                .into_iter()
                .map(|way| WayExplained::new(clause, way, day))
                .collect(),
            ToGo::Met | ToGo::Bounded { .. } | ToGo::OutOfReach => Vec::new(),
        };
        Self {
            to_go: fewest,
            ways,
            indispensable: smallest_sets::indispensable(clause, record, day),
        }
    }
}

impl WayExplained {
    fn new(clause: &Clause, way: Way, day: Day) -> Self {
        let on = way.not_before.map_or(day, |from| from.max(day));
        let alternative = clause.alternatives.get(way.alternative);
        Self {
            not_after: alternative.and_then(|alternative| alternative.by),
            // After the year 9999 there is no day to name.
            earliest: alternative.and_then(|alternative| alternative.then.on(on).ok()),
            way,
        }
    }
}
