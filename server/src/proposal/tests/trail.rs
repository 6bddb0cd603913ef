//! What the audit trail tells of proposals.

use domain::policy::Occasion;

use super::world::*;
use crate::account::Actor;
use crate::audit::{Action, Audit, Line, Outcome, Wanted};
use crate::proposal::{EditError, Fields, Proposal, SignError};
use crate::store::Store;

/// The lines, the oldest first.
async fn lines(world: &World) -> Vec<Line> {
    let store = world.proposals.register().store().clone();
    let audit = Audit::new(store, world.clock.clone());
    let mut lines = audit.lines(Wanted::default(), 200).await.unwrap();
    lines.reverse();
    lines
}

/// What each line says: what was done, by whom, to which version, with which outcome.
async fn told(world: &World, since: usize) -> Vec<(Action, String, Option<u32>, Outcome)> {
    lines(world)
        .await
        .into_iter()
        .skip(since)
        .map(|line| {
            let event = line.event.unwrap();
            let by = event.account.unwrap().0;
            (event.action, by, event.version, event.outcome)
        })
        .collect()
}

fn in_request(actor: &Actor, request: &str) -> Actor {
    Actor {
        request: Some(request.to_owned()),
        ..actor.clone()
    }
}

async fn edit(
    world: &World,
    by: &Actor,
    draft: &Proposal,
    note: &str,
) -> Result<Proposal, EditError> {
    let fields = Fields::default();
    let statement = Some(step("FRA", note));
    let proposals = &world.proposals;
    proposals.edit(by, &draft.id, 1, fields, statement).await
}

#[tokio::test]
async fn each_operation_is_told_once_with_who_and_which_version() {
    use Action::{
        FileAttached, ProposalAccepted, ProposalBegun, ProposalCountersigned, ProposalEdited,
        ProposalPublished, ProposalSentBack, ProposalSubmitted, ProposalWithdrawn,
    };
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let officer = world.account("officer", "officer", officer()).await;
    let (lia, ver) = (liaison.account.0.as_str(), verifier.account.0.as_str());
    let before = lines(&world).await.len();

    let liaison = in_request(&liaison, "request-1");
    let first = world
        .draft(&liaison, step("FRA", "secret words"), Occasion::Regular)
        .await;
    for _ in 0..2 {
        // Asked again because the answer was lost: done once, told once.
        edit(&world, &liaison, &first, "other secret words")
            .await
            .unwrap();
        world
            .proposals
            .attach(&liaison, &first.id, b"a file")
            .await
            .unwrap();
    }
    let second = world.now(&liaison, &first).await;
    for _ in 0..2 {
        world.submit(&liaison, &second).await.unwrap();
    }
    for _ in 0..2 {
        let proposals = &world.proposals;
        let reason = text("a secret reason");
        proposals
            .send_back(&verifier, &first.id, 2, reason)
            .await
            .unwrap();
    }
    for _ in 0..2 {
        world
            .proposals
            .withdraw(&liaison, &first.id, 2)
            .await
            .unwrap();
    }
    let ratified = world.ratified_by(&liaison, &verifier, "FRA").await;
    let receipt = world
        .accept(&officer, &ratified, received("2026-02-25"))
        .await;
    published(receipt.unwrap());

    let expected = [
        (ProposalBegun, lia, 1),
        (ProposalEdited, lia, 2),
        (FileAttached, lia, 2),
        (ProposalSubmitted, lia, 2),
        (ProposalSentBack, ver, 2),
        (ProposalWithdrawn, lia, 2),
        (ProposalBegun, lia, 1),
        (ProposalSubmitted, lia, 1),
        (ProposalCountersigned, ver, 1),
        (ProposalAccepted, "officer", 1),
        (ProposalPublished, "officer", 1),
    ]
    .map(|(action, by, version)| (action, by.to_owned(), Some(version), Outcome::Done));
    assert_eq!(told(&world, before).await, expected);

    let all = lines(&world).await;
    let begun = &all[before];
    assert_eq!(begun.by.as_ref().unwrap().person, liaison.person);
    assert_eq!(begun.by.as_ref().unwrap().role, liaison.role);
    let event = begun.event.as_ref().unwrap();
    assert_eq!(event.subject.as_ref(), Some(&first.id.0));
    assert_eq!(event.request.as_deref(), Some("request-1"));
    assert!(!format!("{all:?}").contains("secret"));
}

#[tokio::test]
async fn what_a_rule_refuses_is_told_and_what_is_not_found_is_not() {
    let world = World::with(&["FRA", "POL"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let (stranger, _) = world.desk("POL").await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    let before = lines(&world).await.len();

    let proposals = &world.proposals;
    let of_another = draft_of(step("FRA", "x"), Occasion::Regular);
    proposals.draft(&stranger, of_another).await.unwrap_err();
    edit(&world, &verifier, &draft, "y").await.unwrap_err();
    proposals
        .withdraw(&verifier, &draft.id, 1)
        .await
        .unwrap_err();
    proposals
        .attach(&verifier, &draft.id, b"file")
        .await
        .unwrap_err();
    let back = proposals.send_back(&verifier, &draft.id, 1, text("why"));
    back.await.unwrap_err();
    world.submit(&verifier, &draft).await.unwrap_err();
    world.countersign(&verifier, &draft).await.unwrap_err();
    // There is nothing to refuse: for others it is not there.
    edit(&world, &stranger, &draft, "y").await.unwrap_err();

    let by = |actor: &Actor| actor.account.0.clone();
    let refused = |action, version| (action, by(&verifier), Some(version), Outcome::Refused);
    assert_eq!(
        told(&world, before).await,
        [
            (Action::ProposalBegun, by(&stranger), None, Outcome::Refused),
            refused(Action::ProposalEdited, 1),
            refused(Action::ProposalWithdrawn, 1),
            refused(Action::FileAttached, 1),
            refused(Action::ProposalSentBack, 1),
            refused(Action::ProposalSubmitted, 1),
            refused(Action::ProposalCountersigned, 1),
        ]
    );
}

#[tokio::test]
async fn what_is_told_goes_with_its_transaction() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let before = lines(&world).await.len();
    let Store::Sqlite(sqlite) = world.proposals.register().store();
    sqlite.refuse_commits(true).await;
    let unknown = world.countersign(&verifier, &draft).await;
    assert!(matches!(unknown, Err(SignError::Unknown(_))), "{unknown:?}");
    sqlite.refuse_commits(true).await;
    let unknown = edit(&world, &liaison, &draft, "y").await;
    assert!(matches!(unknown, Err(EditError::Unknown(_))), "{unknown:?}");
    sqlite.refuse_commits(false).await;
    assert_eq!(lines(&world).await.len(), before);
    world.publish(&verifier, &draft).await;
    assert_eq!(lines(&world).await.len(), before + 2);
}
