//! Who sees what, and who may do what: nobody alone, nobody twice, nobody for two.

use domain::digest::Digest;
use domain::name::Key;
use domain::policy::Occasion;
use domain::register::Draft as EntryDraft;
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::statement::Statement;

use super::world::*;
use crate::account::{Actor, Role};
use crate::proposal::draft::MOST_OPEN;
use crate::proposal::{
    Advanced, Draft, DraftError, EditError, MoveError, NotAllowed, NotFound, Proposal, SignError,
    State,
};
use crate::store::{AppendError, IdempotencyKey, Publication};

const SECOND_SIGN_OFF: &str = "INSERT INTO sign_off \
     (proposal, version, step, office, account, person, at, digest) \
     SELECT proposal, version, 1, office, $1, person, at, digest FROM sign_off WHERE proposal = $2";

const OTHER_SIGN_OFF: &str = "UPDATE sign_off SET step = 1 WHERE proposal = $1";

const NO_SIGN_OFF: &str = "DELETE FROM sign_off WHERE proposal = $1";

const REPLACED_SIGN_OFF: &str = "INSERT OR REPLACE INTO sign_off \
     (proposal, version, step, office, account, person, at, digest) \
     SELECT proposal, version, 1, office, account, person, at, digest FROM sign_off WHERE proposal = $1";

const OTHER_STATE: &str = "UPDATE proposal SET state = 'draft' WHERE id = $1";

const NO_PROPOSAL: &str = "DELETE FROM proposal WHERE id = $1";

const WITHOUT_THE_TRIGGER: &str = "DROP TRIGGER sign_off_once";

async fn sees(world: &World, actor: &Actor, proposal: &Proposal) -> bool {
    match world.proposals.get(actor, &proposal.id).await {
        Ok(_) => true,
        Err(NotFound::NotHere) => false,
        Err(NotFound::Store(error)) => panic!("{error}"),
    }
}

#[tokio::test]
async fn another_country_and_those_without_an_office_find_nothing_and_the_depositary_once_it_waits()
{
    let world = World::with(&["FRA", "POL"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let (foreign, foreign_verifier) = world.desk("POL").await;
    let officer = world.account("officer", "officer", officer()).await;
    let elsewhere = Role::DepositaryOfficer("another".parse::<Key>().unwrap());
    let elsewhere = world.account("elsewhere", "elsewhere", elsewhere).await;
    let leader = world.account("leader", "leader", Role::Leader).await;
    let administrator = world.account("admin", "admin", Role::Administrator).await;
    let auditor = world.account("auditor", "auditor", Role::Auditor).await;
    let never = [
        &foreign,
        &foreign_verifier,
        &elsewhere,
        &leader,
        &administrator,
        &auditor,
    ];

    let draft = world
        .draft(&liaison, ratification("FRA"), Occasion::Regular)
        .await;
    let round = async |depositary: bool| {
        for actor in never {
            assert!(!sees(&world, actor, &draft).await, "{actor:?}");
            assert_eq!(world.proposals.of(actor).await.unwrap(), []);
            assert_eq!(world.proposals.queue(actor).await.unwrap(), []);
        }
        assert!(sees(&world, &liaison, &draft).await && sees(&world, &verifier, &draft).await);
        assert_eq!(sees(&world, &officer, &draft).await, depositary);
        let foreign_edit = world
            .proposals
            .edit(&foreign, &draft.id, 1, draft.fields.clone(), None)
            .await;
        assert!(matches!(foreign_edit, Err(EditError::NotHere)));
        let foreign_end = world.proposals.withdraw(&foreign, &draft.id, 1).await;
        assert!(matches!(foreign_end, Err(MoveError::NotHere)));
        let foreign_name = world.countersign(&foreign_verifier, &draft).await;
        assert!(matches!(foreign_name, Err(SignError::NotHere)));
    };
    round(false).await;
    world.submit(&liaison, &draft).await.unwrap();
    round(false).await;
    world.countersign(&verifier, &draft).await.unwrap();
    round(true).await;
    world
        .proposals
        .send_back(&officer, &draft.id, 1, text("Whose signature is this?"))
        .await
        .unwrap();
    round(true).await;
    world
        .proposals
        .edit(
            &liaison,
            &draft.id,
            1,
            draft.fields.clone(),
            draft.statement.clone(),
        )
        .await
        .unwrap();
    round(false).await;
}

#[tokio::test]
async fn each_office_proposes_what_is_its_own() {
    let world = World::with(&["FRA", "POL"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let officer = world.account("officer", "officer", officer()).await;
    let elsewhere = Role::DepositaryOfficer("another".parse::<Key>().unwrap());
    let elsewhere = world.account("elsewhere", "elsewhere", elsewhere).await;
    let leader = world.account("leader", "leader", Role::Leader).await;
    let regular = Occasion::Regular;
    let paper = Occasion::OnPaper;
    let attempts: Vec<(&Actor, Statement, Occasion, Option<NotAllowed>)> = vec![
        (&liaison, step("FRA", "x"), regular, None),
        (&liaison, ratification("FRA"), regular, None),
        (
            &liaison,
            step("POL", "x"),
            regular,
            Some(NotAllowed::NotForThisOffice),
        ),
        (
            &liaison,
            listing("FRA"),
            regular,
            Some(NotAllowed::NotForThisOffice),
        ),
        (
            &liaison,
            ratification("FRA"),
            paper,
            Some(NotAllowed::NotForThisOffice),
        ),
        (
            &verifier,
            step("FRA", "x"),
            regular,
            Some(NotAllowed::NotForThisOffice),
        ),
        (
            &leader,
            step("FRA", "x"),
            regular,
            Some(NotAllowed::NoOffice),
        ),
        (&officer, listing("UKR"), regular, None),
        (&officer, ratification("POL"), paper, None),
        (
            &officer,
            ratification("POL"),
            regular,
            Some(NotAllowed::NotForThisOffice),
        ),
        (&officer, step("POL", "x"), paper, None),
        (
            &officer,
            ratification("FRA"),
            paper,
            Some(NotAllowed::HasALiaison),
        ),
        (
            &elsewhere,
            listing("UKR"),
            regular,
            Some(NotAllowed::NotForThisOffice),
        ),
    ];
    for (actor, statement, occasion, refused) in attempts {
        let kind = statement.kind().to_owned();
        let found = world
            .proposals
            .draft(actor, draft_of(statement, occasion))
            .await;
        match (found, refused) {
            (Ok(_), None) => {}
            (Err(DraftError::NotAllowed(found)), Some(refused)) => assert_eq!(found, refused),
            (found, refused) => {
                panic!("{} {kind} {occasion:?}: {found:?}, {refused:?}", actor.name)
            }
        }
    }
    let mut mismatched = draft_of(step("FRA", "x"), regular);
    mismatched.participant = None;
    let found = world.proposals.draft(&liaison, mismatched).await;
    assert!(matches!(found, Err(DraftError::AboutSomethingElse)));
}

#[tokio::test]
async fn one_person_with_two_accounts_is_one_person_in_the_decision() {
    let world = World::with(&["FRA"]).await;
    let liaison = world.account("ann", "ann", liaison("FRA")).await;
    let same_verifier = world.account("ann-verifies", "ann", verifier("FRA")).await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let refused = world.countersign(&same_verifier, &draft).await;
    assert!(
        matches!(refused, Err(SignError::NotAllowed(NotAllowed::TwoOffices))),
        "{refused:?}"
    );
    assert_eq!(world.proposals.queue(&same_verifier).await.unwrap(), []);

    let officer = world.account("bob", "bob", officer()).await;
    let same_officer = world
        .account("bob-again", "bob", super::world::officer())
        .await;
    let founding = world
        .draft(&officer, listing("UKR"), Occasion::Regular)
        .await;
    world.submit(&officer, &founding).await.unwrap();
    let refused = world.countersign(&same_officer, &founding).await;
    assert!(
        matches!(refused, Err(SignError::NotAllowed(NotAllowed::SamePerson))),
        "{refused:?}"
    );
    assert_eq!(world.size().await, 2);
}

#[tokio::test]
async fn who_wrote_for_a_participant_does_not_accept_for_the_depositary() {
    let world = World::with(&["FRA"]).await;
    let ann = world.account("ann", "ann", liaison("FRA")).await;
    let ann_receives = world.account("ann-receives", "ann", officer()).await;
    let (colleague, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&ann, ratification("FRA"), Occasion::Regular)
        .await;
    world.submit(&colleague, &draft).await.unwrap();
    world.countersign(&verifier, &draft).await.unwrap();
    let refused = world
        .accept(&ann_receives, &draft, received("2026-02-25"))
        .await;
    assert!(
        matches!(refused, Err(SignError::NotAllowed(NotAllowed::TwoOffices))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn one_person_with_two_accounts_is_one_person_to_the_table() {
    let world = World::with(&["FRA"]).await;
    let (liaison, _) = world.desk("FRA").await;
    let again = world
        .account("again", "liaison-FRA", super::world::liaison("FRA"))
        .await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    let mut raw = world.raw().await;
    for (trigger, sql) in [
        (Some("sign_off_once"), REPLACED_SIGN_OFF),
        (Some("sign_off_no_update"), OTHER_SIGN_OFF),
        (Some("sign_off_no_delete"), NO_SIGN_OFF),
        (Some("proposal_no_delete"), NO_PROPOSAL),
        (None, WITHOUT_THE_TRIGGER),
    ] {
        let mut query = sqlx::query(sql);
        if trigger.is_some() {
            query = query.bind(&draft.id.0);
        }
        let done = query.execute(&mut raw).await;
        match trigger {
            Some(trigger) => assert!(done.unwrap_err().to_string().contains(trigger), "{trigger}"),
            None => drop(done.unwrap()),
        }
    }
    let second = sqlx::query(SECOND_SIGN_OFF)
        .bind(&again.account.0)
        .bind(&draft.id.0)
        .execute(&mut raw)
        .await;
    let error = second.unwrap_err();
    assert!(
        error.as_database_error().unwrap().is_unique_violation(),
        "{error}"
    );
}

#[tokio::test]
async fn one_person_with_two_accounts_is_one_person_to_the_fold() {
    let world = World::with(&["FRA"]).await;
    let statement = step("FRA", "x");
    let hash = statement.hash().unwrap();
    let offices = [liaison("FRA"), verifier("FRA")];
    let sign_offs = (0_u32..).zip(offices).map(|(step, role)| {
        SignOff::new(
            hash,
            Occasion::Regular,
            step,
            role.office().unwrap(),
            Evidence::PasswordStepUp,
            pseudonym(&[7; 32], "ann"),
        )
    });
    let entry = EntryDraft {
        occasion: Occasion::Regular,
        sign_offs: sign_offs.collect(),
        statements: vec![statement],
    };
    let register = world.proposals.register();
    let publication: Publication =
        Publication::new(Digest::of(b"x"), entry).following(register.current().snapshot.clone());
    let refused = register.publish(publication, key("x")).await;
    assert!(
        matches!(
            refused,
            Err(AppendError::WouldNotVerify(_) | AppendError::AgainstTheRules(_))
        ),
        "{refused:?}"
    );
    assert_eq!(world.size().await, 2);
}

#[tokio::test]
async fn what_is_published_or_withdrawn_never_changes() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let ended = world
        .draft(&liaison, step("FRA", "ended"), Occasion::Regular)
        .await;
    let not_the_author = world.proposals.withdraw(&verifier, &ended.id, 1).await;
    assert!(matches!(
        not_the_author,
        Err(MoveError::NotAllowed(NotAllowed::NotTheAuthor))
    ));
    world
        .proposals
        .withdraw(&liaison, &ended.id, 1)
        .await
        .unwrap();
    let done = world
        .draft(&liaison, step("FRA", "done"), Occasion::Regular)
        .await;
    world.submit(&liaison, &done).await.unwrap();
    world.publish(&verifier, &done).await;
    let mut raw = world.raw().await;
    for (proposal, state) in [(&ended, State::Withdrawn), (&done, State::Published)] {
        let id = &proposal.id;
        let edited = world
            .proposals
            .edit(&liaison, id, 1, proposal.fields.clone(), None)
            .await;
        assert!(matches!(edited, Err(EditError::NotNow(now)) if now.state == state));
        let returned = world.proposals.send_back(&verifier, id, 1, text("x")).await;
        assert!(matches!(returned, Err(MoveError::NotNow(now)) if now.state == state));
        let other = world
            .account(&id.0, &id.0, super::world::verifier("FRA"))
            .await;
        let signed = world.countersign(&other, proposal).await;
        assert!(matches!(signed, Err(SignError::NotNow(now)) if now.state == state));
        let forced = sqlx::query(OTHER_STATE).bind(&id.0).execute(&mut raw).await;
        assert!(forced.unwrap_err().to_string().contains("proposal_stays"));
    }
    let ended_again = world.proposals.withdraw(&liaison, &done.id, 1).await;
    assert!(matches!(ended_again, Err(MoveError::NotNow(_))));
}

#[tokio::test]
async fn a_step_up_and_an_account_are_the_signers_own_and_open() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = world
        .draft(&liaison, step("FRA", "x"), Occasion::Regular)
        .await;
    let of_another = world
        .proposals
        .submit(&liaison, signing(&verifier, &draft))
        .await;
    assert!(matches!(of_another, Err(SignError::StepUpOfAnother)));
    world.submit(&liaison, &draft).await.unwrap();
    let mut raw = world.raw().await;
    sqlx::query(CLOSE_ACCOUNT)
        .bind(&verifier.account.0)
        .execute(&mut raw)
        .await
        .unwrap();
    let closed = world.countersign(&verifier, &draft).await;
    assert!(
        matches!(
            closed,
            Err(SignError::NotAllowed(NotAllowed::AccountClosed))
        ),
        "{closed:?}"
    );
    assert_eq!(world.now(&liaison, &draft).await.state, State::Submitted);
    assert_eq!(world.size().await, 2);
}

#[tokio::test]
async fn a_key_serves_one_wish() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let mut published = Vec::new();
    for note in ["one", "two"] {
        let draft = world
            .draft(&liaison, step("FRA", note), Occasion::Regular)
            .await;
        world.submit(&liaison, &draft).await.unwrap();
        let mut asked = signing(&verifier, &draft);
        asked.key = key("the-same");
        published.push(world.proposals.countersign(&verifier, asked, None).await);
    }
    assert!(matches!(published[0], Ok(Advanced::Published(_))));
    assert!(
        matches!(published[1], Err(SignError::KeyUsed)),
        "{published:?}"
    );
}

#[tokio::test]
async fn instruments_are_exchanged_by_verifiers_of_both_sides() {
    let world = World::with(&["FRA", "POL"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let (_, other) = world.desk("POL").await;
    let (_, stranger) = world.desk("DEU").await;
    let draft = world
        .draft(&liaison, ratification("FRA"), Occasion::Exchange)
        .await;
    world.submit(&liaison, &draft).await.unwrap();
    assert!(!sees(&world, &other, &draft).await);
    world.countersign(&verifier, &draft).await.unwrap();
    assert!(sees(&world, &other, &draft).await && !sees(&world, &stranger, &draft).await);
    world.publish(&other, &draft).await;
    world.verifies().await;
}

#[tokio::test]
async fn what_others_left_lying_hides_nothing_and_a_side_leaves_only_so_much() {
    let countries = ["FRA", "POL", "EST"];
    let world = World::with(&["FRA", "POL", "EST", "UKR"]).await;
    for country in countries {
        let (liaison, _) = world.desk(country).await;
        for number in 1..MOST_OPEN {
            let note = format!("{number}");
            let proposal = world
                .draft(&liaison, step(country, &note), Occasion::Regular)
                .await;
            world.submit(&liaison, &proposal).await.unwrap();
        }
        // The last one, sent again because its answer was lost, is the same.
        let last = || Draft {
            key: IdempotencyKey::try_from("the-last".to_owned()).ok(),
            ..draft_of(step(country, "the last"), Occasion::Regular)
        };
        let begun = world.proposals.draft(&liaison, last()).await.unwrap();
        let again = world.proposals.draft(&liaison, last()).await.unwrap();
        assert_eq!(again.id, begun.id);
        let one_more = draft_of(step(country, "one more"), Occasion::Regular);
        let found = world.proposals.draft(&liaison, one_more).await;
        assert!(matches!(found, Err(DraftError::TooMany)), "{country}");
    }
    let (liaison, verifier) = world.desk("UKR").await;
    let proposal = world
        .draft(&liaison, step("UKR", "x"), Occasion::Regular)
        .await;
    world.submit(&liaison, &proposal).await.unwrap();
    let waiting = world.proposals.queue(&verifier).await.unwrap();
    assert_eq!(waiting.len(), 1, "{} others wait", 3 * MOST_OPEN);
}

#[tokio::test]
async fn a_state_that_has_a_liaison_by_now_speaks_for_itself() {
    let world = World::with(&["POL"]).await;
    let first = world.account("one", "one", officer()).await;
    let second = world.account("two", "two", officer()).await;
    let proposal = world
        .draft(&first, ratification("POL"), Occasion::OnPaper)
        .await;
    world.submit(&first, &proposal).await.unwrap();
    world.account("ana", "ana", liaison("POL")).await;
    let before = world.size().await;
    let accepted = world
        .accept(&second, &proposal, received("2026-02-25"))
        .await;
    assert!(
        matches!(
            accepted,
            Err(SignError::NotAllowed(NotAllowed::HasALiaison))
        ),
        "{accepted:?}"
    );
    assert_eq!(world.size().await, before);
}
