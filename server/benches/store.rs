//! What appending costs at the beginning and at the end of a long register, and what the smallest
//! sets of the Paris Agreement cost on three days. Ratios are what matters.
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark on data it makes or ships with"
)]

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use domain::act::{Act, DeclarationMade};
use domain::clause::smallest_sets;
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::LegalDate;
use domain::office::Office;
use domain::policy::Occasion;
use domain::register::Draft;
use domain::sign_off::{Evidence, SignOff};
use domain::statement::Statement;
use domain::text::Text;
use server::clock::SystemClock;
use server::history::folder;
use server::history::problem::Findings;
use server::replay::in_memory::InMemory;
use server::store::{Address, IdempotencyKey, Publication, Store};

/// A declaration with its sign-offs: the store does not ask whether it may be published.
fn draft(n: u64) -> Draft {
    let text = Text::english(&format!("Declaration {n} (illustrative)")).unwrap();
    let statement = Statement::new(
        "illustrative-guarantee".parse().unwrap(),
        LegalDate::on(Day::new(2026, 1, 6).unwrap()),
        Act::DeclarationMade(DeclarationMade { text }),
    )
    .of("FRA".parse().unwrap());
    let hash = statement.hash().unwrap();
    let signed = |step, office| {
        SignOff::new(
            hash,
            Occasion::Regular,
            step,
            office,
            Evidence::PasswordStepUp,
            Digest::of(&step.to_be_bytes()),
        )
    };
    Draft {
        occasion: Occasion::Regular,
        sign_offs: vec![
            signed(0, Office::Liaison("FRA".parse().unwrap())),
            signed(1, Office::Verifier("FRA".parse().unwrap())),
            signed(2, Office::DepositaryOfficer("paris".parse().unwrap())),
        ],
        statements: vec![statement],
    }
}

async fn append(store: &Store, n: u64) {
    let publication: Publication = Publication::new(Digest::of(&n.to_be_bytes()), draft(n));
    let key = IdempotencyKey::try_from(format!("bench-{n}")).unwrap();
    store.append(publication, &key).await.unwrap();
}

fn appending(c: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut group = c.benchmark_group("append one entry, durably");
    group.sample_size(30);
    for length in [0_u64, 20_000] {
        let folder = tempfile::tempdir().unwrap();
        let address: Address = folder
            .path()
            .join("bench.db")
            .to_string_lossy()
            .parse()
            .unwrap();
        let store = runtime
            .block_on(Store::open(&address, Arc::new(SystemClock)))
            .unwrap();
        runtime.block_on(async {
            let mut n = 0;
            while n < length {
                let first: Publication = Publication::new(Digest::of(&n.to_be_bytes()), draft(n));
                let publication =
                    (1..500).fold(first, |publication, more| publication.and(draft(n + more)));
                let key = IdempotencyKey::try_from(format!("fill-{n}")).unwrap();
                store.append(publication, &key).await.unwrap();
                n += 500;
            }
        });
        let mut n = 1_000_000;
        group.bench_function(format!("after {length}"), |b| {
            b.iter_batched(
                || {
                    n += 1;
                    n
                },
                |n| runtime.block_on(append(&store, n)),
                BatchSize::PerIteration,
            );
        });
        runtime.block_on(store.close());
    }
    group.finish();
}

fn smallest_sets_of_paris(c: &mut Criterion) {
    let histories = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/histories");
    let mut findings = Findings::default();
    let history = folder::read(&histories.as_path(), &mut findings);
    let register = InMemory::build(&history, &mut findings).unwrap();
    let slug = register.slugs.get("paris_agreement_2015").unwrap();
    let mut group = c.benchmark_group("smallest sets of the Paris Agreement");
    group.sample_size(30);
    for day in ["2016-10-04", "2016-09-02", "2016-04-21"] {
        let day: Day = day.parse().unwrap();
        let view = register
            .snapshot
            .view(slug, day, register.snapshot.size())
            .unwrap();
        println!("{day}: {:?} to go", view.to_go().size());
        group.bench_function(format!("on {day}"), |b| {
            b.iter(|| {
                smallest_sets::to_go(
                    &view.instrument.clause,
                    black_box(&view.record),
                    black_box(day),
                )
            });
        });
    }
    group.finish();
}

criterion_group!(store_benches, appending, smallest_sets_of_paris);
criterion_main!(store_benches);
