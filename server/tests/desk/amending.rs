//! Amending an instrument, and who may.

use http::StatusCode;

use crate::founding::{NEW, definition, errors, with};
use crate::whole_way::{countersigned, submitted};
use crate::world::{Browser, World};

const AMEND: &str = "/instruments/guarantee/acts/instrument-amended";

/// An exchange, opened by two officers of one authority.
async fn exchange(world: &World) -> (Browser, Browser) {
    let mut first = world.signed_in("anna", "depositary:one").await;
    let mut second = world.signed_in("arno", "depositary:one").await;
    let answers = with(&[("depositaries", ""), ("form", "exchange")]);
    let opening = submitted(&mut first, NEW, &answers).await;
    // Before it is published another authority sees nothing of it.
    let mut other = world.signed_in("bert", "depositary:other").await;
    assert_eq!(other.get(&opening).await.status, StatusCode::NOT_FOUND);
    assert!(!other.get("/depositary").await.text().contains("Guarantee"));
    let done = countersigned(&mut second, &opening).await;
    assert_eq!(done.heading(), "Published");
    (first, second)
}

#[tokio::test]
async fn an_instrument_without_a_depositary_is_for_whoever_opened_it() {
    let world = World::empty().await;
    let (mut first, mut second) = exchange(&world).await;
    let mut other = world.signed_in_as("bert").await;
    assert_eq!(other.get(AMEND).await.status, StatusCode::NOT_FOUND);
    assert!(!other.get("/depositary").await.text().contains("Guarantee"));
    let answers = [
        ("reason", "The seat has moved."),
        ("place", "Kyiv"),
        ("date-day", "2027-01-15"),
    ];
    let amendment = submitted(&mut first, AMEND, &answers).await;
    let done = countersigned(&mut second, &amendment).await;
    assert_eq!(done.heading(), "Published");
}

#[tokio::test]
async fn a_depositary_that_is_left_out_signs_last() {
    let world = World::empty().await;
    let mut anna = world.signed_in("anna", "depositary:one").await;
    let mut arno = world.signed_in("arno", "depositary:one").await;
    let mut bert = world.signed_in("bert", "depositary:other").await;
    let both = with(&[("depositaries", "one: The one\nother: The other")]);
    let opening = submitted(&mut anna, NEW, &both).await;
    assert_eq!(
        countersigned(&mut bert, &opening).await.heading(),
        "Published"
    );
    let answers = [
        ("reason", "A decision"),
        ("depositaries", "one: The one"),
        ("date-day", "2027-01-15"),
    ];
    let amendment = submitted(&mut anna, AMEND, &answers).await;
    let form = format!("{amendment}/countersign");
    assert!(!arno.get(&amendment).await.has_form(&form));
    assert_eq!(
        countersigned(&mut bert, &amendment).await.heading(),
        "Published"
    );
    assert_eq!(definition(&world).depositaries.len(), 1);
}

#[tokio::test]
async fn the_second_officer_reads_first_what_is_changed() {
    let world = World::empty().await;
    let (mut first, mut second) = exchange(&world).await;
    let answers = [
        ("reason", "The seat has moved."),
        ("place", "Kyiv"),
        ("clause-text", "Article 9"),
        ("date-day", "2027-01-15"),
    ];
    let amendment = submitted(&mut first, AMEND, &answers).await;
    for (browser, signs) in [(&mut second, true), (&mut first, false)] {
        let text = browser.get(&amendment).await.text();
        for line in [
            "Changed: Seat of the depositary",
            "Before: Paris; Europe/Paris",
            "Changed: The article in its own words",
            "Before: (empty)",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
        assert!(!text.contains("Changed: Title"), "{text}");
        let (changed, kept) = (text.find("Changed: Seat"), text.find("What it is"));
        assert!(changed.unwrap() < kept.unwrap(), "{text}");
        if signs {
            countersigned(browser, &amendment).await;
        }
    }
}

#[tokio::test]
async fn an_amendment_begins_with_the_newest_definition_and_is_not_dated_before_it() {
    let world = World::empty().await;
    let (mut first, mut second) = exchange(&world).await;
    let answers = [
        ("reason", "From next month"),
        ("place", "Kyiv"),
        ("date-day", "2027-02-01"),
    ];
    let amendment = submitted(&mut first, AMEND, &answers).await;
    countersigned(&mut second, &amendment).await;
    let form = first.get(AMEND).await;
    // The seat is Kyiv from February on; today it still is Paris.
    assert_eq!(form.form(AMEND)["place"], "Kyiv");
    let answers = [
        ("reason", "Another"),
        ("date-day", "2027-01-20"),
        ("source-0-citation", "A decision"),
    ];
    let refused = first.send(&form, AMEND, &answers).await;
    let problem = "From which day: a definition in the register counts from 1 February 2027";
    assert!(
        errors(&refused)[0].starts_with(problem),
        "{:?}",
        errors(&refused)
    );
}

#[tokio::test]
async fn two_amendments_of_one_day_count_in_their_order() {
    let world = World::empty().await;
    let (mut first, mut second) = exchange(&world).await;
    for place in ["Kyiv", "Lviv", "Odesa"] {
        let answers = [
            ("reason", "A move"),
            ("place", place),
            ("date-day", "2027-01-15"),
        ];
        let amendment = submitted(&mut first, AMEND, &answers).await;
        countersigned(&mut second, &amendment).await;
        let published = world.proposals.register().current();
        let size = published.snapshot.size();
        let day = "2027-01-15".parse().unwrap();
        let view = published.snapshot.view(&crate::founding::slug(), day, size);
        let shown = view.unwrap().instrument.seat.place;
        assert_eq!(shown.body.as_str(), place);
        assert_eq!(definition(&world).seat.place, shown);
    }
}

#[tokio::test]
async fn a_draft_is_written_again_under_another_name() {
    let world = World::empty().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = officer.get(NEW).await;
    let mut answers = with(&[("slug", "garantee")]);
    answers.extend([("then", "save"), ("source-0-citation", "The treaty")]);
    let saved = officer.send(&form, NEW, &answers).await;
    let draft = saved.location().unwrap().replace("/done", "");
    let id = draft.trim_start_matches("/proposals/").to_owned();
    let again = format!("{NEW}?from={id}");
    let edit = officer.get(&format!("{draft}/edit")).await;
    assert!(
        edit.html.contains(&format!("href=\"{again}\"")),
        "{}",
        edit.html
    );
    let page = officer.get(&again).await;
    let fields = page.form(NEW);
    assert_eq!(
        (fields["slug"].as_str(), fields["title"].as_str()),
        ("garantee", "Treaty of Guarantee")
    );
    let right = officer
        .send(&page, NEW, &[("slug", "guarantee"), ("then", "check")])
        .await;
    assert!(officer.follow(&right).await.text().contains("guarantee"));
    // It is nobody else's.
    let mut other = world.signed_in("bert", "depositary:other").await;
    assert_eq!(other.get(&again).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_policy_asks_for_no_more_persons_than_there_are() {
    let world = World::empty().await;
    let (mut first, mut second) = exchange(&world).await;
    // A second account is no second person, and an officer of another authority does not count.
    let person = world.officer("alma", "depositary:one").await;
    world
        .second_account(&person, "alma-too", "depositary:one")
        .await;
    let form = "/instruments/guarantee/acts/sign-off-policy-adopted";
    let page = first.get(form).await;
    let answers = [("founding", "4"), ("source-0-citation", "A decision")];
    let refused = first.send(&page, form, &answers).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        errors(&refused)[0].contains("only 3 of them have an account now"),
        "{:?}",
        errors(&refused)
    );
    assert!(refused.html.contains("id=\"founding-error\""));
    let adoption = submitted(&mut first, form, &[("founding", "3")]).await;
    let item = second.get(&adoption).await.text();
    assert!(
        item.contains("From the next statement on, 3 officers"),
        "{item}"
    );
}
