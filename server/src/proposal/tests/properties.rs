//! Whatever people do, in whatever order: nothing is published with fewer persons than the policy
//! asks for, nobody counts twice, and the register verifies.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use domain::act::{Act, SignOffPolicyAdopted};
use domain::office::Office;
use domain::policy::{Occasion, SignOffPolicy};
use domain::register::Entry;
use domain::statement::Statement;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::world::*;
use crate::account::{Actor, Role};
use crate::proposal::{Proposal, SignError, State, decision};

/// What somebody tries.
#[derive(Debug, Clone, Copy)]
enum Attempt {
    Draft(Kind),
    Edit,
    Submit,
    Countersign,
    Accept,
    SendBack,
    Withdraw,
}

/// What is proposed.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Step,
    Ratification,
    OnPaper,
    Listing,
}

/// A policy that asks for more than the standard one: the country's two in any order, then two of
/// the depositary; three for what founds.
const STRICT: &str = r#"{"rules":[
    {"acts":"national","occasion":"regular","steps":[{"all_of":[
        {"office":"liaison_of_participant","persons":1},{"office":"verifier_of_participant","persons":2}]}]},
    {"acts":"international","occasion":"regular","steps":[{"all_of":[
        {"office":"liaison_of_participant","persons":1},{"office":"verifier_of_participant","persons":1}]},
        {"all_of":[{"office":"depositary_officer","persons":2}]}]},
    {"acts":"international","occasion":"on_paper","steps":[
        {"all_of":[{"office":"depositary_officer","persons":2}]}]},
    {"acts":"acceptance","occasion":"regular","steps":[{"all_of":[{"office":"depositary_officer","persons":1}]}]},
    {"acts":"acceptance","occasion":"on_paper","steps":[{"all_of":[{"office":"depositary_officer","persons":1}]}]},
    {"acts":"founding","occasion":"regular","steps":[{"all_of":[{"office":"depositary_officer","persons":3}]}]}
]}"#;

fn attempt() -> impl Strategy<Value = Attempt> {
    let kind = prop_oneof![
        Just(Kind::Step),
        Just(Kind::Ratification),
        Just(Kind::OnPaper),
        Just(Kind::Listing),
    ];
    prop_oneof![
        2 => kind.prop_map(Attempt::Draft),
        1 => Just(Attempt::Edit),
        3 => Just(Attempt::Submit),
        6 => Just(Attempt::Countersign),
        3 => Just(Attempt::Accept),
        1 => Just(Attempt::SendBack),
        1 => Just(Attempt::Withdraw),
    ]
}

/// Everybody, some of them with two accounts.
async fn people(world: &World) -> Vec<Actor> {
    let mut people = Vec::new();
    for (name, person, role) in [
        ("l1", "ann", liaison("FRA")),
        ("l2", "bob", liaison("FRA")),
        ("v1", "ann", verifier("FRA")),
        ("v2", "cid", verifier("FRA")),
        ("v3", "dan", verifier("FRA")),
        ("v4", "cid", verifier("FRA")),
        ("d1", "dan", officer()),
        ("d2", "eve", officer()),
        ("d3", "fay", officer()),
        ("d4", "gus", officer()),
        ("d5", "eve", officer()),
        ("p1", "hal", liaison("POL")),
        ("p2", "ann", verifier("POL")),
        ("x", "ivy", Role::Leader),
    ] {
        people.push(world.account(name, person, role).await);
    }
    people
}

/// A statement that is not like another.
fn statement(kind: Kind, number: usize) -> (Statement, Occasion) {
    let made = match kind {
        Kind::Step => (step("FRA", "x"), Occasion::Regular),
        Kind::Ratification => (ratification("FRA"), Occasion::Regular),
        Kind::OnPaper => (ratification("UKR"), Occasion::OnPaper),
        Kind::Listing => (listing("DEU"), Occasion::Regular),
    };
    let (mut statement, occasion) = made;
    statement.sequence = u32::try_from(number).unwrap();
    (statement, occasion)
}

/// Those to whom the attempt is open, so that something is published now and then.
async fn those_who_may<'a>(
    world: &World,
    people: &'a [Actor],
    attempt: Attempt,
    on: Option<&Proposal>,
) -> Vec<&'a Actor> {
    let snapshot = &world.proposals.register().current().snapshot;
    let now = match on {
        Some(on) => world
            .proposals
            .register()
            .store()
            .proposal(&on.id)
            .await
            .unwrap(),
        None => None,
    };
    let may = |actor: &&Actor| match (attempt, &now) {
        (Attempt::Draft(Kind::Step | Kind::Ratification), _) => actor.role == liaison("FRA"),
        (Attempt::Draft(Kind::OnPaper | Kind::Listing), _) => actor.role == officer(),
        (Attempt::Countersign | Attempt::Accept | Attempt::SendBack, Some(now)) => {
            decision::waits_for(now, actor, snapshot)
        }
        (Attempt::Submit | Attempt::Edit | Attempt::Withdraw, Some(now)) => {
            actor.role.office().as_ref() == Some(&now.author_office)
        }
        (_, None) => false,
    };
    people.iter().filter(may).collect()
}

/// Lets somebody try something; what was drafted or edited is added to the list.
async fn try_it(
    world: &World,
    by: &Actor,
    attempt: Attempt,
    number: usize,
    on: Option<&Proposal>,
) -> Option<Proposal> {
    let proposals = &world.proposals;
    match (attempt, on) {
        (Attempt::Draft(kind), _) => {
            let (statement, occasion) = statement(kind, number);
            proposals
                .draft(by, draft_of(statement, occasion))
                .await
                .ok()
        }
        (_, None) => None,
        (Attempt::Edit, Some(on)) => {
            let mut edited = on.statement.clone().unwrap();
            edited.sequence = u32::try_from(number).unwrap();
            let fields = on.fields.clone();
            let edited = proposals.edit(by, &on.id, on.version, fields, Some(edited));
            edited.await.ok()
        }
        (Attempt::Submit, Some(on)) => {
            is_no_accident(world.submit(by, on).await);
            None
        }
        (Attempt::Countersign, Some(on)) => {
            is_no_accident(world.countersign(by, on).await);
            None
        }
        (Attempt::Accept, Some(on)) => {
            let effect = proposals.effect(on, None);
            if let Ok(effect) = effect {
                let shown = effect.digest().unwrap();
                let asked = signing(by, on);
                let acceptance = received("2026-03-01");
                is_no_accident(proposals.accept(by, asked, acceptance, shown).await);
            }
            None
        }
        (Attempt::SendBack, Some(on)) => {
            let _refused = proposals
                .send_back(by, &on.id, on.version, text("no"))
                .await;
            None
        }
        (Attempt::Withdraw, Some(on)) => {
            let _refused = proposals.withdraw(by, &on.id, on.version).await;
            None
        }
    }
}

/// A refusal is of the workflow: the store, the clock and the head of the register never object to
/// what the decision let pass.
fn is_no_accident<T>(answer: Result<T, SignError>) {
    match answer {
        Ok(_)
        | Err(
            SignError::NotHere
            | SignError::Conflict(_)
            | SignError::NotNow(_)
            | SignError::NotAllowed(_)
            | SignError::NeedsAcceptance
            | SignError::NoAcceptance
            | SignError::Refused(_),
        ) => {}
        Err(error) => panic!("{error:?}"),
    }
}

/// How many persons the policy asks for, at least, for each statement of an entry.
async fn nobody_alone(world: &World, policy: &SignOffPolicy, from: u64) {
    let register = world.proposals.register();
    for stored in register.store().entries(from, 1_000).await.unwrap() {
        let entry = Entry::decode(&stored.bytes).unwrap();
        let mut offices: BTreeMap<_, &Office> = BTreeMap::new();
        for sign_off in &entry.sign_offs {
            let office = offices.entry(sign_off.signer).or_insert(&sign_off.office);
            assert_eq!(**office, sign_off.office, "one person in two offices");
        }
        for statement in &entry.statements {
            let group = statement.act().unwrap().group();
            let rule = policy.rule(group, entry.occasion).unwrap();
            let wanted: usize = rule
                .steps
                .iter()
                .flat_map(|step| &step.all_of)
                .map(|wanted| usize::from(wanted.persons))
                .sum();
            let hash = statement.hash().unwrap();
            let of_it = entry
                .sign_offs
                .iter()
                .filter(|signed| signed.statement == hash);
            let persons: BTreeSet<_> = of_it.clone().map(|sign_off| sign_off.signer).collect();
            assert_eq!((persons.len(), of_it.count()), (wanted, wanted));
        }
    }
}

/// Plays a round, and says how many entries it published.
async fn play(strict: bool, attempts: &[(Attempt, usize, usize)]) -> u64 {
    let world = World::with(&["FRA", "POL", "UKR"]).await;
    let people = people(&world).await;
    let mut policy = SignOffPolicy::standard();
    if strict {
        policy = serde_json::from_str(STRICT).unwrap();
        let adopted = SignOffPolicyAdopted {
            policy: policy.clone(),
        };
        let adopted = about(Act::SignOffPolicyAdopted(adopted), "2026-02-01");
        let draft = world.draft(&people[6], adopted, Occasion::Regular).await;
        world.submit(&people[6], &draft).await.unwrap();
        world.publish(&people[7], &draft).await;
    }
    let from = world.size().await;
    let mut list: Vec<Proposal> = Vec::new();
    for (number, (attempt, by, on)) in attempts.iter().enumerate() {
        let on = list
            .len()
            .checked_sub(1)
            .map(|last| last - on % list.len().min(4));
        let on = on.and_then(|on| list.get(on).cloned());
        let mut may = those_who_may(&world, &people, *attempt, on.as_ref()).await;
        if by % 3 == 0 || may.is_empty() {
            may = people.iter().collect();
        }
        let by = may[(by / 3) % may.len()];
        if let Some(written) = try_it(&world, by, *attempt, number, on.as_ref()).await {
            list.push(written);
        }
    }
    let store = world.proposals.register().store();
    let mut published = BTreeSet::new();
    for proposal in &list {
        let now = store.proposal(&proposal.id).await.unwrap().unwrap();
        let persons: BTreeSet<_> = now.sign_offs.iter().map(|signed| &signed.person).collect();
        assert_eq!(persons.len(), now.sign_offs.len());
        if now.state == State::Published {
            assert!(persons.len() >= 2);
            published.extend(now.published);
        }
    }
    let size = world.size().await;
    assert_eq!(published, (from..size).collect());
    nobody_alone(&world, &policy, from).await;
    world.verifies().await;
    size - from
}

#[test]
fn nothing_is_published_with_fewer_persons_than_the_policy_asks_for() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = Config {
        cases: 10,
        failure_persistence: None,
        ..Config::default()
    };
    let attempts = vec((attempt(), any::<usize>(), any::<usize>()), 80..120);
    let published = Cell::new(0);
    TestRunner::new(config)
        .run(&(any::<bool>(), attempts), |(strict, attempts)| {
            published.set(published.get() + runtime.block_on(play(strict, &attempts)));
            Ok(())
        })
        .unwrap();
    println!("{} entries were published", published.get());
    assert!(published.get() > 0, "nothing was published");
}
