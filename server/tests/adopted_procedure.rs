//! A procedure that the register adopts is read from its file, live and after a restart.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use domain::act::{Act, ProcedureAdopted, ProcedureStanding};
use domain::day::Day;
use domain::digest::Digest;
use domain::legal_date::LegalDate;
use domain::office::Office;
use domain::policy::Occasion;
use domain::register::Draft;
use domain::sign_off::{Evidence, SignOff};
use domain::statement::Statement;
use server::register::Register;
use server::store::{Publication, Store};
use support::{Database, clock, founding, key};

/// France adopts the procedure in this file.
fn adopting(file: &[u8]) -> Publication {
    let act = Act::ProcedureAdopted(ProcedureAdopted {
        file: Digest::of(file),
        route: None,
        standing: ProcedureStanding::ConfirmedByParticipant,
    });
    let on = LegalDate::on(Day::new(2026, 1, 6).unwrap());
    let statement =
        Statement::new("made-up-treaty".parse().unwrap(), on, act).of("FRA".parse().unwrap());
    let hash = statement.hash().unwrap();
    let sign_off = |step: u32| {
        SignOff::new(
            hash,
            Occasion::ImportOfHistory,
            step,
            Office::DepositaryOfficer("depositary".parse().unwrap()),
            Evidence::PasswordStepUp,
            Digest::of(&step.to_be_bytes()),
        )
    };
    let draft = Draft {
        occasion: Occasion::ImportOfHistory,
        sign_offs: vec![sign_off(0), sign_off(1)],
        statements: vec![statement],
    };
    Publication::new(Digest::of(file), draft).with_blob(file.to_vec())
}

async fn appended(store: &Store, publication: Publication, name: &str) {
    store.append(publication, &key(name)).await.unwrap();
}

#[tokio::test]
async fn a_procedure_that_is_adopted_is_at_hand_live_and_after_a_restart() {
    let library = domain::procedure::library::of("FRA".parse().unwrap()).unwrap();
    // The same procedure in another file: one more line feed is another hash.
    let file = [library.bytes, b"\n"].concat();
    let unreadable = b"{}";
    let database = Database::new();
    let store = database.open_at(clock(0)).await;
    appended(&store, founding(), "founding").await;

    let register = Register::open(store.clone(), clock(0)).await.unwrap();
    let at_hand = |register: &Register, file: &[u8]| {
        let published = register.current();
        published.library.find(Digest::of(file)).is_some()
    };
    assert!(at_hand(&register, library.bytes));
    assert!(!at_hand(&register, &file));
    let publish = register.publish(adopting(&file), key("adopting"));
    publish.await.unwrap();
    assert!(at_hand(&register, &file));
    // A file that cannot be read stops nothing; it is just not at hand.
    let publish = register.publish(adopting(unreadable), key("unreadable"));
    publish.await.unwrap();
    assert!(!at_hand(&register, unreadable));

    let restarted = Register::open(store, clock(0)).await.unwrap();
    assert_eq!(restarted.current().snapshot.size(), 4);
    assert!(at_hand(&restarted, &file));
    assert!(!at_hand(&restarted, unreadable));
}
