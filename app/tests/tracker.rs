//! The tracker's pages, over a made-up register.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

mod pages;
mod support;

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use app::tracker::{AboutPage, Address, At, NotFound, Opened, Reading, open};
use app::words::Words;
use domain::act::{
    Act, ActivationDetermined, ActivationState, ClockExtended, ClockStarted, ConsentExpressed,
    ConsentForm, ConsentMode, DeclarationMade, EventEnded, EventRecorded, ObjectionEffect,
    ObjectionRaised, Outcome, ParticipantRemoved, ProcedureConcluded, ProvisionalApplication,
    ReservationFormulated, SittingCalendarPublished,
};
use domain::clause::Condition;
use domain::day::Day;
use domain::instrument::PendingReservation;
use domain::instrument::{
    ExitNotice, ExitRule, Nature, ProvisionalApplicationRule, ReservationRegime, Reservations,
};
use domain::legal_date::LegalDate;
use domain::name::Slug;
use domain::procedure::Library;
use domain::statement::{Content, Statement, UnknownAct};
use pages::{
    ALL, NAMED_AND_MAJORITY, TODAY, country, five, home, inside, opened, page, page_at, text_of,
};
use support::{
    Register, at_stage, begun, carried, code, concluded, correcting, day, guarantee, key, of,
    scheduled, slug, source, text,
};

#[test]
fn the_heading_is_the_answer_and_so_is_the_title() {
    let mut register = five(ALL);
    register.deposit("EST", "2026-10-02");
    register.deposit("POL", "2026-10-03");
    let html = home(&register).html();
    assert_eq!(inside(&html, "h1"), "Not in force");
    assert_eq!(
        inside(&html, "title"),
        "Not in force: 2 of 5 instruments deposited – Treaty of Guarantee – Assent"
    );
    let text = text_of(&html);
    assert!(text.contains("2 of the 5 instruments needed have been deposited. 3 to go."));
    assert!(text.contains("Cannot be met without France, United Kingdom and United States"));
}

#[test]
fn to_go_is_the_size_of_a_smallest_set() {
    // A majority of five is three; with Estonia and Poland there, one more would make it, if
    // France and the United States were not needed by name.
    let mut register = five(NAMED_AND_MAJORITY);
    register.deposit("EST", "2026-10-02");
    register.deposit("POL", "2026-10-03");
    let json = home(&register).json();
    assert_eq!(json["progress"]["counted"], 2);
    assert_eq!(json["progress"]["needed"], serde_json::Value::Null);
    assert_eq!(json["progress"]["to_go"], 2);
    let names: Vec<_> = json["indispensable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|party| party["label"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["France", "United States"]);
}

#[test]
fn between_the_conditions_and_the_notification_the_page_says_so() {
    let mut register = five(ALL);
    for participant in ["EST", "FRA", "GBR", "POL", "USA"] {
        register.deposit(participant, "2026-10-15");
    }
    let html = home(&register).html();
    assert_eq!(
        inside(&html, "h1"),
        "In force from 1 December 2026 under its clause"
    );
    let text = text_of(&html);
    assert!(text.contains("Conditions met on 15 October 2026; depositary’s notification pending."));
    assert!(inside(&html, "title").contains("notification pending"));
    assert!(text.contains("No notification"));
    let json = home(&register).json();
    assert_eq!(json["answer"]["state"], "notification_pending");
    assert_eq!(
        json["entry_into_force"]["computed"]["in_force"]["date"],
        "2026-12-01"
    );
    assert_eq!(
        json["entry_into_force"]["computed"]["recorded_in"],
        register.size() - 1
    );
}

#[test]
fn the_days_computed_and_notified_stand_side_by_side_with_their_difference() {
    let mut register = five(ALL);
    for participant in ["EST", "FRA", "GBR", "POL", "USA"] {
        register.deposit(participant, "2026-09-15");
    }
    register.notify("2026-10-20", "2026-11-03");
    let html = home(&register).html();
    assert_eq!(inside(&html, "h1"), "In force since 3 November 2026");
    let text = text_of(&html);
    assert!(text.contains("Computed from the acts on record 1 November 2026"));
    assert!(text.contains("The day notified is 2 days later than the day computed"));
    assert_eq!(
        home(&register).json()["entry_into_force"]["difference_days"],
        2
    );
    // Before the day notified it is not in force yet.
    let before = page_at(
        &register,
        &Address::Home(slug()),
        At::Day(day("2026-11-02")),
        TODAY,
    );
    assert_eq!(
        inside(&before.html(), "h1"),
        "Enters into force on 3 November 2026"
    );
}

#[test]
fn of_a_history_no_notification_is_pending() {
    let mut instrument = guarantee(ALL);
    instrument.nature = Nature::Historical;
    let mut register = Register::opened("2022-07-05", instrument);
    register.list("2022-07-05", &["EST"]);
    register.deposit("EST", "2022-07-06");
    let html = home(&register).html();
    assert_eq!(
        inside(&html, "h1"),
        "In force from 1 September 2022 under its clause"
    );
    let rest = "Conditions met on 6 July 2022; no notification by the depositary on record.";
    assert!(text_of(&html).contains(rest));
    assert!(!text_of(&html).contains("pending"));
}

#[test]
fn the_four_facts_are_apart() {
    let mut instrument = guarantee(ALL);
    instrument.activation = Some(Condition::Event(key("ceasefire")));
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["EST", "FRA", "POL"]);
    register.sign("POL", "2026-09-02");
    let completed = Act::ProcedureConcluded(ProcedureConcluded {
        outcome: Outcome::Completed,
        note: None,
    });
    register.publish(vec![of("POL", "2026-10-01", completed)]);
    register.deposit("EST", "2026-10-02");
    register.publish(vec![at_stage("FRA", "an_vote", "2026-10-05", begun())]);
    let json = home(&register).json();
    let rows = json["participants"].as_array().unwrap();
    let row = |code: &str| rows.iter().find(|row| row["code"] == code).unwrap();
    let poland = row("POL");
    assert_eq!(poland["national_procedure"]["state"], "completed");
    assert_eq!(poland["consent"]["state"], "not_expressed");
    assert_eq!(poland["stage"]["label"], "Approved nationally");
    let estonia = row("EST");
    assert_eq!(estonia["consent"]["label"], "Instrument deposited");
    assert_eq!(estonia["consent"]["date"]["date"], "2026-10-02");
    assert_eq!(estonia["national_procedure"]["state"], "no_information");
    assert_eq!(estonia["in_force"]["state"], "no");
    assert_eq!(estonia["activated"]["state"], "not_activated");
    let france = row("FRA");
    assert_eq!(france["stage"]["state"], "under_way");
    assert_eq!(
        france["national_procedure"]["stage_label"],
        "Vote, National Assembly"
    );
}

#[test]
fn obligations_are_activated_only_for_those_whom_they_bind() {
    let mut instrument =
        guarantee(r#"{"first_of":[{"when":{"count":1},"then":{"same_day":true}}]}"#);
    instrument.activation = Some(Condition::Event(key("ceasefire")));
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["EST", "POL"]);
    register.deposit("EST", "2026-09-02");
    let activated = Act::ActivationDetermined(ActivationDetermined {
        state: ActivationState::Activated,
        ground: text("Decision of the council"),
    });
    register.publish(vec![Statement::new(
        slug(),
        LegalDate::on(day("2026-10-01")),
        activated,
    )]);
    let json = home(&register).json();
    assert_eq!(json["activation"]["state"], "activated");
    let states: Vec<_> = json["participants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["activated"]["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["activated", "not_activated"]);
}

/// A treaty in force for Estonia and Poland; Poland made a reservation.
fn with_a_reservation() -> Register {
    let mut instrument =
        guarantee(r#"{"first_of":[{"when":{"count":1},"then":{"days":30}}],"later":{"days":30}}"#);
    instrument.reservations = ReservationRegime {
        permitted: Reservations::AcceptedByEach,
        pending: PendingReservation::CountsOnceAccepted,
    };
    instrument.exit = ExitRule::Notice(ExitNotice {
        effect: serde_json::from_str(r#"{"months":12}"#).unwrap(),
        not_before: Some(serde_json::from_str(r#"{"months":36}"#).unwrap()),
    });
    instrument.provisional_application = ProvisionalApplicationRule::Of(vec![key("art-3")]);
    let mut register = Register::opened("2026-01-06", instrument);
    register.list("2026-01-06", &["EST", "FRA", "POL"]);
    register.deposit("EST", "2026-02-02");
    register.deposit("POL", "2026-03-31");
    let made = Act::ReservationFormulated(ReservationFormulated {
        reservation: key("pol-1"),
        articles: vec![key("art-7")],
        text: text("Illustrative"),
    });
    register.accepted(of("POL", "2026-03-31", made), "2026-03-31");
    register
}

#[test]
fn a_reservation_is_shown_with_the_window_of_each_state() {
    let mut register = with_a_reservation();
    let shown = text_of(&country(&register, "POL").html());
    assert!(
        shown.contains("One acceptance makes the consent effective"),
        "{shown}"
    );
    assert!(shown.contains("that is on 1 April 2027"), "{shown}");
    assert!(
        shown.contains("Can object until 31 March 2027: Estonia"),
        "{shown}"
    );
    assert!(
        shown.contains(
            "Can object until its own consent, and in any case until 31 March 2027: France"
        ),
        "{shown}"
    );
    assert!(
        shown.contains("No notification of the reservation is on record"),
        "{shown}"
    );
    let asked = text_of(&country(&register, "EST").html());
    assert!(
        asked.contains("It can object to the reservation “pol-1” of Poland until 31 March 2027."),
        "{asked}"
    );
    let objection = Act::ObjectionRaised(ObjectionRaised {
        to: code("POL"),
        reservation: key("pol-1"),
        effect: ObjectionEffect::PrecludesEntryIntoForce,
        text: None,
    });
    register.accepted(of("EST", "2026-05-05", objection), "2026-05-05");
    let json = country(&register, "POL").json();
    let answer = &json["reservations"][0]["answers"]["EST"]["state"]["objected"];
    assert_eq!(answer["effect"], "precludes_entry_into_force");
    let shown = text_of(&country(&register, "POL").html());
    assert!(
        shown.contains("does not enter into force between the two: Estonia"),
        "{shown}"
    );
    assert!(shown.contains("Silence alone is not enough."), "{shown}");
}

#[test]
fn a_country_page_says_when_the_state_could_leave() {
    let register = with_a_reservation();
    // In force for Estonia on 4 March 2026; three years, and one.
    let shown = text_of(&country(&register, "EST").html());
    let leaves =
        "It can give notice from 4 March 2029 on. It could leave on 4 March 2030 at the earliest.";
    assert!(shown.contains(leaves), "{shown}");
    // Who has not consented has nothing to leave.
    assert!(country(&register, "FRA").json()["leaving"].is_null());
}

#[test]
fn provisional_application_is_shown_article_by_article() {
    let mut register = with_a_reservation();
    let declared = Act::ProvisionalApplication(ProvisionalApplication {
        from: LegalDate::on(day("2026-03-01")),
        articles: vec![key("art-3"), key("art-9")],
    });
    register.accepted(of("FRA", "2026-04-01", declared), "2026-04-01");
    let shown = text_of(&country(&register, "FRA").html());
    assert!(
        shown.contains("Articles art-3 and art-9, from 1 March 2026."),
        "{shown}"
    );
    assert!(
        shown.contains("does not let article art-9 apply provisionally."),
        "{shown}"
    );
}

#[test]
fn the_clause_page_has_the_earliest_day_and_the_activation_by_computation() {
    let mut instrument = guarantee(NAMED_AND_MAJORITY);
    instrument.activation = Some(Condition::Event(key("ceasefire")));
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["FRA", "GBR", "USA"]);
    let clause = Address::Clause(slug());
    let shown = text_of(&page(&register, &clause).html());
    assert!(
        shown.contains("the conditions are met on 26 November 2026 and the instrument is in force on 26 December 2026."),
        "{shown}"
    );
    for expected in [
        "What is not on record is taken not to have happened.",
        // Senate Rule XXX: a treaty lies over one day.
        "United States: not before 26 November 2026, after a minimum period of 1 day (Senate Rule XXX), \
         counted from 25 November 2026, the first day on which it can begin.",
    ] {
        assert!(shown.contains(expected), "{shown}");
    }
    // The United Kingdom is not among the two that are needed, and cannot be in time.
    assert!(!shown.contains("United Kingdom: not before"), "{shown}");
    assert!(shown.contains("France and United States"), "{shown}");
    assert!(
        shown.contains("The condition is looked at once the treaty is in force."),
        "{shown}"
    );
    register.deposit("FRA", "2026-09-10");
    register.deposit("USA", "2026-09-10");
    let event = |on, act| Statement::new(slug(), LegalDate::on(day(on)), act);
    let happens = Act::EventRecorded(EventRecorded {
        event: key("ceasefire"),
        text: None,
    });
    register.publish(vec![event("2026-11-01", happens)]);
    let shown = text_of(&page(&register, &clause).html());
    assert!(
        shown.contains("the condition is met since 1 November 2026. It can cease to be met."),
        "{shown}"
    );
    let over = Act::EventEnded(EventEnded {
        event: key("ceasefire"),
        text: None,
    });
    register.publish(vec![event("2026-11-20", over)]);
    let page = page(&register, &clause);
    let shown = text_of(&page.html());
    assert!(
        shown.contains("was met from 1 November 2026 and no longer is since 20 November 2026."),
        "{shown}"
    );
    assert_eq!(
        page.json()["activation"]["computed"]["ended"]["on"],
        "2026-11-20"
    );
    assert!(page.json()["earliest"].is_null());
}

#[test]
fn the_earliest_day_waits_for_the_periods_of_each_procedure() {
    let mut register = five(ALL);
    let clause = Address::Clause(slug());
    let shown = |register: &Register| text_of(&page(register, &clause).html());
    let said = shown(&register);
    // Nothing has happened: CRaG 2010, s. 20, from the next day on.
    let expected = "United Kingdom: not before 17 December 2026, after a minimum period of 21 days on \
                    which both houses sit (CRaG s. 20(1)-(2), (9)), counted from 25 November 2026, the \
                    first day on which it can begin.";
    assert!(said.contains(expected), "{said}");
    assert!(
        said.contains("the conditions are met on 17 December 2026"),
        "{said}"
    );
    assert!(
        said.contains("Where no calendar is published, the chamber is taken to sit each day."),
        "{said}"
    );
    for chamber in ["commons", "lords"] {
        let act = sitting(chamber, "2026-11-01", "2026-12-18");
        register.publish(vec![of("GBR", "2026-10-20", act)]);
    }
    register.publish(vec![at_stage("GBR", "laying", "2026-11-15", begun())]);
    let said = shown(&register);
    let expected = "United Kingdom: not before 7 December 2026, after a minimum period of 21 days on \
                    which both houses sit (CRaG s. 20(1)-(2), (9)), which runs.";
    assert!(said.contains(expected), "{said}");
    assert!(!said.contains("is taken to sit each day"), "{said}");
    let floors = &page(&register, &clause).json()["earliest"]["floors"];
    assert_eq!(floors["GBR"]["not_before"], "2026-12-07");
}

#[test]
fn the_label_of_consent_follows_the_instrument() {
    for (form, label) in [
        (ConsentForm::Deposit, "Instrument deposited"),
        (ConsentForm::Notification, "Acceptance notified"),
        (ConsentForm::Exchange, "Instruments exchanged"),
        (ConsentForm::Signature, "Signed definitively"),
    ] {
        let mut instrument = guarantee(ALL);
        instrument.consent_form = form;
        let mut register = Register::opened("2026-09-01", instrument);
        register.list("2026-09-01", &["EST", "POL"]);
        register.deposit("EST", "2026-10-02");
        assert!(text_of(&home(&register).html()).contains(label), "{label}");
    }
}

#[test]
fn a_bounded_date_is_shown_as_bounded() {
    let mut register = five(ALL);
    let removed = Act::ProcedureConcluded(ProcedureConcluded {
        outcome: Outcome::Completed,
        note: None,
    });
    let mut statement = of("POL", TODAY, removed);
    statement.date = LegalDate::not_later_than(day("2026-10-01"));
    register.publish(vec![statement]);
    let page = country(&register, "POL");
    assert!(text_of(&page.html()).contains("not later than 1 October 2026"));
    let date = &page.json()["national_procedure"]["since"];
    assert_eq!(date["date"], serde_json::Value::Null);
    assert_eq!(date["precision"]["not_later_than"], "2026-10-01");
}

#[test]
fn a_country_page_follows_its_own_procedure_and_says_that_it_is_research() {
    let mut register = five(ALL);
    let done = || concluded(Outcome::Completed);
    register.publish(vec![at_stage(
        "POL",
        "government_decision",
        "2026-09-29",
        done(),
    )]);
    register.publish(vec![at_stage(
        "POL",
        "sejm_vote",
        "2026-11-05",
        carried(398, 22, 8, 428),
    )]);
    register.publish(vec![at_stage(
        "POL",
        "senat_vote",
        "2026-12-03",
        scheduled(),
    )]);
    let page = country(&register, "POL");
    let text = text_of(&page.html());
    assert!(text.contains("Research, not confirmed by this State"));
    assert!(
        text.contains("398 for, 22 against, 8 abstentions, 428 present; announced as carried.")
    );
    assert!(
        text.contains("211 votes for were needed; there were 398. By the rule above: carried.")
    );
    assert!(text.contains("“Vote, Senate” is announced for 3 December 2026."));
    assert!(text.contains("Checked against"));
    let json = page.json();
    let stages = json["procedure"]["stages"].as_array().unwrap();
    assert_eq!(stages[0]["state"], "done");
    assert_eq!(stages[0]["date"]["date"], "2026-09-29");
    assert_eq!(json["procedure"]["standing"], "research");
}

/// What is published of a house that sits on every day of a run.
fn sitting(chamber: &str, from: &str, until: &str) -> Act {
    let (from, until) = (day(from), day(until));
    let days = u32::try_from(from.days_until(until)).unwrap();
    Act::SittingCalendarPublished(SittingCalendarPublished {
        chamber: key(chamber),
        from,
        until,
        sitting_days: (0..=days).map(|n| from.plus_days(n).unwrap()).collect(),
    })
}

fn extended(period: u32, by: u32) -> Act {
    Act::ClockExtended(ClockExtended {
        period,
        by: NonZeroU32::new(by).unwrap(),
        note: None,
    })
}

#[test]
fn a_country_page_says_how_far_a_period_is_and_when_it_ends() {
    let mut register = five(ALL);
    for chamber in ["commons", "lords"] {
        let act = sitting(chamber, "2026-11-01", "2026-12-18");
        register.publish(vec![of("GBR", "2026-10-20", act)]);
    }
    register.publish(vec![at_stage("GBR", "laying", "2026-11-15", begun())]);
    register.publish(vec![at_stage(
        "GBR",
        "laying",
        "2026-11-20",
        extended(0, 2),
    )]);
    let page = country(&register, "GBR");
    let text = text_of(&page.html());
    let expected = "Day 9 of 23 days on which both houses sit; ends 8 December 2026, and what waits \
                    for it may happen from 9 December 2026. The 2 days on which both houses sit that were added are counted.";
    assert!(text.contains(expected), "{text}");
    assert!(
        text.contains("United Kingdom: the period that runs at"),
        "{text}"
    );
    let stages = page.json()["procedure"]["stages"].clone();
    let laying = stages
        .as_array()
        .unwrap()
        .iter()
        .find(|stage| stage["key"] == "laying");
    let clock = &laying.unwrap()["clocks"][0];
    assert_eq!(clock["units"], 23);
    assert_eq!(clock["start"], "2026-11-15");
    assert_eq!(clock["state"]["running"]["counted"], 9);
    assert_eq!(clock["state"]["running"]["last_day"], "2026-12-08");
    // Once the stage is over, its period matters no longer.
    let done = concluded(Outcome::Completed);
    register.publish(vec![at_stage("GBR", "laying", "2026-11-23", done)]);
    assert!(!text_of(&country(&register, "GBR").html()).contains("Day 9"));
}

#[test]
fn a_country_page_says_when_an_end_is_not_computable_yet() {
    let mut register = five(ALL);
    register.publish(vec![at_stage("GBR", "laying", "2026-11-15", begun())]);
    let text = text_of(&country(&register, "GBR").html());
    let expected = "21 days on which both houses sit: not computable yet: no calendar of the House of \
                    Commons is published for these days. It ends on 6 December 2026 at the earliest.";
    assert!(text.contains(expected), "{text}");
    for (chamber, until) in [("commons", "2026-11-30"), ("lords", "2026-11-27")] {
        let act = sitting(chamber, "2026-11-01", until);
        register.publish(vec![of("GBR", "2026-11-16", act)]);
    }
    let text = text_of(&country(&register, "GBR").html());
    let expected = "not computable yet: the calendar of the House of Lords is published only until \
                    27 November 2026. It ends on 6 December 2026 at the earliest. Day 9 so far.";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn what_the_end_of_a_period_means_is_said_by_what_it_does() {
    let mut register = five(ALL);
    let start = |stage, when, period| {
        let act = Act::ClockStarted(ClockStarted { period, note: None });
        at_stage("POL", stage, when, act)
    };
    register.publish(vec![start("senat_vote", "2026-11-04", 0)]);
    register.publish(vec![start("assent", "2026-10-30", 0)]);
    let text = text_of(&country(&register, "POL").html());
    for expected in [
        "Day 20 of 30 days; ends 4 December 2026, and silence is consent from 5 December 2026.",
        "21 days ended: the last day to act was 20 November 2026.",
    ] {
        assert!(text.contains(expected), "{text}");
    }
    let mut unsure = start("constitutional_review", "2026-11-20", 0);
    unsure.participant = Some(code("FRA"));
    unsure.date = LegalDate::between(day("2026-11-18"), day("2026-11-20"));
    register.publish(vec![unsure]);
    let text = text_of(&country(&register, "FRA").html());
    let expected = "Day 4 of 30 (1 month); ends 20 December 2026, the last day to act. Counted from \
                    20 November 2026, the latest day on which it can have begun.";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_statement_that_was_corrected_stays_visible() {
    let mut register = five(ALL);
    let vote = |yes| at_stage("POL", "sejm_vote", "2026-11-05", carried(yes, 22, 8, 428));
    let first = register.size();
    let hash = register.publish(vec![vote(389)]);
    register.publish(vec![correcting(vote(398), hash)]);
    let text = text_of(&country(&register, "POL").html());
    assert!(text.contains("389 for"), "superseded, and visible");
    assert!(text.contains(&format!("Corrected by entry {}", first + 1)));
    assert!(text.contains(&format!("Corrects entry {first}")));
    let corrected = text_of(&page(&register, &Address::Entry(first)).html());
    assert!(corrected.contains(&format!("Corrected by entry {}", first + 1)));
    let correction = text_of(&page(&register, &Address::Entry(first + 1)).html());
    assert!(correction.contains("A figure was misread in the first recording."));
    // Before the correction the register said nothing of it.
    let before = page_at(
        &register,
        &Address::country(&slug(), code("POL")),
        At::Size(first + 1),
        TODAY,
    );
    assert!(!text_of(&before.html()).contains("Superseded"));
}

#[test]
fn a_day_notified_that_does_not_follow_from_the_acts_is_shown_with_what_they_say() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-03");
    register.notify("2026-10-10", "2026-10-12");
    let html = home(&register).html();
    let text = text_of(&html);
    assert!(
        text.contains("Computed from the acts on record No day"),
        "{text}"
    );
    assert!(text.contains("By the acts on record the conditions are not met."));
    assert!(!inside(&html, "title").contains(" of 5 "), "{html}");
}

#[test]
fn a_consent_given_again_while_it_holds_does_not_move_its_date() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-03");
    register.deposit("POL", "2026-10-09");
    let json = home(&register).json();
    let participants = json["participants"].as_array().unwrap();
    let of_poland = participants.iter().find(|one| one["code"] == "POL");
    assert_eq!(of_poland.unwrap()["consent"]["date"]["date"], "2026-10-03");
}

#[test]
fn a_day_within_the_bounds_of_a_consent_does_not_say_that_there_was_none() {
    let mut register = five(ALL);
    let consent = Act::ConsentExpressed(ConsentExpressed {
        mode: ConsentMode::Ratification,
        form: ConsentForm::Deposit,
        instrument: None,
        note: None,
    });
    let bounds = LegalDate::between(day("2026-10-03"), day("2026-10-20"));
    register.received(of("POL", "2026-10-03", consent), bounds);
    let on = |day_shown: &str| {
        let at = At::Day(day(day_shown));
        page_at(&register, &Address::Home(slug()), at, TODAY)
    };
    let state = |day_shown: &str| -> (String, String) {
        let json = on(day_shown).json();
        let participants = json["participants"].as_array().unwrap().clone();
        let of_poland = participants.into_iter().find(|one| one["code"] == "POL");
        let consent = of_poland.unwrap()["consent"].clone();
        let text = |key: &str| consent[key].as_str().unwrap().to_owned();
        (text("state"), text("label"))
    };
    let is = |state: &str, label: &str| (state.to_owned(), label.to_owned());
    assert_eq!(state("2026-10-02"), is("not_expressed", "Not deposited"));
    let not_known = is("not_known", "Not known for this day");
    assert_eq!(state("2026-10-03"), not_known);
    assert_eq!(state("2026-10-19"), not_known);
    assert_eq!(state("2026-10-20"), is("expressed", "Instrument deposited"));
    let within = text_of(&on("2026-10-10").html());
    assert!(within.contains("it may have consented already"), "{within}");
    assert!(!text_of(&on("2026-10-20").html()).contains("may have consented"));
}

#[test]
fn an_entry_names_offices_and_never_persons() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-03");
    let index = register.size() - 1;
    let page = page(&register, &Address::Entry(index));
    let text = text_of(&page.html());
    for part in [
        "Poland deposited its instrument of ratification.",
        "Liaison officer of Poland, Password given again, pseudonym",
        "Verifier of Poland",
        "Depositary officer",
        "Received 3 October 2026",
        "C.N.1.2026",
        "Leaf hash",
        &format!("Root over the first {} entries", index + 1),
        &format!("/en/entries/{index}.json"),
    ] {
        assert!(text.contains(part), "{part}");
    }
    let (bytes, leaf, root) = register.entry(usize::try_from(index).unwrap());
    assert!(text.contains(&leaf.to_string()) && text.contains(&root.to_string()));
    let entry: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(page.json(), entry, "the data of an entry are its own bytes");
    let Opened::NotFound(missing) = open(
        &Address::Entry(900),
        &Reading {
            words: Words::english(),
            snapshot: register.snapshot(),
            library: &Library::new(),
            root: register.root(),
            at: At::Now,
            today: day(TODAY),
            day_ends: None,
            entry: None,
        },
    ) else {
        panic!("there is no such entry");
    };
    assert_eq!(missing, NotFound::Entry(900));
}

#[test]
fn the_clause_is_in_words_with_its_numbers_and_its_smallest_sets() {
    let mut register = five(NAMED_AND_MAJORITY);
    register.deposit("EST", "2026-10-02");
    let page = page(&register, &Address::Clause(slug()));
    let json = page.json();
    let why = &json["why"][0];
    assert_eq!(
        why["bases"],
        serde_json::json!([
            "the clause",
            "Vienna Convention on the Law of Treaties, article 24(1)"
        ])
    );
    let lacking = &json["explanation"]["clause"]["outcome"]["not_met"];
    assert_eq!(lacking["to_go"]["exactly"], 2);
    let text = text_of(&page.html());
    for part in [
        "Why 2 more consents are needed: those of France and the United States.",
        "Consent to be bound by each of: France and the United States Neither has consented. Missing: France and United States",
        "Consent to be bound by more than one half of the participants on the list Of 5, 3 are needed. 1 consent counts; 2 more are needed.",
        "2 more consents are enough: France and the United States",
        "it would be in force on 24 December 2026.",
        "For those who consent later it is in force 30 days after the day of their own consent",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn one_of_several_can_do_alone_what_the_others_cannot() {
    let clause = r#"{"first_of":[{"when":{"weight_pct":"50"},"then":{"same_day":true}}]}"#;
    let mut instrument = guarantee(clause);
    for (participant, share) in [("EST", "30"), ("FRA", "40"), ("USA", "30")] {
        let share = serde_json::from_value(serde_json::json!(share)).unwrap();
        instrument.weights.insert(code(participant), share);
    }
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["EST", "FRA", "USA"]);
    register.deposit("EST", "2026-10-02");
    let text = text_of(&page(&register, &Address::Clause(slug())).html());
    assert!(text.contains("1 more consent is enough: France alone, or the United States alone"));
    assert!(
        text.contains("Those who consented hold 30 %; 20 % more is needed."),
        "{text}"
    );
}

#[test]
fn an_event_is_awaited_and_then_recorded() {
    let clause = r#"{"first_of":[{"when":{"and":[{"all":true},{"event":"ceasefire"}]},"then":{"same_day":true}}]}"#;
    let mut register = Register::opened("2026-09-01", guarantee(clause));
    register.list("2026-09-01", &["EST"]);
    register.deposit("EST", "2026-09-02");
    let text = text_of(&home(&register).html());
    assert!(text.contains("1 of the 1 instruments needed has been deposited."));
    assert!(text.contains("No further consent is needed. The event “ceasefire” is awaited."));
    let ceasefire = Act::EventRecorded(EventRecorded {
        event: key("ceasefire"),
        text: None,
    });
    register.publish(vec![Statement::new(
        slug(),
        LegalDate::on(day("2026-11-01")),
        ceasefire,
    )]);
    assert!(text_of(&home(&register).html()).contains("Conditions met on 1 November 2026"));
}

#[test]
fn a_view_of_another_day_or_size_says_so_and_keeps_its_links() {
    let mut register = five(ALL);
    register.deposit("EST", "2026-10-02");
    register.deposit("POL", "2026-10-20");
    let at = |at| page_at(&register, &Address::Home(slug()), at, TODAY).html();
    let on_a_day = at(At::Day(day("2026-10-10")));
    assert!(text_of(&on_a_day).contains("This page shows 10 October 2026, as known now."));
    assert!(text_of(&on_a_day).contains("1 of the 5 instruments needed has been deposited."));
    assert!(on_a_day.contains(r#"href="/en/guarantee/at/2026-10-10/countries/pl""#));
    assert!(on_a_day.contains(r#"href="/en/guarantee/at/2026-10-10/clause""#));
    assert!(
        !on_a_day.contains("<script"),
        "no news on a page of the past"
    );
    let ahead = at(At::Day(day("2030-01-01")));
    assert!(text_of(&ahead).contains("1 January 2030, a day to come"));
    let at_a_size = at(At::Size(6));
    assert!(
        text_of(&at_a_size).contains("what the register said when it held 6 entries"),
        "{}",
        text_of(&at_a_size)
    );
    assert!(text_of(&at_a_size).contains("0 of the 5 instruments needed have been deposited."));
    assert!(!at_a_size.contains(&register.root().to_string()));
    let both = at(At::SizeAndDay(7, day("2026-10-01")));
    assert!(both.contains(r#"href="/en/guarantee/at/n7/2026-10-01/changes""#));
    for (wrong, why) in [
        (At::Size(99), NotFound::Size(99)),
        (At::Size(0), NotFound::Instrument(slug())),
    ] {
        match opened(&register, &Address::Home(slug()), wrong, TODAY) {
            Opened::NotFound(not_found) => assert_eq!(not_found, why),
            Opened::Page(_) => panic!("{wrong:?}"),
        }
    }
}

#[test]
fn an_entry_about_another_instrument_changes_only_the_pages_that_say_the_size() {
    let mut register = five(ALL);
    let country_before = country(&register, "POL").html();
    let home_before = home(&register).html();
    assert!(home_before.contains(&register.root().to_string()));
    register.open("another".parse().unwrap(), "2026-10-01", guarantee(ALL));
    assert_eq!(country(&register, "POL").html(), country_before);
    assert_ne!(home(&register).html(), home_before);
}

#[test]
fn the_page_knows_the_last_entry_about_its_instrument() {
    let mut register = five(ALL);
    register.open("another".parse().unwrap(), "2026-10-01", guarantee(ALL));
    let html = home(&register).html();
    assert!(html.contains(r#"data-instrument="guarantee""#));
    assert!(html.contains(r#"data-last="5""#));
    assert!(text_of(&html).contains("Last recorded about this instrument: "));
}

#[test]
fn what_is_not_real_says_so_in_every_form() {
    let mut register = five(ALL);
    register.deposit("EST", "2026-10-02");
    for address in of_every_kind(&register) {
        let page = page(&register, &address);
        if address.slug().is_none() && !matches!(address, Address::Entry(_)) {
            continue;
        }
        let text = text_of(&page.html());
        assert!(
            text.contains("Illustrative scenario, not real."),
            "{address:?}"
        );
        if matches!(address, Address::Entry(_)) {
            continue;
        }
        let json = page.json();
        assert_eq!(json["nature"], "illustrative", "{address:?}");
        assert!(json["notice"].as_str().unwrap().contains("not real"));
        if let Some(table) = page.table() {
            assert_eq!(table.header[0], "nature", "{address:?}");
            assert!(table.rows.iter().all(|row| row[0] == "illustrative"));
        }
    }
    let list = page(&register, &Address::Instruments);
    assert!(text_of(&list.html()).contains("Illustrative, not real"));
    assert_eq!(list.json()["instruments"][0]["nature"], "illustrative");
    assert_eq!(list.table().unwrap().rows[0][0], "illustrative");
}

#[test]
fn an_act_of_a_later_program_is_shown_as_unknown() {
    let mut register = five(ALL);
    let mut statement = of("POL", "2026-10-01", begun());
    statement.content = Content::Unknown(UnknownAct {
        kind: key("guarantor_replaced"),
        version: 7,
        payload: serde_json::json!({"note": "<b>"}),
    });
    register.publish(vec![statement]);
    let told = "An act that this program does not know (kind guarantor_replaced, version 7).";
    for address in [
        Address::Changes(slug()),
        Address::country(&slug(), code("POL")),
        Address::Entry(register.size() - 1),
    ] {
        assert!(
            text_of(&page(&register, &address).html()).contains(told),
            "{address:?}"
        );
    }
}

#[test]
fn who_takes_no_part_has_no_page() {
    let mut register = five(ALL);
    register.publish(vec![of(
        "POL",
        "2026-10-01",
        Act::ParticipantRemoved(ParticipantRemoved {
            ground: text("Withdrew from the negotiations"),
        }),
    )]);
    for address in [
        Address::Country(slug(), "se".to_owned()),
        Address::Country(slug(), "zz".to_owned()),
        Address::Home("other".parse::<Slug>().unwrap()),
    ] {
        assert!(matches!(
            opened(&register, &address, At::Now, TODAY),
            Opened::NotFound(_)
        ));
    }
    // Who was taken off the list keeps its page, with what happened.
    assert!(text_of(&country(&register, "POL").html()).contains("was taken off the list"));
}

/// One address of each kind, and every entry.
fn of_every_kind(register: &Register) -> Vec<Address> {
    let mut addresses = vec![
        Address::Instruments,
        Address::Home(slug()),
        Address::country(&slug(), code("EST")),
        Address::country(&slug(), code("POL")),
        Address::country(&slug(), code("USA")),
        Address::Clause(slug()),
        Address::Changes(slug()),
    ];
    addresses.extend(AboutPage::ALL.map(Address::About));
    addresses.extend((0..register.size()).map(Address::Entry));
    addresses
}

/// A register in which every text that a person can write would be markup.
fn hostile() -> Register {
    const HOSTILE: &str =
        "</textarea><script>alert(1)</script>\"'&<img src=x onerror=alert(2)> שלום";
    let mut instrument = guarantee(NAMED_AND_MAJORITY);
    instrument.titles = vec![text(HOSTILE)];
    instrument.clause_text = Some(text(HOSTILE));
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["EST", "FRA", "GBR", "POL", "USA"]);
    let declaration = Act::DeclarationMade(DeclarationMade {
        text: text(HOSTILE),
    });
    let mut statement = of("POL", "2026-10-01", declaration);
    statement.sources = vec![source(HOSTILE, "https://example.org/?a=1&b='x'")];
    let hash = statement.hash().unwrap();
    register.accepted(statement, "2026-10-01");
    let mut again = of(
        "POL",
        "2026-10-01",
        Act::DeclarationMade(DeclarationMade {
            text: text("Corrected"),
        }),
    );
    again.corrects = Some(domain::act::Corrects {
        statement: hash,
        reason: text(HOSTILE),
    });
    register.accepted(again, "2026-10-01");
    register
}

#[test]
fn what_people_wrote_is_never_markup() {
    let register = hostile();
    for address in of_every_kind(&register) {
        let html = page(&register, &address).html();
        let (_, body) = html.split_once("<body").unwrap();
        assert!(!body.contains("<script"), "{address:?}");
        assert!(!html.contains("<img"), "{address:?}");
        assert!(!html.contains("</textarea>"), "{address:?}");
        assert!(!html.contains("onerror=alert(2)>"), "{address:?}");
        let title = html.split_once("<title>").unwrap().1;
        assert!(!title.split_once("</title>").unwrap().0.contains('<'));
    }
    let entry = page(&register, &Address::Entry(6)).html();
    assert!(
        entry.contains("&lt;script&gt;"),
        "it is shown as it was written"
    );
    assert!(entry.contains(r#"rel="noopener noreferrer""#));
}

#[test]
fn every_page_is_well_formed_for_those_who_listen_to_it() {
    let mut register = hostile();
    register.deposit("EST", "2026-10-02");
    register.publish(vec![at_stage("USA", "sfrc", "2026-10-03", begun())]);
    for address in of_every_kind(&register) {
        let html = page(&register, &address).html();
        assert_eq!(html.matches("<h1").count(), 1, "{address:?}");
        assert_eq!(html.matches("<main").count(), 1, "{address:?}");
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
        assert!(!html.contains(" style="), "{address:?}");
        let ids: Vec<&str> = values(&html, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{address:?} {ids:?}");
        for labelled in values(&html, "aria-labelledby") {
            assert!(unique.contains(labelled), "{address:?} {labelled}");
        }
        let title = inside(&html, "title");
        assert!(title.ends_with(" – Assent"), "{title}");
        // Headings go down one step at a time.
        let levels: Vec<u32> = html
            .split("<h")
            .skip(1)
            .filter_map(|rest| rest.chars().next()?.to_digit(10))
            .collect();
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{address:?} {levels:?}"
        );
    }
}

/// The values of an attribute, in the order of the page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn ratified_alone_is_never_a_label() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-02");
    register.deposit("EST", "2026-10-02");
    for address in of_every_kind(&register) {
        let html = page(&register, &address).html();
        for part in html.split('<') {
            let shown = part.split_once('>').map_or("", |(_, shown)| shown);
            assert_ne!(shown.trim().to_lowercase(), "ratified", "{address:?}");
        }
        if !matches!(address, Address::About(_)) && address.slug().is_some() {
            let labels = inside(&html, "h1").to_lowercase();
            assert!(!labels.contains("ratified"), "{labels}");
        }
    }
}

#[test]
fn every_row_of_a_table_has_every_column() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-02");
    for address in of_every_kind(&register) {
        let Some(table) = page(&register, &address).table() else {
            continue;
        };
        assert!(!table.rows.is_empty());
        for row in &table.rows {
            assert_eq!(row.len(), table.header.len(), "{address:?}");
        }
    }
}

#[test]
fn the_home_of_a_large_instrument_is_small() {
    let everybody: Vec<&str> = domain::entity::all()
        .filter(|entity| entity.valid_to.is_none())
        .map(|entity| entity.code.as_str())
        .take(36)
        .collect();
    let mut register = Register::opened("2026-09-01", guarantee(ALL));
    register.list("2026-09-01", &everybody);
    let html = home(&register).html();
    // Brotli makes a tenth of it; the limit is on what goes over the wire.
    assert!(html.len() < 48 * 1024, "{}", html.len());
}

#[test]
fn the_register_before_the_first_instrument_has_a_list() {
    let snapshot = domain::snapshot::Snapshot::new(domain::snapshot::OnUnknown::Show);
    let today: Day = day(TODAY);
    let Opened::Page(page) = open(
        &Address::Instruments,
        &Reading {
            words: Words::english(),
            snapshot: &snapshot,
            library: &Library::new(),
            root: domain::register::merkle::empty_root(),
            at: At::Now,
            today,
            day_ends: None,
            entry: None,
        },
    ) else {
        panic!("the list is always there");
    };
    assert!(text_of(&page.html()).contains("The register holds no instrument yet."));
}
