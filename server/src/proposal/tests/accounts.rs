//! Accounts that are closed, or become another's, while a request of theirs is under way.
//!
//! An operation is told who acts by the session, which was checked when the request came in. What has
//! happened to the account since is asked in the transaction that writes.

use domain::policy::Occasion;
use domain::statement::Statement;

use super::world::*;
use crate::account::Actor;
use crate::proposal::{
    DraftError, EditError, Fields, MoveError, NotAllowed, Proposal, ProposalId, SignError,
};

/// Makes another of an account, past the store.
const TAKE_THE_ROLE: &[&str] = &[
    "DROP TRIGGER account_only_closed",
    "UPDATE account SET role = 'auditor', entity = NULL, authority = NULL WHERE id = $1",
];
const CLOSE: &[&str] = &[CLOSE_ACCOUNT];
const MOVE_TO_ANOTHER: &[&str] = &[
    "DROP TRIGGER account_only_closed",
    "UPDATE account SET person = 'founder' WHERE id = $1",
];

async fn happens(world: &World, what: &[&'static str], to: &Actor) {
    let mut raw = world.raw().await;
    for statement in what {
        let mut query = sqlx::query(*statement);
        if statement.contains("$1") {
            query = query.bind(&to.account.0);
        }
        query.execute(&mut raw).await.unwrap();
    }
}

/// Everything private that could have been written.
async fn everything(world: &World) -> Vec<String> {
    const TABLES: [&str; 4] = [
        "SELECT group_concat(id || version || state || updated_at, ';') FROM proposal",
        "SELECT group_concat(proposal || version || fields, ';') FROM proposal_version",
        "SELECT group_concat(proposal || step || account, ';') FROM sign_off",
        "SELECT group_concat(proposal || hex(hash), ';') FROM attachment",
    ];
    let mut raw = world.raw().await;
    let mut all = Vec::new();
    for table in TABLES {
        let text: Option<String> = sqlx::query_scalar(table).fetch_one(&mut raw).await.unwrap();
        all.push(text.unwrap_or_default());
    }
    all
}

async fn submitted(world: &World, liaison: &Actor) -> Proposal {
    let draft = world
        .draft(liaison, step("FRA", "submitted"), Occasion::Regular)
        .await;
    world.submit(liaison, &draft).await.unwrap();
    draft
}

#[tokio::test]
async fn nothing_is_written_with_an_account_that_was_closed_or_changed_meanwhile() {
    for what in [CLOSE, TAKE_THE_ROLE, MOVE_TO_ANOTHER] {
        let world = World::with(&["FRA"]).await;
        let (liaison, verifier) = world.desk("FRA").await;
        let draft = world
            .draft(&liaison, step("FRA", "draft"), Occasion::Regular)
            .await;
        let open = submitted(&world, &liaison).await;
        let before = everything(&world).await;
        happens(&world, what, &liaison).await;
        if what == CLOSE {
            happens(&world, what, &verifier).await;
        } else {
            happens(&world, &what[1..], &verifier).await;
        }
        let proposals = &world.proposals;
        let statement = |note: &str| -> Option<Statement> { Some(step("FRA", note)) };

        let begun = proposals
            .draft(&liaison, draft_of(step("FRA", "new"), Occasion::Regular))
            .await;
        assert!(
            matches!(
                begun,
                Err(DraftError::NotAllowed(NotAllowed::AccountClosed))
            ),
            "{begun:?}"
        );
        let edited = proposals
            .edit(
                &liaison,
                &draft.id,
                1,
                Fields::default(),
                statement("other"),
            )
            .await;
        assert!(
            matches!(
                edited,
                Err(EditError::NotAllowed(NotAllowed::AccountClosed))
            ),
            "{edited:?}"
        );
        let attached = proposals.attach(&liaison, &draft.id, b"a file").await;
        assert!(
            matches!(
                attached,
                Err(EditError::NotAllowed(NotAllowed::AccountClosed))
            ),
            "{attached:?}"
        );
        let sent = world.submit(&liaison, &draft).await;
        assert!(
            matches!(sent, Err(SignError::NotAllowed(NotAllowed::AccountClosed))),
            "{sent:?}"
        );
        for id in [&draft.id, &open.id] {
            let withdrawn = proposals.withdraw(&liaison, id, 1).await;
            assert!(
                matches!(
                    withdrawn,
                    Err(MoveError::NotAllowed(NotAllowed::AccountClosed))
                ),
                "{withdrawn:?}"
            );
        }
        let returned = proposals
            .send_back(&verifier, &open.id, 1, text("why"))
            .await;
        assert!(
            matches!(
                returned,
                Err(MoveError::NotAllowed(NotAllowed::AccountClosed))
            ),
            "{returned:?}"
        );
        let signed = world.countersign(&verifier, &open).await;
        assert!(
            matches!(
                signed,
                Err(SignError::NotAllowed(NotAllowed::AccountClosed))
            ),
            "{signed:?}"
        );
        assert_eq!(everything(&world).await, before);
        assert_eq!(world.size().await, 2);
    }
}

#[tokio::test]
async fn a_file_is_not_put_beside_what_was_published_meanwhile() {
    let world = World::with(&["FRA"]).await;
    let (liaison, verifier) = world.desk("FRA").await;
    let draft = submitted(&world, &liaison).await;
    let stale = world.now(&liaison, &draft).await;
    world.publish(&verifier, &draft).await;
    let late = world
        .proposals
        .attach_if_allowed(&liaison, &stale, b"late")
        .await;
    assert!(matches!(late, Err(EditError::Conflict(_))), "{late:?}");
    let ProposalId(id) = &draft.id;
    assert!(!everything(&world).await[3].contains(id));
}
