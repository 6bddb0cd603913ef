//! The tracker says only what is known: on the day it speaks of, as exactly as it is known, and by the
//! way in which this instrument is consented to.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

mod pages;
#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use app::tracker::{Address, At, Opened, TrackerPage};
use domain::act::{
    AcceptedInDueForm, Act, ConsentExpressed, ConsentForm, ConsentMode, DueFormCheck,
    DueFormFinding, DueFormItem, Outcome, Signature, Signed, WithdrawalNotified, WithdrawalOf,
};
use domain::instrument::Nature;
use domain::legal_date::{LegalDate, ZoneName};
use domain::register::RecordedAt;
use domain::text::{Confidence, Source};
use pages::{
    ALL, NAMED_AND_MAJORITY, TODAY, country, five, home, inside, opened_on, page, page_at, text_of,
};
use serde_json::Value;
use support::{
    Register, at_stage, begun, carried, code, concluded, day, guarantee, of, scheduled, slug,
    source, text,
};

/// The entries of a made-up register are recorded on this day, from 7 in the morning on.
const RECORDED: &str = "2026-09-01";

fn on_day(register: &Register, address: &Address, on: &str) -> Box<dyn TrackerPage> {
    page_at(register, address, At::Day(day(on)), TODAY)
}

fn of_poland() -> Address {
    Address::country(&slug(), code("POL"))
}

fn done() -> Act {
    concluded(Outcome::Completed)
}

fn consent() -> Act {
    Act::ConsentExpressed(ConsentExpressed {
        mode: ConsentMode::Ratification,
        form: ConsentForm::Deposit,
        instrument: None,
        note: None,
    })
}

/// The participant in the data of a home page.
fn row(page: &dyn TrackerPage, who: &str) -> Value {
    let json = page.json();
    let rows = json["participants"].as_array().unwrap();
    rows.iter().find(|row| row["code"] == who).unwrap().clone()
}

/// A cell of the table of a home page.
fn cell(page: &dyn TrackerPage, who: &str, column: &str) -> String {
    let table = page.table().unwrap();
    let place = |name: &str| table.header.iter().position(|one| one == name).unwrap();
    let row = table
        .rows
        .iter()
        .find(|row| row[place("code")] == who)
        .unwrap();
    row[place(column)].clone()
}

fn stage(page: &dyn TrackerPage, key: &str) -> Value {
    let json = page.json();
    let stages = json["procedure"]["stages"].as_array().unwrap();
    let stage = stages.iter().find(|stage| stage["key"] == key);
    stage.unwrap_or_else(|| panic!("no stage {key}")).clone()
}

#[test]
fn a_day_that_has_passed_shows_what_had_happened_by_then() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-03");
    register.deposit("EST", "2026-10-20");
    let on = |on: &str| on_day(&register, &Address::Home(slug()), on);
    let before = on("2026-10-10");
    assert_eq!(before.json()["latest"]["participant"]["code"], "POL");
    let text = text_of(&before.html());
    assert!(
        text.contains("Happened last Poland deposited its instrument"),
        "{text}"
    );
    assert!(!text.contains("Estonia deposited"));
    let both = page_at(
        &register,
        &Address::Home(slug()),
        At::SizeAndDay(register.size(), day("2026-10-10")),
        TODAY,
    );
    assert_eq!(both.json()["latest"]["participant"]["code"], "POL");
    assert_eq!(
        on("2026-10-20").json()["latest"]["participant"]["code"],
        "EST"
    );
    // The lists of acts, of a participant and of the instrument.
    let kinds = |page: &dyn TrackerPage, list: &str| -> Vec<String> {
        let json = page.json();
        let acts = json[list].as_array().unwrap();
        let kind = |act: &Value| act["kind"].as_str().unwrap().to_owned();
        acts.iter().map(kind).collect()
    };
    let estonia = Address::country(&slug(), code("EST"));
    let acts = |on: &str| kinds(on_day(&register, &estonia, on).as_ref(), "acts");
    assert_eq!(acts("2026-10-19"), ["participant_listed"]);
    assert_eq!(
        acts("2026-10-20"),
        [
            "participant_listed",
            "consent_expressed",
            "accepted_in_due_form"
        ]
    );
    let changes = on_day(&register, &Address::Changes(slug()), "2026-10-10");
    assert!(!text_of(&changes.html()).contains("Estonia deposited"));
    assert!(text_of(&changes.html()).contains("that had happened by 10 October 2026"));
}

#[test]
fn an_announcement_recorded_later_is_not_on_a_page_of_the_day_before() {
    let mut register = five(ALL);
    register.publish(vec![at_stage(
        "POL",
        "sejm_vote",
        "2026-12-05",
        scheduled(),
    )]);
    let next = |on: &str| on_day(&register, &Address::Home(slug()), on).json()["next"].clone();
    let acts = |on: &str| text_of(&on_day(&register, &of_poland(), on).html());
    assert_eq!(next("2026-08-31"), Value::Null);
    assert!(!acts("2026-08-31").contains("is announced"));
    let state = |on: &str| {
        let page = on_day(&register, &Address::Home(slug()), on);
        row(page.as_ref(), "POL")["national_procedure"]["state"].clone()
    };
    assert_eq!(state("2026-08-31"), "no_information");
    assert_eq!(state(RECORDED), "not_begun");
    assert_eq!(next(RECORDED)["kind"], "step_scheduled");
    assert!(acts(RECORDED).contains("is announced for 5 December 2026"));
}

#[test]
fn an_acceptance_happened_on_the_day_of_receipt() {
    let mut register = five(ALL);
    let deposit = of("POL", "2026-10-03", consent());
    let acceptance = Act::AcceptedInDueForm(AcceptedInDueForm {
        statement: deposit.hash().unwrap(),
        received: LegalDate::on(day("2026-10-05")),
        number: None,
        checklist: vec![DueFormCheck {
            item: DueFormItem::Authority,
            finding: DueFormFinding::InOrder,
        }],
    });
    let accepting = of("POL", "2026-11-20", acceptance);
    register.publish(vec![deposit, accepting]);
    let json = country(&register, "POL").json();
    let acts = json["acts"].as_array().unwrap();
    for act in &acts[1..] {
        assert_eq!(act["happened"]["date"], "2026-10-05", "{}", act["kind"]);
    }
    let entry = page(&register, &Address::Entry(register.size() - 1));
    assert!(!text_of(&entry.html()).contains("20 November 2026"));
    let by_then = on_day(&register, &of_poland(), "2026-10-05").json();
    assert_eq!(by_then["acts"].as_array().unwrap().len(), 3);
}

#[test]
fn conditions_are_on_record_since_the_entry_without_which_they_were_not_met() {
    let mut register = five(ALL);
    for participant in ["EST", "FRA", "GBR", "USA"] {
        register.deposit(participant, "2026-10-15");
    }
    // It came first and was recorded last.
    register.deposit("POL", "2026-10-03");
    let decisive = register.size() - 1;
    // What a clause does not look at changes nothing, nor does a signature.
    register.sign("POL", "2026-10-01");
    let computed = &home(&register).json()["entry_into_force"]["computed"];
    assert_eq!(computed["met_on"]["date"], "2026-10-15");
    assert_eq!(computed["recorded_in"], decisive);
}

#[test]
fn a_procedure_under_way_is_at_the_stage_of_its_own_page_since_it_was_reached() {
    let mut register = five(ALL);
    register.publish(vec![at_stage(
        "POL",
        "government_decision",
        "2026-09-10",
        done(),
    )]);
    register.publish(vec![at_stage(
        "POL",
        "committee_sejm",
        "2026-09-20",
        begun(),
    )]);
    let national = |register: &Register| {
        let page = home(register);
        let row = row(page.as_ref(), "POL");
        assert_eq!(row["stage"]["since"]["date"], "2026-09-10");
        let fact = &row["national_procedure"];
        let text = |key: &str| fact[key].as_str().unwrap().to_owned();
        assert_eq!(
            cell(page.as_ref(), "POL", "national_stage_state"),
            text("stage_state")
        );
        let since = fact["since"]["date"].as_str().unwrap().to_owned();
        (text("stage"), text("stage_state"), since)
    };
    let at = |stage: &str, state: &str, since: &str| {
        (stage.to_owned(), state.to_owned(), since.to_owned())
    };
    assert_eq!(
        national(&register),
        at("committee_sejm", "current", "2026-09-20")
    );
    register.publish(vec![at_stage(
        "POL",
        "committee_sejm",
        "2026-10-20",
        done(),
    )]);
    assert_eq!(
        national(&register),
        at("committee_sejm", "done", "2026-10-20")
    );
    let page = country(&register, "POL");
    assert_eq!(stage(page.as_ref(), "committee_sejm")["state"], "done");
    let text = text_of(&page.html());
    assert!(text.contains("Under way: after Committee, "), "{text}");
    assert!(inside(&page.html(), "h1").contains("In national procedure – after Committee"));
}

#[test]
fn where_nothing_is_known_of_a_procedure_no_stage_of_it_is_said_to_be_still_to_come() {
    let mut register = five(ALL);
    register.sign("POL", "2026-09-05");
    let page = country(&register, "POL");
    for key in ["government_decision", "sejm_vote", "senat_vote"] {
        assert_eq!(stage(page.as_ref(), key)["state"], "not_reported", "{key}");
    }
    // The depositary knows that nothing was deposited.
    assert_eq!(stage(page.as_ref(), "deposit")["state"], "not_yet");
    register.publish(vec![at_stage(
        "POL",
        "government_decision",
        "2026-09-10",
        done(),
    )]);
    let page = country(&register, "POL");
    assert_eq!(stage(page.as_ref(), "sejm_vote")["state"], "not_yet");
}

#[test]
fn once_the_treaty_binds_it_nothing_of_a_procedure_may_come_next() {
    let mut register = five(ALL);
    register.publish(vec![at_stage(
        "USA",
        "government_decision",
        "2026-09-02",
        done(),
    )]);
    for participant in ["EST", "FRA", "GBR", "POL", "USA"] {
        register.deposit(participant, "2026-09-15");
    }
    let of_usa = Address::country(&slug(), code("USA"));
    let publication = |on: &str| stage(on_day(&register, &of_usa, on).as_ref(), "publication");
    assert_eq!(publication("2026-10-31")["state"], "possible");
    assert_eq!(publication("2026-11-01")["state"], "not_reported");
}

#[test]
fn a_signature_that_only_the_consent_tells_is_said_to_be_inferred() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-10-03");
    let signature = stage(country(&register, "POL").as_ref(), "instrument_signature");
    assert_eq!(signature["is_inferred"], true);
    assert_eq!(
        signature["state_label"],
        "Done, as follows from the consent"
    );
}

#[test]
fn the_stage_of_consent_is_named_by_the_way_of_this_instrument() {
    let mut instrument = guarantee(ALL);
    instrument.consent_form = ConsentForm::Notification;
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["POL"]);
    register.deposit("POL", "2026-10-03");
    let page = country(&register, "POL");
    let deposit = stage(page.as_ref(), "deposit");
    assert_eq!(deposit["label"], "Notification of acceptance");
    assert_eq!(deposit["text"], Value::Null);
    // Nothing tells that there was an instrument to sign.
    let signature = stage(page.as_ref(), "instrument_signature");
    assert_eq!(signature["state"], "not_reported");
}

#[test]
fn a_consent_known_by_its_latest_day_gives_no_exact_day_anywhere() {
    let one =
        r#"{"first_of":[{"when":{"named":["EST"]},"then":{"same_day":true}}],"later":{"days":30}}"#;
    let mut register = five(one);
    register.deposit("EST", "2026-09-10");
    let bounds = || LegalDate::between(day("2026-10-03"), day("2026-10-20"));
    register.received(of("POL", "2026-10-03", consent()), bounds());
    let page = home(&register);
    let in_force = &row(page.as_ref(), "POL")["in_force"];
    assert_eq!(
        in_force["label"],
        "Since 19 November 2026 at the latest, computed; no notification by the depositary on record"
    );
    assert_eq!(in_force["computed"]["date"], Value::Null);
    assert_eq!(
        in_force["computed"]["precision"]["not_later_than"],
        "2026-11-19"
    );
    assert_eq!(
        cell(page.as_ref(), "POL", "in_force_computed"),
        "../2026-11-19"
    );
    assert_eq!(cell(page.as_ref(), "POL", "stage_since"), "../2026-11-19");
    assert_eq!(
        cell(page.as_ref(), "EST", "in_force_computed"),
        "2026-09-10"
    );
}

#[test]
fn conditions_met_at_the_latest_give_no_exact_day_of_entry_into_force() {
    let mut register = five(ALL);
    for participant in ["EST", "FRA", "GBR", "USA"] {
        register.deposit(participant, "2026-09-10");
    }
    let bounds = LegalDate::not_later_than(day("2026-09-20"));
    register.received(of("POL", "2026-09-20", consent()), bounds);
    register.notify("2026-10-20", "2026-11-01");
    let page = home(&register);
    let json = page.json();
    let computed = &json["entry_into_force"]["computed"];
    assert_eq!(computed["in_force"]["date"], Value::Null);
    assert_eq!(
        computed["in_force"]["precision"]["not_later_than"],
        "2026-11-01"
    );
    assert_eq!(json["entry_into_force"]["difference_days"], Value::Null);
    assert_eq!(
        cell(page.as_ref(), "EST", "in_force_computed"),
        "../2026-11-01"
    );
}

#[test]
fn a_consent_without_a_date_is_never_said_not_to_be_there() {
    let mut register = five(ALL);
    register.received(of("POL", "2026-10-03", consent()), LegalDate::unknown());
    let page = country(&register, "POL");
    let text = text_of(&page.html());
    assert!(!text.contains("Not deposited"), "{text}");
    assert_eq!(page.json()["consent"]["state"], "not_known");
    assert_eq!(
        cell(home(&register).as_ref(), "POL", "consent"),
        "not_known"
    );
    assert_eq!(stage(page.as_ref(), "deposit")["state"], "not_reported");
}

#[test]
fn original_parties_are_told_the_day_notified_for_the_instrument() {
    let one =
        r#"{"first_of":[{"when":{"named":["EST"]},"then":{"same_day":true}}],"later":{"days":30}}"#;
    let mut register = five(one);
    register.deposit("EST", "2026-09-10");
    register.deposit("POL", "2026-09-20");
    let text = |register: &Register, who: &str| text_of(&country(register, who).html());
    register.notify("2026-09-12", "2026-09-10");
    let estonia = text(&register, "EST");
    assert!(estonia.contains("(notified for the instrument: 10 September 2026)"));
    assert!(!estonia.contains("no notification"));
    assert!(text(&register, "POL").contains("(no notification for it on record)"));
}

#[test]
fn signatures_are_a_column_of_their_own() {
    let mut register = five(ALL);
    register.sign("POL", "2026-09-05");
    let page = home(&register);
    let text = text_of(&page.html());
    assert!(text.contains("Participant Stage Signed National procedure"));
    assert!(text.contains("Signed5 September 2026"));
    assert_eq!(cell(page.as_ref(), "POL", "signature"), "signed");
    assert_eq!(cell(page.as_ref(), "POL", "signed"), "2026-09-05");
    assert_eq!(
        row(page.as_ref(), "POL")["signature"]["date"]["date"],
        "2026-09-05"
    );
}

#[test]
fn a_signature_that_nobody_recorded_is_not_denied() {
    let register = five(ALL);
    for page in [home(&register), country(&register, "POL")] {
        let text = text_of(&page.html());
        assert!(text.contains("No signature on record"), "{text}");
        assert!(!text.contains("Not signed"), "{text}");
    }
    assert_eq!(
        cell(home(&register).as_ref(), "POL", "signature"),
        "none_on_record"
    );
}

#[test]
fn within_the_bounds_of_its_date_a_signature_is_not_known() {
    let mut register = five(ALL);
    let mut signed = of(
        "POL",
        TODAY,
        Act::Signed(Signed {
            signature: Signature::Simple,
        }),
    );
    signed.date = LegalDate::between(day("2026-09-10"), day("2026-10-10"));
    register.publish(vec![signed]);
    let state = |on: &str| {
        let page = on_day(&register, &Address::Home(slug()), on);
        cell(page.as_ref(), "POL", "signature")
    };
    let days = ["2026-09-09", "2026-09-10", "2026-10-09", "2026-10-10"].map(state);
    assert_eq!(days, ["none_on_record", "not_known", "not_known", "signed"]);
    for address in [Address::Home(slug()), of_poland()] {
        let text = text_of(&on_day(&register, &address, "2026-09-20").html());
        assert!(
            text.contains("Not known for this day, between 10 September 2026 and 10 October 2026"),
            "{text}"
        );
    }
}

#[test]
fn a_consent_that_ended_lends_nothing_to_one_that_is_not_known() {
    let mut register = five(ALL);
    register.deposit("POL", "2026-09-05");
    let withdrawal = Act::WithdrawalNotified(WithdrawalNotified {
        of: WithdrawalOf::Consent,
        effective: LegalDate::on(day("2026-09-20")),
    });
    register.publish(vec![of("POL", "2026-09-20", withdrawal)]);
    let mut again = of(
        "POL",
        TODAY,
        Act::ConsentExpressed(ConsentExpressed {
            mode: ConsentMode::Accession,
            form: ConsentForm::Deposit,
            instrument: None,
            note: None,
        }),
    );
    again.date = LegalDate::between(day("2026-10-02"), day("2026-10-30"));
    register.publish(vec![again]);
    // Between the two the end is told; within the bounds of the second it is not about it.
    let before = on_day(&register, &of_poland(), "2026-09-25");
    assert!(text_of(&before.html()).contains("(ended: 20 September 2026)"));
    let within = on_day(&register, &of_poland(), "2026-10-10");
    let text = text_of(&within.html());
    assert!(
        text.contains("Not known for this day, between 2 October 2026 and 30 October 2026"),
        "{text}"
    );
    assert!(!text.contains("(ends:"), "{text}");
    assert_eq!(within.json()["consent"]["until"], Value::Null);
    assert_eq!(within.json()["consent"]["mode"], Value::Null);
    let home = on_day(&register, &Address::Home(slug()), "2026-10-10");
    assert_eq!(cell(home.as_ref(), "POL", "consent"), "not_known");
    assert_eq!(cell(home.as_ref(), "POL", "consent_until"), "");
    assert_eq!(cell(home.as_ref(), "POL", "consent_mode"), "");
}

#[test]
fn without_a_depositary_no_notification_is_pending() {
    let mut instrument = guarantee(ALL);
    instrument.depositaries.clear();
    instrument.consent_form = ConsentForm::Notification;
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["EST", "POL"]);
    register.deposit("EST", "2026-10-14");
    register.deposit("POL", "2026-10-15");
    let page = home(&register);
    let html = page.html();
    assert_eq!(
        inside(&html, "h1"),
        "In force from 1 December 2026 under its clause"
    );
    let text = text_of(&html);
    assert!(
        text.contains("Conditions met on 15 October 2026."),
        "{text}"
    );
    for page in [
        text,
        inside(&html, "title"),
        text_of(&country(&register, "POL").html()),
        text_of(&on_day(&register, &Address::Home(slug()), "2026-10-20").html()),
    ] {
        assert!(
            !page.to_lowercase().contains("notification pending"),
            "{page}"
        );
        assert!(!page.to_lowercase().contains("no notification"), "{page}");
    }
    assert_eq!(page.json()["answer"]["state"], "conditions_met");
}

#[test]
fn all_who_block_are_named_however_many_are_required() {
    let guarantors = [
        "DEU", "ESP", "EST", "FIN", "FRA", "GBR", "ITA", "POL", "USA",
    ];
    let clause = format!(
        r#"{{"first_of":[{{"when":{{"and":[{{"named":{guarantors:?}}},{{"count":10}}]}},"then":{{"days":30}}}}]}}"#
    );
    let mut register = Register::opened("2026-09-01", guarantee(&clause));
    register.list("2026-09-01", &guarantors);
    register.list("2026-09-01", &["LVA", "LTU"]);
    let nine = text_of(&home(&register).html());
    assert!(nine.contains("Still required: 9 by name."), "{nine}");
    assert!(
        nine.contains("Cannot be met without Estonia, Finland, France"),
        "{nine}"
    );
    // Eight the sentence itself names, once.
    register.deposit("EST", "2026-10-02");
    let eight = text_of(&home(&register).html());
    assert!(
        eight.contains("Still required: Germany, Spain, Finland, France"),
        "{eight}"
    );
    assert!(!eight.contains("Cannot be met without"), "{eight}");
}

#[test]
fn those_required_by_name_who_are_there_are_not_said_to_be_required_still() {
    let mut register = five(NAMED_AND_MAJORITY);
    register.deposit("FRA", "2026-10-02");
    register.deposit("USA", "2026-10-02");
    let text = text_of(&home(&register).html());
    assert!(
        text.contains("All 2 that are required by name are there."),
        "{text}"
    );
}

#[test]
fn home_and_country_say_alike_for_whom_a_day_was_notified() {
    let one =
        r#"{"first_of":[{"when":{"named":["EST"]},"then":{"same_day":true}}],"later":{"days":30}}"#;
    let mut register = five(one);
    register.deposit("EST", "2026-09-10");
    register.notify("2026-09-12", "2026-09-11");
    for page in [home(&register), country(&register, "EST")] {
        let text = text_of(&page.html());
        assert!(
            text.contains("(notified for the instrument: 11 September 2026)"),
            "{text}"
        );
        assert!(!text.contains("(notified: "), "{text}");
    }
}

#[test]
fn what_was_announced_is_cut_where_the_day_of_the_seat_ends() {
    let mut register = five(ALL);
    register.publish(vec![at_stage(
        "POL",
        "senat_vote",
        "2026-12-03",
        scheduled(),
    )]);
    let recorded = register.snapshot().recorded_at().unwrap();
    let is_shown = |ends: RecordedAt| {
        let opened = opened_on(
            &register,
            &of_poland(),
            At::Day(day("2026-08-31")),
            TODAY,
            Some(ends),
        );
        let Opened::Page(page) = opened else {
            panic!("Poland has a page");
        };
        !page.json()["acts"].as_array().unwrap().is_empty()
    };
    // On a day that ends, at the seat, with the very instant of the announcement: not yet.
    assert!(!is_shown(recorded));
    assert!(is_shown(
        RecordedAt::from_unix_micros(recorded.unix_micros() + 1).unwrap()
    ));
}

#[test]
fn several_conditions_are_each_told_beside_the_answer() {
    let mut register = five(NAMED_AND_MAJORITY);
    for participant in ["EST", "GBR", "POL", "USA"] {
        register.deposit(participant, "2026-10-02");
    }
    let page = home(&register);
    let text = text_of(&page.html());
    assert!(
        text.contains(
            "Instrument deposited: 4 of 5 participants on the list (3 needed). \
             Still required: France. 1 to go."
        ),
        "{text}"
    );
    let conditions = &page.json()["progress"]["conditions"];
    assert_eq!(conditions[0]["met"], true);
    assert_eq!(conditions[1]["met"], false);
}

#[test]
fn what_was_recorded_last_shows_when_and_each_clock_its_zone() {
    let mut register = five(ALL);
    register.deposit("EST", "2026-11-20");
    let text = text_of(&home(&register).html());
    assert!(
        text.contains(
            "Recorded last Estonia deposited its instrument of ratification. 1 September 2026, "
        ),
        "{text}"
    );
    assert!(text.contains("As of 24 November 2026 in Paris, whose calendar counts for this instrument. Last recorded about this instrument: 1 September 2026, "));
    let mut instrument = guarantee(ALL);
    instrument.seat.zone = ZoneName::try_from("UTC".to_owned()).unwrap();
    let of_utc = Register::opened("2026-09-01", instrument);
    assert!(text_of(&home(&of_utc).html()).contains("As of 24 November 2026, UTC."));
}

#[test]
fn seats_of_another_year_than_the_vote_are_said_to_be_so() {
    let vote = |members: Option<u32>| {
        let mut act = carried(398, 22, 8, 428);
        if let Act::VoteTaken(vote) = &mut act {
            vote.tally.members = members;
        }
        let mut register = five(ALL);
        register.publish(vec![at_stage("POL", "sejm_vote", "2026-11-05", act)]);
        text_of(&country(&register, "POL").html())
    };
    let said = "Counted with 460 seats, the number as of 2025; the vote was in 2026.";
    assert!(vote(None).contains(said));
    assert!(!vote(Some(460)).contains("the number as of"));
}

#[test]
fn what_was_last_reported_of_a_procedure_is_not_under_way_once_there_is_a_consent() {
    let mut register = five(ALL);
    let parliament = || at_stage("POL", "parliamentary_procedure", "2026-09-10", done());
    register.publish(vec![parliament()]);
    let text = text_of(&country(&register, "POL").html());
    assert!(text.contains("Poland: “Parliamentary procedure” completed."));
    assert!(text.contains("Under way: after Parliamentary procedure since 10 September 2026"));
    // Of the stages of the file nothing was told.
    let vote = stage(country(&register, "POL").as_ref(), "sejm_vote");
    assert_eq!(vote["state"], "not_reported");
    let bounds = LegalDate::between(day("2026-10-03"), day("2026-10-20"));
    register.received(of("POL", "2026-10-03", consent()), bounds);
    let within = on_day(&register, &of_poland(), "2026-10-10");
    assert_eq!(within.json()["stage"]["state"], "no_information");
    let page = country(&register, "POL");
    let text = text_of(&page.html());
    assert!(text.contains("Last reported: Parliamentary procedure done, 10 September 2026"));
    assert_eq!(
        page.json()["national_procedure"]["state"],
        "completion_not_reported"
    );
}

#[test]
fn each_act_of_a_participant_has_its_own_remark_and_sources() {
    let mut instrument = guarantee(ALL);
    instrument.nature = Nature::Historical;
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &["POL"]);
    let mut ended = at_stage("POL", "parliamentary_procedure", "2026-09-10", done());
    ended.sources = vec![source("Gazette", "https://example.org/gazette")];
    register.publish(vec![ended]);
    let noted = Act::ConsentExpressed(ConsentExpressed {
        mode: ConsentMode::Ratification,
        form: ConsentForm::Deposit,
        instrument: None,
        note: Some(text("Handed over in person.")),
    });
    let mut deposit = of("POL", "2026-10-03", noted);
    deposit.sources = vec![Source {
        citation: text("general knowledge"),
        url: None,
        confidence: Some(Confidence::Low),
    }];
    register.accepted(deposit, "2026-10-03");
    let shown = text_of(&country(&register, "POL").html());
    assert!(shown.contains("Gazette (read in an official source)"));
    assert!(
        shown.contains("Handed over in person. general knowledge (mostly from memory)"),
        "{shown}"
    );
}
