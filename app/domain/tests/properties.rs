//! What holds for every register, every clause and every statement, tried on many at random.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

mod arbitrary;
#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use domain::act::*;
use domain::canonical;
use domain::clause::Effect;
use domain::clause::condition::{Base, Compared, Condition, Organisations, Weight};
use domain::clause::evaluate::evaluate;
use domain::clause::progress::{Measure, Progress};
use domain::clause::record::{Consent, Participation, Period, Record};
use domain::clause::rule::{Alternative, Clause, Persistence};
use domain::clause::smallest_sets::{self, Choice, ToGo};
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::instrument::{PendingReservation, ReservationRegime, Reservations};
use domain::legal_date::LegalDate;
use domain::name::Key;
use domain::register::{Entry, HashedEntry};
use domain::share::Share;
use domain::snapshot::{OnUnknown, Snapshot};
use domain::statement::{Content, Statement};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, TestRunner};
use support::{
    accepting, code, correcting, imported, instrument, key, listed, of, opening, retracting, slug,
    text,
};

fn cases(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}

/// Those of whom clauses and registers here speak: an organisation and a predecessor among them.
const EVERYBODY: [&str; 10] = [
    "CSK", "CZE", "DEU", "EUU", "FRA", "GBR", "POL", "TUR", "UKR", "USA",
];
/// One whom a clause may name though no record knows it.
const STRANGER: &str = "JPN";
/// The days on which things happen here; Czechoslovakia ceases to exist in their midst.
const DAYS: u32 = 30;

fn on(offset: u32) -> Day {
    support::day("1992-12-16").plus_days(offset).unwrap()
}

fn some_day() -> BoxedStrategy<Day> {
    (0..DAYS).prop_map(on).boxed()
}

fn somebody() -> BoxedStrategy<EntityCode> {
    select(&EVERYBODY[..]).prop_map(code).boxed()
}

fn some_share() -> BoxedStrategy<Share> {
    select(&["0.1", "10", "25", "33.4", "50", "55.5", "75", "90", "100"][..])
        .prop_map(|share| share.parse().unwrap())
        .boxed()
}

fn some_event() -> BoxedStrategy<Key> {
    select(&["ceasefire", "other-treaty"][..])
        .prop_map(key)
        .boxed()
}

fn some_condition() -> BoxedStrategy<Condition> {
    let codes = (btree_set(somebody(), 1..6), prop::bool::weighted(0.05)).prop_map(
        |(mut codes, stranger)| {
            if stranger {
                codes.insert(code(STRANGER));
            }
            codes
        },
    );
    arbitrary::condition(codes.boxed(), some_day(), some_share(), some_event(), 6)
}

fn some_effect() -> BoxedStrategy<Effect> {
    prop_oneof![
        Just(Effect::SameDay),
        (0..20_u32).prop_map(Effect::Days),
        Just(Effect::FirstOfMonthAfterMonths(0)),
        some_day().prop_map(Effect::Fixed),
    ]
    .boxed()
}

fn some_clause() -> BoxedStrategy<Clause> {
    let alternative = (
        some_condition(),
        option::weighted(0.3, some_day()),
        some_effect(),
    )
        .prop_map(|(when, by, then)| Alternative { when, by, then });
    let persistence = prop_oneof![
        4 => Just(Persistence::OnceMet),
        1 => Just(Persistence::UntilEntryIntoForce),
    ];
    (
        vec(alternative, 1..4),
        option::of(some_effect()),
        persistence,
    )
        .prop_map(|(alternatives, later, persistence)| Clause {
            alternatives,
            later,
            later_acceding: None,
            acceding: None,
            check_days: BTreeSet::new(),
            persistence,
        })
        .boxed()
}

/// Tables of weights: none, equal, distinct, incomplete.
fn some_weights() -> BoxedStrategy<BTreeMap<EntityCode, Share>> {
    let table = |share: &dyn Fn(usize) -> String| -> BTreeMap<EntityCode, Share> {
        let rows = EVERYBODY.iter().enumerate();
        rows.map(|(i, name)| (code(name), share(i).parse().unwrap()))
            .collect()
    };
    let distinct = ["3", "5.5", "6", "7.5", "8", "9", "11", "14", "16.4", "19.6"];
    prop_oneof![
        Just(BTreeMap::new()),
        Just(table(&|_| "10".to_owned())),
        Just(table(&|i| distinct[i].to_owned())),
        Just(table(&|i| distinct[9 - i].to_owned())),
        btree_map(
            somebody(),
            select(&["4", "8", "8.0", "20", "33.3"][..]).prop_map(|share| share.parse().unwrap()),
            0..10
        ),
    ]
    .boxed()
}

// ---- Registers ----

/// One thing that is recorded.
#[derive(Debug, Clone)]
enum Deed {
    /// An act of a participant.
    Of(EntityCode, u32, u32, Act),
    /// An act of a participant, accepted by the depositary in the same entry.
    Accepted(EntityCode, u32, u32, Act, u32),
    /// An act about the instrument as a whole.
    Whole(u32, Act),
    /// An earlier statement is replaced: by this act if it is of the same kind, or by another date.
    Correct(Index, u32, Act),
    /// An earlier statement is taken back.
    Retract(Index),
    /// An earlier statement is accepted, perhaps not for the first time.
    Accept(Index, u32),
}

fn act_of_participant() -> BoxedStrategy<Act> {
    let consent = |mode| {
        Act::ConsentExpressed(ConsentExpressed {
            mode,
            form: ConsentForm::Deposit,
            instrument: None,
            note: None,
        })
    };
    let completed = |outcome| {
        Act::StepConcluded(StepConcluded {
            outcome,
            note: None,
        })
    };
    let concluded = |outcome| {
        Act::ProcedureConcluded(ProcedureConcluded {
            outcome,
            note: None,
        })
    };
    let standing = |standing| {
        Act::ParticipantListed(ParticipantListed {
            standing,
            ground: None,
        })
    };
    let ground = text("Article 1");
    let some_reservation = || select(&["r-1", "r-2"][..]).prop_map(key);
    let effects = select(vec![
        ObjectionEffect::TreatyStillInForceBetween,
        ObjectionEffect::PrecludesEntryIntoForce,
    ]);
    prop_oneof![
        2 => some_reservation().prop_map(|reservation| Act::ReservationFormulated(ReservationFormulated { reservation, articles: vec![], text: text("Article 2") })),
        1 => some_reservation().prop_map(|reservation| Act::ReservationNotified(ReservationNotified { reservation, to: BTreeSet::new(), number: None })),
        1 => some_reservation().prop_map(|reservation| Act::ReservationWithdrawn(ReservationWithdrawn { reservation })),
        2 => (somebody(), some_reservation()).prop_map(|(of, reservation)| Act::ReservationAccepted(ReservationAccepted { of, reservation })),
        2 => (somebody(), some_reservation(), effects).prop_map(|(to, reservation, effect)| Act::ObjectionRaised(ObjectionRaised { to, reservation, effect, text: None })),
        1 => (somebody(), some_reservation()).prop_map(|(to, reservation)| Act::ObjectionWithdrawn(ObjectionWithdrawn { to, reservation })),
        8 => select(vec![ConsentMode::Ratification, ConsentMode::Accession, ConsentMode::Succession]).prop_map(consent),
        3 => select(vec![Signature::Simple, Signature::Definitive]).prop_map(|signature| Act::Signed(Signed { signature })),
        3 => (0..DAYS).prop_map(|effective| Act::WithdrawalNotified(WithdrawalNotified {
            of: WithdrawalOf::Treaty,
            effective: LegalDate::on(on(effective)),
        })),
        1 => Just(Act::WithdrawalRetracted(WithdrawalRetracted { note: None })),
        1 => select(vec![Standing::Listed, Standing::MayAccede]).prop_map(standing),
        1 => Just(Act::ParticipantRemoved(ParticipantRemoved { ground: ground.clone() })),
        1 => Just(Act::StepScheduled(StepScheduled { note: None })),
        1 => Just(Act::StepBegun(StepBegun { note: None })),
        1 => select(vec![Outcome::Completed, Outcome::Failed]).prop_map(completed),
        1 => select(vec![Outcome::Completed, Outcome::Failed]).prop_map(concluded),
        1 => Just(Act::StepNotRequired(StepNotRequired { ground })),
        1 => some_day().prop_map(|from| Act::ProvisionalApplication(ProvisionalApplication { from: LegalDate::on(from), articles: vec![] })),
        1 => some_day().prop_map(|from| Act::ProvisionalApplicationEnded(ProvisionalApplicationEnded { from: LegalDate::on(from) })),
        1 => some_day().prop_map(|in_force| Act::EntryIntoForceNotified(EntryIntoForceNotified { in_force, number: None })),
    ]
    .boxed()
}

fn act_of_whole() -> BoxedStrategy<Act> {
    prop_oneof![
        some_event().prop_map(|event| Act::EventRecorded(EventRecorded { event, text: None })),
        some_event().prop_map(|event| Act::EventEnded(EventEnded { event, text: None })),
        some_day().prop_map(|in_force| {
            Act::EntryIntoForceNotified(EntryIntoForceNotified {
                in_force,
                number: None,
            })
        }),
    ]
    .boxed()
}

/// A deed that stands for itself, whatever else is recorded and in whichever order.
fn free_deed() -> BoxedStrategy<Deed> {
    // Many on few days, so that acts meet on one day and at one place of it.
    let busy = || prop_oneof![0..DAYS, select(&[4, 5, 18][..])];
    let act = || (somebody(), busy(), 0..2_u32, act_of_participant());
    prop_oneof![
        6 => act().prop_map(|(who, on, sequence, act)| Deed::Of(who, on, sequence, act)),
        1 => (act(), 0..DAYS).prop_map(|((who, on, sequence, act), received)| {
            Deed::Accepted(who, on, sequence, act, received)
        }),
        1 => (0..DAYS, act_of_whole()).prop_map(|(on, act)| Deed::Whole(on, act)),
    ]
    .boxed()
}

fn deed() -> BoxedStrategy<Deed> {
    prop_oneof![
        6 => free_deed(),
        1 => (any::<Index>(), 0..DAYS, act_of_participant()).prop_map(|(target, on, act)| Deed::Correct(target, on, act)),
        1 => any::<Index>().prop_map(Deed::Retract),
        2 => (any::<Index>(), 0..DAYS).prop_map(|(target, received)| Deed::Accept(target, received)),
    ]
    .boxed()
}

/// What a register begins with: the instrument, and some of those who take part.
#[derive(Debug, Clone)]
struct Founding {
    clause: Clause,
    weights: BTreeMap<EntityCode, Share>,
    amended: Option<(u32, Clause)>,
    reservations: ReservationRegime,
    activation: Condition,
}

fn founding() -> BoxedStrategy<Founding> {
    let amended = option::weighted(0.3, (0..DAYS, some_clause()));
    let regime = (
        select(vec![
            Reservations::Prohibited,
            Reservations::Only(vec![key("r-1")]),
            Reservations::AcceptedByAll,
            Reservations::AcceptedByEach,
            Reservations::NotStated,
        ]),
        select(vec![
            PendingReservation::Counts,
            PendingReservation::CountsOnceAccepted,
        ]),
    );
    let regime = regime.prop_map(|(permitted, pending)| ReservationRegime { permitted, pending });
    (
        some_clause(),
        some_weights(),
        amended,
        regime,
        some_condition(),
    )
        .prop_map(
            |(clause, weights, amended, reservations, activation)| Founding {
                clause,
                weights,
                amended,
                reservations,
                activation,
            },
        )
        .boxed()
}

/// The statements of the founding, and one list for each deed, without repetition.
fn statements(founding: &Founding, deeds: &[Deed]) -> Vec<Vec<Statement>> {
    let define = |clause: &Clause| {
        let mut defined = instrument(clause.clone(), founding.weights.clone());
        defined.reservations = founding.reservations.clone();
        defined.activation = Some(founding.activation.clone());
        defined
    };
    let mut lists = vec![
        vec![opening(on(0), define(&founding.clause))],
        EVERYBODY
            .iter()
            .map(|name| listed(code(name), on(0)))
            .collect(),
    ];
    if let Some((day, clause)) = &founding.amended {
        let defined = InstrumentDefined {
            instrument: Box::new(define(clause)),
            reason: None,
        };
        let date = LegalDate::on(on(*day));
        lists.push(vec![Statement::new(
            slug(),
            date,
            Act::InstrumentAmended(defined),
        )]);
    }
    let mut recorded: BTreeMap<Digest, Statement> = lists
        .iter()
        .flatten()
        .map(|statement| (statement.hash().unwrap(), statement.clone()))
        .collect();
    // What can be corrected or accepted: whose, and the hash.
    let mut targets: Vec<(Option<EntityCode>, Digest)> = lists
        .iter()
        .flatten()
        .map(|s| (s.participant, s.hash().unwrap()))
        .collect();
    let opening = targets[0].1;
    let mut superseded = BTreeSet::new();
    for deed in deeds {
        let sequenced = |who: EntityCode, day: u32, sequence: u32, act: &Act| {
            let mut statement = of(who, on(day), act.clone());
            statement.sequence = sequence;
            statement
        };
        let open: Vec<_> = targets
            .iter()
            .filter(|(_, hash)| !superseded.contains(hash))
            .copied()
            .collect();
        let pick = |index: &Index| (!open.is_empty()).then(|| *index.get(&open));
        let list = match deed {
            Deed::Of(who, day, sequence, act) => vec![sequenced(*who, *day, *sequence, act)],
            Deed::Accepted(who, day, sequence, act, received) => {
                let statement = sequenced(*who, *day, *sequence, act);
                let received = LegalDate::on(on(*received));
                let acceptance =
                    accepting(Some(*who), on(*day), statement.hash().unwrap(), received);
                vec![statement, acceptance]
            }
            Deed::Whole(day, act) => {
                vec![Statement::new(slug(), LegalDate::on(on(*day)), act.clone())]
            }
            Deed::Correct(index, day, act) => match pick(index) {
                Some((_, hash)) if hash != opening => {
                    superseded.insert(hash);
                    let mut corrected = recorded[&hash].clone();
                    corrected.date = LegalDate::on(on(*day));
                    if corrected.kind() == act.kind() {
                        corrected.content = Content::Known(Box::new(act.clone()));
                    }
                    vec![correcting(corrected, hash)]
                }
                _ => continue,
            },
            // Who is no longer listed can do nothing more; `corrections.rs` tests that.
            Deed::Retract(index) => match pick(index) {
                Some((who, hash))
                    if hash != opening && recorded[&hash].kind() != "participant_listed" =>
                {
                    superseded.insert(hash);
                    vec![retracting(who, on(0), hash)]
                }
                _ => continue,
            },
            Deed::Accept(index, received) => match pick(index) {
                Some((who, hash)) => {
                    vec![accepting(who, on(0), hash, LegalDate::on(on(*received)))]
                }
                None => continue,
            },
        };
        let hashes: Vec<Digest> = list.iter().map(|s| s.hash().unwrap()).collect();
        if hashes.iter().any(|hash| recorded.contains_key(hash)) {
            continue;
        }
        recorded.extend(hashes.iter().copied().zip(list.iter().cloned()));
        targets.extend(list.iter().map(|s| s.participant).zip(hashes));
        lists.push(list);
    }
    lists
}

fn entries(lists: &[Vec<Statement>]) -> Vec<Entry> {
    (0..)
        .zip(lists)
        .map(|(index, statements)| imported(index, statements.clone()))
        .collect()
}

fn fold(entries: &[Entry]) -> Snapshot {
    Snapshot::fold(entries, OnUnknown::Stop).unwrap()
}

/// Everything that a view says, but for when the register came to say so.
fn seen(snapshot: &Snapshot, day: Day, size: u64) -> String {
    let view = match snapshot.view(&slug(), day, size) {
        Ok(view) => view,
        Err(error) => return error.to_string(),
    };
    let participants: Vec<_> = view
        .participants
        .iter()
        .map(|(code, one)| {
            let facts: Vec<_> = one
                .facts
                .iter()
                .map(|f| (f.hash, f.date().clone()))
                .collect();
            let follows = (&one.provisional, &one.notices, view.exit(*code));
            (
                code,
                &one.status,
                &one.consents,
                &one.without_effect,
                follows,
                facts,
            )
        })
        .collect();
    format!(
        "{:#?}",
        (
            &view.instrument.clause,
            &view.record,
            &view.evaluation,
            participants,
            &view.notified,
            (&view.reservations, &view.activation, view.threshold()),
            view.to_go(),
            view.indispensable(),
        )
    )
}

/// That two accounts of a view are the same; if not, where they part.
fn check_same(one: &str, other: &str, day: Day, size: u64) -> Result<(), TestCaseError> {
    let parts = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    prop_assert!(one == other, "on {day} at size {size}: {parts:?}");
    Ok(())
}

/// Days before, during and after what happens here.
fn days_to_look_at() -> impl Iterator<Item = Day> {
    (0..DAYS).step_by(6).chain([DAYS, 400]).map(on)
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_fold_can_be_continued(
        founding in founding(),
        deeds in vec(deed(), 0..16),
        split in any::<Index>(),
    ) {
        let entries = entries(&statements(&founding, &deeds));
        let split = split.index(entries.len() + 1);
        let whole = fold(&entries);
        let mut snapshot = fold(&entries[..split]);
        for (i, entry) in entries.iter().enumerate().skip(split) {
            let next = snapshot.with(entry).unwrap();
            // The one before is not touched: it is still the fold of what came before,
            // also after a refusal.
            prop_assert!(next.with(entry).is_err());
            prop_assert_eq!(&snapshot, &fold(&entries[..i]));
            snapshot = next;
        }
        prop_assert_eq!(snapshot, whole);
    }

    #[test]
    fn no_order_of_arrival_changes_a_view(
        founding in founding(),
        (deeds, shuffled) in vec(free_deed(), 1..16).prop_flat_map(|deeds| (Just(deeds.clone()), Just(deeds).prop_shuffle())),
        together in 1..4_usize,
    ) {
        let first = entries(&statements(&founding, &deeds));
        // The same statements in another order, and several to an entry.
        let mut lists = statements(&founding, &[]);
        let kept: BTreeSet<Digest> = first.iter().flat_map(|e| &e.statements).map(|s| s.hash().unwrap()).collect();
        let founded = lists.len();
        let others = statements(&founding, &shuffled).split_off(founded);
        let others: Vec<_> = others.into_iter().filter(|list| list.iter().all(|s| kept.contains(&s.hash().unwrap()))).collect();
        lists.extend(others.chunks(together).map(<[_]>::concat));
        let second = entries(&lists);
        let count = |entries: &[Entry]| entries.iter().map(|e| e.statements.len()).sum::<usize>();
        prop_assume!(count(&first) == count(&second));
        let (one, other) = (fold(&first), fold(&second));
        for day in days_to_look_at() {
            check_same(&seen(&one, day, one.size()), &seen(&other, day, other.size()), day, one.size())?;
        }
    }

    #[test]
    fn what_the_register_said_stays_what_it_said(
        founding in founding(),
        deeds in vec(deed(), 1..16),
    ) {
        let entries = entries(&statements(&founding, &deeds));
        let now = fold(&entries);
        for size in 0..=entries.len() {
            let then = fold(&entries[..size]);
            for day in days_to_look_at() {
                check_same(&seen(&now, day, then.size()), &seen(&then, day, then.size()), day, then.size())?;
            }
        }
    }
}

// ---- Clauses ----

fn some_participation() -> BoxedStrategy<Participation> {
    let period = (option::of(some_day()), option::weighted(0.2, some_day()))
        .prop_map(|(begin, end)| Period { begin, end });
    let consent = (some_day(), any::<bool>(), option::weighted(0.2, some_day()));
    (
        vec(period, 0..2),
        option::of(some_day()),
        option::weighted(0.4, consent),
    )
        .prop_map(|(listed, signed, consent)| Participation {
            listed,
            signed,
            consents: consent
                .map(|(begin, exact, end)| Consent {
                    begin,
                    exact,
                    end,
                    mode: ConsentMode::Ratification,
                })
                .into_iter()
                .collect(),
        })
        .boxed()
}

fn some_record() -> BoxedStrategy<Record> {
    (
        btree_map(somebody(), some_participation(), 3..11),
        some_weights(),
        btree_map(some_event(), some_day(), 0..2),
        option::weighted(0.2, 17..DAYS),
    )
        .prop_map(|(mut participants, weights, events, succeeded)| {
            // Czechia may succeed to Czechoslovakia once there is a Czechia.
            if let (Some(day), Some(czechia)) = (succeeded, participants.get_mut(&code("CZE"))) {
                czechia.consents = vec![Consent {
                    begin: on(day),
                    exact: true,
                    end: None,
                    mode: ConsentMode::Succession,
                }];
            }
            Record {
                participants,
                weights,
                events,
                ..Record::default()
            }
        })
        .boxed()
}

fn consent_from(begin: Day) -> Consent {
    Consent {
        begin,
        exact: true,
        end: None,
        mode: ConsentMode::Ratification,
    }
}

fn with_consent(record: &Record, who: EntityCode, consent: Consent) -> Record {
    let mut record = record.clone();
    let consents = &mut record.participants.entry(who).or_default().consents;
    consents.push(consent);
    consents.sort_by_key(|consent| consent.begin);
    record
}

/// That the second is at least as far as the first, in all its numbers.
fn check_no_less(less: &Progress, more: &Progress) -> Result<(), TestCaseError> {
    prop_assert!(more.met || !less.met);
    prop_assert!(more.counted().is_superset(&less.counted()));
    prop_assert!(more.missing().is_subset(&less.missing()));
    match (&less.of, &more.of) {
        (Measure::And(less), Measure::And(more)) | (Measure::Or(less), Measure::Or(more)) => {
            prop_assert_eq!(less.len(), more.len());
            for (less, more) in less.iter().zip(more) {
                check_no_less(less, more)?;
            }
        }
        (Measure::Weight { have: less, .. }, Measure::Weight { have: more, .. }) => {
            prop_assert!(more >= less);
        }
        (
            Measure::Fraction {
                need: a,
                base: base_a,
                ..
            },
            Measure::Fraction {
                need: b,
                base: base_b,
                ..
            },
        ) => prop_assert_eq!((a, base_a), (b, base_b)),
        _ => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn one_more_consent_is_never_a_step_back(
        clause in some_clause(),
        record in some_record(),
        who in somebody(),
        begin in some_day(),
        day in some_day(),
    ) {
        let clause = Clause { persistence: Persistence::OnceMet, ..clause };
        let more = with_consent(&record, who, consent_from(begin));
        for condition in clause.conditions() {
            check_no_less(
                &Progress::measure(condition, &record, day, &record.consenting(day)),
                &Progress::measure(condition, &more, day, &more.consenting(day)),
            )?;
        }
        let met = |record| evaluate(&clause, record, day).unwrap().met.map(|met| met.on);
        if let Some(before) = met(&record) {
            let after = met(&more);
            prop_assert!(after.is_some_and(|after| after <= before), "{before} became {after:?}");
        }
    }

    #[test]
    fn a_later_act_never_takes_effect_earlier(
        effect in arbitrary::moving_effect(),
        (a, apart) in prop_oneof![
            (arbitrary::day(), prop_oneof![0..70_u32, 0..100_000_u32]),
            // Around the end of a month, where months of other lengths are counted from.
            (arbitrary::day().prop_map(Day::last_of_month), 0..4_u32),
        ],
    ) {
        let Ok(b) = a.plus_days(apart) else { return Ok(()) };
        match (effect.on(a), effect.on(b)) {
            (Ok(first), Ok(second)) => {
                prop_assert!(first <= second, "{first} from {a}, {second} from {b}");
                prop_assert!(a <= first, "{first} from {a}");
            }
            // Once past the last day there is, for good.
            (first, second) => prop_assert!(second.is_err(), "{first:?} from {a}, {second:?} from {b}"),
        }
    }
}

/// A set of people, a bit for each.
type Set = u16;

/// A clause put plainly: which sets of consents would do, once its days and events have come.
enum Plain {
    And(Vec<Plain>),
    Or(Vec<Plain>),
    Known(bool),
    AllOf(Set),
    Number {
        need: u32,
        of: Set,
    },
    Ratio {
        numerator: u32,
        denominator: u32,
        more_than: bool,
        base: Set,
    },
    Tenths {
        need: u32,
        of: Vec<(Set, u32)>,
    },
}

impl Plain {
    fn holds(&self, set: Set) -> bool {
        match self {
            Self::And(parts) => parts.iter().all(|part| part.holds(set)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(set)),
            Self::Known(answer) => *answer,
            Self::AllOf(wanted) => set & wanted == *wanted,
            Self::Number { need, of } => (set & of).count_ones() >= *need,
            Self::Ratio {
                numerator,
                denominator,
                more_than,
                base,
            } => {
                let have = (set & base).count_ones() * denominator;
                let need = base.count_ones() * numerator;
                *base != 0
                    && if *more_than {
                        have > need
                    } else {
                        have >= need
                    }
            }
            Self::Tenths { need, of } => {
                let have: u32 = of
                    .iter()
                    .filter(|(who, _)| set & who != 0)
                    .map(|(_, tenths)| tenths)
                    .sum();
                have >= *need
            }
        }
    }
}

fn tenths(share: Share) -> u32 {
    let text = share.to_string();
    let (whole, tenth) = text.split_once('.').unwrap_or((&text, "0"));
    whole.parse::<u32>().unwrap() * 10 + tenth.parse::<u32>().unwrap()
}

/// What trying every set finds.
struct BruteForce {
    people: Vec<EntityCode>,
    consenting: Set,
    candidates: Vec<Set>,
    alternatives: Vec<Option<Plain>>,
}

impl BruteForce {
    fn new(clause: &Clause, record: &Record, day: Day) -> Self {
        let people: Vec<EntityCode> = EVERYBODY
            .iter()
            .chain([&STRANGER])
            .map(|name| code(name))
            .collect();
        let mut force = Self {
            people,
            consenting: 0,
            candidates: vec![],
            alternatives: vec![],
        };
        force.consenting = force.set(&record.consenting(day));
        let mut may_come: BTreeSet<EntityCode> = record.participants.keys().copied().collect();
        for condition in clause.conditions() {
            match condition {
                Condition::Named(codes) => may_come.extend(codes),
                Condition::Count(count) => may_come.extend(count.of.iter().flatten()),
                Condition::Fraction(fraction) => {
                    if let Base::These(codes) = &fraction.base {
                        may_come.extend(codes);
                    }
                }
                _ => {}
            }
        }
        if day > support::day("1992-12-31") {
            may_come.remove(&code("CSK"));
        }
        let may_come = force.set(&may_come) & !force.consenting;
        force.candidates = (0..force.people.len())
            .map(|i| 1 << i)
            .filter(|bit| may_come & bit != 0)
            .collect();
        force.alternatives = clause
            .alternatives
            .iter()
            .map(|alternative| {
                let open = alternative.by.is_none_or(|by| day <= by);
                open.then(|| force.plain(&alternative.when, alternative.by, record, day))
            })
            .collect();
        force
    }

    fn set(&self, codes: &BTreeSet<EntityCode>) -> Set {
        let bits = self.people.iter().enumerate();
        bits.filter(|(_, code)| codes.contains(code))
            .map(|(i, _)| 1 << i)
            .sum()
    }

    fn plain(&self, condition: &Condition, by: Option<Day>, record: &Record, day: Day) -> Plain {
        let all = |parts: &[Condition]| -> Vec<Plain> {
            parts
                .iter()
                .map(|part| self.plain(part, by, record, day))
                .collect()
        };
        let organisation = self.set(&support::codes(&["EUU"]));
        let admitted = |organisations| match organisations {
            Organisations::Counted => Set::MAX,
            Organisations::NotCounted => !organisation,
        };
        match condition {
            Condition::And(parts) => Plain::And(all(parts)),
            Condition::Or(parts) => Plain::Or(all(parts)),
            Condition::Named(codes) => Plain::AllOf(self.set(codes)),
            Condition::All => match self.set(&record.listed(day)) {
                0 => Plain::Known(false),
                listed => Plain::AllOf(listed),
            },
            Condition::Count(count) => Plain::Number {
                need: count.need,
                of: count.of.as_ref().map_or(Set::MAX, |of| self.set(of))
                    & !self.set(&count.other_than)
                    & admitted(count.organisations),
            },
            Condition::Fraction(fraction) => {
                let frozen = fraction.base_on.map_or(day, |frozen| frozen.min(day));
                let base = match &fraction.base {
                    Base::Listed => self.set(&record.listed(frozen)),
                    Base::Signatories => self.set(&record.signatories(frozen)),
                    Base::These(codes) => self.set(codes),
                };
                // A base that is still to be frozen is known on that day, if it comes in time.
                let too_late = match (&fraction.base, fraction.base_on, by) {
                    (Base::These(_), _, _) => false,
                    (_, Some(frozen), Some(by)) => day < frozen && by < frozen,
                    _ => false,
                };
                Plain::Ratio {
                    numerator: fraction.numerator,
                    denominator: fraction.denominator,
                    more_than: fraction.compared == Compared::MoreThan,
                    base: if too_late {
                        0
                    } else {
                        base & admitted(fraction.organisations)
                    },
                }
            }
            Condition::Weight(weight) => Plain::Tenths {
                need: tenths(weight.need),
                of: (0..self.people.len())
                    .map(|i| (1 << i, self.people[i]))
                    .filter(|(bit, _)| bit & admitted(weight.organisations) != 0)
                    .map(|(bit, code)| {
                        (
                            bit,
                            record.weights.get(&code).map_or(0, |share| tenths(*share)),
                        )
                    })
                    .collect(),
            },
            Condition::FromDate(from) => Plain::Known(by.is_none_or(|by| *from <= by)),
            Condition::Event(_) => Plain::Known(true),
        }
    }

    fn is_enough(&self, alternative: usize, set: Set) -> bool {
        let alternative = self.alternatives[alternative].as_ref();
        alternative.is_some_and(|plain| plain.holds(self.consenting | set))
    }

    /// Every set of candidates that would do.
    fn sufficient(&self) -> Vec<Set> {
        (0..1_u32 << self.candidates.len())
            .map(|choice| {
                let bits = self.candidates.iter().enumerate();
                bits.filter(|(i, _)| choice >> i & 1 == 1)
                    .map(|(_, bit)| bit)
                    .sum()
            })
            .filter(|set| (0..self.alternatives.len()).any(|i| self.is_enough(i, *set)))
            .collect()
    }
}

/// Every set that a choice stands for.
fn expand(choice: &Choice) -> Vec<BTreeSet<EntityCode>> {
    let mut sets = vec![BTreeSet::new()];
    for pick in &choice.0 {
        let from: Vec<EntityCode> = pick.from.iter().copied().collect();
        let taken: Vec<BTreeSet<EntityCode>> = (0..1_u32 << from.len())
            .filter(|bits| bits.count_ones() == pick.take)
            .map(|bits| {
                (0..from.len())
                    .filter(|i| bits >> i & 1 == 1)
                    .map(|i| from[i])
                    .collect()
            })
            .collect();
        sets = sets
            .iter()
            .flat_map(|set| taken.iter().map(move |taken| set | taken))
            .collect();
    }
    sets
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn the_smallest_sets_are_those_that_trying_every_set_finds(
        clause in some_clause(),
        record in some_record(),
        day in some_day(),
    ) {
        check_smallest_sets(&clause, &record, day)?;
    }

    #[test]
    fn the_smallest_sets_by_weight_are_those_that_trying_every_set_finds(
        conditions in vec(prop_oneof![
            some_condition(),
            (some_share(), arbitrary::organisations()).prop_map(|(need, organisations)| {
                Condition::Weight(Weight { need, organisations })
            }),
        ], 1..4),
        record in some_record(),
        day in some_day(),
    ) {
        check_smallest_sets(&clause_of(Condition::And(conditions)), &record, day)?;
    }

    /// Beyond what is followed path by path, the bounds given are true ones.
    #[test]
    fn an_intricate_clause_is_answered_or_bounded(
        either in vec(vec(some_condition(), 3..5).prop_map(Condition::Or), 3..5),
        record in some_record(),
        day in some_day(),
    ) {
        check_smallest_sets(&clause_of(Condition::And(either)), &record, day)?;
    }
}

/// A clause of one condition, met on the same day.
fn clause_of(when: Condition) -> Clause {
    Clause {
        alternatives: vec![Alternative {
            when,
            by: None,
            then: Effect::SameDay,
        }],
        later: None,
        later_acceding: None,
        acceding: None,
        check_days: BTreeSet::new(),
        persistence: Persistence::OnceMet,
    }
}

fn check_smallest_sets(clause: &Clause, record: &Record, day: Day) -> Result<(), TestCaseError> {
    let to_go = smallest_sets::to_go(clause, record, day);
    if to_go == ToGo::Met {
        prop_assert!(evaluate(clause, record, day).unwrap().met.is_some());
        prop_assert_eq!(to_go.size(), Some(0));
        return Ok(());
    }
    let force = BruteForce::new(clause, record, day);
    let sufficient = force.sufficient();
    let smallest = sufficient.iter().map(|set| set.count_ones()).min();
    match &to_go {
        ToGo::Met => {}
        ToGo::OutOfReach => prop_assert_eq!(smallest, None),
        ToGo::Bounded { at_least, at_most } => {
            prop_assert!(
                smallest.is_none_or(|smallest| *at_least <= smallest),
                "{:?}, but {:?}",
                to_go,
                smallest
            );
            if let Some(at_most) = at_most {
                prop_assert!(
                    smallest.is_some_and(|smallest| smallest <= *at_most),
                    "{:?}, but {:?}",
                    to_go,
                    smallest
                );
            }
        }
        ToGo::Ways(ways) => {
            prop_assert_eq!(to_go.size(), smallest, "{:?}", to_go);
            let mut found = BTreeSet::new();
            for way in ways {
                prop_assert!(!way.choices.is_empty());
                for set in way.choices.iter().flat_map(expand) {
                    let bits = force.set(&set);
                    prop_assert_eq!(bits.count_ones(), way.size, "{:?} of {:?}", set, way);
                    prop_assert!(bits & force.consenting == 0, "{:?} has consented", set);
                    prop_assert!(
                        force.is_enough(way.alternative, bits),
                        "{:?} of {:?}",
                        set,
                        way
                    );
                    if Some(way.size) == smallest {
                        found.insert(bits);
                    }
                }
                check_against_the_clause(clause, record, day, way)?;
            }
            let least = ways.iter().filter(|way| Some(way.size) == smallest);
            let expected: BTreeSet<Set> = sufficient
                .iter()
                .copied()
                .filter(|set| Some(set.count_ones()) == smallest)
                .collect();
            prop_assert!(found.is_subset(&expected));
            if least.clone().all(|way| way.complete) {
                prop_assert_eq!(found, expected, "{:?}", to_go);
            }
        }
    }
    if !sufficient.is_empty() {
        let in_all = sufficient.iter().fold(Set::MAX, |all, set| all & set);
        let indispensable = smallest_sets::indispensable(clause, record, day);
        prop_assert_eq!(
            force.set(&indispensable),
            in_all,
            "indispensable: {:?}",
            indispensable
        );
    }
    Ok(())
}

/// That the clause itself is met if the first sets of a way consent today and its events happen.
fn check_against_the_clause(
    clause: &Clause,
    record: &Record,
    day: Day,
    way: &smallest_sets::Way,
) -> Result<(), TestCaseError> {
    if way.not_before.is_some() {
        return Ok(());
    }
    let mut after = record.clone();
    for event in &way.awaits {
        after.events.insert(event.clone(), day);
    }
    for set in way.choices.iter().flat_map(expand).take(3) {
        let after = set.iter().fold(after.clone(), |after, who| {
            with_consent(&after, *who, consent_from(day))
        });
        prop_assert!(
            evaluate(clause, &after, day).unwrap().met.is_some(),
            "{:?} of {:?}",
            set,
            way
        );
    }
    Ok(())
}

// ---- Bytes ----

fn check_bytes<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(
    value: &T,
) -> Result<(), TestCaseError> {
    let bytes = canonical::encode(value).unwrap();
    let again: T = canonical::decode(&bytes)
        .map_err(|e| TestCaseError::fail(format!("{e}: {}", String::from_utf8_lossy(&bytes))))?;
    prop_assert_eq!(&again, value);
    prop_assert_eq!(canonical::encode(&again).unwrap(), bytes);
    Ok(())
}

#[test]
fn every_act_is_written_and_read_byte_for_byte() {
    let mut kinds = BTreeSet::new();
    for act in arbitrary::acts() {
        let statements = arbitrary::statement(act.prop_map(arbitrary::known));
        let mut runner = TestRunner::new(cases(48));
        let one = statements.new_tree(&mut runner).unwrap().current();
        let kind = one.act().unwrap().kind();
        runner
            .run(&statements, |statement| check_bytes(&statement))
            .unwrap_or_else(|e| panic!("{kind}: {e}"));
        kinds.insert(kind);
    }
    assert_eq!(kinds, Act::KINDS.iter().copied().collect());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_entry_is_written_and_read_byte_for_byte(entry in arbitrary::entry()) {
        check_bytes(&entry)?;
        let bytes = entry.encode().unwrap();
        // The hashes taken from stored bytes are those of the statements.
        let stored = HashedEntry::read(&bytes).unwrap();
        prop_assert_eq!(stored.entry(), &entry);
        prop_assert_eq!(stored.hashes().len(), entry.statements.len());
        for (statement, hash) in entry.statements.iter().zip(stored.hashes()) {
            prop_assert_eq!(statement.hash().unwrap(), *hash);
            prop_assert_eq!(Digest::of(&canonical::encode(statement).unwrap()), *hash);
        }
    }
}
