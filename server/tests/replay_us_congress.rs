//! Replaying measures of the United States Congress, by the format of `docs/REPLAY.md`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use server::replay::Report;

const FILE: &str = "us_congress_cases.csv";
const HEADER: &str = "case,measure,route,seq,stage,date,yeas,nays,present,not_voting,threshold_rule,votes_needed,outcome,note,source,confidence\n";

/// The file as it is in this repository.
fn real() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/histories/us_congress_cases.csv");
    std::fs::read_to_string(path).unwrap()
}

fn files(table: &str) -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([(FILE.to_owned(), table.as_bytes().to_vec())])
}

fn replayed(table: &str) -> Report {
    match server::replay::replay(&files(table), None) {
        Ok(report) => report,
        Err(findings) => panic!("refused: {:?}", findings.errors),
    }
}

/// Rows without a case, source and confidence, as a table of the case `c`.
fn table(rows: &str) -> String {
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    rows.fold(HEADER.to_owned(), |table, row| {
        format!("{table}c,{row},s,high\n")
    })
}

fn of(rows: &str) -> Value {
    json(&replayed(&table(rows)))["us_measures"].clone()
}

fn json(report: &Report) -> Value {
    serde_json::to_value(report).unwrap()
}

/// What differs and what cannot come, of all stages of a measure.
fn wrong(measure: &Value) -> Vec<String> {
    let stages = measure["stages"].as_array().unwrap();
    stages
        .iter()
        .flat_map(|stage| {
            let differs = stage["differs"].as_array().unwrap().iter();
            let cannot_come = [&stage["cannot_come"]].into_iter();
            differs
                .chain(cannot_come)
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The real file with one text in it replaced: the verdict and what is wrong with the case.
fn spoilt(case: &str, old: &str, new: &str) -> (String, Vec<String>) {
    let real = real();
    assert!(real.contains(old), "the file has no {old}");
    let report = json(&replayed(&real.replacen(old, new, 1)));
    let measures = report["us_measures"].as_array().unwrap();
    for measure in measures {
        let is_spoilt = measure["case"] == case;
        assert!(is_spoilt || measure["outcome"] == "PASS", "{measure}");
    }
    let measure = measures
        .iter()
        .find(|measure| measure["case"] == case)
        .unwrap();
    let verdict = measure["outcome"].as_str().unwrap().to_owned();
    (verdict, wrong(measure))
}

#[test]
fn eight_real_measures_pass_with_their_thresholds_votes_and_outcomes() {
    let report = replayed(&real());
    assert_eq!(report.warnings, []);
    let report = json(&report);
    let measures = report["us_measures"].as_array().unwrap();
    let expected = [
        ("us_nato_finland_sweden_2022", "consent_expressed"),
        ("us_new_start_2010", "consent_expressed"),
        ("us_crpd_2012", "not_approved"),
        ("us_nafta_1993", "approved"),
        ("us_mfo_sinai_1981", "approved"),
        ("us_yemen_sjres7_2019", "not_concerned"),
        ("us_jcpoa_2015", "goes_ahead"),
        ("us_hres1130_2022", "not_concerned"),
    ];
    let found: Vec<(&str, &str)> = measures
        .iter()
        .map(|measure| {
            assert_eq!(measure["outcome"], "PASS", "{measure}");
            let text = |field: &str| measure[field].as_str().unwrap();
            (text("case"), text("agreement"))
        })
        .collect();
    assert_eq!(found, expected);
    // Each recorded number of votes is one that was computed.
    let mut compared = 0;
    for stage in measures
        .iter()
        .flat_map(|measure| measure["stages"].as_array().unwrap())
    {
        let needed = &stage["votes_needed"];
        if !needed["recorded"].is_null() {
            assert_eq!(needed["recorded"], needed["computed"], "{stage}");
            compared += 1;
        }
    }
    assert_eq!(compared, 8);
}

#[test]
fn what_is_not_as_recorded_fails_and_says_what_was_computed() {
    let crpd = "61,38,0,1,two_thirds_of_senators_present,66,rejected";
    let case = "us_crpd_2012";
    for (old, new, expected) in [
        (
            crpd,
            "61,38,0,1,two_thirds_of_senators_present,66,agreed to",
            "outcome computed rejected, recorded agreed to",
        ),
        (
            crpd,
            "61,38,0,1,two_thirds_of_senators_present,67,rejected",
            "votes needed computed 66, recorded 67",
        ),
        (
            crpd,
            "61,38,0,1,simple_majority,66,rejected",
            "threshold computed two_thirds_of_senators_present, recorded simple_majority",
        ),
        (
            crpd,
            "66,33,0,1,two_thirds_of_senators_present,66,rejected",
            "outcome computed agreed to, recorded rejected",
        ),
    ] {
        let found = spoilt(case, old, new);
        assert_eq!(found, ("FAIL".to_owned(), vec![expected.to_owned()]));
    }
    for (case, old, new, expected) in [
        (
            "us_nafta_1993",
            "61,38,,,simple_majority,50,passed",
            "61,38,,,two_thirds_of_senators_present,66,failed",
            vec![
                "threshold computed simple_majority, recorded two_thirds_of_senators_present",
                "votes needed computed 50, recorded 66",
                "outcome computed passed, recorded failed",
                // What follows follows the record.
                "the Senate did not pass it",
            ],
        ),
        (
            "us_jcpoa_2015",
            "58,42,,,three_fifths_duly_chosen,60,not invoked",
            "60,40,,,three_fifths_duly_chosen,60,not invoked",
            vec!["outcome computed invoked, recorded not invoked"],
        ),
        (
            "us_yemen_sjres7_2019",
            "3,vetoed,2019-04-16,,,,,,,vetoed",
            "3,vetoed,2019-04-16,,,,,,,became Public Law 116-1",
            vec!["outcome computed vetoed, recorded became Public Law 116-1"],
        ),
        (
            "us_yemen_sjres7_2019",
            "override_senate",
            "override_house",
            vec!["the Senate votes first on passing it over the veto"],
        ),
        (
            "us_yemen_sjres7_2019",
            "2019-05-02",
            "2021-01-04",
            vec!["the measure is over: died with the 116th Congress on 2021-01-03"],
        ),
        (
            "us_nato_finland_sweden_2022",
            "95,1,1,3,two_thirds_of_senators_present,65",
            "95,1,1,3,two_thirds_of_senators_present,64",
            vec!["votes needed computed 65, recorded 64"],
        ),
    ] {
        assert_eq!(
            spoilt(case, old, new),
            (
                "FAIL".to_owned(),
                expected.into_iter().map(str::to_owned).collect()
            )
        );
    }
}

#[test]
fn a_figure_that_is_missing_is_not_compared_and_an_answer_that_needs_it_cannot_be_told() {
    for figures in [",,,,", "61,,,,", ",,,1,"] {
        let row = format!(
            "Treaty Doc. 112-7,treaty,1,resolution_of_ratification,2012-12-04,{figures}two_thirds_of_senators_present,66,rejected,"
        );
        let measure = &of(&row)[0];
        assert_eq!(measure["outcome"], "PASS", "{measure}");
        let stage = &measure["stages"][0];
        assert_eq!(stage["result"]["computed"], Value::Null);
        assert_eq!(stage["votes_needed"]["computed"], Value::Null);
        assert_eq!(measure["agreement"], "not_approved");
    }
    // 34 against are more than a third of any Senate.
    let row = "Treaty Doc. 112-7,treaty,1,resolution_of_ratification,2012-12-04,,34,,,,,agreed to,";
    assert_eq!(
        wrong(&of(row)[0]),
        ["outcome computed rejected, recorded agreed to"]
    );
}

#[test]
fn other_measures_in_the_same_vocabulary_are_followed() {
    let measures = of("
        S. 2040 (114th),bill,1,presented_to_president,2016-09-12,,,,,,,,
        S. 2040 (114th),bill,2,vetoed,2016-09-23,,,,,,,vetoed,
        S. 2040 (114th),bill,3,override_senate,2016-09-28,97,1,,,two_thirds_of_members_voting,66,passed over veto,
        S. 2040 (114th),bill,4,override_house,2016-09-28,348,77,1,,two_thirds_of_members_present_and_voting,284,veto overridden,
        S. 2040 (114th),bill,5,became_law,2016-09-28,,,,,,,became Public Law 114-222,
        Treaty Doc. 105-28,treaty,1,resolution_of_advice_and_consent,1999-10-13,48,51,1,0,two_thirds_of_senators_present,67,not agreed to,
        H.Con.Res. 1 (119th),concurrent_resolution,1,agreed_to_in_house,2025-02-01,300,100,,,two_thirds_of_members_voting,267,agreed to,illustrative: under suspension of the rules
        H.Con.Res. 1 (119th),concurrent_resolution,2,agreed_to_in_senate,2025-02-05,,,,,,,agreed to by unanimous consent,illustrative
        Agreement,executive_agreement,1,signed,2024-06-13,,,,,,,signed,
        Agreement,executive_agreement,2,case_act_transmittal,2024-07-31,,,,,,,,
        S. 1 (117th),act,1,passed_senate,2021-03-01,50,50,,,simple_majority,51,passed,illustrative: the Vice President
    ");
    let found: Vec<(String, String, Value)> = measures
        .as_array()
        .unwrap()
        .iter()
        .map(|measure| {
            assert_eq!(wrong(measure), Vec::<String>::new(), "{measure}");
            let text = |field: &str| measure[field].as_str().unwrap().to_owned();
            assert_eq!(text("outcome"), "PASS");
            (text("route"), text("agreement"), measure["status"].clone())
        })
        .collect();
    let status = |of: usize| &found[of].2;
    assert_eq!(found.len(), 5);
    assert_eq!(status(0), "law");
    assert_eq!(status(1)["rejected"]["by"], "senate");
    assert_eq!(status(2), "agreed_to");
    assert_eq!(found[3].1, "consent_expressed");
    assert_eq!(status(4)["pending"]["chamber"], "house");
}

#[test]
fn a_changed_route_makes_two_measures_of_a_case() {
    let measures = of("
        Treaty Doc. 112-7,treaty,1,transmitted_to_senate,2012-05-17,,,,,,,,illustrative
        H.J.Res. 9 (112th),congressional_executive,2,passed_house,2012-09-01,300,100,,,simple_majority,201,passed,illustrative
    ");
    assert_eq!(measures.as_array().unwrap().len(), 2);
    assert_eq!(measures[0]["legal_effect"], "binding_treaty");
    assert_eq!(measures[1]["legal_effect"], "law");
    // A concurrent resolution is no law, so it does not take the route of one.
    let endorsement = of(
        "H.Con.Res. 9 (112th),congressional_executive,1,passed_house,2012-09-01,300,100,,,,,passed,illustrative",
    );
    assert_eq!(endorsement[0]["outcome"], "FAIL");
    assert_eq!(
        endorsement[0]["findings"][0],
        "a measure of this form does not take this route"
    );
}

#[test]
fn rows_after_the_day_asked_for_are_left_out() {
    let on = |day: &str| {
        let report = server::replay::replay(&files(&real()), Some(day.parse().unwrap())).unwrap();
        json(&report)["us_measures"].clone()
    };
    let measures = on("2010-12-21");
    let cases: Vec<&str> = measures
        .as_array()
        .unwrap()
        .iter()
        .map(|measure| measure["case"].as_str().unwrap())
        .collect();
    assert_eq!(
        cases,
        ["us_new_start_2010", "us_nafta_1993", "us_mfo_sinai_1981"]
    );
    assert_eq!(measures[0]["status"]["pending"]["place"], "floor");
    let later = on("2026-01-01");
    assert_eq!(later[2]["status"]["pending"]["place"], "committee");
    assert_eq!(later[2]["began_again"], 119);
    assert_eq!(later[6]["status"]["died"]["end_of_congress"], 114);
    assert_eq!(later[6]["agreement"], "goes_ahead");
}

#[test]
fn what_is_wrong_with_a_row_is_said_with_its_line() {
    let row = "Treaty Doc. 112-7,treaty,1,resolution_of_ratification,2012-12-04,61,38,0,1,two_thirds_of_senators_present,66,rejected,";
    for (old, new, reason) in [
        (
            "2012-12-04",
            "2012-13-04",
            "date: “2012-13-04” is not a date",
        ),
        (",61,", ",sixty,", "yeas: “sixty” is not a whole number"),
        (",61,", ",-61,", "yeas: “-61” is not a whole number"),
        (
            ",66,",
            ",66.5,",
            "votes_needed: “66.5” is not a whole number",
        ),
        (
            ",61,",
            ",71,",
            "the figures add up to 110; there were 100 seats on that day",
        ),
        (",1,resolution", ",,resolution", "seq: a number is missing"),
        (
            ",treaty,",
            ",tretay,",
            "route: “tretay” is not a route; use art_II_treaty",
        ),
        (
            "two_thirds_of_senators_present",
            "two_thirds_of_bananas",
            "threshold_rule: “two_thirds_of_bananas” is not a threshold",
        ),
        (
            "resolution_of_ratification",
            "",
            "stage: the name of the stage is missing",
        ),
        (
            "resolution_of_ratification",
            "deposit",
            "stage: “deposit” is not a vote; it has no figures and no threshold",
        ),
        ("Treaty Doc. 112-7", "", "a row needs a case and a measure"),
    ] {
        assert!(row.contains(old), "{old}");
        let refused = server::replay::replay(&files(&table(&row.replacen(old, new, 1))), None);
        let errors = refused.unwrap_err().errors;
        assert!(
            errors.iter().any(|problem| problem.file == FILE
                && problem.line == Some(2)
                && problem.reason.contains(reason)),
            "{reason} is not among {errors:?}"
        );
    }
    let twice = server::replay::replay(&files(&table(&format!("{row}\n{row}"))), None);
    let errors = twice.unwrap_err().errors;
    assert_eq!(errors[0].line, Some(3));
    assert!(errors[0].reason.contains("1 stands twice, also on line 2"));
    let no_chamber = "Agreement,bill,1,passed,2012-12-04,61,38,,,,,passed,";
    let refused = server::replay::replay(&files(&table(no_chamber)), None);
    let errors = refused.unwrap_err().errors;
    assert!(errors[0].reason.contains("does not say in which chamber"));
}

#[test]
fn a_stage_in_other_words_is_compared_by_its_figures_alone() {
    let report = replayed(&table(
        "S. 9 (119th),bill,1,senate_frobnicated,2025-02-01,59,40,,,three_fifths_duly_chosen,60,agreed to,illustrative",
    ));
    assert!(report.warnings[0].reason.contains("is not known"));
    assert_eq!(
        wrong(&json(&report)["us_measures"][0]),
        ["outcome computed rejected, recorded agreed to"]
    );
}

#[test]
fn the_command_prints_a_line_a_measure_and_its_exit_code_tells_if_one_fails() {
    let folder = tempfile::tempdir().unwrap();
    let run = |table: &str, more: &[&str]| -> Output {
        std::fs::write(folder.path().join(FILE), table).unwrap();
        Command::new(env!("CARGO_BIN_EXE_assent"))
            .arg("replay")
            .arg(folder.path())
            .args(more)
            .output()
            .unwrap()
    };
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let output = run(&real(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let out = text(&output.stdout);
    assert_eq!(
        out.lines()
            .filter(|line| line.starts_with("PASS us_"))
            .count(),
        8
    );
    assert!(out.contains(
        "PASS us_crpd_2012: Treaty Doc. 112-7 (binding treaty); refused by the Senate; consent not given\n  resolution_of_advice_and_consent 2012-12-04: 61-38, 66 needed (two_thirds_of_senators_present), rejected\n"
    ), "{out}");
    assert!(out.contains("  not reported: passage, House\n"), "{out}");
    let told = text(&output.stderr);
    assert!(
        told.contains("8 measures of the US Congress: 8 pass, 0 fail\n"),
        "{told}"
    );

    let failing = real()
        .replacen("1,66,rejected", "1,66,agreed to", 1)
        .replacen(
            "two_thirds_of_senators_present,66,rejected",
            "two_thirds_of_senators_present,66,agreed to",
            1,
        );
    let output = run(&failing, &[]);
    assert_eq!(output.status.code(), Some(1));
    let out = text(&output.stdout);
    assert!(out.contains("FAIL us_crpd_2012: "), "{out}");
    assert!(
        out.contains("; outcome computed rejected, recorded agreed to\n"),
        "{out}"
    );
    let output = run(&failing, &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["us_measures"][2]["outcome"], "FAIL");

    let output = run(&real().replacen("2012-12-04", "4 December", 1), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains("error: us_congress_cases.csv:13: date: "));
}
