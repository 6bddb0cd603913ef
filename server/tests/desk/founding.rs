//! How an instrument comes to be: from an empty register to the first signature on the public tracker.

use std::collections::BTreeMap;

use app::tracker::{Address, At, Opened, Reading, open};
use app::words::Words;
use domain::act::{Act, InstrumentDefined};
use domain::instrument::Instrument;
use domain::legal_date::LegalDate;
use domain::name::Slug;
use domain::policy::SignOffPolicy;
use domain::statement::Statement;
use http::StatusCode;
use insta::assert_snapshot;

use crate::installation::PASSWORD;
use crate::page::Page;
use crate::whole_way::{accepted, countersigned, submitted};
use crate::world::World;

pub const NEW: &str = "/instruments/new";

/// What a treaty like that of the North Atlantic is typed as.
pub const TREATY: &[(&str, &str)] = &[
    ("title", "Treaty of Guarantee"),
    ("slug", "guarantee"),
    ("kind", "treaty"),
    ("nature", "real"),
    ("place", "Paris"),
    ("zone", "Europe/Paris"),
    ("depositaries", "depositary: The depositary"),
    ("clause-model", "guarantors"),
    ("clause-named", "France, POL"),
    ("clause-base-day", "31"),
    ("clause-base-month", "1"),
    ("clause-base-year", "2027"),
    ("clause-then", "days"),
    ("clause-then-n", "30"),
    ("provisional", "no"),
    ("exit", "months"),
    ("exit-n", "12"),
    ("activation", "none"),
    ("date-day", "4"),
    ("date-month", "1"),
    ("date-year", "2027"),
];

/// The answers, with others in the place of some.
pub fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut answers: BTreeMap<&str, &str> = TREATY.iter().copied().collect();
    let others: BTreeMap<&str, &str> = others.iter().copied().collect();
    // An answer that belongs to another choice is emptied, as the form asks.
    if others
        .get("clause-model")
        .is_some_and(|model| *model != "guarantors")
    {
        answers.extend([
            ("clause-named", ""),
            ("clause-base-day", ""),
            ("clause-base-month", ""),
            ("clause-base-year", ""),
        ]);
    }
    if others.get("clause-model") == Some(&"rule") {
        answers.extend([("clause-then", ""), ("clause-then-n", "")]);
    }
    if others.get("clause-then") == Some(&"same-day") {
        answers.insert("clause-then-n", "");
    }
    answers.extend(others);
    answers.into_iter().collect()
}

/// What the page says is wrong, one line each.
pub fn errors(page: &Page) -> Vec<String> {
    let (_, after) = page.html.split_once("class=\"desk-errors\"").unwrap();
    let list = after.split("</ul>").next().unwrap();
    list.split("<li>")
        .skip(1)
        .filter_map(|item| item.split_once("\">"))
        .map(|(_, text)| text.split("</a>").next().unwrap().replace("&amp;", "&"))
        .collect()
}

pub fn slug() -> Slug {
    "guarantee".parse().unwrap()
}

/// The definition in the register.
pub fn definition(world: &World) -> Instrument {
    let published = world.proposals.register().current();
    let record = published.snapshot.instrument(&slug()).unwrap();
    record.definition_for_signing().unwrap().clone()
}

/// A page of the public tracker, as it reads now.
fn public(world: &World, address: &Address) -> String {
    let published = world.proposals.register().current();
    let reading = Reading {
        words: Words::english(),
        snapshot: &published.snapshot,
        root: published.root,
        at: At::Now,
        today: "2027-01-15".parse().unwrap(),
        day_ends: None,
        library: &published.library,
        entry: None,
    };
    match open(address, &reading) {
        Opened::Page(page) => Page {
            status: StatusCode::OK,
            headers: http::HeaderMap::new(),
            html: page.html(),
        }
        .text(),
        Opened::NotFound(_) => "not found".to_owned(),
    }
}

#[tokio::test]
async fn two_officers_found_an_instrument_and_a_signature_is_public() {
    let world = World::empty().await;
    let mut first = world.signed_in("otto", "depositary:depositary").await;
    let mut second = world.signed_in("olga", "depositary:depositary").await;
    let desk = first.get("/depositary").await;
    assert!(
        desk.text().contains("First open the instrument."),
        "{}",
        desk.text()
    );
    assert!(desk.html.contains(&format!("href=\"{NEW}\"")));

    let opening = submitted(&mut first, NEW, TREATY).await;
    // Whoever has written it does not sign it a second time.
    let own = first.get(&opening).await;
    assert!(!own.has_form(&format!("{opening}/countersign")));
    assert_eq!(public(&world, &Address::Home(slug())), "not found");
    let waiting = second.get("/depositary").await;
    assert!(
        waiting.text().contains("Treaty of Guarantee"),
        "{}",
        waiting.text()
    );
    let item = second.get(&opening).await;
    let text = item.text();
    for clause in [
        "Consent to be bound by each of: France and Poland",
        "more than one half of those who have signed",
        "enters into force 30 days after the day on which the conditions are met.",
        "it takes effect 12 months after the day of the notice",
    ] {
        assert!(text.contains(clause), "{clause}: {text}");
    }
    let done = countersigned(&mut second, &opening).await;
    assert_eq!(done.heading(), "Published", "{}", done.text());
    assert!(!first.get("/depositary").await.text().contains("First open"));

    for country in ["POL", "FRA"] {
        let form = "/instruments/guarantee/acts/participant-listed";
        let answers = [
            ("participant", country),
            ("standing", "listed"),
            ("date-day", "2027-01-04"),
        ];
        let listing = submitted(&mut second, form, &answers).await;
        let done = countersigned(&mut first, &listing).await;
        assert_eq!(done.heading(), "Published");
    }

    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let form = "/instruments/guarantee/acts/signed";
    let signature = submitted(&mut liaison, form, &[("signature", "simple")]).await;
    countersigned(&mut verifier, &signature).await;
    let done = accepted(&mut first, &signature).await;
    assert_eq!(first.follow(&done).await.heading(), "Published");

    let home = public(&world, &Address::Home(slug()));
    assert!(home.contains("Treaty of Guarantee"), "{home}");
    let poland = public(&world, &Address::country(&slug(), "POL".parse().unwrap()));
    assert!(poland.contains("Poland signed"), "{poland}");
    let clause = public(&world, &Address::Clause(slug()));
    assert!(clause.contains("France and Poland"), "{clause}");
}

#[tokio::test]
async fn one_officer_with_two_accounts_founds_nothing() {
    let world = World::empty().await;
    let person = world.officer("otto", "depositary:depositary").await;
    world
        .second_account(&person, "otto-too", "depositary:depositary")
        .await;
    let mut first = world.signed_in_as("otto").await;
    let mut again = world.signed_in_as("otto-too").await;
    let opening = submitted(&mut first, NEW, TREATY).await;
    let item = again.get(&opening).await;
    assert!(!item.has_form(&format!("{opening}/countersign")));
    // Nor by a request made by hand.
    let shown = first
        .get(&opening)
        .await
        .form(&format!("{opening}/withdraw"));
    let token = again.token().await;
    let fields = [
        ("token", token.as_str()),
        ("version", shown["version"].as_str()),
        ("hash", shown["hash"].as_str()),
        ("key", "0123456789abcdef"),
        ("password", PASSWORD),
    ];
    let page = again.post(&format!("{opening}/countersign"), &fields).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text());
    assert_eq!(page.heading(), "Another person has to sign");
    assert_eq!(world.proposals.register().current().snapshot.size(), 0);
}

#[tokio::test]
async fn mistakes_in_a_definition_are_shown_where_they_are_and_nothing_is_lost() {
    let world = World::empty().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = officer.get(NEW).await;
    let missing = r#"{"first_of":[{"when":{"count":2}}]}"#;
    let rows: &[(&str, &str, &str, &str)] = &[
        (
            "clause-rule",
            r#"{"first_of":[{"when":{"count":2}"#,
            "clause-rule",
            "line 1, position 32 cannot be read",
        ),
        (
            "clause-rule",
            missing,
            "clause-rule",
            "at “first_of[0]”: “then” is missing",
        ),
        (
            "clause-rule",
            r#"{"first_of":[{"when":{"named":["XQX"]},"then":{"days":1}}]}"#,
            "clause-rule",
            "“XQX” is not known",
        ),
        (
            "clause-rule",
            r#"{"first_of":[{"when":{"weight_pct":"55"},"then":{"days":1}}]}"#,
            "weights",
            "the clause counts a share; give the table",
        ),
        (
            "slug",
            "Guarantee 2026",
            "slug",
            "use 1 to 80 small letters",
        ),
        ("slug", "entries", "slug", "this name is taken"),
        (
            "zone",
            "Europe/Atlantis",
            "zone",
            "there is no such time zone",
        ),
        (
            "depositaries",
            "elsewhere: Somebody else",
            "depositaries",
            "your own authority, depositary, must be one of them",
        ),
        (
            "depositaries",
            "depositary",
            "depositaries",
            "write the line “depositary” as the example shows",
        ),
        (
            "weights",
            "Atlantis 12",
            "weights",
            "write the line “Atlantis 12”",
        ),
        (
            "titles",
            "uk Договір",
            "titles",
            "write the line “uk Договір”",
        ),
        ("exit-n", "many", "exit-n", "write a whole number"),
    ];
    for (name, value, at, problem) in rows {
        let model = if *name == "clause-rule" {
            "rule"
        } else {
            "guarantors"
        };
        let mut answers = with(&[("clause-model", model), (name, value), ("then", "check")]);
        answers.push(("source-0-citation", "The treaty"));
        let again = officer.send(&form, NEW, &answers).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        assert_eq!(again.form(NEW)[*name], *value);
        assert_eq!(again.form(NEW)["title"], "Treaty of Guarantee");
        let errors = errors(&again);
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].contains(problem), "{value}: {errors:?}");
        assert!(again.html.contains(&format!("id=\"{at}-error\"")), "{at}");
    }
    assert_eq!(world.proposals.register().current().snapshot.size(), 0);
}

#[tokio::test]
async fn each_part_of_an_empty_definition_says_what_it_needs() {
    let world = World::empty().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = officer.get(NEW).await;
    let empty: Vec<(&str, &str)> = TREATY.iter().map(|(name, _)| (*name, "")).collect();
    let again = officer.send(&form, NEW, &empty).await;
    assert_snapshot!(errors(&again).join("\n"), @r"
    Title: fill this in
    Short name in addresses: fill this in
    What it is: choose one
    Whether it is real: choose one
    Seat: fill this in
    Time zone of the seat: fill this in
    Depositary authorities: instruments are deposited with somebody; name the depositary, or choose below how consent is established
    When it enters into force: choose one
    Provisional application: choose one
    Withdrawal, from the notice to its effect: choose one
    Activation of its obligations, once it is in force: choose one
    From which day: fill this in
    Give at least one source
    ");
}

#[tokio::test]
async fn a_majority_of_signatories_needs_the_day_on_which_they_are_counted() {
    let world = World::empty().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = officer.get(NEW).await;
    let mut answers = with(&[
        ("clause-base-day", ""),
        ("clause-base-month", ""),
        ("clause-base-year", ""),
        ("then", "check"),
    ]);
    answers.push(("source-0-citation", "The treaty"));
    let again = officer.send(&form, NEW, &answers).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        errors(&again),
        ["Day on which the signatories are counted: fill this in"]
    );
    assert!(again.html.contains("the day on which signature closes"));
}

#[tokio::test]
async fn each_model_of_a_clause_is_the_rule_that_it_says() {
    let world = World::empty().await;
    let mut first = world.signed_in("otto", "depositary:depositary").await;
    let models: &[(&[(&str, &str)], &str)] = &[
        (
            &[
                ("clause-model", "all"),
                ("clause-then", "first-after-months"),
                ("clause-then-n", "3"),
            ],
            r#"{"first_of":[{"when":{"all":true},"then":{"first_of_month_after_months":3}}]}"#,
        ),
        (
            &[
                ("clause-model", "count"),
                ("clause-count", "10"),
                ("clause-then", "first-of-nth-month"),
                ("clause-then-n", "4"),
                ("clause-later", "days"),
                ("clause-later-n", "30"),
            ],
            r#"{"first_of":[{"when":{"count":10},"then":{"first_of_nth_month_after":4}}],"later":{"days":30}}"#,
        ),
        (
            &[
                ("clause-model", "guarantors"),
                ("clause-named", "BEL; usa"),
                ("clause-base-day", "31"),
                ("clause-base-month", "3"),
                ("clause-base-year", "2027"),
                ("clause-then", "same-day"),
            ],
            r#"{"first_of":[{"when":{"and":[{"named":["BEL","USA"]},{"base_on":"2027-03-31","fraction":[1,2],"more_than":true,"of":"signatories"}]},"then":{"same_day":true}}]}"#,
        ),
        (
            &[
                ("clause-model", "count-and-share"),
                ("clause-count", "55"),
                ("clause-share", "55"),
                ("weights", "USA 17.89\nPoland 1.06"),
                ("clause-then", "rule"),
                (
                    "clause-then-n",
                    r#"{"latest":[{"days":30},{"fixed":"2028-01-01"}]}"#,
                ),
            ],
            r#"{"first_of":[{"when":{"and":[{"count":55},{"weight_pct":"55"}]},"then":{"latest":[{"days":30},{"fixed":"2028-01-01"}]}}]}"#,
        ),
        (
            &[
                ("clause-model", "rule"),
                (
                    "clause-rule",
                    r#"{"first_of":[{"when":{"event":"ceasefire"},"by":"2028-01-01","then":{"days":1}}]}"#,
                ),
            ],
            r#"{"first_of":[{"when":{"event":"ceasefire"},"by":"2028-01-01","then":{"days":1}}]}"#,
        ),
    ];
    for (number, (answers, json)) in models.iter().enumerate() {
        let name = format!("guarantee-{number}");
        let mut answers = with(answers);
        answers.push(("slug", &name));
        let address = submitted(&mut first, NEW, &answers).await;
        // A draft opens again as it was typed, whatever it was typed as.
        let edit = first.get(&format!("{address}/edit")).await;
        let fields = edit.form(&format!("{address}/edit"));
        let is_typed = |(name, _): &&(&str, &str)| !["slug", "clause-named"].contains(name);
        for (name, value) in answers.iter().filter(is_typed) {
            assert_eq!(
                fields.get(*name).map(String::as_str),
                Some(*value),
                "{name}"
            );
        }
        let exact = first.get(&address).await.text();
        let clause: domain::clause::Clause = serde_json::from_str(json).unwrap();
        let exact: String = exact.chars().filter(|c| !c.is_whitespace()).collect();
        let canonical = domain::canonical::encode(&clause).unwrap();
        let canonical = String::from_utf8(canonical).unwrap();
        assert!(exact.contains(&canonical), "{canonical}: {exact}");
    }
}

#[tokio::test]
async fn an_amendment_changes_what_was_changed_and_nothing_else() {
    let world = World::empty().await;
    let one = world
        .officer("one", "depositary:illustrative-depositary")
        .await;
    let two = world
        .officer("two", "depositary:illustrative-depositary")
        .await;
    let bytes = include_str!("../../../app/domain/golden/instrument_opened.v1.json");
    let golden: Statement = serde_json::from_str(bytes).unwrap();
    let Some(Act::InstrumentOpened(defined)) = golden.act() else {
        panic!("the golden file opens an instrument");
    };
    // The files of its texts are not here; all else is as it is.
    let before = Instrument {
        texts: Vec::new(),
        ..defined.instrument.as_ref().clone()
    };
    let opening = Statement::new(
        slug(),
        LegalDate::on("2027-01-04".parse().unwrap()),
        Act::InstrumentOpened(InstrumentDefined {
            instrument: Box::new(before.clone()),
            reason: None,
        }),
    );
    world.found(&one, &two, opening).await;
    let mut first = world.signed_in_as("one").await;
    let mut second = world.signed_in_as("two").await;
    let form = "/instruments/guarantee/acts/instrument-amended";
    let page = first.get(form).await;
    let refused = first.send(&page, form, &[("then", "check")]).await;
    assert!(refused.text().contains("Why it is amended: fill this in"));

    let answers = [
        ("reason", "The seat has moved."),
        ("place", "Kyiv"),
        ("date-day", "2027-01-15"),
    ];
    let amendment = submitted(&mut first, form, &answers).await;
    let done = countersigned(&mut second, &amendment).await;
    assert_eq!(done.heading(), "Published", "{}", done.text());
    let after = definition(&world);
    let mut expected = before;
    expected.seat.place = domain::text::Text::english("Kyiv").unwrap();
    assert_eq!(after, expected);
    // An instrument is opened once.
    let again = "/instruments/guarantee/acts/instrument-opened";
    assert_eq!(first.get(again).await.status, StatusCode::NOT_FOUND);
    let page = first.get(NEW).await;
    let mut answers = with(&[("depositaries", "illustrative-depositary: It")]);
    answers.push(("source-0-citation", "The treaty"));
    let taken = first.send(&page, NEW, &answers).await;
    assert!(
        taken.text().contains("this name is taken"),
        "{}",
        taken.text()
    );
}

#[tokio::test]
async fn a_policy_that_asks_for_three_officers_is_adopted_and_holds() {
    let world = World::new().await;
    let mut first = world.signed_in("otto", "depositary:depositary").await;
    let mut second = world.signed_in("olga", "depositary:depositary").await;
    let mut third = world.signed_in("oskar", "depositary:depositary").await;
    let form = "/instruments/treaty/acts/sign-off-policy-adopted";
    let page = first.get(form).await;
    assert!(
        page.text().contains(
            "National steps and votes: a liaison officer of the State, then a verifier of the State"
        ),
        "{}",
        page.text()
    );
    assert_eq!(page.form(form)["founding"], "2");
    for (founding, problem) in [
        ("1", "at least 2"),
        ("10", "at most 9"),
        ("", "fill this in"),
    ] {
        let answers = [("founding", founding), ("source-0-citation", "A decision")];
        let refused = first.send(&page, form, &answers).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(problem), "{}", refused.text());
    }
    let adoption = submitted(&mut first, form, &[("founding", "3")]).await;
    let item = second.get(&adoption).await;
    assert!(
        item.text()
            .contains("then 2 more officers of the depositary"),
        "{}",
        item.text()
    );
    let done = countersigned(&mut second, &adoption).await;
    assert_eq!(done.heading(), "Published", "{}", done.text());
    let published = world.proposals.register().current();
    let record = published.snapshot.instrument(&"treaty".parse().unwrap());
    assert_ne!(record.unwrap().policy(), &SignOffPolicy::standard());

    let form = "/instruments/treaty/acts/participant-listed";
    let answers = [
        ("participant", "FRA"),
        ("standing", "listed"),
        ("date-day", "2027-01-15"),
    ];
    let listing = submitted(&mut first, form, &answers).await;
    let waiting = second.get(&listing).await;
    assert!(
        waiting.text().contains("2 more officers of the depositary"),
        "{}",
        waiting.text()
    );
    let signed = countersigned(&mut second, &listing).await;
    assert_eq!(signed.heading(), "Signed");
    let done = countersigned(&mut third, &listing).await;
    assert_eq!(done.heading(), "Published");
}
