//! Replaying histories: every construct of the grammar, every rule of the format, every kind of bad input.
//! The format is `docs/REPLAY.md`; the histories of real treaties are in `app/histories`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use server::history::problem::{Findings, Problem};
use server::replay::Report;

// The histories of real treaties.

#[test]
fn twelve_real_treaties_pass_with_their_recorded_days_and_checkpoints() {
    let report = server::replay::replay(&histories().as_path(), None).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    let found: Vec<(String, String, String)> = json["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| {
            assert_eq!(case["outcome"], "PASS", "{}", case["case"]);
            for checkpoint in case["checkpoints"].as_array().unwrap() {
                assert_eq!(checkpoint["differs"], serde_json::json!([]));
            }
            (text(&case["case"]), met(case), in_force(case))
        })
        .collect();
    let expected = [
        ("nato_sweden_accession_2022", "2024-03-07", "2024-03-07"),
        ("nato_romania_accession_2003", "2004-02-27", "2004-02-27"),
        ("north_atlantic_treaty_1949", "1949-08-24", "1949-08-24"),
        ("paris_agreement_2015", "2016-10-05", "2016-11-04"),
        ("ctbt_1996", "", ""),
        ("istanbul_convention_2011", "2014-04-22", "2014-08-01"),
        ("lisbon_2007", "2009-11-13", "2009-12-01"),
        ("eu_croatia_accession_2011", "2013-06-21", "2013-07-01"),
        ("esm_2012", "2012-09-27", "2012-09-27"),
        ("upc_agreement_2013", "2023-02-17", "2023-06-01"),
        ("doha_amendment_2012", "2020-10-02", "2020-12-31"),
        ("new_start_2010", "2011-02-05", "2011-02-05"),
    ]
    .map(|(case, met, in_force)| (case.to_owned(), met.to_owned(), in_force.to_owned()));
    assert_eq!(found, expected);
    let checkpoints: usize = report.cases.iter().map(|case| case.checkpoints.len()).sum();
    assert_eq!(checkpoints, 12);
}

#[test]
fn every_recorded_date_of_effect_of_a_real_party_is_the_same() {
    let report = server::replay::replay(&histories().as_path(), None).unwrap();
    for case in &report.cases {
        for party in &case.parties {
            assert!(party.same, "{}: {}", case.case, party.code);
        }
    }
}

#[test]
fn a_case_not_yet_met_on_the_day_asked_for_is_not_compared_with_what_came_later() {
    let day = "2016-10-03".parse().unwrap();
    let report = server::replay::replay(&histories().as_path(), Some(day)).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    let paris = &json["cases"][3];
    assert_eq!(paris["outcome"], "PASS");
    assert_eq!(met(paris), "");
    assert_eq!(smallest_sets(paris), ["JPN", "RUS"]);
}

// Conditions.

#[test]
fn named_is_met_when_the_last_of_the_list_deposits() {
    let case = treaty(r#"{"named":["FRA","ESP"]}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ITA", "2001-01-20")
        .deposit("ESP", "2001-02-10");
    assert_eq!(case.met(), "2001-02-10");
}

#[test]
fn count_is_met_by_the_nth_consent() {
    let case = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .deposit("ITA", "2001-03-10");
    assert_eq!(case.met(), "2001-02-10");
}

#[test]
fn count_of_a_list_counts_only_its_members() {
    let case = treaty(r#"{"count":2,"of":["FRA","ITA","DEU"]}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .deposit("ITA", "2001-03-10");
    assert_eq!(case.met(), "2001-03-10");
}

#[test]
fn count_other_than_leaves_the_named_out() {
    // The shape of article 110 of the Charter: the five, and a majority of the others.
    let case = treaty(r#"{"and":[{"named":["USA"]},{"count":2,"other_than":["USA","GBR"]}]}"#)
        .deposit("USA", "2001-01-10")
        .deposit("GBR", "2001-01-20")
        .deposit("FRA", "2001-02-10")
        .deposit("ESP", "2001-03-10");
    assert_eq!(case.met(), "2001-03-10");
}

#[test]
fn an_organisation_is_not_counted_where_no_reio_is_set_and_is_counted_where_it_is_not() {
    let parties = |when: &str| {
        treaty(when)
            .deposit("EUU", "2001-01-10")
            .deposit("FRA", "2001-01-20")
            .deposit("ESP", "2001-02-10")
    };
    assert_eq!(parties(r#"{"count":2,"no_reio":true}"#).met(), "2001-02-10");
    assert_eq!(parties(r#"{"count":2}"#).met(), "2001-01-20");
}

#[test]
fn a_weight_is_a_share_of_a_hundred_and_not_of_the_sum_of_the_table() {
    let case = treaty(r#"{"weight_pct":50}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .weight("FRA", "30")
        .weight("ESP", "20");
    assert_eq!(case.met(), "2001-02-10");
}

#[test]
fn weights_add_up_exactly_and_a_threshold_is_at_least() {
    let tenths = treaty(r#"{"weight_pct":0.3}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .weight("FRA", "0.1")
        .weight("ESP", "0.2");
    assert_eq!(tenths.met(), "2001-02-10");
    let just_below = treaty(r#"{"weight_pct":33.3}"#)
        .deposit("FRA", "2001-01-10")
        .weight("FRA", "33.299999999999");
    assert_eq!(just_below.met(), "");
}

#[test]
fn the_weight_of_an_organisation_does_not_count_where_no_reio_is_set() {
    let case = treaty(r#"{"weight_pct":20,"no_reio":true}"#)
        .deposit("EUU", "2001-01-10")
        .deposit("FRA", "2001-02-10")
        .weight("EUU", "20")
        .weight("FRA", "20");
    assert_eq!(case.met(), "2001-02-10");
}

#[test]
fn a_participant_without_a_weight_adds_nothing_and_a_warning_names_it() {
    let case = treaty(r#"{"weight_pct":20}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .weight("ESP", "20");
    assert_eq!(case.met(), "2001-02-10");
    let report = case.report(None);
    assert!(
        report
            .warnings
            .iter()
            .any(|warning| warning.file == "cases.csv" && warning.reason.contains("FRA")),
        "{:?}",
        report.warnings
    );
}

#[test]
fn a_day_named_in_from_date_is_evaluated_without_a_deposit_on_it() {
    let case =
        treaty(r#"{"and":[{"count":1},{"from_date":"2001-06-15"}]}"#).deposit("FRA", "2001-01-10");
    assert_eq!(case.met(), "2001-06-15");
}

#[test]
fn from_date_alone_is_met_on_its_day() {
    let case = treaty(r#"{"from_date":"2005-01-01"}"#).deposit("FRA", "2001-01-10");
    assert_eq!(case.met(), "2005-01-01");
}

#[test]
fn all_is_met_when_the_last_signatory_consents() {
    let case = treaty(r#"{"all":true}"#)
        .signed("FRA", "2000-01-01", "2001-01-10")
        .signed("ESP", "2000-01-01", "2001-03-10")
        .signed("ITA", "2000-01-01", "2001-02-10");
    assert_eq!(case.met(), "2001-03-10");
}

#[test]
fn all_waits_for_a_participant_without_any_date() {
    let case = treaty(r#"{"all":true}"#)
        .signed("FRA", "2000-01-01", "2001-01-10")
        .signed("ESP", "", "");
    assert_eq!(case.met(), "");
    assert_eq!(smallest_sets(&case.replayed()), ["ESP"]);
}

#[test]
fn a_fraction_of_the_listed_is_at_least_that_share() {
    let parties = |when: &str| {
        treaty(when)
            .signed("FRA", "2000-01-01", "2001-01-10")
            .signed("ESP", "2000-01-01", "2001-02-10")
            .signed("ITA", "2000-01-01", "2001-03-10")
            .signed("DEU", "2000-01-01", "")
    };
    let half = parties(r#"{"fraction":[1,2],"of":"listed"}"#);
    assert_eq!(half.met(), "2001-02-10");
    let more_than_half = parties(r#"{"fraction":[1,2],"more_than":true,"of":"listed"}"#);
    assert_eq!(more_than_half.met(), "2001-03-10");
}

#[test]
fn a_fraction_of_the_signatories_follows_their_number() {
    // On 2001-01-10 one of two, on 2001-02-20 two of three.
    let case = treaty(r#"{"fraction":[2,3],"of":"signatories"}"#)
        .signed("FRA", "2000-01-01", "2001-01-10")
        .signed("ESP", "2000-01-01", "")
        .signed("ITA", "2001-02-01", "2001-02-20");
    assert_eq!(case.met(), "2001-02-20");
}

#[test]
fn a_base_frozen_on_a_day_does_not_grow_afterwards() {
    let parties = |when: &str| {
        treaty(when)
            .signed("FRA", "2000-01-01", "2001-01-10")
            .signed("ESP", "2000-01-01", "2001-05-10")
            .signed("ITA", "2000-06-01", "2001-04-10")
    };
    let frozen = parties(r#"{"fraction":[1,2],"of":"signatories","base_on":"2000-03-01"}"#);
    assert_eq!(frozen.met(), "2001-01-10");
    let growing = parties(r#"{"fraction":[1,2],"of":"signatories"}"#);
    assert_eq!(growing.met(), "2001-04-10");
}

#[test]
fn a_fraction_of_a_list_counts_only_the_list() {
    let case = treaty(r#"{"fraction":[2,3],"of":["FRA","ESP","ITA"]}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("DEU", "2001-02-10")
        .deposit("ITA", "2001-03-10");
    assert_eq!(case.met(), "2001-03-10");
}

#[test]
fn a_fraction_leaves_the_organisation_out_of_both_sides_where_no_reio_is_set() {
    let case = treaty(r#"{"fraction":[1,2],"of":["EUU","FRA","ESP"],"no_reio":true}"#)
        .deposit("EUU", "2001-01-10")
        .deposit("FRA", "2001-02-10");
    assert_eq!(case.met(), "2001-02-10");
}

#[test]
fn an_event_counts_from_the_day_it_takes_effect() {
    let case = treaty(r#"{"and":[{"count":1},{"event":"ceasefire"}]}"#)
        .deposit("FRA", "2001-01-10")
        .other("", "ceasefire", "2001-03-01", "2001-03-03");
    assert_eq!(case.met(), "2001-03-03");
}

#[test]
fn an_event_may_be_the_entry_into_force_of_another_case_of_the_folder() {
    let parent = treaty(r#"{"count":1}"#)
        .then(r#"{"days":30}"#)
        .deposit("FRA", "2001-01-10");
    let child = treaty(r#"{"and":[{"count":1},{"event":"parent"}]}"#).deposit("FRA", "2001-01-05");
    for order in [["child", "parent"], ["parent", "child"]] {
        let cases = order.map(|name| (name, if name == "child" { &child } else { &parent }));
        let json = json(&server::replay::replay(&files_of(&cases), None).unwrap());
        for case in json["cases"].as_array().unwrap() {
            assert_eq!(
                met(case),
                if case["case"] == "child" {
                    "2001-02-09"
                } else {
                    "2001-01-10"
                }
            );
        }
    }
}

#[test]
fn and_and_or_nest() {
    let when = r#"{"or":[{"and":[{"named":["FRA"]},{"or":[{"count":3},{"from_date":"2001-02-15"}]}]},{"count":4}]}"#;
    let case = treaty(when)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .deposit("ITA", "2001-03-10");
    assert_eq!(case.met(), "2001-02-15");
}

// Alternatives.

#[test]
fn the_alternative_met_earliest_decides_and_not_the_first_in_the_list() {
    let rule = r#"{"first_of":[
        {"when":{"named":["FRA","ESP"]},"then":{"days":1}},
        {"when":{"count":2},"then":{"days":10}}]}"#;
    let case = ruled(rule)
        .deposit("FRA", "2001-01-10")
        .deposit("ITA", "2001-02-10")
        .deposit("ESP", "2001-03-10");
    assert_eq!(
        case.dates(),
        ("2001-02-10".to_owned(), "2001-02-20".to_owned())
    );
}

#[test]
fn alternatives_met_on_the_same_day_go_to_the_first() {
    let rule = |first: &str, second: &str| {
        format!(
            r#"{{"first_of":[{{"when":{{"count":1}},"then":{first}}},{{"when":{{"named":["FRA"]}},"then":{second}}}]}}"#
        )
    };
    let later_first = ruled(&rule(r#"{"days":10}"#, r#"{"days":1}"#)).deposit("FRA", "2001-01-10");
    assert_eq!(later_first.in_force(), "2001-01-20");
    let sooner_first = ruled(&rule(r#"{"days":1}"#, r#"{"days":10}"#)).deposit("FRA", "2001-01-10");
    assert_eq!(sooner_first.in_force(), "2001-01-11");
}

#[test]
fn by_includes_its_day_and_nothing_after_it() {
    let rule = r#"{"first_of":[
        {"when":{"count":1},"by":"2001-01-10","then":{"fixed":"2002-01-01"}},
        {"when":{"count":1},"then":{"first_of_month_after_months":0}}]}"#;
    assert_eq!(
        ruled(rule).deposit("FRA", "2001-01-10").in_force(),
        "2002-01-01"
    );
    assert_eq!(
        ruled(rule).deposit("FRA", "2001-01-11").in_force(),
        "2001-02-01"
    );
}

#[test]
fn a_missed_deadline_without_another_alternative_leaves_the_treaty_out_of_force() {
    let rule = r#"{"first_of":[{"when":{"count":1},"by":"2001-01-10","then":{"same_day":1}}]}"#;
    let case = ruled(rule).deposit("FRA", "2001-01-11");
    assert_eq!(case.dates(), (String::new(), String::new()));
}

// Effects.

#[test]
fn every_effect_counts_from_the_day_the_conditions_were_met() {
    for (effect, met_on, in_force) in [
        (r#"{"same_day":1}"#, "2001-01-10", "2001-01-10"),
        (r#"{"days":30}"#, "2001-01-10", "2001-02-09"),
        (r#"{"days":0}"#, "2001-01-10", "2001-01-10"),
        (r#"{"days":90}"#, "2020-10-02", "2020-12-31"),
        (r#"{"months":12}"#, "2001-01-10", "2002-01-10"),
        (
            r#"{"first_of_month_after_months":3}"#,
            "2014-04-22",
            "2014-08-01",
        ),
        (
            r#"{"first_of_month_after_months":3}"#,
            "2024-07-01",
            "2024-11-01",
        ),
        (
            r#"{"first_of_month_after_months":0}"#,
            "2009-11-13",
            "2009-12-01",
        ),
        (
            r#"{"first_of_month_after_days":60}"#,
            "2002-04-11",
            "2002-07-01",
        ),
        (
            r#"{"first_of_nth_month_after":4}"#,
            "2023-02-17",
            "2023-06-01",
        ),
        (
            r#"{"first_of_nth_month_after":6}"#,
            "1998-09-17",
            "1999-03-01",
        ),
        (r#"{"fixed":"2013-07-01"}"#, "2013-06-21", "2013-07-01"),
        (
            r#"{"latest":[{"days":180},{"fixed":"1998-09-24"}]}"#,
            "1998-01-01",
            "1998-09-24",
        ),
        (
            r#"{"latest":[{"days":180},{"fixed":"1998-09-24"}]}"#,
            "1998-09-01",
            "1999-02-28",
        ),
    ] {
        let case = treaty(r#"{"count":1}"#).then(effect).deposit("FRA", met_on);
        assert_eq!(case.in_force(), in_force, "{effect} from {met_on}");
    }
}

#[test]
fn months_clamp_at_the_end_of_a_shorter_month() {
    for (effect, met_on, in_force) in [
        (r#"{"months":1}"#, "2001-01-31", "2001-02-28"),
        (r#"{"months":1}"#, "2000-01-31", "2000-02-29"),
        (r#"{"months":12}"#, "2000-02-29", "2001-02-28"),
        (r#"{"months":1}"#, "2001-02-28", "2001-03-28"),
        (
            r#"{"first_of_month_after_months":3}"#,
            "2000-11-30",
            "2001-03-01",
        ),
    ] {
        let case = treaty(r#"{"count":1}"#).then(effect).deposit("FRA", met_on);
        assert_eq!(case.in_force(), in_force, "{effect} from {met_on}");
    }
}

// Later parties.

#[test]
fn the_general_date_is_the_floor_for_a_party_that_consents_after_the_clause_was_met() {
    let case = treaty(r#"{"count":1}"#)
        .then(r#"{"months":6}"#)
        .later(r#""later":{"days":30}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .deposit("ITA", "2001-12-01");
    assert_eq!(case.effect_for("FRA"), ["2001-07-10"]);
    assert_eq!(case.effect_for("ESP"), ["2001-07-10"]);
    assert_eq!(case.effect_for("ITA"), ["2001-12-31"]);
}

#[test]
fn without_a_rule_for_later_parties_the_day_of_their_own_consent_holds() {
    let case = treaty(r#"{"count":1}"#)
        .then(r#"{"months":6}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .deposit("ITA", "2001-12-01");
    assert_eq!(case.effect_for("ESP"), ["2001-07-10"]);
    assert_eq!(case.effect_for("ITA"), ["2001-12-01"]);
}

#[test]
fn acceding_members_follow_their_own_rule() {
    let case = treaty(r#"{"count":1}"#)
        .later(r#""later":{"days":1},"later_acceding":{"days":20},"acceding":["HRV"]"#)
        .deposit("FRA", "2001-01-10")
        .deposit("EST", "2002-01-10")
        .deposit("HRV", "2002-01-10");
    assert_eq!(case.effect_for("EST"), ["2002-01-11"]);
    assert_eq!(case.effect_for("HRV"), ["2002-01-30"]);
}

// Withdrawals.

#[test]
fn a_withdrawal_before_the_threshold_does_not_count() {
    let case = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .withdrawal("FRA", "withdrawal_of_consent", "2001-02-01", "2001-02-01")
        .deposit("ESP", "2001-03-10")
        .deposit("ITA", "2001-04-10");
    assert_eq!(case.met(), "2001-04-10");
}

#[test]
fn a_withdrawal_counts_from_the_day_it_takes_effect_and_not_from_the_notice() {
    let case = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .withdrawal("FRA", "withdrawal", "2001-02-01", "2001-04-01")
        .deposit("ESP", "2001-03-31");
    assert_eq!(case.met(), "2001-03-31");
    let on_the_day = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .withdrawal("FRA", "withdrawal", "2001-02-01", "2001-04-01")
        .deposit("ESP", "2001-04-01");
    assert_eq!(
        on_the_day.met(),
        "",
        "the evaluation is at the end of the day"
    );
}

#[test]
fn a_withdrawal_between_threshold_and_entry_into_force_removes_only_that_participant() {
    let case = treaty(r#"{"count":2}"#)
        .then(r#"{"months":6}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .withdrawal(
            "FRA",
            "withdrawal_of_ratification",
            "2001-03-01",
            "2001-03-01",
        );
    assert_eq!(
        case.dates(),
        ("2001-02-10".to_owned(), "2001-08-10".to_owned())
    );
    assert_eq!(case.effect_for("FRA"), [""; 0]);
    assert_eq!(case.effect_for("ESP"), ["2001-08-10"]);
}

#[test]
fn a_withdrawal_after_entry_into_force_changes_nothing_that_was() {
    let case = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .deposit("ESP", "2001-02-10")
        .withdrawal("FRA", "denunciation", "2002-01-01", "2003-01-01");
    assert_eq!(case.in_force(), "2001-02-10");
    assert_eq!(case.effect_for("FRA"), ["2001-02-10"]);
}

#[test]
fn a_withdrawal_rescinded_before_it_takes_effect_never_was() {
    let case = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .withdrawal("FRA", "withdrawal", "2001-02-01", "2001-04-01")
        .other("FRA", "withdrawal_rescinded", "2001-03-31", "")
        .deposit("ESP", "2001-05-10");
    assert_eq!(case.met(), "2001-05-10");
}

#[test]
fn a_withdrawal_cannot_be_rescinded_once_it_has_taken_effect() {
    for day in ["2001-04-01", "2001-04-02"] {
        let case = treaty(r#"{"count":2}"#)
            .deposit("FRA", "2001-01-10")
            .withdrawal("FRA", "withdrawal", "2001-02-01", "2001-04-01")
            .other("FRA", "withdrawal_rescinded", day, "")
            .deposit("ESP", "2001-05-10");
        assert_eq!(case.met(), "", "{day}");
        let report = case.report(None);
        assert!(
            report
                .warnings
                .iter()
                .any(|warning| warning.reason.contains("FRA")
                    && warning.reason.contains("no effect")),
            "{:?}",
            report.warnings
        );
    }
}

#[test]
fn a_state_that_left_and_came_back_has_two_rows_and_two_dates_of_effect() {
    let case = treaty(r#"{"count":1}"#)
        .then(r#"{"days":30}"#)
        .later(r#""later":{"days":30}"#)
        .deposit("USA", "2016-09-03")
        .withdrawal("USA", "withdrawal", "2019-11-04", "2020-11-04")
        .deposit("USA", "2021-01-20");
    assert_eq!(case.effect_for("USA"), ["2016-10-03", "2021-02-19"]);
}

#[test]
fn a_state_that_came_back_counts_once() {
    let case = treaty(r#"{"count":2}"#)
        .deposit("FRA", "2001-01-10")
        .withdrawal("FRA", "withdrawal", "2001-02-01", "2001-02-01")
        .deposit("FRA", "2001-03-10")
        .deposit("ESP", "2001-04-10");
    assert_eq!(case.met(), "2001-04-10");
}

// Incomplete records.

#[test]
fn known_complete_on_takes_the_undated_as_deposited_by_that_day() {
    let case = treaty(r#"{"count":3}"#)
        .later(r#""known_complete_on":"2001-06-01""#)
        .signed("FRA", "2000-01-01", "2001-01-10")
        .signed("ESP", "2000-01-01", "")
        .signed("ITA", "2000-01-01", "");
    assert_eq!(case.met(), "2001-06-01");
    assert_eq!(case.replayed()["at_the_latest"], true);
}

#[test]
fn never_keeps_a_participant_out_of_known_complete_on() {
    let case = treaty(r#"{"count":3}"#)
        .later(r#""known_complete_on":"2001-06-01","never":["ITA"]"#)
        .signed("FRA", "2000-01-01", "2001-01-10")
        .signed("ESP", "2000-01-01", "")
        .signed("ITA", "2000-01-01", "");
    assert_eq!(case.met(), "");
}

#[test]
fn a_check_day_is_evaluated_and_changes_nothing_that_did_not_change() {
    let case = treaty(r#"{"count":1}"#)
        .later(r#""check_days":["2000-06-01","2001-06-01"]"#)
        .deposit("FRA", "2001-01-10");
    assert_eq!(case.met(), "2001-01-10");
}

// What is compared.

#[test]
fn checkpoints_compare_what_they_assert_of_a_condition_or_of_the_whole() {
    let when = r#"{"and":[{"count":2},{"weight_pct":60},{"named":["FRA","ITA"]}]}"#;
    let case = |rows: &str| {
        treaty(when)
            .deposit("FRA", "2001-01-10")
            .deposit("ESP", "2001-02-10")
            .weight("FRA", "30.5")
            .weight("ESP", "10.25")
            .table(
                "checkpoints.csv",
                "case,day,condition,counted,weight,missing\n",
                rows,
            )
    };
    let right = "t,2001-01-09,0,0,,\nt,2001-01-10,0,1,,\nt,2001-02-10,1,,40.75,\nt,2001-01-09,2,,,FRA ITA\nt,2001-02-10,2,,,Italy\nt,2001-02-10,,,,ITA\n";
    assert_eq!(case(right).replayed()["outcome"], "PASS");
    for wrong in [
        "t,2001-01-10,0,2,,\n",
        "t,2001-02-10,1,,40.76,\n",
        "t,2001-02-10,2,,,ESP\n",
    ] {
        assert_eq!(case(wrong).replayed()["outcome"], "FAIL", "{wrong}");
    }
}

#[test]
fn a_wrong_threshold_date_or_entry_into_force_date_fails() {
    let case = |met: &str, in_force: &str| {
        let case = treaty(r#"{"count":1}"#)
            .then(r#"{"days":1}"#)
            .deposit("FRA", "2001-01-10");
        case.recorded(met, in_force).replayed()["outcome"].clone()
    };
    assert_eq!(case("2001-01-10", "2001-01-11"), "PASS");
    assert_eq!(case("2001-01-11", "2001-01-11"), "FAIL");
    assert_eq!(case("2001-01-10", "2001-01-12"), "FAIL");
}

#[test]
fn the_smallest_sets_are_sufficient_smallest_and_all_of_them() {
    let case = treaty(r#"{"and":[{"count":3},{"weight_pct":50}]}"#)
        .deposit("FRA", "2001-01-10")
        .signed("ESP", "2000-01-01", "")
        .signed("ITA", "2000-01-01", "")
        .signed("DEU", "2000-01-01", "")
        .weight("FRA", "20")
        .weight("ESP", "5")
        .weight("ITA", "10")
        .weight("DEU", "25");
    // Two are lacking, and only Germany brings enough weight.
    assert_eq!(smallest_sets(&case.replayed()), ["DEU ESP", "DEU ITA"]);
}

// Bad input: file, line and a reason.

#[test]
fn a_bad_date_is_refused() {
    for date in [
        "2001-02-30",
        "2001-2-1",
        "01/02/2001",
        "99999-01-01",
        "0000-01-01",
        "soon",
    ] {
        good()
            .with("t.csv", "2001-01-10", date)
            .refused("t.csv", 2, "is not a date");
    }
    good()
        .with("cases.csv", "2001-02-10", "2001-13-01")
        .refused("cases.csv", 2, "is not a date");
    good().with("other_events.csv", "2003-01-01", "x").refused(
        "other_events.csv",
        2,
        "is not a date",
    );
    good().with("checkpoints.csv", "2001-01-15", "x").refused(
        "checkpoints.csv",
        2,
        "is not a date",
    );
    good()
        .with("effect_by_party.csv", "2001-02-10", "x")
        .refused("effect_by_party.csv", 2, "is not a date");
}

#[test]
fn an_unknown_code_is_refused() {
    for code in ["fra", "FR", "FRAN", "", "F\0A"] {
        good()
            .with("t.csv", ",FRA,", &format!(",{code},"))
            .refused("t.csv", 2, "is not a code");
    }
    good()
        .with("t.csv", ",FRA,", ",XXX,")
        .refused("t.csv", 2, "XXX");
    good()
        .with("other_events.csv", ",FRA,", ",XXX,")
        .refused("other_events.csv", 2, "XXX");
    good()
        .with("weights.csv", ",FRA,", ",XXX,")
        .refused("weights.csv", 2, "XXX");
    good()
        .with("effect_by_party.csv", ",FRA,", ",XXX,")
        .refused("effect_by_party.csv", 2, "XXX");
}

#[test]
fn a_missing_column_is_refused() {
    for (file, column) in [
        ("cases.csv", "rule_json"),
        ("cases.csv", "expected_entry_into_force"),
        ("t.csv", "deposit_date"),
        ("t.csv", "iso3"),
        ("other_events.csv", "event_date"),
        ("weights.csv", "weight"),
        ("checkpoints.csv", "day"),
        ("effect_by_party.csv", "expected_effect_date"),
    ] {
        let problem = good().with(file, column, "something_else").refusal(file);
        assert!(
            problem.reason.contains(column) && problem.reason.contains("missing"),
            "{problem}"
        );
        assert_eq!(problem.line, Some(1), "{problem}");
    }
}

#[test]
fn a_column_that_stands_twice_is_refused() {
    let problem = good()
        .with("t.csv", "approval_date", "deposit_date")
        .refusal("t.csv");
    assert!(
        problem.reason.contains("deposit_date") && problem.reason.contains("twice"),
        "{problem}"
    );
}

#[test]
fn a_duplicate_row_is_refused() {
    good().twice("t.csv").refused("t.csv", 4, "twice");
    good().twice("cases.csv").refused("cases.csv", 3, "twice");
    good()
        .twice("weights.csv")
        .refused("weights.csv", 3, "two weights");
    good()
        .twice("checkpoints.csv")
        .refused("checkpoints.csv", 3, "twice");
}

#[test]
fn rows_of_the_wrong_length_are_refused() {
    good()
        .with("t.csv", "2001-02-10,,s,high", "2001-02-10,,s")
        .refused("t.csv", 3, "8 cells");
    good()
        .with("t.csv", "2001-02-10,,s,high", "2001-02-10,,s,high,x")
        .refused("t.csv", 3, "10 cells");
    good()
        .with("t.csv", "Spain", "\"Spain")
        .refused("t.csv", 3, "cells");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut bad = good();
    let bytes = bad.0.get_mut("t.csv").unwrap();
    let position = bytes
        .windows(5)
        .position(|window| window == b"Spain")
        .unwrap();
    bytes[position] = 0xff;
    bad.refused("t.csv", 3, "not valid UTF-8");
}

#[test]
fn a_row_of_another_case_is_refused() {
    good()
        .with("t.csv", "t,Spain", "u,Spain")
        .refused("t.csv", 3, "the case “u”");
    good()
        .with("weights.csv", "t,FRA", "u,FRA")
        .refused("weights.csv", 2, "no case “u”");
    good()
        .with("other_events.csv", "t,France", "u,France")
        .refused("other_events.csv", 2, "no case “u”");
}

#[test]
fn a_case_that_names_a_path_is_refused() {
    for name in ["../t", "/etc/passwd", "..", "a/b", "a\\b", "", "a b", "t\0"] {
        good()
            .with("cases.csv", "\nt,", &format!("\n{name},"))
            .refused("cases.csv", 2, "cannot name a case");
    }
}

#[test]
fn a_missing_file_is_refused() {
    let mut without_case = good();
    without_case.0.remove("t.csv");
    let problem = without_case.refusal("t.csv");
    assert!(problem.reason.contains("missing"), "{problem}");
    let mut without_cases = good();
    without_cases.0.remove("cases.csv");
    let problem = without_cases.refusal("cases.csv");
    assert!(problem.reason.contains("missing"), "{problem}");
}

#[test]
fn an_empty_file_is_refused() {
    for file in [
        "cases.csv",
        "t.csv",
        "other_events.csv",
        "weights.csv",
        "checkpoints.csv",
    ] {
        let mut empty = good();
        empty.0.insert(file.to_owned(), Vec::new());
        let problem = empty.refusal(file);
        assert!(problem.reason.contains("missing"), "{problem}");
    }
}

#[test]
fn a_number_that_is_none_is_refused() {
    for weight in [
        "abc",
        "-1",
        "1e3",
        "NaN",
        "10%",
        "",
        "0.111111111111111111111",
        "99999999999999999999",
    ] {
        let bad = good().with("weights.csv", "10.5", weight);
        bad.refused("weights.csv", 2, "is not a share");
    }
    good().with("checkpoints.csv", ",,1,,", ",,1.5,,").refused(
        "checkpoints.csv",
        2,
        "whole number",
    );
    good()
        .with("checkpoints.csv", ",,1,,", ",,-1,,")
        .refused("checkpoints.csv", 2, "whole number");
}

#[test]
fn a_checkpoint_of_a_condition_the_clause_does_not_have_is_refused() {
    let bad = good().with("checkpoints.csv", "2001-01-15,,1", "2001-01-15,7,1");
    bad.refused("checkpoints.csv", 2, "no such condition");
}

#[test]
fn an_event_without_any_date_is_refused() {
    let bad = good().with("other_events.csv", "2003-01-01,2004-01-01", ",");
    bad.refused("other_events.csv", 2, "needs a date");
}

#[test]
fn invalid_json_is_refused() {
    for rule in [
        "",
        "{",
        "[}",
        "{'first_of':1}",
        "{\"first_of\":[]}x",
        "{\"first_of\":[NaN]}",
    ] {
        with_rule(rule).refused("cases.csv", 2, "not valid JSON");
    }
    let deep = format!("{{\"first_of\":{}", "[".repeat(20_000));
    with_rule(&deep).refused("cases.csv", 2, "not valid JSON");
}

#[test]
fn a_rule_outside_the_grammar_is_refused_and_the_place_is_named() {
    for (when, reason) in [
        (r#"{"counts":1}"#, "first_of[0].when"),
        (r"{}", "first_of[0].when"),
        (r#"{"count":0}"#, "first_of[0].when.count"),
        (r#"{"count":-1}"#, "first_of[0].when.count"),
        (r#"{"count":1.5}"#, "first_of[0].when.count"),
        (r#"{"count":"2"}"#, "first_of[0].when.count"),
        (r#"{"count":1,"off":["FRA"]}"#, "“off”"),
        (r#"{"count":1,"named":["FRA"]}"#, "cannot stand together"),
        (
            r#"{"count":1,"of":[]}"#,
            "first_of[0].when.of: the list is empty",
        ),
        (r#"{"count":1,"no_reio":"yes"}"#, "first_of[0].when.no_reio"),
        (r#"{"named":[]}"#, "the list is empty"),
        (r#"{"named":"FRA"}"#, "a list is expected"),
        (r#"{"named":["FRA","FRA"]}"#, "twice"),
        (r#"{"named":["fra"]}"#, "first_of[0].when.named[0]"),
        (r#"{"named":["XXX"]}"#, "XXX"),
        (r#"{"and":[]}"#, "the list is empty"),
        (
            r#"{"and":[{"count":1},{"or":[{"count":0}]}]}"#,
            "first_of[0].when.and[1].or[0].count",
        ),
        (r#"{"weight_pct":0}"#, "more than zero"),
        (r#"{"weight_pct":-5}"#, "is not a share"),
        (
            r#"{"fraction":[3,2],"of":"listed"}"#,
            "first_of[0].when.fraction[0]",
        ),
        (
            r#"{"fraction":[1,0],"of":"listed"}"#,
            "first_of[0].when.fraction[1]",
        ),
        (r#"{"fraction":[1],"of":"listed"}"#, "two whole numbers"),
        (
            r#"{"fraction":[1,2],"of":"parties"}"#,
            "first_of[0].when.of",
        ),
        (r#"{"all":false}"#, "first_of[0].when.all"),
        (r#"{"event":""}"#, "first_of[0].when.event"),
        (
            r#"{"from_date":"2001-02-30"}"#,
            "first_of[0].when.from_date",
        ),
    ] {
        with_rule(&rule_of(when, r#"{"days":1}"#)).refused("cases.csv", 2, reason);
    }
    for (then, reason) in [
        (r"{}", "first_of[0].then"),
        (r#"{"weeks":1}"#, "first_of[0].then"),
        (r#"{"days":-1}"#, "first_of[0].then.days"),
        (r#"{"days":1000000000}"#, "first_of[0].then.days"),
        (r#"{"days":1,"months":1}"#, "cannot stand together"),
        (r#"{"latest":[]}"#, "the list is empty"),
        (r#"{"fixed":"x"}"#, "first_of[0].then.fixed"),
    ] {
        with_rule(&rule_of(r#"{"count":1}"#, then)).refused("cases.csv", 2, reason);
    }
    for (rule, reason) in [
        ("[]", "an object is expected"),
        (r#"{"first_of":[]}"#, "the list is empty"),
        (
            r#"{"first_of":[{"when":{"count":1}}]}"#,
            "“then” is missing",
        ),
        (r#"{"first_of":[{"then":{"days":1}}]}"#, "“when” is missing"),
        (
            r#"{"first_of":[{"when":{"count":1},"then":{"days":1},"bye":"x"}]}"#,
            "“bye”",
        ),
        (
            r#"{"first_of":[{"when":{"count":1},"then":{"days":1},"by":"x"}]}"#,
            "first_of[0].by",
        ),
        (
            r#"{"first_of":[{"when":{"count":1},"then":{"days":1}}],"latter":1}"#,
            "“latter”",
        ),
        (
            r#"{"first_of":[{"when":{"count":1},"then":{"days":1}}],"check_days":["x"]}"#,
            "check_days[0]",
        ),
    ] {
        with_rule(rule).refused("cases.csv", 2, reason);
    }
}

#[test]
fn conditions_nested_without_end_are_refused() {
    let when = format!(
        "{}{{\"count\":1}}{}",
        "{\"and\":[".repeat(40),
        "]}".repeat(40)
    );
    with_rule(&rule_of(&when, r#"{"days":1}"#)).refused("cases.csv", 2, "nested");
}

#[test]
fn two_cases_that_wait_for_each_other_are_refused() {
    let first = treaty(r#"{"event":"second"}"#).deposit("FRA", "2001-01-10");
    let second = treaty(r#"{"event":"first"}"#).deposit("FRA", "2001-01-10");
    let files = files_of(&[("first", &first), ("second", &second)]);
    Folder(files).refused("cases.csv", 2, "waits for this one");
}

#[test]
fn a_condition_that_can_never_be_met_is_warned_of() {
    for when in [
        r#"{"count":3}"#,
        r#"{"weight_pct":99}"#,
        r#"{"fraction":[1,1],"of":"listed","more_than":true}"#,
    ] {
        let report = with_rule(&rule_of(when, r#"{"days":1}"#)).replayed();
        assert!(
            report
                .warnings
                .iter()
                .any(|warning| warning.file == "cases.csv"
                    && warning.line == Some(2)
                    && warning.reason.contains("can never be met")),
            "{when}: {:?}",
            report.warnings
        );
    }
}

#[test]
fn an_event_nobody_recorded_is_warned_of() {
    let report = with_rule(&rule_of(r#"{"event":"ceasefire"}"#, r#"{"days":1}"#)).replayed();
    assert!(
        report
            .warnings
            .iter()
            .any(|warning| warning.line == Some(2) && warning.reason.contains("“ceasefire”")),
        "{:?}",
        report.warnings
    );
}

#[test]
fn a_byte_order_mark_carriage_returns_and_line_breaks_in_quotes_are_read() {
    let mut folder = good().with("t.csv", "Spain", "\"Spa\nin\"");
    for bytes in folder.0.values_mut() {
        let text = std::str::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        *bytes = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    }
    let report = folder.replayed();
    assert_eq!(json(&report)["cases"][0]["outcome"], "PASS");
}

#[test]
fn nothing_panics_on_mutated_histories() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let pieces: [&[u8]; 20] = [
        b"\"",
        b",",
        b"\n",
        b"\r",
        b"\0",
        b"\xff",
        b"{",
        b"]}",
        b"-1",
        b"9999-12-31",
        b"1600-01-01",
        b"2001-02-30",
        b"999999999999999999999",
        b"XXX",
        b"EUU",
        b"ESP",
        b"null",
        b"../",
        b"withdrawal_rescinded",
        b"\"by\":\"2001-01-01\",",
    ];
    let when = r#"{"or":[{"and":[{"count":2,"of":["FRA","ESP"],"no_reio":true},{"weight_pct":10.5}]},{"fraction":[1,2],"of":"signatories","base_on":"2001-01-01"},{"event":"u"},{"all":true}]}"#;
    let first = good().with("cases.csv", r#"{""count"":2}"#, &when.replace('"', "\"\""));
    for _ in 0..2_000 {
        let mut folder = first.clone();
        for _ in 0..=random.below(3) {
            let name = folder
                .0
                .keys()
                .nth(random.below(folder.0.len()))
                .unwrap()
                .clone();
            let bytes = folder.0.get_mut(&name).unwrap();
            let from = random.below(bytes.len() + 1);
            let to = bytes.len().min(from + [0, 1, 1, 4, 30][random.below(5)]);
            let piece = match random.below(4) {
                0 => Vec::new(),
                1 => bytes[from..to].repeat(3),
                2 => vec![u8::try_from(random.below(256)).unwrap()],
                _ => pieces[random.below(pieces.len())].to_vec(),
            };
            bytes.splice(from..to, piece);
        }
        let as_of = [
            None,
            Some("2001-01-31"),
            Some("1600-01-01"),
            Some("9999-12-31"),
        ][random.below(4)]
        .map(|day| day.parse().unwrap());
        if let Err(findings) = server::replay::replay(&folder.0, as_of) {
            assert!(!findings.errors.is_empty());
            assert!(
                findings
                    .errors
                    .iter()
                    .all(|problem| !problem.reason.is_empty())
            );
        }
    }
}

// The binary.

#[test]
fn a_history_as_recorded_exits_with_0_and_prints_a_line_a_treaty() {
    let output = assent(&[histories().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let lines = lines(&output.stdout);
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.starts_with("PASS ") && !line.starts_with("PASS us_"))
            .count(),
        12
    );
    for case in ["nato_sweden_accession_2022", "ctbt_1996", "new_start_2010"] {
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with(&format!("PASS {case}"))),
            "{case}"
        );
    }
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("  SAME USA 2021-02-19"))
    );
}

#[test]
fn a_history_that_differs_exits_with_1_and_names_the_case() {
    let folder = written(&good().with(
        "cases.csv",
        "2001-02-10,2001-02-10",
        "2001-02-11,2001-02-10",
    ));
    let output = assent(&[folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        lines(&output.stdout)
            .iter()
            .any(|line| line.starts_with("FAIL t"))
    );
}

#[test]
fn a_date_of_a_single_party_that_differs_is_printed_and_does_not_decide() {
    let folder = written(&good().with("effect_by_party.csv", "2001-02-10", "2001-02-11"));
    let output = assent(&[folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let lines = lines(&output.stdout);
    assert!(lines.iter().any(|line| line.starts_with("PASS t")));
    assert!(lines.iter().any(|line| line.starts_with("  DIFFERS FRA")));
}

#[test]
fn bad_input_exits_with_2_and_prints_file_line_and_reason() {
    let folder = written(&good().with("t.csv", "2001-01-10", "2001-02-30"));
    let output = assent(&[folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(
        lines(&output.stderr)
            .iter()
            .any(|line| line.contains("t.csv:2: ") && line.contains("“2001-02-30” is not a date"))
    );
}

#[test]
fn a_folder_that_does_not_exist_or_a_bad_day_exits_with_2() {
    assert_eq!(assent(&["/does/not/exist"]).status.code(), Some(2));
    let folder = histories();
    let folder = folder.to_str().unwrap();
    assert_eq!(
        assent(&[folder, "--as-of", "2001-02-30"]).status.code(),
        Some(2)
    );
}

#[test]
fn the_day_asked_for_and_json_work_together() {
    let folder = histories();
    let output = assent(&[folder.to_str().unwrap(), "--json", "--as-of", "2023-11-02"]);
    assert_eq!(output.status.code(), Some(0));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["as_of"], "2023-11-02");
    let ctbt = &json["cases"][4];
    assert_eq!(smallest_sets(ctbt), ["CHN EGY IND IRN ISR PAK PRK USA"]);
}

#[test]
fn a_withdrawal_rescinded_after_the_last_deposit_leaves_its_own_date() {
    let case = ruled(&rule_of(
        r#"{"count":1}"#,
        r#"{"first_of_nth_month_after":11}"#,
    ))
    .deposit("ITA", "2001-01-17")
    .deposit("ESP", "2001-02-28")
    .other("ITA", "withdrawal", "2001-02-28", "2001-03-30")
    .other("ITA", "withdrawal_rescinded", "2001-03-12", "")
    .table("effect_by_party.csv", EFFECTS, "t,Italy,ITA,2001-12-01,s\n");
    assert_eq!(case.replayed()["parties"][0]["same"], true);
}

#[test]
fn a_fraction_of_a_base_frozen_later_waits_for_that_day() {
    let case = treaty(r#"{"fraction":[1,1],"of":"signatories","base_on":"2001-03-01"}"#)
        .signed("FRA", "2001-01-01", "2001-01-15")
        .signed("ESP", "2001-02-20", "2001-05-01");
    assert_eq!(case.met(), "2001-05-01");
    let early = treaty(r#"{"fraction":[1,1],"of":"signatories","base_on":"2001-03-01"}"#).signed(
        "FRA",
        "2001-01-01",
        "2001-01-15",
    );
    assert_eq!(early.met(), "2001-03-01");
}

#[test]
fn a_key_that_stands_twice_in_a_rule_is_refused() {
    with_rule(r#"{"first_of":[{"when":{"count":1,"count":2},"then":{"days":1}}]}"#).refused(
        "cases.csv",
        2,
        "the key “count” stands twice",
    );
}

#[test]
fn a_table_without_rows_is_refused_and_dates_are_never_made_up() {
    let empty = Folder(files_of(&[(
        "t",
        &treaty(r#"{"count":1}"#).recorded("", "2001-01-01"),
    )]));
    assert!(empty.refusal("t.csv").reason.contains("no row"));
    let undated = treaty(r#"{"count":1}"#).deposit("FRA", "");
    assert!(undated.replayed()["day"].is_null());
}

#[test]
fn a_title_with_what_cannot_be_shown_is_taken_without_it() {
    let folder = good()
        .with("cases.csv", "\nt,", "\nt,\"A\ttreaty\u{202E} (1949)\"")
        .0;
    let mut findings = Findings::default();
    let text = String::from_utf8(folder["cases.csv"].clone()).unwrap();
    assert!(text.contains('\t'), "{text}");
    match server::replay::replay(&folder, None) {
        Ok(report) => findings.warnings = report.warnings,
        Err(refused) => panic!("{:?}", refused.errors),
    }
    assert!(
        findings
            .warnings
            .iter()
            .any(|w| w.reason.starts_with("title: characters")),
        "{:?}",
        findings.warnings
    );
}

#[test]
fn one_bad_case_does_not_hide_behind_its_other_tables() {
    let mut findings = Findings::default();
    let folder = good().with("cases.csv", "2001-02-10", "2001-02-30");
    server::history::folder::read(&folder.0, &mut findings);
    let files: Vec<&str> = findings.errors.iter().map(|e| e.file.as_str()).collect();
    assert_eq!(files, ["cases.csv"]);
    assert_eq!(findings.errors[0].line, Some(2));
}

#[test]
fn a_table_cannot_name_a_case() {
    let mut folder = good();
    let cases = String::from_utf8(folder.0["cases.csv"].clone()).unwrap();
    folder.0.insert(
        "cases.csv".to_owned(),
        cases.replace("\nt,", "\nweights,").into_bytes(),
    );
    folder.refused("cases.csv", 2, "cannot name a case");
}

#[test]
fn a_deadline_that_passed_and_a_date_before_the_conditions_are_said() {
    let late = ruled(r#"{"first_of":[{"when":{"count":1},"by":"2000-01-01","then":{"days":1}}]}"#)
        .deposit("FRA", "2001-01-01");
    let case = late.replayed();
    assert_eq!(case["lapsed"], serde_json::json!([0]));
    let early = treaty(r#"{"count":1}"#)
        .then(r#"{"fixed":"1990-01-01"}"#)
        .deposit("FRA", "2000-02-01");
    let warned = early.report(None).warnings;
    assert!(
        warned
            .iter()
            .any(|w| w.reason.contains("before its conditions were met")),
        "{warned:?}"
    );
}

#[test]
fn lines_are_counted_the_same_where_they_end_in_cr_lf() {
    let mut folder = good().with("t.csv", "2001-02-10", "2001-02-30");
    folder.refused("t.csv", 3, "2001-02-30");
    for bytes in folder.0.values_mut() {
        *bytes = String::from_utf8(bytes.clone())
            .unwrap()
            .replace('\n', "\r\n")
            .into_bytes();
    }
    folder.refused("t.csv", 3, "2001-02-30");
}

// Helpers.

const CASES: &str = "case,title,depositary,entry_into_force_clause,rule_json,expected_threshold_met_on,expected_entry_into_force,status,source,confidence\n";
const CASE: &str =
    "case,country,iso3,signature_date,approval_date,deposit_date,note,source,confidence\n";
const EVENTS: &str = "case,country,iso3,event,event_date,effective_date,note,source,confidence\n";
const WEIGHTS: &str = "case,iso3,weight,unit,source\n";
const EFFECTS: &str = "case,country,iso3,expected_effect_date,source\n";

/// The real histories.
fn histories() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/histories")
}

/// A treaty written down row by row; its case is `t` wherever the name does not matter.
#[derive(Clone, Default)]
struct Treaty {
    rule: String,
    then: String,
    more: String,
    rows: Vec<[String; 3]>,
    events: Vec<[String; 4]>,
    weights: Vec<[String; 2]>,
    recorded: [String; 2],
    tables: BTreeMap<String, String>,
}

/// A treaty of one alternative, in force on the day its condition is met.
fn treaty(when: &str) -> Treaty {
    Treaty {
        rule: when.to_owned(),
        then: r#"{"same_day":1}"#.to_owned(),
        ..Treaty::default()
    }
}

/// A treaty with a whole rule.
fn ruled(rule: &str) -> Treaty {
    Treaty {
        rule: rule.to_owned(),
        ..Treaty::default()
    }
}

/// A rule of one alternative.
fn rule_of(when: &str, then: &str) -> String {
    format!(r#"{{"first_of":[{{"when":{when},"then":{then}}}]}}"#)
}

impl Treaty {
    fn then(mut self, effect: &str) -> Self {
        effect.clone_into(&mut self.then);
        self
    }

    /// More members of the rule, such as `later`.
    fn later(mut self, members: &str) -> Self {
        self.more = format!(",{members}");
        self
    }

    fn deposit(self, code: &str, deposit: &str) -> Self {
        self.signed(code, "", deposit)
    }

    fn signed(mut self, code: &str, signature: &str, deposit: &str) -> Self {
        self.rows
            .push([code, signature, deposit].map(str::to_owned));
        self
    }

    fn withdrawal(self, code: &str, kind: &str, notice: &str, effect: &str) -> Self {
        self.other(code, kind, notice, effect)
    }

    fn other(mut self, code: &str, event: &str, day: &str, effect: &str) -> Self {
        self.events
            .push([code, event, day, effect].map(str::to_owned));
        self
    }

    fn weight(mut self, code: &str, weight: &str) -> Self {
        self.weights.push([code, weight].map(str::to_owned));
        self
    }

    fn recorded(mut self, met: &str, in_force: &str) -> Self {
        self.recorded = [met, in_force].map(str::to_owned);
        self
    }

    fn table(mut self, file: &str, header: &str, rows: &str) -> Self {
        self.tables
            .insert(file.to_owned(), format!("{header}{rows}"));
        self
    }

    fn rule(&self) -> String {
        if self.then.is_empty() {
            return self.rule.clone();
        }
        let rule = rule_of(&self.rule, &self.then);
        format!("{}{}}}", rule.strip_suffix('}').unwrap(), self.more)
    }

    fn report(&self, as_of: Option<&str>) -> Report {
        // What is not given is recorded as computed, so that only what a test is about can fail.
        let as_of = as_of.map(|day| day.parse().unwrap());
        let report = server::replay::replay(&files_of(&[("t", self)]), as_of).unwrap();
        if self.recorded != [String::new(), String::new()] {
            return report;
        }
        let case = &json(&report)["cases"][0];
        let again = self.clone().recorded(&met(case), &in_force(case));
        server::replay::replay(&files_of(&[("t", &again)]), as_of).unwrap()
    }

    fn replayed(&self) -> Value {
        json(&self.report(None))["cases"][0].clone()
    }

    fn dates(&self) -> (String, String) {
        let case = self.replayed();
        (met(&case), in_force(&case))
    }

    fn met(&self) -> String {
        self.dates().0
    }

    fn in_force(&self) -> String {
        self.dates().1
    }

    /// The computed dates of effect for one party.
    fn effect_for(&self, code: &str) -> Vec<String> {
        let row = format!("t,{code},{code},2001-01-01,s\n");
        let case = self
            .clone()
            .table("effect_by_party.csv", EFFECTS, &row)
            .replayed();
        let days = case["parties"][0]["computed"].as_array().unwrap();
        days.iter().map(text).collect()
    }
}

/// The files of a folder with these cases.
fn files_of(cases: &[(&str, &Treaty)]) -> BTreeMap<String, Vec<u8>> {
    let mut texts = BTreeMap::from([("cases.csv".to_owned(), CASES.to_owned())]);
    for (name, treaty) in cases {
        let rule = treaty.rule().replace('"', "\"\"");
        let [met, in_force] = &treaty.recorded;
        let row = format!("{name},T,D,clause,\"{rule}\",{met},{in_force},,s,high\n");
        texts.get_mut("cases.csv").unwrap().push_str(&row);
        let mut rows = CASE.to_owned();
        for [code, signature, deposit] in &treaty.rows {
            writeln!(rows, "{name},{code},{code},{signature},,{deposit},,s,high").unwrap();
        }
        texts.insert(format!("{name}.csv"), rows);
        let events = texts
            .entry("other_events.csv".to_owned())
            .or_insert_with(|| EVENTS.to_owned());
        for [code, event, day, effect] in &treaty.events {
            writeln!(
                events,
                "{name},{code},{code},{event},{day},{effect},,s,high"
            )
            .unwrap();
        }
        let weights = texts
            .entry("weights.csv".to_owned())
            .or_insert_with(|| WEIGHTS.to_owned());
        for [code, weight] in &treaty.weights {
            writeln!(weights, "{name},{code},{weight},%,s").unwrap();
        }
        texts.extend(treaty.tables.clone());
    }
    texts
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect()
}

/// A folder to spoil.
#[derive(Clone)]
struct Folder(BTreeMap<String, Vec<u8>>);

/// A folder with every kind of table, as recorded in everything.
fn good() -> Folder {
    let case = treaty(r#"{"count":2}"#)
        .signed("France", "2000-01-01", "2001-01-10")
        .signed("Spain", "", "2001-02-10")
        .other("FRA", "withdrawal", "2003-01-01", "2004-01-01")
        .weight("FRA", "10.5")
        .recorded("2001-02-10", "2001-02-10")
        .table(
            "checkpoints.csv",
            "case,day,condition,counted,weight,missing\n",
            "t,2001-01-15,,1,,\n",
        )
        .table(
            "effect_by_party.csv",
            EFFECTS,
            "t,France,FRA,2001-02-10,s\n",
        );
    Folder(files_of(&[("t", &case)]))
        .with("t.csv", "France,France", "France,FRA")
        .with("t.csv", "Spain,Spain", "Spain,ESP")
        .with("other_events.csv", "t,FRA,FRA", "t,France,FRA")
}

/// The good folder with another rule.
fn with_rule(rule: &str) -> Folder {
    let old = rule_of(r#"{"count":2}"#, r#"{"same_day":1}"#).replace('"', "\"\"");
    let mut folder = good().with("cases.csv", &old, &rule.replace('"', "\"\""));
    folder.0.remove("checkpoints.csv");
    folder
}

impl Folder {
    /// With the first `old` of a file replaced.
    fn with(mut self, file: &str, old: &str, new: &str) -> Self {
        let text = String::from_utf8(self.0[file].clone()).unwrap();
        assert!(text.contains(old), "{file} has no {old}");
        self.0
            .insert(file.to_owned(), text.replacen(old, new, 1).into_bytes());
        self
    }

    /// With the last row of a file twice.
    fn twice(mut self, file: &str) -> Self {
        let bytes = self.0.get_mut(file).unwrap();
        let last = bytes
            .strip_suffix(b"\n")
            .unwrap()
            .iter()
            .rposition(|byte| *byte == b'\n');
        bytes.extend_from_within(last.unwrap() + 1..);
        self
    }

    fn replayed(&self) -> Report {
        match server::replay::replay(&self.0, None) {
            Ok(report) => report,
            Err(findings) => panic!("refused: {:?}", findings.errors),
        }
    }

    fn findings(&self) -> Findings {
        match server::replay::replay(&self.0, None) {
            Ok(_) => panic!("not refused"),
            Err(findings) => findings,
        }
    }

    /// The first error that names this file.
    fn refusal(&self, file: &str) -> Problem {
        let errors = self.findings().errors;
        match errors.iter().find(|problem| problem.file == file) {
            Some(problem) => problem.clone(),
            None => panic!("no error names {file}: {errors:?}"),
        }
    }

    fn refused(&self, file: &str, line: u64, reason: &str) {
        let errors = self.findings().errors;
        assert!(
            errors.iter().any(|problem| problem.file == file
                && problem.line == Some(line)
                && problem.reason.contains(reason)),
            "{file}:{line}: {reason} is not among {errors:?}"
        );
    }
}

/// A folder on disk.
fn written(folder: &Folder) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (name, bytes) in &folder.0 {
        std::fs::write(directory.path().join(name), bytes).unwrap();
    }
    directory
}

/// Runs `assent replay`.
fn assent(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assent"))
        .arg("replay")
        .args(arguments)
        .output()
        .unwrap()
}

fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8(bytes.to_vec())
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

fn json(report: &Report) -> Value {
    serde_json::to_value(report).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn met(case: &Value) -> String {
    text(&case["threshold_met_on"]["computed"])
}

fn in_force(case: &Value) -> String {
    text(&case["entry_into_force"]["computed"])
}

/// The smallest sets of the first way, each as its codes in order.
fn smallest_sets(case: &Value) -> Vec<String> {
    let way = &case["to_go"]["ways"][0];
    assert_eq!(way["complete"], true);
    let mut sets = Vec::new();
    for choice in way["choices"].as_array().unwrap() {
        let mut partial: Vec<Vec<String>> = vec![Vec::new()];
        for part in choice.as_array().unwrap() {
            let from: Vec<String> = part["from"].as_array().unwrap().iter().map(text).collect();
            let take = usize::try_from(part["take"].as_u64().unwrap()).unwrap();
            let taken = subsets(&from, take);
            partial = partial
                .iter()
                .flat_map(|before| {
                    taken
                        .iter()
                        .map(move |more| [before.as_slice(), more].concat())
                })
                .collect();
        }
        for mut set in partial {
            set.sort();
            sets.push(set.join(" "));
        }
    }
    sets.sort();
    sets.dedup();
    sets
}

/// All subsets of a size.
fn subsets(of: &[String], size: usize) -> Vec<Vec<String>> {
    match (size, of) {
        (0, _) => vec![Vec::new()],
        (_, []) => Vec::new(),
        (_, [first, rest @ ..]) => {
            let mut with: Vec<Vec<String>> = subsets(rest, size - 1);
            for set in &mut with {
                set.insert(0, first.clone());
            }
            with.extend(subsets(rest, size));
            with
        }
    }
}

/// Marsaglia's xorshift: the same numbers each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}
