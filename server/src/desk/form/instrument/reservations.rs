//! The rules on reservations (VCLT art. 19 to 23).

use app::desk::{Control, Offered, Wrong};
use app::say;
use app::words::Words;
use domain::instrument::{PendingReservation, ReservationRegime, Reservations};

use super::super::ask;
use super::super::reader::Reader;
use crate::proposal::Fields;

/// The regimes without the list that one of them has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Regime {
    NotStated,
    Prohibited,
    Only,
    AcceptedByAll,
    AcceptedByEach,
}

const REGIMES: [(&str, Regime); 5] = [
    ("not-stated", Regime::NotStated),
    ("prohibited", Regime::Prohibited),
    ("only", Regime::Only),
    ("accepted-by-all", Regime::AcceptedByAll),
    ("accepted-by-each", Regime::AcceptedByEach),
];

const PENDING: [(&str, PendingReservation); 2] = [
    ("counts", PendingReservation::Counts),
    ("once-accepted", PendingReservation::CountsOnceAccepted),
];

/// The questions.
pub fn controls(words: Words, typed: &Fields) -> Vec<Control> {
    let regimes = REGIMES
        .iter()
        .map(|(value, regime)| Offered::new(value, label(words, *regime)))
        .collect();
    let pending = PENDING
        .iter()
        .map(|(value, pending)| Offered::new(value, pending_label(words, *pending)))
        .collect();
    vec![
        ask::choice(
            typed,
            "reservations",
            say!(words, "act-reservations"),
            regimes,
        ),
        ask::line(
            typed,
            "reservations-articles",
            say!(words, "act-reservations-only-which"),
            Some(say!(words, "act-articles-hint")),
        ),
        ask::choice(typed, "pending", say!(words, "act-pending"), pending),
    ]
}

/// The regime.
pub fn read(reader: &mut Reader<'_>) -> Option<ReservationRegime> {
    let regime = reader.choice("reservations", &REGIMES);
    let pending = reader.choice("pending", &PENDING);
    if regime.is_some_and(|regime| regime != Regime::Only) {
        reader.unasked(&["reservations-articles"]);
    }
    let permitted = match regime? {
        Regime::NotStated => Reservations::NotStated,
        Regime::Prohibited => Reservations::Prohibited,
        Regime::AcceptedByAll => Reservations::AcceptedByAll,
        Regime::AcceptedByEach => Reservations::AcceptedByEach,
        Regime::Only => {
            if reader.typed("reservations-articles").is_empty() {
                reader.wrong("reservations-articles", Wrong::Missing);
                return None;
            }
            Reservations::Only(reader.keys("reservations-articles"))
        }
    };
    Some(ReservationRegime {
        permitted,
        pending: pending?,
    })
}

/// How it would have been chosen.
pub fn typed(regime: &ReservationRegime, fields: &mut Fields) {
    ask::put_choice(fields, "reservations", &REGIMES, &of(&regime.permitted));
    if let Reservations::Only(articles) = &regime.permitted {
        ask::put_keys(fields, "reservations-articles", articles);
    }
    ask::put_choice(fields, "pending", &PENDING, &regime.pending);
}

/// That the instrument is silent, until its rule was read; then a consent counts as it comes.
pub fn offered(fields: &mut Fields) {
    typed(
        &ReservationRegime {
            permitted: Reservations::NotStated,
            pending: PendingReservation::Counts,
        },
        fields,
    );
}

/// Which reservations are permitted, in words.
pub fn lines(words: Words, regime: &ReservationRegime) -> Vec<String> {
    let mut lines = vec![label(words, of(&regime.permitted))];
    if let Reservations::Only(articles) = &regime.permitted {
        let articles: Vec<String> = articles.iter().map(ToString::to_string).collect();
        lines.push(words.list(&articles));
    }
    lines
}

/// Whether a consent counts meanwhile, in words.
pub fn pending_line(words: Words, regime: &ReservationRegime) -> String {
    pending_label(words, regime.pending)
}

fn of(permitted: &Reservations) -> Regime {
    match permitted {
        Reservations::NotStated => Regime::NotStated,
        Reservations::Prohibited => Regime::Prohibited,
        Reservations::Only(_) => Regime::Only,
        Reservations::AcceptedByAll => Regime::AcceptedByAll,
        Reservations::AcceptedByEach => Regime::AcceptedByEach,
    }
}

fn label(words: Words, regime: Regime) -> String {
    match regime {
        Regime::NotStated => say!(words, "act-reservations-not-stated"),
        Regime::Prohibited => say!(words, "act-reservations-prohibited"),
        Regime::Only => say!(words, "act-reservations-only"),
        Regime::AcceptedByAll => say!(words, "act-reservations-by-all"),
        Regime::AcceptedByEach => say!(words, "act-reservations-by-each"),
    }
}

fn pending_label(words: Words, pending: PendingReservation) -> String {
    match pending {
        PendingReservation::Counts => say!(words, "act-pending-counts"),
        PendingReservation::CountsOnceAccepted => say!(words, "act-pending-once-accepted"),
    }
}
