//! The sitting days of a chamber, and a period that is prolonged: recorded on the desk.

use http::StatusCode;
use insta::assert_snapshot;

use crate::whole_way::{countersigned, submitted};
use crate::world::World;

const CALENDAR: &str = "/instruments/treaty/acts/sitting-calendar-published";

#[tokio::test]
async fn a_calendar_goes_from_the_liaison_through_the_verifier_to_the_register() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let answers = [
        ("chamber", "senat"),
        ("from-day", "1"),
        ("from-month", "2"),
        ("from-year", "2027"),
        ("until-day", "2027-03-31"),
        (
            "days",
            "2027-02-10 to 2027-02-12\nWednesday 3 March 2027, 4.3.2027",
        ),
    ];
    let address = submitted(&mut liaison, CALENDAR, &answers).await;
    let published = countersigned(&mut verifier, &address).await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.text());

    let current = world.proposals.register().current();
    let treaty = "treaty".parse().unwrap();
    let record = current.snapshot.instrument(&treaty).unwrap();
    let facts = record.facts_about("POL".parse().unwrap());
    let fact = facts.last().unwrap();
    let act = serde_json::to_value(&*fact.statement).unwrap();
    assert_snapshot!(act["payload"], @r#"{"chamber":"senat","from":"2027-02-01","sitting_days":["2027-02-10","2027-02-11","2027-02-12","2027-03-03","2027-03-04"],"until":"2027-03-31"}"#);

    // To be replaced it is shown as it would be typed.
    let again = liaison
        .get(&format!("{CALENDAR}?corrects={}", fact.hash))
        .await;
    let fields = again.form(CALENDAR);
    assert_snapshot!(fields["days"], @r"
    2027-02-10 to 2027-02-12
    2027-03-03 to 2027-03-04
    ");
    assert_eq!(fields["until-year"], "2027");
}

#[tokio::test]
async fn what_is_wrong_with_a_calendar_is_said_beside_it() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let form = liaison.get(CALENDAR).await;
    let whole = [
        ("chamber", "senat"),
        ("from-day", "2027-02-01"),
        ("until-day", "2027-03-31"),
        ("days", "2027-02-10"),
    ];
    for (name, wrong, said) in [
        ("chamber", "lords", "Which chamber: "),
        (
            "until-day",
            "2027-01-31",
            "The last day of the calendar: it is before the first day; correct one of them",
        ),
        (
            "until-day",
            "2037-01-31",
            "The last day of the calendar: one calendar holds at most 1100 days; record it in parts",
        ),
        (
            "days",
            "2027-02-10\nthe week after",
            "The days on which the chamber sits: “the week after” is not a day; write it like 2026-11-24, one a line",
        ),
        (
            "days",
            "2027-03-30 to 2027-04-02",
            "The days on which the chamber sits: 2 April 2027 is not between the first and the last day of the calendar; correct it or those two",
        ),
        ("days", "", "The days on which the chamber sits: "),
    ] {
        let mut answers = whole.to_vec();
        answers.retain(|(kept, _)| *kept != name);
        answers.push((name, wrong));
        answers.push(("source-0-citation", "Sejm, calendar of sittings"));
        let again = liaison.send(&form, CALENDAR, &answers).await;
        assert_eq!(
            again.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{name} {wrong}"
        );
        let errors = again.of_class("desk-field__error").len();
        assert_eq!(errors, 1, "{}", again.text());
        assert!(again.text().contains(said), "{}", again.text());
        if name != "chamber" {
            assert_eq!(again.form(CALENDAR)[name], wrong);
        }
    }
}

#[tokio::test]
async fn a_period_that_runs_is_prolonged() {
    let world = World::new().await;
    let mut liaison = world.signed_in("lia", "liaison:POL").await;
    let mut verifier = world.signed_in("vera", "verifier:POL").await;
    let started = "/instruments/treaty/acts/clock-started?stage=senat_vote";
    let address = submitted(&mut liaison, started, &[]).await;
    countersigned(&mut verifier, &address).await;

    let form = "/instruments/treaty/acts/clock-extended";
    let page = liaison.get(&format!("{form}?stage=senat_vote")).await;
    let source = ("source-0-citation", "Journal of Laws, no. 2");
    for wrong in ["", "0", "some"] {
        let again = liaison.send(&page, form, &[source, ("by", wrong)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let extended = format!("{form}?stage=senat_vote");
    let address = submitted(&mut liaison, &extended, &[("by", "5")]).await;
    let published = countersigned(&mut verifier, &address).await;
    assert_eq!(published.status, StatusCode::OK, "{}", published.text());
    let current = world.proposals.register().current();
    let treaty = "treaty".parse().unwrap();
    let record = current.snapshot.instrument(&treaty).unwrap();
    let facts = record.facts_about("POL".parse().unwrap());
    let act = serde_json::to_value(&*facts.last().unwrap().statement).unwrap();
    assert_snapshot!(act["payload"], @r#"{"by":5,"period":0}"#);
}
