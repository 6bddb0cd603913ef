//! What follows an act: a reservation accepted and withdrawn, an objection withdrawn, a provisional
//! application ended, a condition met.

use http::StatusCode;

use crate::whole_way::{accepted, countersigned, submitted};
use crate::world::{Browser, World};

/// The officers of one country and of the depositary.
struct Officers {
    liaison: Browser,
    verifier: Browser,
    depositary: Browser,
}

impl Officers {
    async fn of(world: &World, country: &str, depositary: &Browser) -> Self {
        let liaison = format!("lia-{country}");
        let verifier = format!("vera-{country}");
        Self {
            liaison: world
                .signed_in(&liaison, &format!("liaison:{country}"))
                .await,
            verifier: world
                .signed_in(&verifier, &format!("verifier:{country}"))
                .await,
            depositary: depositary.clone(),
        }
    }

    /// An act between States, all the way.
    async fn publish(&mut self, act: &str, answers: &[(&str, &str)]) {
        let form = format!("/instruments/treaty/acts/{act}");
        let address = submitted(&mut self.liaison, &form, answers).await;
        countersigned(&mut self.verifier, &address).await;
        let done = accepted(&mut self.depositary, &address).await;
        let done = self.depositary.follow(&done).await;
        assert_eq!(done.heading(), "Published", "{act}: {}", done.text());
    }

    /// What the form of an act says.
    async fn form(&mut self, act: &str) -> String {
        let page = self
            .liaison
            .get(&format!("/instruments/treaty/acts/{act}"))
            .await;
        assert_eq!(page.status, StatusCode::OK);
        page.text()
    }
}

/// The kinds of the acts on record of a country, in the order in which they were published.
fn kinds(world: &World, country: &str) -> Vec<String> {
    let published = world.proposals.register().current();
    let record = published
        .snapshot
        .instrument(&"treaty".parse().unwrap())
        .unwrap();
    let mut facts: Vec<_> = record
        .facts_about(country.parse().unwrap())
        .iter()
        .collect();
    facts.sort_by_key(|fact| fact.index);
    facts
        .iter()
        .map(|fact| fact.statement.kind().to_owned())
        .filter(|kind| !["participant_listed", "accepted_in_due_form"].contains(&kind.as_str()))
        .collect()
}

#[tokio::test]
async fn a_reservation_is_accepted_objected_to_and_withdrawn() {
    let world = World::new().await;
    let depositary = world.signed_in("otto", "depositary:depositary").await;
    let mut poland = Officers::of(&world, "POL", &depositary).await;
    let mut ukraine = Officers::of(&world, "UKR", &depositary).await;
    let none = "No reservation that stands is on record.";
    assert!(poland.form("reservation-withdrawn").await.contains(none));
    poland
        .publish(
            "reservation-formulated",
            &[
                ("reservation", "art-5"),
                ("text", "Article 5 does not apply."),
            ],
        )
        .await;
    let which = ("reservation", "POL/art-5");
    ukraine.publish("reservation-accepted", &[which]).await;
    ukraine
        .publish(
            "objection-raised",
            &[which, ("objection-effect", "still-in-force")],
        )
        .await;
    ukraine.publish("objection-withdrawn", &[which]).await;
    // It can be raised again, and withdrawn again.
    let effect = ("objection-effect", "still-in-force");
    ukraine.publish("objection-raised", &[which, effect]).await;
    ukraine.publish("objection-withdrawn", &[which]).await;
    let none_made = "No objection that stands is on record.";
    assert!(
        ukraine
            .form("objection-withdrawn")
            .await
            .contains(none_made)
    );
    // Nobody withdraws the reservation of another.
    let form = "/instruments/treaty/acts/reservation-withdrawn";
    let page = ukraine.liaison.get(form).await;
    let fields = [which, ("source-0-citation", "A note"), ("then", "check")];
    let refused = ukraine.liaison.send(&page, form, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    poland.publish("reservation-withdrawn", &[which]).await;
    assert!(poland.form("reservation-withdrawn").await.contains(none));
    // Nor is it offered to others any more.
    for act in ["reservation-accepted", "objection-raised"] {
        let form = ukraine.form(act).await;
        assert!(!form.contains("art-5"), "{act}: {form}");
    }
    assert_eq!(
        kinds(&world, "UKR"),
        [
            "reservation_accepted",
            "objection_raised",
            "objection_withdrawn",
            "objection_raised",
            "objection_withdrawn"
        ]
    );
    assert_eq!(
        kinds(&world, "POL"),
        ["reservation_formulated", "reservation_withdrawn"]
    );
}

#[tokio::test]
async fn provisional_application_begins_and_ends() {
    let world = World::new().await;
    let depositary = world.signed_in("otto", "depositary:depositary").await;
    let mut poland = Officers::of(&world, "POL", &depositary).await;
    poland.publish("provisional-application", &[]).await;
    let until = [
        ("from-day", "2027-06-01"),
        ("from-month", ""),
        ("from-year", ""),
    ];
    poland
        .publish("provisional-application-ended", &until)
        .await;
    assert_eq!(
        kinds(&world, "POL"),
        ["provisional_application", "provisional_application_ended"]
    );
}

#[tokio::test]
async fn a_condition_that_a_vote_attached_is_reported_met_once() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let vote = "/instruments/treaty/acts/vote-taken?stage=sejm_vote";
    let answers = [
        ("yes", "300"),
        ("no", "100"),
        ("ruling", "carried"),
        ("conditions", "report: the government reports on costs"),
    ];
    let address = submitted(&mut liaison, vote, &answers).await;
    let done = countersigned(&mut verifier, &address).await;
    assert_eq!(done.heading(), "Published");
    // Its short name stands for no other condition.
    let page = liaison.get(vote).await;
    let action = "/instruments/treaty/acts/vote-taken";
    let mut again = answers.to_vec();
    again.extend([
        ("conditions", "report: another report"),
        ("source-0-citation", "The journal"),
        ("then", "check"),
    ]);
    let refused = liaison.send(&page, action, &again).await;
    let taken = "“report” is the short name of a condition of another vote";
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains(taken), "{}", refused.text());

    let form = "/instruments/treaty/acts/condition-met";
    let page = liaison.get(form).await;
    assert!(page.text().contains("the government reports on costs"));
    let answers = [("condition", "report"), ("how", "Report no. 12.")];
    let address = submitted(&mut liaison, form, &answers).await;
    let done = countersigned(&mut verifier, &address).await;
    assert_eq!(done.heading(), "Published", "{}", done.text());
    let page = liaison.get(form).await;
    assert!(
        page.text()
            .contains("No vote on record has attached a condition"),
        "{}",
        page.text()
    );
    assert_eq!(kinds(&world, "POL"), ["vote_taken", "condition_met"]);
}
