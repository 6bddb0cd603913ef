//! Provisional application: by whom, of which articles, from when until when (VCLT art. 25).

use std::collections::BTreeSet;

use serde::Serialize;

use crate::clause::record::Period;
use crate::consent::Ordered;
use crate::day::Day;
use crate::instrument::ProvisionalApplicationRule;
use crate::name::Key;
use crate::status::ProvisionalStatus;

/// What a participant declared about provisional application, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProvisionalActs {
    /// Declarations.
    pub declared: Vec<Declared>,
    /// Ends that it notified (art. 25(2)).
    pub ended: Vec<Ended>,
}

/// A declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// When it was made; `None` if that is unknown.
    pub at: Option<Ordered>,
    /// The first day of application, the latest possible one; it may lie before the declaration. `None` if
    /// it is unknown.
    pub from: Option<Day>,
    /// Whether that day is exact.
    pub exact: bool,
    /// The articles; empty is all.
    pub articles: BTreeSet<Key>,
}

/// An end that was notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// When it was notified; `None` if that is unknown.
    pub at: Option<Ordered>,
    /// The first day on which the treaty is no longer applied; `None` if it is unknown.
    pub from: Option<Day>,
}

/// A run of days on which a participant applies articles provisionally.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Application {
    /// The articles; empty is all that the instrument lets apply.
    pub articles: BTreeSet<Key>,
    /// The first day.
    pub from: Day,
    /// Whether that day is the latest possible one only.
    pub at_the_latest: bool,
    /// When it was declared, if that is known; `from` may lie before.
    pub declared: Option<Day>,
    /// Its end, if one is known.
    pub end: Option<End>,
}

/// The end of provisional application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct End {
    /// The first day on which the treaty is no longer applied provisionally.
    pub on: Day,
    /// Why.
    pub by: EndedBy,
}

/// Why provisional application ended. If several fall on one day, the first of these is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedBy {
    /// The treaty is in force for the participant (art. 25(1)).
    EntryIntoForce,
    /// It notified the end, or that it will not become a party (art. 25(2)).
    Notice,
    /// It withdrew its consent, or from the treaty: more than an intention not to become a party.
    Withdrawal,
}

/// Something out of order in provisional application. Nothing is resolved by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The instrument does not provide for it; the States may have agreed it in another way
    /// (art. 25(1)(b)).
    NotProvidedFor,
    /// The instrument lets other articles apply, not these.
    OutsideTheRule(BTreeSet<Key>),
    /// It says from when, but the date is unknown.
    DateUnknown,
    /// An end was notified and nothing was applied.
    NothingToEnd,
}

/// Provisional application by one participant, with everything declared by the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Provisional {
    /// Each declaration's run of days, in the order in which they begin.
    pub applications: Vec<Application>,
    /// What is out of order.
    pub findings: Vec<Finding>,
}

/// What else ends provisional application.
#[derive(Debug, Clone, Default)]
pub struct Bounds {
    /// The days on which the treaty is in force for the participant.
    pub in_force: Vec<Period>,
    /// Days on which a withdrawal of the participant takes effect.
    pub withdrawn: Vec<Day>,
}

impl Application {
    /// Whether it runs on this day.
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && self.end.is_none_or(|end| day < end.on)
    }

    /// Whether it is of this article.
    pub fn is_of(&self, article: &Key) -> bool {
        self.articles.is_empty() || self.articles.contains(article)
    }

    fn status_on(&self, day: Day) -> ProvisionalStatus {
        match self.end {
            _ if day < self.from => ProvisionalStatus::None,
            Some(end) if end.on <= day => match end.by {
                EndedBy::EntryIntoForce => ProvisionalStatus::Overtaken,
                EndedBy::Notice | EndedBy::Withdrawal => ProvisionalStatus::Ended,
            },
            Some(_) | None => ProvisionalStatus::Applied,
        }
    }
}

impl Provisional {
    /// The runs of days that follow from what was declared.
    pub fn of(acts: &ProvisionalActs, rule: &ProvisionalApplicationRule, bounds: &Bounds) -> Self {
        let mut findings = BTreeSet::new();
        let mut applications = Vec::new();
        for declared in &acts.declared {
            findings.extend(against_the_rule(declared, rule));
            let Some(from) = declared.from else {
                findings.insert(Finding::DateUnknown);
                continue;
            };
            applications.push(Application {
                articles: declared.articles.clone(),
                from,
                at_the_latest: !declared.exact,
                declared: declared.at.map(|at| at.day),
                end: end(declared, from, acts, bounds),
            });
        }
        for ended in &acts.ended {
            match ended.from {
                None => {
                    findings.insert(Finding::DateUnknown);
                }
                Some(_) if !acts.declared.iter().any(|declared| ends(ended, declared)) => {
                    findings.insert(Finding::NothingToEnd);
                }
                Some(_) => {}
            }
        }
        applications.sort_by(|a, b| {
            (a.from, a.declared, &a.articles).cmp(&(b.from, b.declared, &b.articles))
        });
        Self {
            applications,
            findings: findings.into_iter().collect(),
        }
    }

    /// The state on a day, of whatever article.
    pub fn status_on(&self, day: Day) -> ProvisionalStatus {
        strongest(self.applications.iter(), day)
    }

    /// The state of one article on a day.
    pub fn status_of(&self, article: &Key, day: Day) -> ProvisionalStatus {
        strongest(
            self.applications.iter().filter(|run| run.is_of(article)),
            day,
        )
    }
}

/// What applies tells more than what has ended; of what has ended, the last end.
fn strongest<'a>(runs: impl Iterator<Item = &'a Application>, day: Day) -> ProvisionalStatus {
    let mut last_end = None;
    let mut status = ProvisionalStatus::None;
    for run in runs {
        match run.status_on(day) {
            ProvisionalStatus::Applied => return ProvisionalStatus::Applied,
            ProvisionalStatus::None => {}
            ended => {
                let end = run.end.map(|end| end.on);
                if last_end <= end {
                    last_end = end;
                    status = ended;
                }
            }
        }
    }
    status
}

fn against_the_rule(declared: &Declared, rule: &ProvisionalApplicationRule) -> Option<Finding> {
    match rule {
        ProvisionalApplicationRule::NotProvided => Some(Finding::NotProvidedFor),
        ProvisionalApplicationRule::Of(articles) if articles.is_empty() => None,
        ProvisionalApplicationRule::Of(articles) => {
            let outside: BTreeSet<Key> = declared
                .articles
                .iter()
                .filter(|article| !articles.contains(article))
                .cloned()
                .collect();
            (!outside.is_empty()).then_some(Finding::OutsideTheRule(outside))
        }
    }
}

/// Whether a notice of the end came after a declaration, so that it ends that one.
fn ends(ended: &Ended, declared: &Declared) -> bool {
    declared.at <= ended.at
}

/// What ends a declaration's run of days first, of what comes after its first day.
fn end(declared: &Declared, from: Day, acts: &ProvisionalActs, bounds: &Bounds) -> Option<End> {
    let notices = acts
        .ended
        .iter()
        .filter(|ended| ends(ended, declared))
        .filter_map(|ended| ended.from)
        .map(|on| (on.max(from), EndedBy::Notice));
    let in_force = bounds
        .in_force
        .iter()
        .filter(|period| period.end.is_none_or(|end| from < end))
        .map(|period| period.begin.map_or(from, |begin| begin.max(from)))
        .map(|on| (on, EndedBy::EntryIntoForce));
    let made = declared.at.map_or(from, |at| at.day);
    let withdrawn = bounds
        .withdrawn
        .iter()
        // A withdrawal before the declaration says nothing of what was declared after it.
        .filter(|on| made <= **on)
        .map(|on| (*on, EndedBy::Withdrawal));
    notices
        .chain(in_force.chain(withdrawn).filter(|(on, _)| from <= *on))
        .min()
        .map(|(on, by)| End { on, by })
}
