//! The ways of a fact: national, international, on paper, founding, back and again.

use domain::act::{Act, InstrumentDefined, ProcedureAdopted, ProcedureStanding};
use domain::clause::evaluate::Met;
use domain::effect::Lacking;
use domain::legal_date::LegalDate;
use domain::policy::Occasion;
use domain::register::Entry;
use domain::snapshot::Ending;

use super::world::*;
use crate::proposal::{Advanced, Fields, NotAllowed, Refusal, SignError, State};
use crate::store::StoredBlob;

#[tokio::test]
async fn a_step_is_drafted_submitted_and_published_by_the_verifier() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(
            &liaison,
            step("FRA", "The Senate agreed"),
            Occasion::Regular,
        )
        .await;
    assert_eq!((draft.state, draft.version), (State::Draft, 1));
    assert_eq!(world.proposals.queue(&verifier).await.unwrap(), []);

    let submitted = world.submit(&liaison, &draft).await.unwrap();
    assert_eq!(submitted, Advanced::Waiting(State::Submitted));
    let waiting = world.proposals.queue(&verifier).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].sign_offs.len(), 1);
    assert_eq!(world.proposals.queue(&liaison).await.unwrap(), []);
    let next = world.proposals.next(&waiting[0]).unwrap();
    assert!(next.awaited.unwrap().is_last());

    let receipt = world.publish(&verifier, &draft).await;
    assert_eq!(receipt.index, 2);
    let now = world.now(&liaison, &draft).await;
    assert_eq!((now.state, now.published), (State::Published, Some(2)));
    assert_eq!(now.sign_offs.len(), 2);
    assert_eq!(world.proposals.of(&liaison).await.unwrap(), [now]);
    let stored = world.proposals.register().store().entry(2).await.unwrap();
    let entry = Entry::decode(&stored.unwrap().bytes).unwrap();
    assert_eq!(entry.statements, [step("FRA", "The Senate agreed")]);
    assert_ne!(entry.sign_offs[0].signer, entry.sign_offs[1].signer);
    world.verifies().await;
}

#[tokio::test]
async fn a_consent_is_accepted_in_due_form_and_counts_from_its_receipt() {
    let world = World::with(&["FRA", "POL", "UKR"]).await;
    let officer = world.account("officer", "officer", officer()).await;
    let french = world.ratified("FRA").await;
    let by_countersigning = world.countersign(&officer, &french).await;
    assert!(matches!(by_countersigning, Err(SignError::NeedsAcceptance)));
    let effect = world.proposals.effect(&french, None).unwrap();
    assert_eq!(effect.before.as_ref().unwrap().to_go, Lacking::Exactly(2));
    assert_eq!(effect.after.to_go, Lacking::Exactly(1));
    assert!(!effect.changes_the_clause());
    assert_eq!(
        world.proposals.next(&french).unwrap().ending,
        Ending::Acceptance
    );

    let receipt = published(
        world
            .accept(&officer, &french, received("2026-02-25"))
            .await
            .unwrap(),
    );
    let polish = world.ratified("POL").await;
    let on = LegalDate::on(day("2026-02-27"));
    let effect = world.proposals.effect(&polish, Some(&on)).unwrap();
    let met = effect.after.met.clone().unwrap();
    assert!(effect.changes_the_clause());
    assert_eq!(
        (met.on, met.in_force),
        (day("2026-02-27"), day("2026-03-29"))
    );
    assert_eq!(effect.after.to_go, Lacking::Met);
    let bound: Vec<_> = effect
        .in_force
        .iter()
        .map(|(code, change)| (code.as_str().to_owned(), change.before, change.after))
        .collect();
    let in_force = Some(day("2026-03-29"));
    assert_eq!(
        bound,
        [
            ("FRA".to_owned(), None, in_force),
            ("POL".to_owned(), None, in_force)
        ]
    );
    world
        .accept(&officer, &polish, received("2026-02-27"))
        .await
        .unwrap();

    let published = world.proposals.register().current();
    let view = published
        .snapshot
        .view(&slug(), day("2026-03-01"), published.snapshot.size())
        .unwrap();
    assert!(matches!(view.evaluation.met, Some(Met { on, .. }) if on == day("2026-02-27")));
    let facts = published
        .snapshot
        .instrument(&slug())
        .unwrap()
        .facts_about(code("FRA"));
    let consent = facts
        .iter()
        .find(|fact| fact.index == receipt.index)
        .unwrap();
    assert_eq!(consent.date().latest(), Some(day("2026-02-25")));
    world.verifies().await;
}

#[tokio::test]
async fn an_act_on_paper_is_drafted_by_one_officer_and_accepted_by_another() {
    let world = World::with(&["FRA"]).await;
    let first = world.account("first", "first", officer()).await;
    let second = world.account("second", "second", officer()).await;
    let draft = world
        .draft(&first, ratification("FRA"), Occasion::OnPaper)
        .await;
    assert_eq!(
        world.submit(&first, &draft).await.unwrap(),
        Advanced::Waiting(State::Submitted)
    );
    let alone = world.accept(&first, &draft, received("2026-02-25")).await;
    assert!(
        matches!(alone, Err(SignError::NotAllowed(NotAllowed::SamePerson))),
        "{alone:?}"
    );
    let late = world.accept(&second, &draft, received("2026-03-02")).await;
    assert!(matches!(late, Err(SignError::DueForm(_))), "{late:?}");
    published(
        world
            .accept(&second, &draft, received("2026-02-25"))
            .await
            .unwrap(),
    );
    world.verifies().await;
}

#[tokio::test]
async fn a_returned_proposal_is_written_again_and_its_sign_offs_are_void() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&liaison, step("FRA", "wrong"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let back = world
        .proposals
        .send_back(&verifier, &draft.id, 1, text("The day is wrong"))
        .await
        .unwrap();
    assert_eq!(back.state, State::Returned);
    assert_eq!(
        back.returned.as_ref().unwrap().reason,
        text("The day is wrong")
    );
    let unedited = world.submit(&liaison, &draft).await;
    assert!(
        matches!(unedited, Err(SignError::NotNow(_))),
        "{unedited:?}"
    );

    let fields = Fields::default();
    let edit = || step("FRA", "right");
    let edited = world
        .proposals
        .edit(&liaison, &draft.id, 1, fields.clone(), Some(edit()))
        .await
        .unwrap();
    assert_eq!((edited.state, edited.version), (State::Draft, 2));
    assert_eq!(edited.sign_offs, []);
    let again = world
        .proposals
        .edit(&liaison, &draft.id, 1, fields, Some(edit()))
        .await
        .unwrap();
    assert_eq!(again, edited);
    world.submit(&liaison, &edited).await.unwrap();
    let stale = world.countersign(&verifier, &draft).await;
    assert!(
        matches!(stale, Err(SignError::Conflict(conflict)) if conflict.version == 2),
        "{stale:?}"
    );
    world.publish(&verifier, &edited).await;
    world.verifies().await;
}

#[tokio::test]
async fn a_form_that_does_not_parse_is_kept_and_cannot_be_submitted() {
    let world = World::with(&["FRA"]).await;
    let (liaison, _) = world.desk("FRA").await;
    let mut typed = draft_of(step("FRA", "x"), Occasion::Regular);
    typed.statement = None;
    typed
        .fields
        .0
        .insert("day".to_owned(), "31 February".to_owned());
    let draft = world
        .proposals
        .draft(&liaison, typed.clone())
        .await
        .unwrap();
    assert_eq!(world.now(&liaison, &draft).await.fields, typed.fields);
    let mut asked = signing_any(&liaison, &draft);
    asked.hash = domain::digest::Digest::of(b"what");
    let refused = world.proposals.submit(&liaison, asked).await;
    assert!(
        matches!(refused, Err(SignError::Conflict(_))),
        "{refused:?}"
    );
    assert!(matches!(
        world.proposals.effect(&draft, None),
        Err(Refusal::NoStatement)
    ));
}

#[tokio::test]
async fn what_cannot_follow_the_register_is_refused_when_it_is_submitted() {
    let world = World::with(&["FRA"]).await;
    let founder = world.account("first", "first", officer()).await;
    let twice = world
        .draft(&founder, listing("FRA"), Occasion::Regular)
        .await;
    let refused = world.submit(&founder, &twice).await;
    assert!(
        matches!(refused, Err(SignError::Refused(Refusal::Rules(_)))),
        "{refused:?}"
    );
    let (liaison, _) = world.desk("FRA").await;
    let mut with_file = step("FRA", "x");
    with_file
        .blobs
        .insert(domain::digest::Digest::of(b"a record"));
    let draft = world.draft(&liaison, with_file, Occasion::Regular).await;
    let missing = world.submit(&liaison, &draft).await;
    assert!(
        matches!(missing, Err(SignError::Refused(Refusal::FileMissing(_)))),
        "{missing:?}"
    );
    world
        .proposals
        .attach(&liaison, &draft.id, b"a record")
        .await
        .unwrap();
    world.submit(&liaison, &draft).await.unwrap();
}

#[tokio::test]
async fn a_file_becomes_public_with_the_entry_that_names_it() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let hash = domain::digest::Digest::of(b"a record");
    let mut with_file = step("FRA", "x");
    with_file.blobs.insert(hash);
    let draft = world.draft(&liaison, with_file, Occasion::Regular).await;
    world
        .proposals
        .attach(&liaison, &draft.id, b"a record")
        .await
        .unwrap();
    world.submit(&liaison, &draft).await.unwrap();
    let store = world.proposals.register().store().clone();
    assert_eq!(store.blob(&hash).await.unwrap(), None);
    world.publish(&verifier, &draft).await;
    assert!(store.blob(&hash).await.unwrap().is_some());
    world.verifies().await;
}

#[tokio::test]
async fn a_procedure_binds_once_the_participant_has_adopted_it() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let filed = domain::procedure::library::of(code("FRA")).unwrap();
    let unknown_stage = || step("FRA", "a stage that the file does not know");
    let before = world
        .draft(&liaison, unknown_stage(), Occasion::Regular)
        .await;
    world.submit(&liaison, &before).await.unwrap();

    let adopt = |file| {
        let adopted = ProcedureAdopted {
            file,
            route: None,
            standing: ProcedureStanding::ConfirmedByParticipant,
        };
        about(Act::ProcedureAdopted(adopted), "2026-02-01").of(code("FRA"))
    };
    let polish = domain::procedure::library::of(code("POL")).unwrap().hash;
    let polish = world
        .draft(&liaison, adopt(polish), Occasion::Regular)
        .await;
    let of_another = world.submit(&liaison, &polish).await;
    assert!(
        matches!(
            of_another,
            Err(SignError::Refused(Refusal::ProcedureOfAnother(_)))
        ),
        "{of_another:?}"
    );
    let adopted = world
        .draft(&liaison, adopt(filed.hash), Occasion::Regular)
        .await;
    world.submit(&liaison, &adopted).await.unwrap();
    world.publish(&verifier, &adopted).await;
    let register = world.proposals.register();
    let stored = register.store().blob(&filed.hash).await.unwrap();
    assert_eq!(stored, Some(StoredBlob::Present(filed.bytes.to_vec())));

    let now_bound = world.countersign(&verifier, &before).await;
    assert!(
        matches!(now_bound, Err(SignError::Refused(Refusal::Procedure(_)))),
        "{now_bound:?}"
    );
    assert_eq!(world.size().await, 3);
    world.verifies().await;
}

#[tokio::test]
async fn what_an_amendment_does_to_the_clause_is_shown_and_decided_again() {
    let world = World::with(&["FRA", "POL"]).await;
    let officer = world.account("officer", "officer", officer()).await;
    let second = world
        .account("second", "second", super::world::officer())
        .await;
    let french = world.ratified("FRA").await;
    let mut amended = instrument();
    amended.clause =
        serde_json::from_str(r#"{"first_of":[{"when":{"count":1},"then":{"same_day":true}}]}"#)
            .unwrap();
    let amended = InstrumentDefined {
        instrument: Box::new(amended),
        reason: None,
    };
    let amendment = about(Act::InstrumentAmended(amended), "2026-02-01");
    let amendment = world.draft(&officer, amendment, Occasion::Regular).await;
    world.submit(&officer, &amendment).await.unwrap();
    let shown = world.proposals.effect(&amendment, None).unwrap();
    assert!(!shown.changes_the_clause());
    assert_eq!(shown.after.to_go, Lacking::Exactly(1));

    world
        .accept(&officer, &french, received("2026-02-25"))
        .await
        .unwrap();
    let size = world.size().await;
    let asked = || signing(&second, &amendment);
    let digest = shown.digest().unwrap();
    let changed = world
        .proposals
        .countersign(&second, asked(), Some(digest))
        .await;
    let Err(SignError::EffectChanged(effect)) = changed else {
        panic!("{changed:?}");
    };
    assert!(effect.changes_the_clause());
    assert_eq!(world.size().await, size);
    let digest = effect.digest().unwrap();
    let done = world
        .proposals
        .countersign(&second, asked(), Some(digest))
        .await;
    published(done.unwrap());
    world.verifies().await;
}

#[tokio::test]
async fn an_effect_that_nobody_saw_is_shown_and_not_published() {
    let world = World::with(&["FRA"]).await;
    let first = world.account("first", "first", officer()).await;
    let second = world.account("second", "second", officer()).await;
    let joining = world.draft(&first, listing("POL"), Occasion::Regular).await;
    world.submit(&first, &joining).await.unwrap();
    let size = world.size().await;
    let asked = signing(&second, &joining);
    let unseen = world.proposals.countersign(&second, asked, None).await;
    let Err(SignError::EffectChanged(effect)) = unseen else {
        panic!("{unseen:?}");
    };
    assert_eq!(world.size().await, size);
    assert_eq!(
        Some(*effect),
        world.proposals.effect_to_show(&joining),
        "it is the effect of the page"
    );
    world.publish(&second, &joining).await;
    world.verifies().await;
}

/// Signs what has no hash yet.
fn signing_any(
    by: &crate::account::Actor,
    proposal: &crate::proposal::Proposal,
) -> crate::proposal::Signing {
    let mut complete = proposal.clone();
    complete.hash = Some(domain::digest::Digest::of(b""));
    signing(by, &complete)
}
