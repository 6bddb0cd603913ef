//! The whole way of a fact: from the liaison officer to the register.

use http::StatusCode;
use insta::assert_snapshot;

use crate::installation::PASSWORD;
use crate::page::Page;
use crate::world::{Browser, World};

/// What a page is, in a few lines.
fn brief(page: &Page) -> String {
    let mut lines = vec![page.status.as_str().to_owned(), page.heading()];
    for class in [
        "desk-sentence",
        "desk-state",
        "desk-effect__answer",
        "desk-field__error",
    ] {
        lines.extend(page.of_class(class));
    }
    lines.join("\n")
}

/// The answers that every form needs besides its own.
const SOURCE: (&str, &str) = ("source-0-citation", "Journal of Laws, no. 1");

/// Records something and submits it: the address of the proposal.
pub async fn submitted(browser: &mut Browser, form: &str, answers: &[(&str, &str)]) -> String {
    let page = browser.get(form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let action = form.split('?').next().unwrap();
    let mut all = vec![SOURCE, ("then", "check")];
    all.extend_from_slice(answers);
    let sent = browser.send(&page, action, &all).await;
    let check = browser.follow(&sent).await;
    assert_eq!(check.heading(), "Check your answers", "{}", check.text());
    let address = sent.location().unwrap().replace("/check", "");
    let submitted = browser
        .send(
            &check,
            &format!("{address}/submit"),
            &[("password", PASSWORD)],
        )
        .await;
    let done = browser.follow(&submitted).await;
    assert_eq!(done.heading(), "Submitted", "{}", done.text());
    address
}

/// Signs what is waiting there.
pub async fn countersigned(browser: &mut Browser, address: &str) -> Page {
    let item = browser.get(address).await;
    let action = format!("{address}/countersign");
    let signed = browser
        .send(&item, &action, &[("password", PASSWORD)])
        .await;
    browser.follow(&signed).await
}

/// Checks the form of what is waiting there, everything being in order: the page with its effect.
pub async fn checked(browser: &mut Browser, address: &str) -> Page {
    let due_form = browser.get(&format!("{address}/due-form")).await;
    let items = [
        "authority",
        "names-the-treaty",
        "states-the-consent",
        "unconditional",
        "reservation-permitted",
        "date-received",
    ];
    let answers: Vec<(&str, &str)> = items.iter().map(|item| (*item, "in-order")).collect();
    browser
        .send(&due_form, &format!("{address}/effect"), &answers)
        .await
}

/// Accepts it with the effect that is shown.
pub async fn accepted(browser: &mut Browser, address: &str) -> Page {
    let effect = checked(browser, address).await;
    let action = format!("{address}/accept");
    browser
        .send(&effect, &action, &[("password", PASSWORD)])
        .await
}

const VOTE: &str = "/instruments/treaty/acts/vote-taken?stage=sejm_vote";

#[tokio::test]
async fn a_vote_goes_from_the_liaison_through_the_verifier_to_the_register() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;

    let desk = liaison.get("/desk").await;
    assert_snapshot!(brief(&desk), @r"
    200
    Poland: what is asked of me
    ");
    let form = liaison.get(VOTE).await;
    assert!(form.text().contains("Sejm"), "{}", form.text());
    assert_eq!(
        form.form("/instruments/treaty/acts/vote-taken")["members"],
        "460"
    );

    let figures = [("yes", "300"), ("no", "100"), ("ruling", "carried")];
    let address = submitted(&mut liaison, VOTE, &figures).await;

    let queue = verifier.get("/queue").await;
    assert!(queue.html.contains(&address), "{}", queue.text());
    let item = verifier.get(&address).await;
    assert_snapshot!(brief(&item), @r"
    200
    A vote
    15 January 2027: Poland: “Vote, Sejm”, vote on approval: 300 for, 100 against; announced as carried.
    It waits for a verifier of Poland.
    ");
    let done = countersigned(&mut verifier, &address).await;
    assert_snapshot!(brief(&done), @r"
    200
    Published
    15 January 2027: Poland: “Vote, Sejm”, vote on approval: 300 for, 100 against; announced as carried.
    ");
    assert!(done.html.contains("https://tracker.example/en/entries/3"));

    let published = world.proposals.register().current();
    assert_eq!(published.snapshot.size(), 4);
    let item = liaison.get(&address).await;
    assert_snapshot!(brief(&item), @r"
    200
    A vote
    15 January 2027: Poland: “Vote, Sejm”, vote on approval: 300 for, 100 against; announced as carried.
    It is published as entry 3.
    ");
}

#[tokio::test]
async fn a_deposit_is_shown_to_bring_the_treaty_into_force_before_it_is_accepted() {
    let world = World::new().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let consent = [("mode", "ratification"), ("form", "deposit")];
    let mut effects = Vec::new();
    for country in ["POL", "UKR"] {
        let mut liaison = world
            .signed_in(&format!("lia-{country}"), &format!("liaison:{country}"))
            .await;
        let mut verifier = world
            .signed_in(&format!("vera-{country}"), &format!("verifier:{country}"))
            .await;
        let signature = submitted(
            &mut liaison,
            "/instruments/treaty/acts/signed",
            &[("signature", "simple")],
        )
        .await;
        let signed = countersigned(&mut verifier, &signature).await;
        assert_eq!(signed.heading(), "Signed");
        let done = accepted(&mut officer, &signature).await;
        assert_eq!(officer.follow(&done).await.heading(), "Published");

        let deposit = submitted(
            &mut liaison,
            "/instruments/treaty/acts/consent-expressed",
            &consent,
        )
        .await;
        countersigned(&mut verifier, &deposit).await;
        let effect = checked(&mut officer, &deposit).await;
        effects.push(brief(&effect));
        let done = accepted(&mut officer, &deposit).await;
        effects.push(brief(&officer.follow(&done).await));
    }
    assert_snapshot!(effects.join("\n---\n"), @r"
    200
    What accepting does
    Poland deposited its instrument of ratification. Dated 15 January 2027; it counts from the date of receipt that the depositary enters.
    This act does not bring the instrument into force.
    ---
    200
    Published
    15 January 2027: Poland deposited its instrument of ratification.
    ---
    200
    What accepting does
    Ukraine deposited its instrument of ratification. Dated 15 January 2027; it counts from the date of receipt that the depositary enters.
    This act brings the instrument into force on 14 February 2027.
    ---
    200
    Published
    15 January 2027: Ukraine deposited its instrument of ratification.
    ");
    let home = officer.get("/depositary").await;
    assert!(
        home.text().contains("In force from 14 February 2027"),
        "{}",
        home.text()
    );
}

#[tokio::test]
async fn an_effect_that_has_changed_since_it_was_shown_publishes_nothing() {
    let world = World::new().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let consent = [("mode", "ratification"), ("form", "deposit")];
    let mut addresses = Vec::new();
    for country in ["POL", "UKR"] {
        let mut liaison = world
            .signed_in(&format!("lia-{country}"), &format!("liaison:{country}"))
            .await;
        let mut verifier = world
            .signed_in(&format!("vera-{country}"), &format!("verifier:{country}"))
            .await;
        let form = "/instruments/treaty/acts/consent-expressed";
        let address = submitted(&mut liaison, form, &consent).await;
        countersigned(&mut verifier, &address).await;
        addresses.push(address);
    }
    let [first, second] = addresses.as_slice() else {
        panic!("two deposits");
    };
    // Both are looked at; then the other one is accepted.
    let shown = checked(&mut officer, first).await;
    accepted(&mut officer, second).await;
    let size = world.proposals.register().current().snapshot.size();
    let action = format!("{first}/accept");
    let again = officer
        .send(&shown, &action, &[("password", PASSWORD)])
        .await;
    assert_snapshot!(brief(&again), @r"
    409
    What accepting does
    Poland deposited its instrument of ratification. Dated 15 January 2027; it counts from the date of receipt that the depositary enters.
    This act brings the instrument into force on 14 February 2027.
    ");
    assert!(again.text().contains("the effect is another one now"));
    assert_eq!(world.proposals.register().current().snapshot.size(), size);
    // The page that comes back shows the new one, and it can be accepted.
    let done = officer
        .send(&again, &action, &[("password", PASSWORD)])
        .await;
    assert_eq!(officer.follow(&done).await.heading(), "Published");
}

#[tokio::test]
async fn what_is_returned_is_corrected_and_signed_again() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let figures = [("yes", "30"), ("no", "100"), ("ruling", "carried")];
    let address = submitted(&mut liaison, VOTE, &figures).await;

    let item = verifier.get(&address).await;
    assert!(item.text().contains("the vote was lost"), "{}", item.text());
    let action = format!("{address}/return");
    let empty = verifier.send(&item, &action, &[("reason", " ")]).await;
    assert_snapshot!(brief(&empty), @r"
    422
    A vote
    15 January 2027: Poland: “Vote, Sejm”, vote on approval: 30 for, 100 against; announced as carried.
    It waits for a verifier of Poland.
    Reason: fill this in
    ");
    let returned = verifier
        .send(&item, &action, &[("reason", "A digit is missing.")])
        .await;
    assert_eq!(
        verifier.follow(&returned).await.heading(),
        "Returned to its author"
    );

    let desk = liaison.get("/desk").await;
    assert!(
        desk.text().contains("A digit is missing."),
        "{}",
        desk.text()
    );
    let edit = liaison.get(&format!("{address}/edit")).await;
    assert_eq!(edit.form(&format!("{address}/edit"))["yes"], "30");
    let edited = liaison
        .send(&edit, &format!("{address}/edit"), &[("yes", "300")])
        .await;
    let check = liaison.follow(&edited).await;
    let submitted = liaison
        .send(
            &check,
            &format!("{address}/submit"),
            &[("password", PASSWORD)],
        )
        .await;
    assert_eq!(liaison.follow(&submitted).await.heading(), "Submitted");
    // What the verifier had open before is another version: nothing is signed with it.
    let stale = verifier
        .send(
            &item,
            &format!("{address}/countersign"),
            &[("password", PASSWORD)],
        )
        .await;
    assert_snapshot!(brief(&stale), @r"
    409
    It was changed meanwhile
    ");
    let done = countersigned(&mut verifier, &address).await;
    assert_eq!(done.heading(), "Published");
}

#[tokio::test]
async fn what_is_published_is_replaced_and_taken_back_and_stays_on_record() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let figures = [("yes", "300"), ("no", "100"), ("ruling", "carried")];
    let address = submitted(&mut liaison, VOTE, &figures).await;
    countersigned(&mut verifier, &address).await;

    let desk = liaison.get("/desk").await;
    let link = |page: &Page, form: &str| {
        let start = page
            .html
            .find(&format!("/instruments/treaty/acts/{form}?corrects="))
            .unwrap();
        page.html[start..].split('"').next().unwrap().to_owned()
    };
    let replace = link(&desk, "vote-taken");
    let form = liaison.get(&replace).await;
    assert_eq!(
        form.form("/instruments/treaty/acts/vote-taken")["yes"],
        "300"
    );
    // Why is asked, and must be said.
    let again = liaison
        .send(&form, "/instruments/treaty/acts/vote-taken", &[])
        .await;
    assert!(
        again.text().contains("Why it is corrected: fill this in"),
        "{}",
        again.text()
    );
    let answers = [("yes", "301"), ("correction", "One was not counted.")];
    let replacement = submitted(&mut liaison, &replace, &answers).await;
    let item = verifier.get(&replacement).await;
    assert!(item.html.contains("<del>"), "{}", item.text());
    countersigned(&mut verifier, &replacement).await;

    let desk = liaison.get("/desk").await;
    let retract = link(&desk, "statement-retracted");
    let answers = [("correction", "It was another vote.")];
    let retraction = submitted(&mut liaison, &retract, &answers).await;
    let done = countersigned(&mut verifier, &retraction).await;
    assert_eq!(done.heading(), "Published");

    let published = world.proposals.register().current();
    let record = published
        .snapshot
        .instrument(&"treaty".parse().unwrap())
        .unwrap();
    let superseded: Vec<bool> = record
        .facts_about("POL".parse().unwrap())
        .iter()
        .filter(|fact| fact.statement.kind() == "vote_taken")
        .map(|fact| fact.superseded_at.is_some())
        .collect();
    assert_eq!(superseded, [true, true]);
    // Another country's statement is as if it were not there.
    let mut stranger = world.signed_in("ola", "liaison:UKR").await;
    let page = stranger.get(&retract).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_act_on_paper_needs_a_second_officer_and_a_country_without_a_liaison() {
    let world = World::new().await;
    let mut first = world.signed_in("otto", "depositary:depositary").await;
    let mut second = world.signed_in("olga", "depositary:depositary").await;
    world.officer("lia", "liaison:POL").await;
    let path = "/instruments/treaty/acts/consent-expressed";
    let form = first.get(path).await;
    let paper = [
        SOURCE,
        ("participant", "POL"),
        ("mode", "ratification"),
        ("form", "deposit"),
        ("then", "check"),
    ];
    let refused = first.send(&form, path, &paper).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let why = "This participant has a liaison officer here, who records its acts";
    assert!(refused.text().contains(why), "{}", refused.text());
    let answers = [
        ("participant", "UKR"),
        ("mode", "ratification"),
        ("form", "deposit"),
    ];
    let address = submitted(&mut first, path, &answers).await;
    // Whoever has written it does not sign it a second time.
    let own = first.get(&address).await;
    assert!(!own.has_form(&format!("{address}/countersign")));
    let item = second.get(&address).await;
    assert_snapshot!(brief(&item), @r"
    200
    Consent to be bound
    Ukraine deposited its instrument of ratification. Dated 15 January 2027; it counts from the date of receipt that the depositary enters.
    It waits for a second officer of the depositary.
    ");
    // The second one checks its form, and sees the effect, as for any other.
    let done = accepted(&mut second, &address).await;
    assert_eq!(second.follow(&done).await.heading(), "Published");
}
