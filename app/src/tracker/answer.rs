//! The answer to the first question: is it in force?
//!
//! The treaty determines, the engine computes, the depositary notifies. The three stand side by side;
//! a difference is shown and never resolved here.

use std::collections::BTreeMap;

use domain::act::Act;
use domain::day::Day;
use domain::instrument::Nature;
use domain::register::RecordedAt;
use domain::snapshot::{Fact, View};
use leptos::prelude::*;
use serde::Serialize;

use super::address::{Address, At};
use super::date::{Dated, instant};
use super::reading::Seen;
use crate::say;
use crate::words::Words;

/// Whether an instrument is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum Answer {
    /// The conditions are not met, and nothing is notified.
    NotInForce,
    /// The conditions are met by the acts on record; the depositary has not notified it.
    NotificationPending {
        /// The day on which they were met.
        met_on: Day,
        /// Whether that is only the latest possible day.
        at_the_latest: bool,
        /// The day of entry into force that follows.
        in_force: Day,
    },
    /// The same where there is no depositary: nobody notifies it.
    ConditionsMet {
        /// The day on which they were met.
        met_on: Day,
        /// Whether that is only the latest possible day.
        at_the_latest: bool,
        /// The day of entry into force that follows.
        in_force: Day,
    },
    /// Notified for a day to come.
    EntersIntoForce {
        /// The day notified.
        on: Day,
    },
    /// In force, as notified.
    InForce {
        /// The day notified.
        since: Day,
    },
}

/// The dates of entry into force that are on record, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct EntryIntoForce {
    /// What follows from the acts on record.
    pub computed: Option<Computed>,
    /// What the depositary notified.
    pub notified: Vec<Notified>,
    /// By how many days the last notification is later than what is computed; negative if earlier.
    pub difference_days: Option<i64>,
    /// Whether there is a depositary who could notify.
    #[serde(skip)]
    pub has_depositary: bool,
}

/// What follows from the acts on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Computed {
    /// The day on which the conditions were met.
    pub met_on: Dated,
    /// Whether that is only the latest possible day.
    pub at_the_latest: bool,
    /// The day of entry into force.
    pub in_force: Dated,
    /// The entry from which on the register says so.
    pub recorded_in: Option<u64>,
    /// When it was recorded.
    pub recorded_at: Option<RecordedAt>,
}

/// What the depositary notified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Notified {
    /// The day of entry into force.
    pub in_force: Dated,
    /// The date of the notification.
    pub on: Dated,
    /// The entry that recorded it.
    pub recorded_in: u64,
    /// When it was recorded.
    pub recorded_at: RecordedAt,
}

impl Answer {
    /// The answer that a view gives.
    pub fn of(view: &View) -> Self {
        match (view.notified.last(), &view.evaluation.met) {
            (Some(since), _) if *since <= view.day => Self::InForce { since: *since },
            (Some(on), _) => Self::EntersIntoForce { on: *on },
            (None, Some(met)) if view.instrument.depositaries.is_empty() => Self::ConditionsMet {
                met_on: met.on,
                at_the_latest: met.at_the_latest,
                in_force: met.in_force,
            },
            (None, Some(met)) => Self::NotificationPending {
                met_on: met.on,
                at_the_latest: met.at_the_latest,
                in_force: met.in_force,
            },
            (None, None) => Self::NotInForce,
        }
    }

    /// The answer in words, whole.
    pub fn sentence(self, words: Words, nature: Nature) -> String {
        match self.rest(words, nature) {
            None => self.heading(words),
            Some(rest) => say!(
                words,
                "tracker-answer-whole",
                heading = self.heading(words),
                rest = rest
            ),
        }
    }

    /// The answer in few words: what a heading says.
    pub fn heading(self, words: Words) -> String {
        match self {
            Self::NotInForce => say!(words, "tracker-answer-not-in-force"),
            Self::EntersIntoForce { on } => {
                say!(words, "tracker-answer-enters", day = words.day(on))
            }
            Self::InForce { since } => {
                say!(words, "tracker-answer-in-force", day = words.day(since))
            }
            Self::NotificationPending {
                at_the_latest,
                in_force,
                ..
            }
            | Self::ConditionsMet {
                at_the_latest,
                in_force,
                ..
            } => {
                let day = words.day(in_force);
                if at_the_latest {
                    say!(words, "tracker-answer-computed-at-the-latest", day = day)
                } else {
                    say!(words, "tracker-answer-computed", day = day)
                }
            }
        }
    }

    /// What has to be said with it, where it rests on the acts alone.
    pub fn rest(self, words: Words, nature: Nature) -> Option<String> {
        let (met_on, at_the_latest) = match self {
            Self::NotificationPending {
                met_on,
                at_the_latest,
                ..
            }
            | Self::ConditionsMet {
                met_on,
                at_the_latest,
                ..
            } => (met_on, at_the_latest),
            Self::NotInForce | Self::EntersIntoForce { .. } | Self::InForce { .. } => return None,
        };
        let met_on = words.day(met_on);
        let met_on = if at_the_latest {
            say!(words, "date-not-later-than", latest = met_on)
        } else {
            say!(words, "tracker-on-day", day = met_on)
        };
        if matches!(self, Self::ConditionsMet { .. }) {
            return Some(say!(words, "tracker-answer-met", met = met_on));
        }
        // Of a history nothing is pending: what its sources do not say stays unsaid.
        Some(match nature {
            Nature::Historical => say!(words, "tracker-answer-not-notified", met = met_on),
            Nature::Real | Nature::Illustrative => {
                say!(words, "tracker-answer-pending", met = met_on)
            }
        })
    }

    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotInForce => "not_in_force",
            Self::NotificationPending { .. } => "notification_pending",
            Self::ConditionsMet { .. } => "conditions_met",
            Self::EntersIntoForce { .. } => "enters_into_force",
            Self::InForce { .. } => "in_force",
        }
    }

    /// The modifier of the panel that shows it.
    pub fn class(self) -> &'static str {
        match self {
            Self::NotInForce => "a-answer a-answer--not-in-force",
            Self::NotificationPending { .. }
            | Self::ConditionsMet { .. }
            | Self::EntersIntoForce { .. } => "a-answer a-answer--pending",
            Self::InForce { .. } => "a-answer a-answer--in-force",
        }
    }
}

impl EntryIntoForce {
    /// What a view knows of entry into force.
    pub fn of(seen: &Seen<'_>) -> Self {
        let words = seen.words;
        let met = seen.view.evaluation.met.as_ref();
        let computed = met.map(|met| {
            let recorded = on_record_since(seen, met.on);
            Computed {
                met_on: Dated::by(words, met.on, met.at_the_latest),
                at_the_latest: met.at_the_latest,
                in_force: Dated::by(words, met.in_force, met.at_the_latest),
                recorded_in: recorded.map(|(index, _)| index),
                recorded_at: recorded.map(|(_, at)| at),
            }
        });
        let notified: Vec<Notified> = seen
            .record
            .facts()
            .iter()
            .filter(|fact| fact.is_said_at(seen.view.size) && fact.had_happened(seen.view.day))
            .filter_map(|fact| match fact.act() {
                Some(Act::EntryIntoForceNotified(notified)) => Some(Notified {
                    in_force: Dated::on(words, notified.in_force),
                    on: Dated::new(words, fact.date()),
                    recorded_in: fact.index,
                    recorded_at: fact.recorded_at,
                }),
                _ => None,
            })
            .collect();
        // A day that is only the latest possible one differs from nothing by a number of days.
        let difference_days = met
            .filter(|met| !met.at_the_latest)
            .zip(seen.view.notified.last())
            .map(|(met, notified)| met.in_force.days_until(*notified));
        Self {
            computed,
            notified,
            difference_days,
            has_depositary: !seen.view.instrument.depositaries.is_empty(),
        }
    }

    /// The dates side by side; nothing as long as there is none.
    pub fn view(&self, words: Words) -> Option<AnyView> {
        if self.computed.is_none() && self.notified.is_empty() {
            return None;
        }
        let notified: Vec<AnyView> = self
            .notified
            .iter()
            .map(|notified| notified.view(words))
            .collect();
        let none_notified = notified.is_empty().then(|| {
            view! { <dd class="a-dates__value">{say!(words, "tracker-dates-no-notification")}</dd> }
        });
        let notified = (self.has_depositary || !notified.is_empty()).then(|| {
            view! {
                <div class="a-dates__item">
                    <dt class="a-dates__label">{say!(words, "tracker-dates-notified")}</dt>
                    {notified}
                    {none_notified}
                </div>
            }
        });
        // A day is notified all the same: the page says so and resolves nothing.
        let none_computed = self.computed.is_none().then(|| {
            view! {
                <div class="a-dates__item">
                    <dt class="a-dates__label">{say!(words, "tracker-dates-computed")}</dt>
                    <dd class="a-dates__value">{say!(words, "tracker-dates-not-computed")}</dd>
                    <dd class="a-dates__note">{say!(words, "tracker-dates-not-computed-note")}</dd>
                </div>
            }
        });
        Some(
            view! {
                <dl class="a-dates">
                    {self.computed.as_ref().map(|computed| computed.view(words))}
                    {none_computed}
                    {notified}
                    {self.difference(words)}
                </dl>
            }
            .into_any(),
        )
    }

    fn difference(&self, words: Words) -> Option<AnyView> {
        let days = self.difference_days?;
        let text = match days {
            0 => say!(words, "tracker-dates-same"),
            later if later > 0 => say!(words, "tracker-dates-later", count = later),
            earlier => say!(
                words,
                "tracker-dates-earlier",
                count = earlier.unsigned_abs()
            ),
        };
        Some(
            view! {
                <div class="a-dates__item">
                    <dt class="a-dates__label">{say!(words, "tracker-dates-difference")}</dt>
                    <dd class="a-dates__value">{text}</dd>
                </div>
            }
            .into_any(),
        )
    }
}

impl Computed {
    fn view(&self, words: Words) -> AnyView {
        let label = self.met_on.label.as_str();
        let met = if self.at_the_latest {
            say!(words, "tracker-dates-met-at-the-latest", day = label)
        } else {
            say!(words, "tracker-dates-met", day = label)
        };
        let recorded = self.recorded_in.zip(self.recorded_at).map(|(index, at)| {
            view! {
                <div class="a-dates__item">
                    <dt class="a-dates__label">{say!(words, "tracker-dates-recorded")}</dt>
                    <dd class="a-dates__value">{instant(words, at)}</dd>
                    <dd class="a-dates__note">
                        <a href=Address::Entry(index).path(words, At::Now)>
                            {say!(words, "tracker-line-entry", index = index)}
                        </a>
                    </dd>
                </div>
            }
        });
        view! {
            <div class="a-dates__item">
                <dt class="a-dates__label">{say!(words, "tracker-dates-computed")}</dt>
                <dd class="a-dates__value">{self.in_force.view()}</dd>
                <dd class="a-dates__note">{met}</dd>
            </div>
            {recorded}
        }
        .into_any()
    }
}

impl Notified {
    fn view(&self, words: Words) -> AnyView {
        view! {
            <dd class="a-dates__value">{self.in_force.view()}</dd>
            <dd class="a-dates__note">
                {say!(words, "tracker-dates-notified-on")} " " {self.on.view()} " · "
                <a href=Address::Entry(self.recorded_in).path(words, At::Now)>
                    {say!(words, "tracker-line-entry", index = self.recorded_in)}
                </a>
            </dd>
        }
        .into_any()
    }
}

/// The entry from which on the register has said that the conditions were met on that day: without it,
/// it did not say so.
fn on_record_since(seen: &Seen<'_>, met_on: Day) -> Option<(u64, RecordedAt)> {
    let said_before = |index: u64| {
        let view = seen.snapshot.view(&seen.slug, seen.view.day, index).ok();
        let met = view.and_then(|view| view.evaluation.met);
        met.is_some_and(|met| met.on == met_on)
    };
    let entries: BTreeMap<u64, RecordedAt> = seen
        .record
        .facts()
        .iter()
        .chain(
            seen.record
                .participants()
                .flat_map(|code| seen.record.facts_about(code)),
        )
        .filter(|fact| fact.index < seen.view.size && may_bear(seen, fact, met_on))
        .map(|fact| (fact.index, fact.recorded_at))
        .collect();
    entries
        .into_iter()
        .rev()
        .find(|(index, _)| !said_before(*index))
}

/// Whether what a clause answers for that day can hang on such a fact.
fn may_bear(seen: &Seen<'_>, fact: &Fact, met_on: Day) -> bool {
    let by_then = || {
        fact.statement.corrects.is_some()
            || seen.happened(fact).latest().is_none_or(|on| on <= met_on)
    };
    match fact.act() {
        Some(Act::InstrumentOpened(_) | Act::InstrumentAmended(_) | Act::StatementRetracted(_)) => {
            true
        }
        Some(
            Act::ConsentExpressed(_)
            | Act::Signed(_)
            | Act::AcceptedInDueForm(_)
            | Act::WithdrawalNotified(_)
            | Act::WithdrawalRetracted(_)
            | Act::EventRecorded(_)
            | Act::ParticipantListed(_)
            | Act::ParticipantRemoved(_),
        ) => by_then(),
        Some(_) | None => false,
    }
}
