//! Accounts: one answer for all who may not in, slow for who guesses, and nobody locked out.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod installation;

use std::net::IpAddr;
use std::time::Duration;

use domain::register::RecordedAt;
use futures_util::future::join_all;
use installation::{Installation, PASSWORD};
use server::account::{
    AddError, Caller, ChangePasswordError, CloseError, Failure, Holder, NewAccount, SignInError,
    StepUpError,
};
use server::audit::{Action, Audit, Line, Outcome, Place, Wanted};
use server::password::{Cost, PasswordError, Weak};
use server::randomness::SystemRandomness;
use server::secret::Secrets;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;

const WRONG: &str = "seven small owls in a bush";

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

/// How long somebody was told to wait; nothing if the password was looked at and was wrong.
fn refused<T: std::fmt::Debug>(result: Result<T, SignInError>) -> Option<Duration> {
    let refused = match result.unwrap_err() {
        SignInError::Refused { retry_after } => Some(retry_after),
        SignInError::Busy(_) | SignInError::Failed(_) => None,
    };
    refused.unwrap()
}

#[tokio::test]
async fn a_wrong_password_and_a_name_that_does_not_exist_get_one_answer_and_cost_the_same() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let (_, initial) = house.newcomer("late", "leader").await;
    let closed = house.officer("closed", "auditor").await;
    house.accounts.close(&closed.account).await.unwrap();
    house.pass(24 * 3_600);
    let long = "x".repeat(5_000);
    let mut answers = Vec::new();
    for (name, password) in [
        ("anna", WRONG),
        ("nobody", WRONG),
        ("nobody", PASSWORD),
        ("closed", PASSWORD),
        ("late", initial.reveal()),
        ("anna", ""),
        ("anna", &long),
        (&long, WRONG),
        ("", ""),
        ("a\0\n", WRONG),
    ] {
        let before = house.passwords.runs();
        let answer = house
            .accounts
            .sign_in(name, password, house.an_address())
            .await;
        assert_eq!(house.passwords.runs() - before, 1, "{name}");
        answers.push(format!("{answer:?}"));
        assert_eq!(refused(answer), None);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
}

#[tokio::test]
async fn a_name_is_found_whatever_its_capitals_and_the_password_only_as_typed() {
    let house = Installation::new().await;
    let anna = house.officer("Anna.Żak", "verifier:POL").await;
    for name in ["Anna.Żak", "anna.żak", " ANNA.ŻAK ", "anna.z\u{307}ak"] {
        let found = house
            .accounts
            .sign_in(name, PASSWORD, house.an_address())
            .await;
        assert_eq!(found.unwrap().actor, anna, "{name}");
    }
    for password in [&format!("{PASSWORD} "), &PASSWORD.to_uppercase()] {
        let answer = house
            .accounts
            .sign_in("anna.żak", password, house.an_address())
            .await;
        assert_eq!(refused(answer), None);
    }
}

#[tokio::test]
async fn who_guesses_waits_longer_and_longer_and_waiting_costs_nothing() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let from = address("203.0.113.9");
    let mut waits = Vec::new();
    for _ in 0..30 {
        let guess = house.accounts.sign_in("anna", WRONG, from).await;
        assert_eq!(refused(guess), None);
        let before = house.passwords.runs();
        // Even the right password is not looked at before the time.
        let wait = refused(house.accounts.sign_in("anna", PASSWORD, from).await).unwrap();
        assert_eq!(house.passwords.runs(), before);
        waits.push(wait.as_secs());
        house.pass(20);
    }
    let expected: Vec<u64> = [(1, 2), (3, 6), (5, 16), (10, 6)]
        .into_iter()
        .flat_map(|(wait, times)| std::iter::repeat_n(wait, times))
        .collect();
    assert_eq!(waits, expected);
    // A right password forgets them.
    house
        .accounts
        .sign_in("anna", PASSWORD, from)
        .await
        .unwrap();
    assert_eq!(
        refused(house.accounts.sign_in("anna", WRONG, from).await),
        None
    );
    let wait = refused(house.accounts.sign_in("anna", WRONG, from).await).unwrap();
    assert_eq!(wait.as_secs(), 1);
}

#[tokio::test]
async fn nobody_can_lock_somebody_else_out() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let home = house.an_address();
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    let attacker = address("203.0.113.9");
    for _ in 0..101 {
        assert_eq!(
            refused(house.accounts.sign_in("anna", WRONG, attacker).await),
            None
        );
        house.pass(61);
    }
    assert_eq!(
        refused(house.accounts.sign_in("anna", WRONG, attacker).await),
        None
    );
    assert!(refused(house.accounts.sign_in("anna", WRONG, attacker).await).is_some());
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    let elsewhere = house.an_address();
    house
        .accounts
        .sign_in("anna", PASSWORD, elsewhere)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_flood_from_everywhere_does_not_slow_an_address_the_holder_has_used() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let home = address("2001:db8:1:2::1");
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    house.pass(60);
    let mut slowed = None;
    for number in 0..40 {
        let from = IpAddr::from([198, 51, 100, number]);
        slowed = slowed.or(refused(house.accounts.sign_in("anna", WRONG, from).await));
    }
    assert!(slowed.unwrap() <= Duration::from_millis(100));
    let other = house.an_address();
    assert!(refused(house.accounts.sign_in("anna", PASSWORD, other).await).is_some());
    // The same half of an IPv6 address is the same address.
    let same_house = address("2001:db8:1:2:3:4:5:6");
    house
        .accounts
        .sign_in("anna", PASSWORD, same_house)
        .await
        .unwrap();
}

#[tokio::test]
async fn one_password_cannot_be_tried_on_many_accounts_from_one_address() {
    let house = Installation::new().await;
    let from = address("203.0.113.9");
    let mut tried = 0;
    while refused(
        house
            .accounts
            .sign_in(&format!("name{tried}"), WRONG, from)
            .await,
    )
    .is_none()
    {
        tried += 1;
    }
    assert_eq!(tried, 20);
    house.pass(6);
    assert_eq!(
        refused(house.accounts.sign_in("one.more", WRONG, from).await),
        None
    );
    assert!(refused(house.accounts.sign_in("two.more", WRONG, from).await).is_some());
}

#[tokio::test]
async fn many_attempts_at_once_gain_nothing_and_a_restart_forgets_nothing() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    let from = address("203.0.113.9");
    let before = house.passwords.runs();
    let attempts = (0..50).map(|_| house.accounts.sign_in("anna", WRONG, from));
    for answer in join_all(attempts).await {
        let _wait = refused(answer);
    }
    assert_eq!(house.passwords.runs() - before, 1);
    let house = house.restarted_at(Cost::FLOOR).await;
    assert!(refused(house.accounts.sign_in("anna", PASSWORD, from).await).is_some());
    house.pass(1);
    house
        .accounts
        .sign_in("anna", PASSWORD, from)
        .await
        .unwrap();
}

#[tokio::test]
async fn beyond_the_queue_the_answer_is_busy() {
    let house = Installation::new().await;
    let checks = (0..80).map(|_| house.passwords.check(PASSWORD, None));
    let busy = join_all(checks)
        .await
        .into_iter()
        .filter(|answer| matches!(answer, Err(PasswordError::Busy(_))))
        .count();
    assert!(busy > 0);
    assert_eq!(u64::try_from(80 - busy).unwrap(), house.passwords.runs());
}

#[tokio::test]
async fn a_password_made_by_the_program_opens_the_door_for_a_day_and_signs_nothing() {
    let house = Installation::new().await;
    let (actor, initial) = house.newcomer("anna", "verifier:POL").await;
    let from = house.an_address();
    let found = house.accounts.sign_in("anna", initial.reveal(), from).await;
    assert_eq!(found.unwrap().actor, actor);
    let stepped_up = house.accounts.step_up(&actor, initial.reveal(), from).await;
    assert!(matches!(stepped_up, Err(StepUpError::MustChangePassword)));
    house
        .accounts
        .change_password(&actor, initial.reveal(), PASSWORD, from)
        .await
        .unwrap();
    let step_up = house
        .accounts
        .step_up(&actor, PASSWORD, from)
        .await
        .unwrap();
    assert_eq!(step_up.account(), &actor.account);
    let old = house.accounts.sign_in("anna", initial.reveal(), from).await;
    assert_eq!(refused(old), None);
    house.pass(48 * 3_600);
    house
        .accounts
        .sign_in("anna", PASSWORD, from)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_step_up_is_one_own_password_and_is_slowed_down_like_a_sign_in() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "verifier:POL").await;
    let from = house.an_address();
    for _ in 0..2 {
        let wrong = house.accounts.step_up(&anna, WRONG, from).await;
        assert!(matches!(
            wrong,
            Err(StepUpError::Refused { retry_after: None })
        ));
        let early = house.accounts.step_up(&anna, PASSWORD, from).await;
        assert!(matches!(
            early,
            Err(StepUpError::Refused {
                retry_after: Some(_)
            })
        ));
        house.pass(2);
    }
    house.accounts.step_up(&anna, PASSWORD, from).await.unwrap();
    house.accounts.close(&anna.account).await.unwrap();
    let closed = house.accounts.step_up(&anna, PASSWORD, from).await;
    assert!(matches!(closed, Err(StepUpError::Refused { .. })));
}

#[tokio::test]
async fn a_password_is_changed_with_the_old_one_to_one_that_is_not_tried_first() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "leader").await;
    let from = house.an_address();
    let change = async |old: &str, new: &str| {
        house
            .accounts
            .change_password(&anna, old, new, from)
            .await
            .unwrap_err()
    };
    assert!(matches!(
        change(PASSWORD, "short").await,
        ChangePasswordError::Weak(Weak::TooShort)
    ));
    assert!(matches!(
        change(PASSWORD, "passwordpassword").await,
        ChangePasswordError::Weak(Weak::Common)
    ));
    assert!(matches!(
        change(PASSWORD, PASSWORD).await,
        ChangePasswordError::Same
    ));
    assert!(matches!(
        change(WRONG, "nine large owls in a tree").await,
        ChangePasswordError::Refused { retry_after: None }
    ));
    house.pass(2);
    house
        .accounts
        .sign_in("anna", PASSWORD, from)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_name_is_one_account_and_is_never_taken_over_by_somebody_else() {
    let house = Installation::new().await;
    let anna = house.officer("Anna", "liaison:POL").await;
    let new = |name: &str, holder: &Holder, role: &str| NewAccount {
        name: name.parse().unwrap(),
        holder: holder.clone(),
        role: role.parse().unwrap(),
    };
    let same = Holder::Existing(anna.person.clone());
    for holder in [&Holder::New, &same] {
        let taken = house.accounts.add(new("aNNa", holder, "leader")).await;
        assert!(matches!(taken, Err(AddError::NameTaken(_))), "{taken:?}");
    }
    house.accounts.close(&anna.account).await.unwrap();
    let closed = house.accounts.close(&anna.account).await;
    assert!(matches!(closed, Err(CloseError::NotOpen)));
    let taken = house
        .accounts
        .add(new("anna", &Holder::New, "leader"))
        .await;
    assert!(matches!(taken, Err(AddError::NameTaken(_))));
    // Another role for the same person: the old account is closed and another is added.
    let (id, _) = house
        .accounts
        .add(new("anna", &same, "verifier:POL"))
        .await
        .unwrap();
    let again = house.accounts.actor(&id).await.unwrap().unwrap();
    assert_eq!(again.person, anna.person);
    assert_ne!(again.account, anna.account);
    assert_eq!(house.accounts.actor(&anna.account).await.unwrap(), None);
    let administrator = house
        .accounts
        .add(new("anna.admin", &same, "administrator"))
        .await;
    assert!(matches!(
        administrator,
        Err(AddError::AdministratorsSignNothing)
    ));
    let nobody = Holder::Existing(server::account::PersonId("nobody".to_owned()));
    let nobody = house.accounts.add(new("boris", &nobody, "leader")).await;
    assert!(matches!(nobody, Err(AddError::NoSuchPerson)));
    let listed = house.accounts.list().await.unwrap();
    assert_eq!(listed.len(), 2);
    assert!(listed[0].closed_at.is_some() && listed[1].closed_at.is_none());
}

#[tokio::test]
async fn a_password_moves_to_a_newer_pepper_and_another_cost_at_the_next_sign_in() {
    let house = Installation::new().await;
    house.officer("anna", "liaison:POL").await;
    house.officer("boris", "liaison:UKR").await;
    let home = house.an_address();
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    let secrets = house.file("secrets");
    let first: Vec<_> = std::fs::read_dir(&secrets).unwrap().collect();
    let first = first[0].as_ref().unwrap().path();
    let second = Secrets::rotate(&secrets, &SystemRandomness).unwrap();
    let dearer = Cost::new(12_289, 3).unwrap();
    let house = house.restarted_at(dearer).await;
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    let (phc, pepper): (String, String) = sqlx::query_as(
        "SELECT phc, pepper FROM credential JOIN account ON account.id = account WHERE name = 'anna'",
    )
    .fetch_one(&mut raw(&house).await)
    .await
    .unwrap();
    assert_eq!(pepper, second.to_string());
    assert!(phc.starts_with("$argon2id$v=19$m=12289,t=3,p=1$"), "{phc}");
    // Once more, and nothing is hashed again.
    let before = house.passwords.runs();
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    assert_eq!(house.passwords.runs() - before, 1);

    std::fs::remove_file(first).unwrap();
    let house = house.restarted_at(dearer).await;
    house
        .accounts
        .sign_in("anna", PASSWORD, home)
        .await
        .unwrap();
    let lost = house
        .accounts
        .sign_in("boris", PASSWORD, house.an_address())
        .await;
    assert!(
        matches!(
            lost,
            Err(SignInError::Failed(Failure::Password(
                PasswordError::PepperMissing(_)
            )))
        ),
        "{lost:?}"
    );
}

#[tokio::test]
async fn the_audit_trail_tells_who_did_what_and_only_grows() {
    let house = Installation::new().await;
    let anna = house.officer("anna", "liaison:POL").await;
    let home = house.an_address();
    let caller = Caller::new(home, "request-7");
    house
        .accounts
        .sign_in("anna", PASSWORD, caller.clone())
        .await
        .unwrap();
    let typed = "my secret in the wrong field";
    let _refused = house.accounts.sign_in(typed, WRONG, caller.clone()).await;
    let _refused = house.accounts.sign_in("anna", WRONG, caller).await;
    house.accounts.close(&anna.account).await.unwrap();
    let audit = Audit::new(house.store.clone(), house.clock.clone());
    let lines: Vec<_> = audit.lines(Wanted::default(), 200).await.unwrap();
    let told: Vec<_> = lines
        .iter()
        .rev()
        .map(|line| {
            let event = line.event.clone().unwrap();
            let about = event.subject == Some(anna.account.0.clone());
            let by = event.account == Some(anna.account.clone());
            (event.action, event.outcome, by, about)
        })
        .collect();
    assert_eq!(
        told,
        [
            (Action::AccountAdded, Outcome::Done, false, true),
            (Action::StepUp, Outcome::Done, true, false),
            (Action::PasswordChange, Outcome::Done, true, false),
            (Action::SignIn, Outcome::Done, true, false),
            (Action::SignIn, Outcome::Refused, false, false),
            (Action::SignIn, Outcome::Refused, false, true),
            (Action::AccountClosed, Outcome::Done, false, true),
        ]
    );
    let requests: Vec<_> = lines
        .iter()
        .map(|line| line.event.clone().unwrap().request)
        .collect();
    assert_eq!(requests[1].as_deref(), Some("request-7"));
    let signed_by = lines[3].by.clone().unwrap();
    assert_eq!(signed_by.person, anna.person);
    assert_eq!(
        (signed_by.name.as_str(), signed_by.role),
        ("anna", anna.role)
    );

    // The pages follow one another, also where many lines are of one instant, and a kind is found.
    let numbers = async |wanted: Wanted, most| -> Vec<i64> {
        let lines = audit.lines(wanted, most).await.unwrap();
        lines.iter().map(|line| line.id).collect()
    };
    let of = |line: &Line| {
        Some(Place {
            at: line.at,
            id: line.id,
        })
    };
    let mut paged = Vec::new();
    let mut wanted = Wanted::default();
    loop {
        let page = audit.lines(wanted, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        wanted.before = of(last);
        paged.extend(page.iter().map(|line| line.id));
    }
    assert_eq!(paged, [7, 6, 5, 4, 3, 2, 1]);
    let kind = Wanted {
        action: Some(Action::SignIn),
        ..Wanted::default()
    };
    assert_eq!(numbers(kind, 200).await, [6, 5, 4]);
    let until = Wanted {
        before: of(&lines[1]),
        ..kind
    };
    assert_eq!(numbers(until, 1).await, [5]);
    let later = RecordedAt::from_unix_micros(lines[0].at.unix_micros() + 1);
    let since = Wanted {
        since: later,
        ..Wanted::default()
    };
    assert!(numbers(since, 200).await.is_empty());

    let mut raw = raw(&house).await;
    for statement in [
        "UPDATE audit SET outcome = 'done'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit (id, at, action, outcome) VALUES (1, 0, 'x', 'done')",
        "UPDATE account SET closed_at = NULL",
        "UPDATE account SET role = 'administrator', entity = NULL",
    ] {
        let changed = sqlx::raw_sql(statement).execute(&mut raw).await;
        assert!(changed.is_err(), "{statement}");
    }
}

async fn raw(house: &Installation) -> sqlx::sqlite::SqliteConnection {
    SqliteConnectOptions::new()
        .filename(house.file("assent.db"))
        .connect()
        .await
        .unwrap()
}
