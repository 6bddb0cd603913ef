//! The reservations of a participant, with the answer of each State; and those of others that it can
//! still object to.

use std::collections::BTreeMap;

use domain::act::ObjectionEffect;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::instrument::PendingReservation;
use domain::name::Key;
use domain::reservation::answer::{Answer, AnswerState};
use domain::reservation::effect::{ConsentWithReservation, Ground};
use domain::reservation::{Finding, Permission, Reservation};
use leptos::prelude::*;
use serde::Serialize;

use crate::explanation::names;
use crate::say;
use crate::tracker::party::{self, Party, parties};
use crate::tracker::reading::Seen;
use crate::words::Words;

/// A reservation on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ReservationModel {
    /// The reservation as it is computed.
    #[serde(flatten)]
    reservation: Reservation,
    /// What is said of it, a sentence each.
    sentences: Vec<String>,
    /// The answers, those that are the same together.
    groups: Vec<AnswerGroup>,
    /// Objections that came too late, and how the periods were counted.
    notes: Vec<String>,
}

/// States with the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct AnswerGroup {
    /// The answer in words.
    answer: String,
    /// Whose.
    of: Vec<Party>,
}

impl ReservationModel {
    /// Those of one participant.
    pub fn all(seen: &Seen<'_>, code: EntityCode) -> Vec<Self> {
        seen.view
            .reservations_of(code)
            .map(|reservation| Self::new(seen, reservation))
            .collect()
    }

    fn new(seen: &Seen<'_>, reservation: &Reservation) -> Self {
        let words = seen.words;
        let mut groups: BTreeMap<(Option<Day>, String), Vec<EntityCode>> = BTreeMap::new();
        for (code, answer) in &reservation.answers {
            let key = (day_of(answer.state), in_words(words, answer.state));
            groups.entry(key).or_default().push(*code);
        }
        Self {
            reservation: reservation.clone(),
            sentences: sentences(seen, reservation),
            groups: groups
                .into_iter()
                .map(|((_, answer), codes)| AnswerGroup {
                    answer,
                    of: parties(seen, codes),
                })
                .collect(),
            notes: notes(words, reservation),
        }
    }

    fn view(&self, words: Words) -> AnyView {
        let groups: Vec<AnyView> = self.groups.iter().map(|group| group.view(words)).collect();
        let notes: Vec<AnyView> = self.notes.iter().map(|note| paragraph(note)).collect();
        let heading = (!groups.is_empty()).then(|| {
            view! { <h3 class="a-subheading">{say!(words, "follows-answers")}</h3> }
        });
        let groups = (!groups.is_empty()).then(|| view! { <ul>{groups}</ul> });
        view! {
            <div class="a-alternative">
                <p>{self.sentences.join(" ")}</p>
                {heading}
                {groups}
                {notes}
            </div>
        }
        .into_any()
    }
}

impl AnswerGroup {
    fn view(&self, words: Words) -> AnyView {
        view! { <li>{self.answer.clone()} ": " {party::sentence(words, &self.of)} "."</li> }
            .into_any()
    }
}

fn paragraph(text: &str) -> AnyView {
    view! { <p class="a-muted">{text.to_owned()}</p> }.into_any()
}

/// The section of the page; nothing where there is no reservation.
pub(super) fn section(
    words: Words,
    own: &[ReservationModel],
    of_others: &[String],
) -> Option<AnyView> {
    if own.is_empty() && of_others.is_empty() {
        return None;
    }
    let own: Vec<AnyView> = own.iter().map(|one| one.view(words)).collect();
    let asked = (!of_others.is_empty()).then(|| {
        let items: Vec<AnyView> = of_others
            .iter()
            .map(|text| view! { <li>{text.clone()}</li> }.into_any())
            .collect();
        view! {
            <h3 class="a-subheading">{say!(words, "follows-asked")}</h3>
            <ul>{items}</ul>
        }
    });
    Some(
        view! {
            <section class="a-section" aria-labelledby="reservations">
                <h2 id="reservations" class="a-heading">{say!(words, "follows-reservations")}</h2>
                {own}
                {asked}
            </section>
        }
        .into_any(),
    )
}

/// The reservations of others to which a participant can still object.
pub(super) fn of_others(seen: &Seen<'_>, code: EntityCode) -> Vec<String> {
    let words = seen.words;
    seen.view
        .reservations
        .iter()
        .filter(|reservation| reservation.withdrawn.is_none())
        .filter_map(|reservation| {
            let key = reservation.reservation.as_str();
            let of = words.entity(reservation.of);
            match reservation.answers.get(&code)?.state {
                AnswerState::Open { until } => Some(say!(
                    words,
                    "follows-asked-open",
                    key = key,
                    of = of,
                    day = words.day(until)
                )),
                AnswerState::OpenUntilItsConsent { not_before } => Some(say!(
                    words,
                    "follows-asked-until-consent",
                    key = key,
                    of = of,
                    day = words.day(not_before)
                )),
                AnswerState::Accepted { .. }
                | AnswerState::Objected { .. }
                | AnswerState::AcceptedBySilence { .. }
                | AnswerState::NotNotified { .. }
                | AnswerState::NotComputable => None,
            }
        })
        .collect()
}

fn sentences(seen: &Seen<'_>, reservation: &Reservation) -> Vec<String> {
    let words = seen.words;
    let key = reservation.reservation.as_str();
    let mut sentences = vec![match (reservation.made, reservation.exact) {
        (None, _) => say!(words, "follows-reservation-undated", key = key),
        (Some(day), true) => say!(
            words,
            "follows-reservation-made",
            key = key,
            day = words.day(day)
        ),
        (Some(day), false) => say!(
            words,
            "follows-reservation-made-at-the-latest",
            key = key,
            day = words.day(day)
        ),
    }];
    if !reservation.articles.is_empty() {
        let articles: Vec<String> = reservation.articles.iter().map(Key::to_string).collect();
        sentences.push(say!(
            words,
            "follows-reservation-articles",
            articles = words.list(&articles)
        ));
    }
    if let Some(day) = reservation.withdrawn {
        sentences.push(say!(
            words,
            "follows-reservation-withdrawn",
            day = words.day(day)
        ));
    }
    sentences.push(permission(words, reservation.permission));
    sentences.extend(
        reservation
            .findings
            .iter()
            .filter_map(|found| finding(words, *found)),
    );
    sentences.push(consent(words, reservation));
    let waits = matches!(reservation.consent, ConsentWithReservation::Pending { .. });
    if waits && seen.view.instrument.reservations.pending == PendingReservation::Counts {
        sentences.push(say!(words, "follows-consent-counts"));
    }
    sentences
}

fn permission(words: Words, permission: Permission) -> String {
    match permission {
        Permission::Prohibited => say!(words, "follows-permission-prohibited"),
        Permission::NotAmongThoseNamed => say!(words, "follows-permission-not-named"),
        Permission::Authorised => say!(words, "follows-permission-authorised"),
        Permission::NeedsAll => say!(words, "follows-permission-all"),
        Permission::NeedsOne => say!(words, "follows-permission-one"),
        Permission::NotStated => say!(words, "follows-permission-not-stated"),
    }
}

/// A finding, where the other sentences do not say it.
fn finding(words: Words, finding: Finding) -> Option<String> {
    match finding {
        Finding::NotConfirmed => Some(say!(words, "follows-finding-not-confirmed")),
        Finding::MadeAfterConsent => Some(say!(words, "follows-finding-after-consent")),
        Finding::NotPermitted | Finding::DateUnknown => None,
    }
}

fn consent(words: Words, reservation: &Reservation) -> String {
    match &reservation.consent {
        ConsentWithReservation::NotGiven => say!(
            words,
            "follows-consent-not-given",
            who = words.entity(reservation.of)
        ),
        ConsentWithReservation::Effective {
            since,
            ground: Ground::AcceptedBy(by),
        } => say!(
            words,
            "follows-consent-accepted-by",
            day = words.day(*since),
            names = words.list(&names(words, by.iter().copied()))
        ),
        ConsentWithReservation::Effective { since, .. } => {
            say!(words, "follows-consent-effective", day = words.day(*since))
        }
        ConsentWithReservation::Pending {
            if_silent: Some(day),
            ..
        } => say!(words, "follows-consent-if-silent", day = words.day(*day)),
        ConsentWithReservation::Pending { .. } => say!(words, "follows-consent-pending"),
        ConsentWithReservation::NotResolved => say!(words, "follows-consent-not-resolved"),
    }
}

/// The day by which answers stand in order.
fn day_of(state: AnswerState) -> Option<Day> {
    match state {
        AnswerState::Accepted { on } | AnswerState::Objected { on, .. } => Some(on),
        AnswerState::AcceptedBySilence { since } => Some(since),
        AnswerState::Open { until } => Some(until),
        AnswerState::OpenUntilItsConsent { not_before } => Some(not_before),
        AnswerState::NotNotified { from } => Some(from),
        AnswerState::NotComputable => None,
    }
}

fn in_words(words: Words, state: AnswerState) -> String {
    let day = day_of(state).map(|day| words.day(day)).unwrap_or_default();
    match state {
        AnswerState::Accepted { .. } => say!(words, "follows-answer-accepted", day = day),
        AnswerState::Objected {
            effect: ObjectionEffect::TreatyStillInForceBetween,
            ..
        } => say!(words, "follows-answer-objected", day = day),
        AnswerState::Objected {
            effect: ObjectionEffect::PrecludesEntryIntoForce,
            ..
        } => say!(words, "follows-answer-objected-precludes", day = day),
        AnswerState::AcceptedBySilence { .. } => {
            say!(words, "follows-answer-silence", day = day)
        }
        AnswerState::Open { .. } => say!(words, "follows-answer-open", day = day),
        AnswerState::OpenUntilItsConsent { .. } => {
            say!(words, "follows-answer-until-consent", day = day)
        }
        AnswerState::NotNotified { .. } => {
            say!(words, "follows-answer-not-notified", day = day)
        }
        AnswerState::NotComputable => say!(words, "follows-answer-not-computable"),
    }
}

fn notes(words: Words, reservation: &Reservation) -> Vec<String> {
    let those = |keep: &dyn Fn(&Answer) -> bool| -> Vec<EntityCode> {
        let answers = reservation.answers.iter();
        answers
            .filter(|(_, answer)| keep(answer))
            .map(|(code, _)| *code)
            .collect()
    };
    let late = those(&|answer| answer.late_objection.is_some());
    let late = (!late.is_empty()).then(|| {
        say!(
            words,
            "follows-answer-late",
            names = words.list(&names(words, late))
        )
    });
    let rests_on_silence = |answer: &Answer| {
        answer.notice_assumed
            && matches!(
                answer.state,
                AnswerState::AcceptedBySilence { .. }
                    | AnswerState::Open { .. }
                    | AnswerState::OpenUntilItsConsent { .. }
            )
    };
    let assumed = (!those(&rests_on_silence).is_empty() && reservation.withdrawn.is_none())
        .then(|| say!(words, "follows-notice-assumed"));
    late.into_iter().chain(assumed).collect()
}
