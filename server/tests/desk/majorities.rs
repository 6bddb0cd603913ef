//! The majorities that a vote is held against while its figures are typed.

use http::StatusCode;

use crate::world::World;

const VOTE: &str = "/instruments/treaty/acts/vote-taken";

// Constitution of Poland, arts. 89 and 90: nobody has determined whether competences are delegated.
#[tokio::test]
async fn a_vote_is_held_against_each_majority_that_may_be_in_force() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let form = liaison.get(&format!("{VOTE}?stage=sejm_vote")).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
    let text = form.text();
    for above in [
        "In the ordinary case: Majority needed: more votes for than against",
        "If this applies (Art. 90: competences delegated to an international organisation): \
         Majority needed: two thirds of those voting, abstentions counted",
        "Quorum: present >= 1/2 * members. Nobody has determined which of these it is.",
    ] {
        assert!(text.contains(above), "{text}");
    }
    // What was announced is missing, so that the form comes back with its figures.
    let figures = [
        ("stage", "sejm_vote"),
        ("yes", "280"),
        ("no", "150"),
        ("abstain", "0"),
        ("then", "check"),
    ];
    let again = liaison.send(&form, VOTE, &figures).await;
    let text = again.text();
    for answer in [
        "Abstained 0: In the ordinary case: By the rule this carries: the treaty is approved. 216 votes",
        "If this applies (Art. 90: competences delegated to an international organisation): By the rule \
         this fails: the treaty is not approved. 287 votes in favour are needed. 7 are lacking.",
    ] {
        assert!(text.contains(answer), "{text}");
    }
}
