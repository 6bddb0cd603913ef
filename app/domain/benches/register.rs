//! What the fold, one more entry and a view cost, side by side for a small and a large register.
//!
//! Ratios are what matters: a view of one instrument must not cost more in a register that is
//! fifty times as long.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark on data it makes itself"
)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use domain::act::{
    Act, ConsentExpressed, ConsentForm, ConsentMode, InstrumentDefined, ParticipantListed, Ruling,
    Signature, Signed, Standing, Tally, VoteOn, VoteTaken,
};
use domain::canonical;
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::{self, EntityCode};
use domain::instrument::{
    ExitRule, Instrument, InstrumentKind, Nature, PendingReservation, ProvisionalApplicationRule,
    ReservationRegime, Reservations, Seat,
};
use domain::legal_date::{LegalDate, ZoneName};
use domain::name::Slug;
use domain::office::Office;
use domain::policy::Occasion;
use domain::register::{Draft, Entry, HashedEntry, RecordedAt};
use domain::sign_off::{Evidence, SignOff};
use domain::snapshot::{OnUnknown, Snapshot};
use domain::statement::Statement;
use domain::text::Text;

const PARTICIPANTS: usize = 200;

fn day(n: u32) -> Day {
    Day::new(2000, 1, 1).unwrap().plus_days(n % 9_000).unwrap()
}

fn slug(n: usize) -> Slug {
    Slug::try_from(format!("instrument-{n}")).unwrap()
}

fn participants() -> Vec<EntityCode> {
    entity::all()
        .filter(|entity| entity.valid_to.is_none())
        .map(|entity| entity.code)
        .take(PARTICIPANTS)
        .collect()
}

fn instrument() -> Instrument {
    Instrument {
        titles: vec![Text::english("A treaty for measuring (illustrative)").unwrap()],
        kind: InstrumentKind::Treaty,
        nature: Nature::Illustrative,
        texts: Vec::new(),
        seat: Seat {
            place: Text::english("Paris").unwrap(),
            zone: ZoneName::try_from("Europe/Paris".to_owned()).unwrap(),
        },
        depositaries: Vec::new(),
        consent_modes: [ConsentMode::Ratification].into(),
        consent_form: ConsentForm::Deposit,
        clause: serde_json::from_str(
            r#"{"first_of":[{"when":{"and":[{"named":["DEU","FRA","GBR"]},{"fraction":[1,2],"more_than":true,"of":"signatories"}]},"then":{"first_of_month_after_months":3}}],"later":{"days":30}}"#,
        )
        .unwrap(),
        clause_text: None,
        weights: std::collections::BTreeMap::new(),
        reservations: ReservationRegime {
            permitted: Reservations::Prohibited,
            pending: PendingReservation::Counts,
        },
        provisional_application: ProvisionalApplicationRule::NotProvided,
        exit: ExitRule::NotProvided,
        activation: None,
    }
}

fn entry(index: u64, statement: Statement) -> Entry {
    let hash = statement.hash().unwrap();
    let sign_off = |step: u32| {
        SignOff::new(
            hash,
            Occasion::ImportOfHistory,
            step,
            Office::DepositaryOfficer("import".parse().unwrap()),
            Evidence::CommandLine,
            Digest::of(&step.to_be_bytes()),
        )
    };
    Draft {
        occasion: Occasion::ImportOfHistory,
        sign_offs: vec![sign_off(0), sign_off(1)],
        statements: vec![statement],
    }
    .numbered(
        index,
        RecordedAt::from_unix_micros(i64::try_from(index).unwrap() + 1).unwrap(),
    )
}

/// A register of so many entries: each instrument opened, its participants listed, then
/// signatures, votes and consents until the number is reached.
fn register(instruments: usize, entries: usize) -> Vec<Entry> {
    let codes = participants();
    let mut statements = Vec::new();
    for i in 0..instruments {
        statements.push(Statement::new(
            slug(i),
            LegalDate::on(day(0)),
            Act::InstrumentOpened(InstrumentDefined {
                instrument: Box::new(instrument()),
                reason: None,
            }),
        ));
        for code in &codes {
            let act = Act::ParticipantListed(ParticipantListed {
                standing: Standing::Listed,
                ground: None,
            });
            statements.push(Statement::new(slug(i), LegalDate::on(day(0)), act).of(*code));
        }
    }
    let mut n = 0_usize;
    while statements.len() < entries {
        let (i, who, round) = (
            n % instruments,
            (n / instruments) % codes.len(),
            n / instruments / codes.len(),
        );
        let on = LegalDate::on(day(u32::try_from(n % 8_000).unwrap()));
        let act = match round {
            0 => Act::Signed(Signed {
                signature: Signature::Simple,
            }),
            1 if who % 2 == 0 => Act::ConsentExpressed(ConsentExpressed {
                mode: ConsentMode::Ratification,
                form: ConsentForm::Deposit,
                instrument: None,
                note: None,
            }),
            _ => Act::VoteTaken(VoteTaken {
                chamber: Some("parliament".parse().unwrap()),
                on: VoteOn::Approval,
                tally: Tally {
                    yes: Some(u32::try_from(n % 400).unwrap()),
                    no: Some(12),
                    ..Tally::default()
                },
                ruling: Ruling::Carried,
                number: None,
                conditions: Vec::new(),
            }),
        };
        let mut statement = Statement::new(slug(i), on, act).of(codes[who]);
        statement.sequence = u32::try_from(round).unwrap();
        statements.push(statement);
        n += 1;
    }
    (0..)
        .zip(statements)
        .map(|(index, statement)| entry(index, statement))
        .collect()
}

fn benchmarks(c: &mut Criterion) {
    let large = register(50, 100_000);
    // The first instrument's entries alone: the same instrument in a register a fiftieth as long.
    let small: Vec<Entry> = (0..)
        .zip(
            large
                .iter()
                .filter(|entry| entry.statements[0].instrument == slug(0)),
        )
        .map(|(index, of_first)| entry(index, of_first.statements[0].clone()))
        .collect();
    let bytes: Vec<Vec<u8>> = large
        .iter()
        .map(|entry| canonical::encode(entry).unwrap())
        .collect();
    let size: usize = bytes.iter().map(Vec::len).sum();
    println!("100,000 entries are {size} bytes");

    let mut group = c.benchmark_group("fold");
    group.sample_size(10);
    group.bench_function("100000 entries", |b| {
        b.iter(|| Snapshot::fold(black_box(&large), OnUnknown::Stop).unwrap());
    });
    group.bench_function("100000 entries from stored bytes", |b| {
        b.iter(|| {
            bytes
                .iter()
                .fold(Snapshot::new(OnUnknown::Stop), |snapshot, bytes| {
                    snapshot
                        .followed_by_hashed(&HashedEntry::read(bytes).unwrap())
                        .unwrap()
                })
        });
    });
    group.bench_function("2000 entries", |b| {
        b.iter(|| Snapshot::fold(black_box(&small), OnUnknown::Stop).unwrap());
    });
    group.finish();

    let of_large = Snapshot::fold(&large, OnUnknown::Stop).unwrap();
    let of_small = Snapshot::fold(&small, OnUnknown::Stop).unwrap();
    let mut group = c.benchmark_group("one more entry");
    for (name, snapshot) in [("after 100000", &of_large), ("after 2000", &of_small)] {
        let mut statement = Statement::new(
            slug(0),
            LegalDate::on(day(8_500)),
            Act::Signed(Signed {
                signature: Signature::Simple,
            }),
        )
        .of("FRA".parse().unwrap());
        statement.sequence = 999;
        let mut next = entry(snapshot.size(), statement);
        next.recorded_at = RecordedAt::from_unix_micros(1_000_000_000).unwrap();
        group.bench_function(name, |b| {
            b.iter_batched(
                || (),
                |()| snapshot.with(black_box(&next)).unwrap(),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();

    let mut group = c.benchmark_group("view in the past");
    for (name, snapshot) in [("in 100000", &of_large), ("in 2000", &of_small)] {
        let size = snapshot.size() * 9 / 10;
        let facts: usize = snapshot
            .instrument(&slug(0))
            .map(|record| {
                record
                    .participants()
                    .map(|code| record.facts_about(code).len())
                    .sum()
            })
            .unwrap();
        println!("{name}: the instrument has {facts} facts");
        group.bench_function(name, |b| {
            b.iter(|| {
                snapshot
                    .view(&slug(0), black_box(day(4_000)), black_box(size))
                    .unwrap()
            });
        });
    }
    group.finish();
}

criterion_group!(register_benches, benchmarks);
criterion_main!(register_benches);
