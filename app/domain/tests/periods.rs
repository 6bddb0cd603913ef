//! Every period of every procedure file, worked by hand: the day of the event, and the end that the
//! law makes of it. Days of events are illustrative unless a case is named; so are sitting calendars.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::BTreeSet;

use domain::act::SittingCalendarPublished;
use domain::calendar::{Calendars, End, Gap, Measure, Reckoned, count};
use domain::day::Day;
use domain::procedure::{Period, Procedure, Stage, library};
use support::{day, key};

/// Sitting days of chambers: each from, until, and the runs of days on which it sits.
type Sitting = &'static [(
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
)];

/// A worked example: which period, from which day, by which calendars, to which end.
struct Worked {
    file: &'static str,
    route: &'static str,
    stage: &'static str,
    index: usize,
    start: &'static str,
    sitting: Sitting,
    end: fn() -> Reckoned<End>,
}

macro_rules! worked {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident: $file:literal $route:literal $stage:literal [$index:literal],
            from $start:literal $(, by $sitting:ident)? => $end:expr;
    )+) => {
        $(
            $(#[doc = $doc])+
            #[test]
            fn $name() {
                Worked {
                    file: $file, route: $route, stage: $stage, index: $index, start: $start,
                    sitting: worked!(@sitting $($sitting)?), end: || $end,
                }
                .check();
            }
        )+

        /// The periods that the examples work: file, route, stage, place among its periods.
        const WORKED: &[(&str, &str, &str, usize)] = &[$(($file, $route, $stage, $index)),+];
    };
    (@sitting) => { &[] };
    (@sitting $sitting:ident) => { $sitting };
}

impl Worked {
    fn check(&self) {
        let procedure = procedure(self.file);
        let route = procedure.route(&key(self.route)).unwrap();
        let stage = route.stage(&key(self.stage)).unwrap();
        let period = stage.periods.get(self.index).unwrap();
        assert_eq!(
            reckoned(procedure, stage, period, self.start, self.sitting),
            (self.end)()
        );
    }
}

fn procedure(iso2: &str) -> &'static Procedure {
    let filed = library::all().find(|filed| filed.procedure.iso2 == iso2);
    &filed.unwrap().procedure
}

fn reckoned(
    procedure: &Procedure,
    stage: &Stage,
    period: &Period,
    start: &str,
    sitting: Sitting,
) -> Reckoned<End> {
    let measure = Measure::of(period.unit, stage, procedure).unwrap();
    count(period, &measure, day(start), &calendars(sitting)).unwrap()
}

fn calendars(sitting: Sitting) -> Calendars {
    let mut calendars = Calendars::default();
    for (chamber, from, until, runs) in sitting {
        calendars.publish(&SittingCalendarPublished {
            chamber: key(chamber),
            from: day(from),
            until: day(until),
            sitting_days: runs.iter().flat_map(|(from, to)| each(from, to)).collect(),
        });
    }
    calendars
}

fn each(from: &str, to: &str) -> BTreeSet<Day> {
    let days = u32::try_from(day(from).days_until(day(to))).unwrap();
    (0..=days)
        .map(|n| day(from).plus_days(n).unwrap())
        .collect()
}

fn wait(last_day: &str, free_from: &str) -> Reckoned<End> {
    Reckoned::On(End::MinimumWait {
        last_day: day(last_day),
        free_from: day(free_from),
    })
}

fn deadline(last_day: &str) -> Reckoned<End> {
    Reckoned::On(End::Deadline {
        last_day: day(last_day),
    })
}

fn deemed(last_day: &str, deemed_on: &str) -> Reckoned<End> {
    Reckoned::On(End::DeemedConsent {
        last_day: day(last_day),
        deemed_on: day(deemed_on),
    })
}

fn window(last_day: &str) -> Reckoned<End> {
    Reckoned::On(End::Window {
        last_day: day(last_day),
    })
}

fn target(last_day: &str) -> Reckoned<End> {
    Reckoned::On(End::Target {
        last_day: day(last_day),
    })
}

/// Illustrative: Mondays to Thursdays, a recess from 13 to 22 February; on 22 January only the
/// Commons sit, on 30 January only the Lords.
const WESTMINSTER: Sitting = &[
    (
        "commons",
        "2026-01-05",
        "2026-03-19",
        &[
            ("2026-01-12", "2026-01-15"),
            ("2026-01-19", "2026-01-22"),
            ("2026-01-26", "2026-01-29"),
            ("2026-02-02", "2026-02-05"),
            ("2026-02-09", "2026-02-12"),
            ("2026-02-23", "2026-02-26"),
            ("2026-03-02", "2026-03-05"),
            ("2026-03-09", "2026-03-12"),
            ("2026-03-16", "2026-03-19"),
        ],
    ),
    (
        "lords",
        "2026-01-05",
        "2026-03-19",
        &[
            ("2026-01-12", "2026-01-15"),
            ("2026-01-19", "2026-01-21"),
            ("2026-01-26", "2026-01-30"),
            ("2026-02-02", "2026-02-05"),
            ("2026-02-09", "2026-02-12"),
            ("2026-02-23", "2026-02-26"),
            ("2026-03-02", "2026-03-05"),
            ("2026-03-09", "2026-03-12"),
            ("2026-03-16", "2026-03-19"),
        ],
    ),
];

/// Illustrative: the same, as far as it was published in January: to the recess.
const WESTMINSTER_IN_JANUARY: Sitting = &[
    (
        "commons",
        "2026-01-05",
        "2026-02-12",
        &[
            ("2026-01-12", "2026-01-15"),
            ("2026-01-19", "2026-01-22"),
            ("2026-01-26", "2026-01-29"),
            ("2026-02-02", "2026-02-05"),
            ("2026-02-09", "2026-02-12"),
        ],
    ),
    (
        "lords",
        "2026-01-05",
        "2026-02-12",
        &[
            ("2026-01-12", "2026-01-15"),
            ("2026-01-19", "2026-01-21"),
            ("2026-01-26", "2026-01-30"),
            ("2026-02-02", "2026-02-05"),
            ("2026-02-09", "2026-02-12"),
        ],
    ),
];

/// Illustrative.
const OTTAWA: Sitting = &[(
    "commons",
    "2026-01-26",
    "2026-03-31",
    &[
        ("2026-02-02", "2026-02-06"),
        ("2026-02-09", "2026-02-13"),
        ("2026-02-23", "2026-02-27"),
        ("2026-03-02", "2026-03-06"),
        ("2026-03-23", "2026-03-27"),
    ],
)];

/// Illustrative: on 2 February and from 9 to 12 March only the House sits.
const CANBERRA: Sitting = &[
    (
        "house",
        "2026-02-01",
        "2026-06-30",
        &[
            ("2026-02-02", "2026-02-05"),
            ("2026-02-09", "2026-02-12"),
            ("2026-03-02", "2026-03-05"),
            ("2026-03-09", "2026-03-12"),
            ("2026-03-23", "2026-03-26"),
            ("2026-05-12", "2026-05-14"),
            ("2026-06-22", "2026-06-25"),
        ],
    ),
    (
        "senate",
        "2026-02-01",
        "2026-06-30",
        &[
            ("2026-02-03", "2026-02-05"),
            ("2026-02-09", "2026-02-12"),
            ("2026-03-02", "2026-03-05"),
            ("2026-03-23", "2026-03-26"),
            ("2026-05-12", "2026-05-14"),
            ("2026-06-22", "2026-06-25"),
        ],
    ),
];

/// Illustrative: Tuesdays to Thursdays.
const WELLINGTON: Sitting = &[(
    "house",
    "2026-02-01",
    "2026-04-30",
    &[
        ("2026-02-10", "2026-02-12"),
        ("2026-02-17", "2026-02-19"),
        ("2026-03-03", "2026-03-05"),
        ("2026-03-10", "2026-03-12"),
        ("2026-03-24", "2026-03-26"),
        ("2026-03-31", "2026-04-02"),
    ],
)];

/// The 34th Diet, prolonged to 15 July 1960; it was in no recess.
const DIET_OF_1960: Sitting = &[(
    "hoc",
    "1960-05-20",
    "1960-07-15",
    &[("1960-05-20", "1960-07-15")],
)];

/// Illustrative: a recess from 29 December to 3 January.
const DIET_WITH_RECESS: Sitting = &[(
    "hoc",
    "2026-12-01",
    "2027-01-31",
    &[("2026-12-01", "2026-12-28"), ("2027-01-04", "2027-01-31")],
)];

worked! {
    /// Constitution art. 84: deemed promulgated if the President does nothing in 20 days.
    al_art_84_promulgation: "AL" "ratification_law" "promulgation" [0],
        from "2026-03-02" => deadline("2026-03-22");
    /// B-VG art. 42(3): eight weeks from the receipt, to the same day of the week, a Thursday.
    at_art_42_3_bundesrat_objects_in_eight_weeks: "AT" "political_treaty" "bundesrat_objection" [0],
        from "2026-03-05" => deadline("2026-04-30");
    /// 20 joint sitting days: only days on which both Houses sit count, not the second week of March.
    au_twenty_joint_sitting_days: "AU" "executive_jscot" "tabling" [0],
        from "2026-02-03", by CANBERRA => wait("2026-06-24", "2026-06-25");
    /// The committee's report is customary in the same time.
    au_jscot_reports_in_twenty_joint_sitting_days: "AU" "executive_jscot" "jscot" [0],
        from "2026-02-03", by CANBERRA => target("2026-06-24");
    /// The Council of State's 30 days, over a February of 28.
    be_council_of_state_thirty_days: "BE" "assent_law" "council_of_state" [0],
        from "2026-01-30" => target("2026-03-01");
    /// Constitution art. 88(3): 15 days from the passage.
    bg_art_88_3_promulgation: "BG" "ratification_law" "promulgation" [0],
        from "2026-02-20" => deadline("2026-03-07");
    /// Policy on Tabling of Treaties: 21 sitting days of the House of Commons after the tabling.
    ca_policy_on_tabling_21_sitting_days: "CA" "executive_tabling" "tabling" [0],
        from "2026-02-02", by OTTAWA => wait("2026-03-24", "2026-03-25");
    /// Federal Constitution art. 141(1): 100 days from the publication. The acts of 30 September 2022
    /// were published on 11 October 2022, with the time for the referendum to 19 January 2023.
    ch_art_141_referendum_of_2022: "CH" "federal_decree" "optional_referendum" [0],
        from "2022-10-11" => window("2023-01-19");
    /// Constitution arts. 51 and 52.
    cy_art_52_promulgation: "CY" "ratifying_law" "promulgation" [0],
        from "2026-06-20" => deadline("2026-07-05");
    /// Basic Law art. 76(2): six weeks, from Friday to Friday.
    de_art_76_2_first_passage_in_six_weeks: "DE" "treaty_act" "bundesrat_first" [0],
        from "2026-01-30" => deadline("2026-03-13");
    /// Basic Law art. 77(2): three weeks to ask for mediation.
    de_art_77_2_mediation_in_three_weeks: "DE" "treaty_act" "bundesrat_second" [0],
        from "2026-05-15" => deadline("2026-06-05");
    /// Basic Law art. 77(3): two weeks to object.
    de_art_77_3_objection_in_two_weeks: "DE" "treaty_act" "bundesrat_second" [1],
        from "2026-06-19" => deadline("2026-07-03");
    /// Constitution art. 107: 14 days, over the end of the year.
    ee_art_107_promulgation: "EE" "ratification_act" "promulgation" [0],
        from "2026-12-20" => deadline("2027-01-03");
    /// Standing Orders of Congress art. 155.3: the Government has 90 days to send the request.
    es_art_155_3_request_in_ninety_days: "ES" "cortes_authorisation" "congreso_vote" [0],
        from "2026-02-10" => deadline("2026-05-11");
    /// Standing Orders of Congress art. 155.4: 60 days, over a February of 29.
    es_art_155_4_congress_in_sixty_days: "ES" "cortes_authorisation" "congreso_vote" [1],
        from "2028-01-15" => deadline("2028-03-15");
    /// Constitution s. 77: three months; there is no 30 February.
    fi_s_77_confirmation_in_three_months: "FI" "approval_and_act" "assent" [0],
        from "2026-11-30" => deadline("2027-02-28");
    /// Constitution art. 61: one month; there is no 31 February.
    fr_art_61_constitutional_council_in_one_month: "FR" "authorisation_act" "constitutional_review" [0],
        from "2026-01-31" => deadline("2026-02-28");
    /// Constitution art. 10: fifteen days that follow the transmission.
    fr_art_10_promulgation_in_fifteen_days: "FR" "authorisation_act" "promulgation" [0],
        from "2026-07-20" => deadline("2026-08-04");
    /// CRaG s. 20(2): laid on 13 January, the first day counted is the 14th. 22 January does not count,
    /// nor does the recess: 2 + 3 + 4 + 4 + 4 + 4 days to 26 February.
    gb_crag_s_20_2_period_a_from_the_day_after_laying: "GB" "crag" "laying" [0],
        from "2026-01-13", by WESTMINSTER => wait("2026-02-26", "2026-02-27");
    /// CRaG s. 20(9), by what was published in January: 17 days to 12 February, and the four that lack
    /// are at best the next four.
    gb_crag_s_20_9_period_a_is_not_computable_beyond_the_recess: "GB" "crag" "laying" [0],
        from "2026-01-13", by WESTMINSTER_IN_JANUARY => Reckoned::NotComputableYet {
            at_best: End::MinimumWait { last_day: day("2026-02-16"), free_from: day("2026-02-17") },
            gap: Gap {
                chamber: key("commons"),
                published_until: Some(day("2026-02-12")),
                counted: 17,
            },
        };
    /// CRaG s. 20(5): 21 sitting days that begin after the statement.
    gb_crag_s_20_5_period_b_after_the_statement: "GB" "crag" "objection" [0],
        from "2026-02-02", by WESTMINSTER => wait("2026-03-17", "2026-03-18");
    /// Constitution art. 42(1): one month; there is no 31 April.
    gr_art_42_1_promulgation: "GR" "ratifying_statute" "promulgation" [0],
        from "2026-03-31" => deadline("2026-04-30");
    /// Constitution art. 89: eight days.
    hr_art_89_promulgation: "HR" "confirmation_law" "promulgation" [0],
        from "2026-05-29" => deadline("2026-06-06");
    /// Fundamental Law art. 6(3), as the file has it: the Speaker signs in five days.
    hu_art_6_speaker_signs_in_five_days: "HU" "promulgating_act" "speaker_signature" [0],
        from "2026-12-28" => deadline("2027-01-02");
    /// Fundamental Law art. 6(3): the President signs in five days.
    hu_art_6_3_president_signs_in_five_days: "HU" "promulgating_act" "president_signature" [0],
        from "2026-02-25" => deadline("2026-03-02");
    /// Constitution art. 73: one month; 2028 has a 29 February and no 30.
    it_art_73_promulgation: "IT" "authorisation_law" "promulgation" [0],
        from "2028-01-30" => deadline("2028-02-29");
    /// Constitution arts. 60(2) and 61; by the Diet Act art. 133 the day of receipt counts. The treaty
    /// of 1960 passed the House of Representatives on 20 May and was approved by silence as 19 June began.
    jp_art_61_the_treaty_of_1960: "JP" "diet_approval" "hoc_vote" [0],
        from "1960-05-20", by DIET_OF_1960 => deemed("1960-06-18", "1960-06-19");
    /// Constitution art. 60(2): nine days to 28 December, a recess, and 21 more from 4 January.
    jp_art_60_2_a_recess_is_left_out: "JP" "diet_approval" "hoc_vote" [0],
        from "2026-12-20", by DIET_WITH_RECESS => deemed("2027-01-24", "2027-01-25");
    /// Constitution art. 71: ten days.
    lt_art_71_promulgation: "LT" "ratification_law" "promulgation" [0],
        from "2026-06-25" => deadline("2026-07-05");
    /// Constitution art. 78(4): at least three months between the votes; there is no 30 February.
    lu_art_78_4_second_vote_after_three_months: "LU" "approval_law" "second_vote" [0],
        from "2026-11-30" => wait("2027-02-28", "2027-03-01");
    /// The Grand Duke promulgates in three months.
    lu_assent_in_three_months: "LU" "approval_law" "assent" [0],
        from "2026-03-10" => deadline("2026-06-10");
    /// Constitution art. 69: not earlier than the tenth day, so that day itself is free.
    lv_art_69_not_earlier_than_the_tenth_day: "LV" "ratification_law" "promulgation" [0],
        from "2026-06-04" => wait("2026-06-14", "2026-06-14");
    /// Constitution art. 69: not later than the twenty-first day.
    lv_art_69_not_later_than_the_twenty_first_day: "LV" "ratification_law" "promulgation" [1],
        from "2026-06-04" => deadline("2026-06-25");
    /// Constitution art. 94: seven days.
    me_art_94_promulgation: "ME" "confirmation_law" "promulgation" [0],
        from "2026-07-27" => deadline("2026-08-03");
    /// Kingdom Act on approval and publication of treaties, art. 5(1): 30 days of silence.
    nl_kingdom_act_art_5_1_tacit_approval: "NL" "tacit" "laying" [0],
        from "2026-01-15" => deemed("2026-02-14", "2026-02-15");
    /// Cabinet Manual 7.123 to 7.128: 15 sitting days of the House.
    nz_cabinet_manual_fifteen_sitting_days: "NZ" "executive_examination" "tabling" [0],
        from "2026-02-10", by WELLINGTON => wait("2026-03-31", "2026-04-01");
    /// Constitution art. 121(2): 30 days of silence of the Senate.
    pl_art_121_2_senate_silent_for_thirty_days: "PL" "consent_statute" "senat_vote" [0],
        from "2026-04-10" => deemed("2026-05-10", "2026-05-11");
    /// Constitution art. 122(2): 21 days.
    pl_art_122_2_president_signs: "PL" "consent_statute" "assent" [0],
        from "2026-05-20" => deadline("2026-06-10");
    /// Constitution art. 278(3): eight days to ask the Constitutional Court.
    pt_art_278_3_preventive_review: "PT" "resolution" "constitutional_review" [0],
        from "2026-04-27" => window("2026-05-05");
    /// Constitution art. 75(2): 45 days of silence of the first chamber. The two chambers' own rules
    /// count these days differently; this is the general rule.
    ro_art_75_2_first_chamber_silent: "RO" "ratification_law" "deputies_vote" [0],
        from "2026-09-01" => deemed("2026-10-16", "2026-10-17");
    /// Constitution art. 77(1): 20 days.
    ro_art_77_1_promulgation: "RO" "ratification_law" "promulgation" [0],
        from "2026-11-20" => deadline("2026-12-10");
    /// Constitution art. 91: the National Council has seven days for its veto.
    si_art_91_veto_in_seven_days: "SI" "ratification_law" "ds_veto" [0],
        from "2026-03-27" => deadline("2026-04-03");
    /// Constitution art. 91: the President promulgates on the eighth day at the latest.
    si_art_91_promulgation_in_eight_days: "SI" "ratification_law" "promulgation" [0],
        from "2026-03-27" => deadline("2026-04-04");
    /// Constitution art. 89: fifteen days.
    tr_art_89_promulgation: "TR" "ratification_approval_law" "promulgation" [0],
        from "2026-02-16" => deadline("2026-03-03");
    /// Constitution art. 94: fifteen days.
    ua_art_94_signature: "UA" "ratification_law" "assent" [0],
        from "2026-03-17" => deadline("2026-04-01");
    /// Senate Rule XXX(1)(b): a treaty reported on Monday lies over one day and is in order on Tuesday.
    us_senate_rule_xxx_layover_of_a_day: "US" "treaty" "layover" [0],
        from "2026-06-01" => wait("2026-06-02", "2026-06-02");
    /// Constitution art. I s. 7: presented on 24 June 1926, the tenth day, Sundays 27 June and 4 July
    /// excepted, was 6 July (The Pocket Veto Case, 279 U.S. 655).
    us_art_i_s_7_the_pocket_veto_case: "US" "congressional_executive_agreement" "presentment" [0],
        from "1926-06-24" => deadline("1926-07-06");
}

#[test]
fn no_period_of_any_file_is_without_a_worked_example() {
    let worked: BTreeSet<(String, String, String, usize)> = WORKED
        .iter()
        .map(|(file, route, stage, index)| {
            let owned = |text: &&str| (*text).to_owned();
            (owned(file), owned(route), owned(stage), *index)
        })
        .collect();
    let mut periods = BTreeSet::new();
    for filed in library::all() {
        let procedure = &filed.procedure;
        for route in &procedure.routes {
            for stage in &route.stages {
                for index in 0..stage.periods.len() {
                    periods.insert((
                        procedure.iso2.clone(),
                        route.key.to_string(),
                        stage.key.to_string(),
                        index,
                    ));
                }
                let of_override = stage
                    .overcome_by
                    .as_ref()
                    .and_then(|overcome| overcome.period.as_ref());
                assert_eq!(of_override, None, "{} {}", filed.name, stage.key);
            }
        }
    }
    assert_eq!(periods, worked);
}
