//! Many at once, answers that are lost, and a register that moves meanwhile.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::policy::Occasion;

use super::world::*;
use crate::account::Actor;
use crate::proposal::{Advanced, EditError, Proposal, SignError, State};
use crate::store::{Receipt, Store};

/// What fifty requests at once are answered, a few by each of these.
async fn all_at_once(
    world: &Arc<World>,
    actors: &[Actor],
    proposal: &Proposal,
) -> Vec<Result<Advanced, SignError>> {
    let mut requests = tokio::task::JoinSet::new();
    for (number, actor) in (0..50).zip(actors.iter().cycle()) {
        let (world, actor, proposal) = (Arc::clone(world), actor.clone(), proposal.clone());
        requests.spawn(async move {
            let mut asked = signing(&actor, &proposal);
            asked.key = key(&format!("request-{number}"));
            world.proposals.countersign(&actor, asked, None).await
        });
    }
    requests.join_all().await
}

fn receipts(answers: &[Result<Advanced, SignError>]) -> Vec<&Receipt> {
    answers
        .iter()
        .filter_map(|answer| match answer {
            Ok(Advanced::Published(receipt)) => Some(receipt),
            Ok(Advanced::Waiting(state)) => panic!("waits: {state}"),
            Err(SignError::NotNow(now)) if now.state == State::Published => None,
            Err(error) => panic!("{error:?}"),
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_countersignatures_by_one_person_publish_once() {
    let world = Arc::new(World::with(&["FRA"]).await);
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let answers = all_at_once(&world, std::slice::from_ref(&verifier), &draft).await;
    let receipts = receipts(&answers);
    assert_eq!(receipts.len(), 50);
    assert!(receipts.iter().all(|receipt| receipt.index == 2));
    assert_eq!(
        receipts.iter().filter(|receipt| !receipt.replayed).count(),
        1
    );
    assert_eq!(world.size().await, 3);
    world.verifies().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_countersignatures_by_two_persons_publish_once() {
    let world = Arc::new(World::with(&["FRA"]).await);
    let (liaison, verifier) = world.desk("FRA").await;
    let colleague = world
        .account("colleague", "colleague", super::world::verifier("FRA"))
        .await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let answers = all_at_once(&world, &[verifier, colleague], &draft).await;
    let receipts = receipts(&answers);
    assert_eq!(receipts.len(), 25);
    assert!(receipts.iter().all(|receipt| receipt.index == 2));
    assert_eq!(world.size().await, 3);
    assert_eq!(world.now(&liaison, &draft).await.sign_offs.len(), 2);
    world.verifies().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_and_a_sign_off_at_once_leave_one_of_both() {
    let world = Arc::new(World::with(&["FRA"]).await);
    let (liaison, verifier) = world.desk("FRA").await;
    for round in 0..12_u8 {
        let note = format!("round {round}");
        let draft = world
            .draft(&liaison, step("FRA", &note), Occasion::Regular)
            .await;
        world.submit(&liaison, &draft).await.unwrap();
        let size = world.size().await;
        let edit = {
            let (world, liaison, draft) = (Arc::clone(&world), liaison.clone(), draft.clone());
            tokio::spawn(async move {
                let edited = Some(step("FRA", &format!("{note}, edited")));
                let fields = draft.fields.clone();
                world
                    .proposals
                    .edit(&liaison, &draft.id, 1, fields, edited)
                    .await
            })
        };
        let sign = {
            let (world, verifier, draft) = (Arc::clone(&world), verifier.clone(), draft.clone());
            tokio::spawn(async move { world.countersign(&verifier, &draft).await })
        };
        let (edited, signed) = (edit.await.unwrap(), sign.await.unwrap());
        let now = world.now(&liaison, &draft).await;
        match (edited, signed) {
            (Ok(_), Err(SignError::Conflict(conflict))) => {
                assert_eq!(
                    (conflict.version, now.version, now.state),
                    (2, 2, State::Draft)
                );
                assert_eq!(world.size().await, size);
            }
            (Err(EditError::NotNow(not_now)), Ok(Advanced::Published(_))) => {
                assert_eq!(
                    (not_now.state, now.state),
                    (State::Published, State::Published)
                );
                assert_eq!((now.version, world.size().await), (1, size + 1));
            }
            (edited, signed) => panic!("{edited:?}, {signed:?}"),
        }
    }
    world.verifies().await;
}

#[tokio::test]
async fn who_lost_the_answer_asks_again_and_gets_the_same_receipt() {
    let world = World::with(&["FRA"]).await;
    let officer = world.account("officer", "officer", officer()).await;
    let draft = world.ratified("FRA").await;
    let acceptance = received("2026-02-25");
    let shown = world.effect(&draft, &acceptance);
    let accept = async |acceptance: crate::proposal::Acceptance| {
        let asked = signing(&officer, &draft);
        world
            .proposals
            .accept(&officer, asked, acceptance, shown)
            .await
    };
    let first = published(accept(acceptance.clone()).await.unwrap());
    let again = published(accept(acceptance.clone()).await.unwrap());
    assert!(!first.replayed && again.replayed);
    assert_eq!(
        Receipt {
            replayed: false,
            ..again
        },
        first
    );
    // Another acceptance is another wish: it is not passed off as done.
    let other = accept(received("2026-02-26")).await;
    assert!(matches!(other, Err(SignError::Conflict(_))), "{other:?}");
    assert_eq!(world.size().await, 3);
}

#[tokio::test]
async fn an_unknown_outcome_is_not_a_no() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    let Store::Sqlite(sqlite) = world.proposals.register().store();
    sqlite.refuse_commits(true).await;
    let unknown = world.submit(&liaison, &draft).await;
    assert!(matches!(unknown, Err(SignError::Unknown(_))), "{unknown:?}");
    sqlite.refuse_commits(false).await;
    world.submit(&liaison, &draft).await.unwrap();
    world.submit(&liaison, &draft).await.unwrap();
    sqlite.refuse_commits(true).await;
    let unknown = world.countersign(&verifier, &draft).await;
    assert!(matches!(unknown, Err(SignError::Unknown(_))), "{unknown:?}");
    sqlite.refuse_commits(false).await;
    // The whole transaction or nothing: no sign-off without its entry, no entry without its proposal.
    let now = world.now(&liaison, &draft).await;
    assert_eq!((now.state, now.sign_offs.len()), (State::Submitted, 1));
    assert_eq!(world.size().await, 2);
    assert_eq!(world.publish(&verifier, &draft).await.index, 2);
    world.verifies().await;
}

#[tokio::test]
async fn an_effect_that_changed_meanwhile_publishes_nothing_and_is_shown_anew() {
    let world = World::with(&["FRA", "POL"]).await;
    let officer = world.account("officer", "officer", officer()).await;
    let (french, polish) = (world.ratified("FRA").await, world.ratified("POL").await);
    let acceptance = received("2026-02-25");
    let shown = world.effect(&french, &acceptance);

    // Another process publishes: this one does not know of it until it is inside the lock.
    let elsewhere = world.elsewhere().await;
    let on = acceptance.received.clone();
    let effect = elsewhere.effect(&polish, Some(&on)).unwrap();
    let digest = effect.digest().unwrap();
    let asked = signing(&officer, &polish);
    elsewhere
        .accept(&officer, asked, acceptance.clone(), digest)
        .await
        .unwrap();
    let stale = world.proposals.register().current().snapshot.size();

    let accept = async |shown| {
        let asked = signing(&officer, &french);
        world
            .proposals
            .accept(&officer, asked, acceptance.clone(), shown)
            .await
    };
    let changed = accept(shown).await;
    let Err(SignError::EffectChanged(effect)) = changed else {
        panic!("{changed:?}");
    };
    assert!(effect.changes_the_clause());
    let store = world.proposals.register().store();
    assert_eq!(store.head().await.unwrap().size(), stale + 1);
    assert_eq!(
        world.now(&officer, &french).await.state,
        State::Countersigned
    );
    published(accept(effect.digest().unwrap()).await.unwrap());
    assert_eq!(world.size().await, stale + 2);
    world.verifies().await;
}

#[tokio::test]
async fn what_the_asker_no_longer_waits_for_is_shown_all_the_same() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let mut changes = world.proposals.register().changes();
    changes.mark_unchanged();
    {
        // The request is dropped as soon as its transaction is on the way.
        let mut asked = Box::pin(world.countersign(&verifier, &draft));
        while !changes.has_changed().unwrap() {
            tokio::select! {
                biased;
                answer = &mut asked => { drop(answer); break; }
                () = tokio::time::sleep(std::time::Duration::from_micros(300)) => {
                    if world.now(&liaison, &draft).await.state == State::Published { break; }
                }
            }
        }
    }
    while *changes.borrow_and_update() < 3 {
        changes.changed().await.unwrap();
    }
    assert_eq!(world.size().await, 3);
}

#[tokio::test]
async fn one_form_sent_many_times_begins_one_proposal() {
    let world = World::with(&["FRA"]).await;
    let (liaison, _) = world.desk("FRA").await;
    let other = world
        .account("eve", "eve", super::world::liaison("FRA"))
        .await;
    let wish = |note: &str| {
        let mut draft = draft_of(step("FRA", "x"), Occasion::Regular);
        draft.fields.0.insert("note".to_owned(), note.to_owned());
        draft.key = Some(key("form"));
        draft
    };
    let asked = (0..12).map(|_| world.proposals.draft(&liaison, wish("once")));
    let begun = futures_util::future::join_all(asked).await;
    let ids: BTreeSet<_> = begun.into_iter().map(|one| one.unwrap().id).collect();
    assert_eq!(ids.len(), 1);
    // What was typed differently since, or by somebody else, is another one.
    for (by, note) in [(&liaison, "twice"), (&other, "once")] {
        let another = world.proposals.draft(by, wish(note)).await.unwrap();
        assert!(!ids.contains(&another.id), "{note}");
    }
    assert_eq!(world.proposals.of(&liaison).await.unwrap().len(), 3);
}
