//! Measures of the United States Congress, on real measures and by the law.
//!
//! An example whose figures no measure had is called illustrative.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::collections::BTreeSet;

use domain::act::{Gate, Ruling};
use domain::congress::{
    Action, Agreement, AtEndOfCongress, Attached, AttachedKind, Base, Chamber, Checklist, Citation,
    Congress, Death, Event, Form, LegalEffect, MayDeposit, Measure, Obstacle, Outcome, Part, Place,
    Presentment, Proceedings, Question, RollCall, Route, Status, Taken, Threshold, Verdict, Vote,
};
use domain::day::Day;
use domain::majority::{Checked, Decision, QuorumFinding};
use domain::procedure::BindingEffect;
use proptest::prelude::*;

use Chamber::{House, Senate};
use Decision::{CannotBeTold, Carried, Lost};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn votes(yeas: u32, nays: u32) -> RollCall {
    RollCall {
        yeas: Some(yeas),
        nays: Some(nays),
        ..RollCall::default()
    }
}

fn vote(roll_call: RollCall) -> Vote {
    Vote {
        roll_call,
        taken: Taken::YeasAndNays,
        ruling: Ruling::NotKnown,
        by: None,
    }
}

/// By the law of a day on which the Senate had 100 seats and the House 435.
fn verdict(question: Question, roll_call: RollCall) -> Verdict {
    let on = day("2012-12-04");
    vote(roll_call).verdict(question.chamber(), Some(on), question.threshold(Some(on)))
}

fn measure(route: Route, citation: &str) -> Proceedings {
    Proceedings::new(Measure {
        route,
        citation: Citation::read(citation),
    })
}

fn voted(
    proceedings: &mut Proceedings,
    question: Question,
    yeas: u32,
    nays: u32,
    on: &str,
) -> Outcome {
    proceedings.act(
        Action::Voted(question, vote(votes(yeas, nays))),
        Some(day(on)),
    )
}

fn happened(proceedings: &mut Proceedings, event: Event, on: &str) -> Option<Obstacle> {
    proceedings
        .act(Action::Happened(event), Some(day(on)))
        .obstacle
}

// Votes.

#[test]
fn the_same_61_to_38_is_too_little_for_a_treaty_and_enough_for_an_act() {
    // Convention on the Rights of Persons with Disabilities, Art. II s. 2 cl. 2.
    let mut crpd = measure(Route::Treaty, "Treaty Doc. 112-7");
    let outcome = voted(&mut crpd, Question::AdviceAndConsent, 61, 38, "2012-12-04");
    let found = outcome.verdict.unwrap();
    assert_eq!((found.decision, found.needed), (Lost, Some(66)));
    assert_eq!(crpd.status(), Status::Rejected { by: Senate });
    assert_eq!(crpd.agreement(), Agreement::NotApproved);
    // The North American Free Trade Agreement Implementation Act, Art. I s. 7.
    let mut nafta = measure(Route::CongressionalExecutiveAgreement, "H.R. 3450 (103rd)");
    let house = voted(&mut nafta, Question::Passage(House), 234, 200, "1993-11-17");
    assert_eq!(house.verdict.unwrap().needed, Some(218));
    let outcome = voted(&mut nafta, Question::Passage(Senate), 61, 38, "1993-11-20");
    let found = outcome.verdict.unwrap();
    assert_eq!((found.decision, found.needed), (Carried, Some(50)));
    assert_eq!(nafta.status(), Status::Passed);
    assert_eq!(happened(&mut nafta, Event::Signed, "1993-12-08"), None);
    assert_eq!(nafta.status(), Status::Law);
    assert_eq!(nafta.agreement(), Agreement::Approved);
    assert!(nafta.not_reported().is_empty());
}

#[test]
fn two_thirds_of_the_senators_present_counts_who_answers_present() {
    let treaty = |yeas, nays, present| {
        let found = verdict(
            Question::AdviceAndConsent,
            RollCall {
                present: Some(present),
                ..votes(yeas, nays)
            },
        );
        (found.decision, found.needed.unwrap())
    };
    // Finland and Sweden to NATO (2022) and the test ban (1999): one answered “present”.
    assert_eq!(treaty(95, 1, 1), (Carried, 65));
    assert_eq!(treaty(48, 51, 1), (Lost, 67));
    // New START (2010).
    assert_eq!(treaty(71, 26, 0), (Carried, 65));
    // Illustrative: just carried, just lost, and lost only by those who answered “present”.
    assert_eq!(treaty(66, 33, 0), (Carried, 66));
    assert_eq!(treaty(65, 34, 0), (Lost, 66));
    assert_eq!(treaty(66, 32, 2), (Lost, 67));
    assert_eq!(treaty(67, 33, 0), (Carried, 67));
}

#[test]
fn passing_over_a_veto_needs_two_thirds_of_those_voting_and_who_answers_present_is_no_part() {
    let over = |chamber, yeas, nays, present| {
        let found = verdict(
            Question::Override(chamber),
            RollCall {
                present: Some(present),
                ..votes(yeas, nays)
            },
        );
        (found.decision, found.needed.unwrap())
    };
    // S.J.Res. 7 (2019), S. 2040 (2016).
    assert_eq!(over(Senate, 53, 45, 0), (Lost, 66));
    assert_eq!(over(Senate, 97, 1, 0), (Carried, 66));
    assert_eq!(over(House, 348, 77, 1), (Carried, 284));
    // Illustrative.
    assert_eq!(over(Senate, 66, 33, 1), (Carried, 66));
    assert_eq!(over(House, 289, 145, 0), (Lost, 290));
}

#[test]
fn cloture_needs_three_fifths_of_the_senators_there_are_however_few_vote() {
    let cloture = |yeas, nays, not_voting| {
        let found = verdict(
            Question::Cloture,
            RollCall {
                not_voting,
                ..votes(yeas, nays)
            },
        );
        (found.decision, found.needed.unwrap())
    };
    // New START (2010) and the disapproval of the Iran agreement (2015).
    assert_eq!(cloture(67, 28, None), (Carried, 60));
    assert_eq!(cloture(58, 42, None), (Lost, 60));
    // Illustrative: just lost; just carried; with two seats vacant.
    assert_eq!(cloture(59, 30, Some(11)), (Lost, 60));
    assert_eq!(cloture(60, 40, None), (Carried, 60));
    assert_eq!(cloture(59, 30, Some(9)), (Carried, 59));
}

#[test]
fn the_rule_on_cloture_is_that_of_the_day() {
    let on = |text: &str| Question::Cloture.threshold(Some(day(text)));
    let two_thirds = Threshold::TWO_THIRDS_OF_MEMBERS_VOTING;
    assert_eq!(on("1919-11-15"), two_thirds);
    assert_eq!(on("1949-03-16"), two_thirds);
    assert_eq!(on("1949-03-17"), Threshold::TWO_THIRDS_DULY_CHOSEN);
    assert_eq!(on("1959-01-11"), Threshold::TWO_THIRDS_DULY_CHOSEN);
    assert_eq!(on("1959-01-12"), two_thirds);
    assert_eq!(on("1975-03-06"), two_thirds);
    assert_eq!(on("1975-03-07"), Threshold::THREE_FIFTHS_DULY_CHOSEN);
    assert_eq!(
        Question::Cloture.threshold(None),
        Threshold::THREE_FIFTHS_DULY_CHOSEN
    );
}

#[test]
fn the_threshold_of_the_record_counts_only_where_the_law_allows_it() {
    let under = |question: Question, by: Threshold| {
        Vote {
            by: Some(by),
            ..vote(votes(1, 1))
        }
        .threshold(question, Some(day("2022-07-18")))
    };
    let two_thirds = Threshold::TWO_THIRDS_OF_MEMBERS_VOTING;
    let simple = Threshold::SIMPLE_MAJORITY;
    let sixty = Threshold::THREE_FIFTHS_DULY_CHOSEN;
    // Suspension of the rules (House Rule XV(1)); sixty by unanimous consent in the Senate.
    for question in [
        Question::Passage,
        Question::Differences,
        Question::Procedure,
    ] {
        assert_eq!(under(question(House), two_thirds), two_thirds);
        assert_eq!(under(question(House), sixty), simple);
        assert_eq!(under(question(Senate), sixty), sixty);
        assert_eq!(under(question(Senate), two_thirds), simple);
    }
    assert_eq!(
        under(Question::AdviceAndConsent, simple),
        Threshold::TWO_THIRDS_OF_SENATORS_PRESENT
    );
    assert_eq!(under(Question::Override(House), simple), two_thirds);
    assert_eq!(under(Question::Cloture, two_thirds), sixty);
    let committee = Question::OrderReported(Senate);
    let present = Threshold::new(Part::Majority, Base::Present);
    assert_eq!(under(committee, simple), simple);
    assert_eq!(under(committee, present), present);
    assert_eq!(under(committee, sixty), Threshold::MAJORITY_OF_COMMITTEE);
}

#[test]
fn a_roll_call_of_fewer_than_51_senators_or_218_members_decides_nothing() {
    let found = |question, roll_call| {
        let found = verdict(question, roll_call);
        (found.decision, found.quorum)
    };
    let missing = QuorumFinding::Missing(Checked::Always);
    // Illustrative.
    let treaty = Question::AdviceAndConsent;
    assert_eq!(found(treaty, votes(50, 0)), (Lost, missing));
    assert_eq!(found(treaty, votes(51, 0)), (Carried, QuorumFinding::Met));
    let house = Question::Passage(House);
    assert_eq!(found(house, votes(217, 0)), (Lost, missing));
    let answered = RollCall {
        present: Some(1),
        ..votes(217, 0)
    };
    assert_eq!(found(house, answered), (Carried, QuorumFinding::Met));
    let mut treaty = measure(Route::Treaty, "Treaty Doc. 112-7");
    voted(&mut treaty, Question::AdviceAndConsent, 50, 0, "2012-12-04");
    assert_eq!(treaty.status(), Status::NotBegun);
    // By division a quorum is presumed: most treaties pass so, before few Senators.
    let by_division = Vote {
        taken: Taken::Otherwise,
        ..vote(votes(2, 0))
    };
    let on = day("2012-12-04");
    let asked = Question::AdviceAndConsent;
    let found = by_division.verdict(Senate, Some(on), asked.threshold(Some(on)));
    assert_eq!(found.decision, Carried);
    assert_eq!(found.quorum, QuorumFinding::Missing(Checked::OnChallenge));
}

#[test]
fn an_equally_divided_senate_leaves_it_to_the_vice_president() {
    let found = verdict(Question::Passage(Senate), votes(50, 50));
    assert_eq!((found.decision, found.needed), (CannotBeTold, Some(51)));
    let with_vice_president = votes(51, 50);
    let simple = Threshold::SIMPLE_MAJORITY;
    let on = Some(day("2012-12-04"));
    assert_eq!(with_vice_president.check(Senate, on, simple), Ok(()));
    let found = verdict(Question::Passage(Senate), with_vice_president);
    assert_eq!(found.decision, Carried);
    assert_eq!(found.quorum, QuorumFinding::NotAsked);
    // Not in the House, and not where two thirds are needed.
    let found = verdict(Question::Passage(House), votes(217, 217));
    assert_eq!(found.decision, Lost);
    let found = verdict(Question::AdviceAndConsent, votes(50, 50));
    assert_eq!(found.decision, Lost);
    let two_thirds = Threshold::TWO_THIRDS_OF_SENATORS_PRESENT;
    let refused = with_vice_president
        .check(Senate, on, two_thirds)
        .unwrap_err();
    assert_eq!((refused.sum, refused.seats), (101, 100));
    assert!(votes(60, 41).check(Senate, on, simple).is_err());
}

#[test]
fn figures_that_exceed_the_seats_of_the_day_are_refused() {
    let simple = Threshold::SIMPLE_MAJORITY;
    let check = |chamber, yeas, nays, on: &str| {
        votes(yeas, nays)
            .check(chamber, Some(day(on)), simple)
            .is_ok()
    };
    assert!(check(House, 235, 200, "1993-11-17"));
    assert!(!check(House, 236, 200, "1993-11-17"));
    assert!(check(House, 237, 200, "1962-12-31"));
    assert!(check(House, 236, 200, "1959-08-20"));
    assert!(!check(House, 237, 200, "1959-08-20"));
    assert!(!check(House, 236, 200, "1913-03-04"));
    assert!(check(House, 236, 200, "1913-03-03"));
    assert!(check(Senate, 60, 36, "1949-07-21"));
    assert!(!check(Senate, 61, 36, "1949-07-21"));
    assert!(check(Senate, 60, 38, "1959-08-20"));
    assert!(!check(Senate, 60, 40, "1959-08-20"));
    assert!(check(Senate, 60, 40, "1959-08-21"));
    assert!(check(Senate, 61, 40, "1912-02-13"));
    let absent = RollCall {
        not_voting: Some(2),
        ..votes(61, 38)
    };
    assert!(
        absent
            .check(Senate, Some(day("2012-12-04")), simple)
            .is_err()
    );
}

#[test]
fn a_vote_whose_figures_are_not_known_cannot_be_told_unless_any_figures_would_do() {
    let found = |yeas, nays| {
        verdict(
            Question::AdviceAndConsent,
            RollCall {
                yeas,
                nays,
                ..RollCall::default()
            },
        )
    };
    assert_eq!(found(None, None).decision, CannotBeTold);
    assert_eq!(found(None, None).needed, None);
    assert_eq!(found(Some(66), None).decision, CannotBeTold);
    // 67 are two thirds of any Senate; 34 against are more than a third of it.
    assert_eq!(found(Some(67), None).decision, Carried);
    assert_eq!(found(None, Some(34)).decision, Lost);
    assert_eq!(found(None, Some(33)).decision, CannotBeTold);
    let committee = verdict(Question::OrderReported(Senate), votes(14, 4));
    assert_eq!((committee.decision, committee.needed), (Carried, Some(10)));
    let committee = verdict(Question::OrderReported(Senate), votes(9, 9));
    assert_eq!(committee.decision, Lost);
}

#[test]
fn what_the_chair_announced_is_followed_and_the_arithmetic_stands_beside_it() {
    let mut treaty = measure(Route::Treaty, "Treaty Doc. 112-7");
    let announced = Vote {
        ruling: Ruling::Carried,
        ..vote(votes(61, 38))
    };
    let action = Action::Voted(Question::AdviceAndConsent, announced);
    let outcome = treaty.act(action, Some(day("2012-12-04")));
    assert_eq!(outcome.verdict.unwrap().decision, Lost);
    assert_eq!(treaty.status(), Status::ConsentGiven);
    let mut by_voice = measure(Route::Treaty, "Treaty Doc. 112-7");
    let voice = |ruling| Vote {
        taken: Taken::Otherwise,
        ruling,
        ..vote(RollCall::default())
    };
    by_voice.act(
        Action::Voted(Question::AdviceAndConsent, voice(Ruling::NotKnown)),
        None,
    );
    assert_eq!(by_voice.status(), Status::NotBegun);
    by_voice.act(
        Action::Voted(Question::AdviceAndConsent, voice(Ruling::Lost)),
        None,
    );
    assert_eq!(by_voice.status(), Status::Rejected { by: Senate });
}

// The Congresses.

#[test]
fn a_congress_begins_on_3_january_of_odd_years_and_before_1935_on_4_march() {
    let on = |text: &str| Congress::on(day(text)).map(Congress::number);
    assert_eq!(on("1789-03-03"), None);
    assert_eq!(on("1789-03-04"), Some(1));
    assert_eq!(on("1933-03-03"), Some(72));
    assert_eq!(on("1933-03-04"), Some(73));
    // The Twentieth Amendment shortened the 73rd.
    assert_eq!(on("1935-01-02"), Some(73));
    assert_eq!(on("1935-01-03"), Some(74));
    assert_eq!(on("2003-01-02"), Some(107));
    assert_eq!(on("2003-01-03"), Some(108));
    assert_eq!(on("2026-11-25"), Some(119));
    let last = Congress::new(116).unwrap();
    assert_eq!(last.begins(), day("2019-01-03"));
    assert_eq!(last.ends(), day("2021-01-03"));
    assert!(!last.is_over_at_the_end_of(day("2021-01-02")));
    assert!(last.is_over_at_the_end_of(day("2021-01-03")));
    assert_eq!((Congress::new(0), Congress::on(Day::FIRST)), (None, None));
    assert!(Congress::on(Day::LAST).is_none());
}

#[test]
fn the_day_of_the_change_belongs_to_both() {
    let old = Congress::new(116).unwrap();
    let new = Congress::new(117).unwrap();
    let change = day("2021-01-03");
    assert!(old.may_act_on(change) && new.may_act_on(change));
    assert!(!old.may_act_on(day("2021-01-04")) && !new.may_act_on(day("2021-01-02")));
    // Illustrative: a vote in the last morning counts, and at the end of the day the measure is dead.
    let mut resolution = measure(Route::ConcurrentResolution, "H.Con.Res. 1 (116th)");
    voted(
        &mut resolution,
        Question::Passage(House),
        300,
        100,
        "2021-01-03",
    );
    assert!(resolution.findings().is_empty());
    assert_eq!(
        resolution.status_on(change),
        Status::Died(Death::EndOfCongress(old))
    );
    let outcome = voted(
        &mut resolution,
        Question::Passage(Senate),
        60,
        40,
        "2021-01-04",
    );
    let died = Status::Died(Death::EndOfCongress(old));
    assert_eq!(outcome.obstacle, Some(Obstacle::Over(died)));
}

#[test]
fn a_congress_is_written_with_its_ending() {
    let written = |number| Congress::new(number).unwrap().to_string();
    let all = [1, 2, 3, 4, 11, 12, 13, 21, 101, 103, 111, 112, 113, 122].map(written);
    assert_eq!(
        all.join(" "),
        "1st 2nd 3rd 4th 11th 12th 13th 21st 101st 103rd 111th 112th 113th 122nd"
    );
}

// What the end of a Congress does.

#[test]
fn a_treaty_stays_before_the_senate_and_its_proceedings_begin_again() {
    let mut crpd = measure(Route::Treaty, "Treaty Doc. 112-7");
    assert_eq!(happened(&mut crpd, Event::Transmitted, "2012-05-17"), None);
    voted(
        &mut crpd,
        Question::OrderReported(Senate),
        13,
        6,
        "2012-07-26",
    );
    happened(&mut crpd, Event::PlacedOnCalendar(Senate), "2012-07-31");
    voted(&mut crpd, Question::AdviceAndConsent, 61, 38, "2012-12-04");
    let rejected = Status::Rejected { by: Senate };
    assert_eq!(crpd.status_on(day("2013-01-02")), rejected);
    let again = Status::Pending {
        chamber: Senate,
        place: Place::Committee,
    };
    assert_eq!(crpd.status_on(day("2013-01-03")), again);
    // In 2014, in the 113th Congress, the committee reported it again.
    let outcome = voted(
        &mut crpd,
        Question::OrderReported(Senate),
        12,
        6,
        "2014-07-22",
    );
    assert_eq!(outcome.obstacle, None);
    assert_eq!(crpd.began_again(), Congress::new(113));
    let reported = Status::Pending {
        chamber: Senate,
        place: Place::Reported,
    };
    assert_eq!(crpd.status_on(day("2015-01-02")), reported);
    assert_eq!(crpd.status_on(day("2015-01-03")), again);
    assert_eq!(crpd.status_on(day("2031-01-03")), again);
}

#[test]
fn a_consent_once_given_outlasts_the_congress() {
    // New START: consent in the 111th Congress, ratification in the 112th.
    let mut treaty = measure(Route::Treaty, "Treaty Doc. 111-5");
    happened(&mut treaty, Event::Transmitted, "2010-05-13");
    voted(
        &mut treaty,
        Question::OrderReported(Senate),
        14,
        4,
        "2010-09-16",
    );
    voted(&mut treaty, Question::Cloture, 67, 28, "2010-12-21");
    voted(
        &mut treaty,
        Question::AdviceAndConsent,
        71,
        26,
        "2010-12-22",
    );
    assert_eq!(treaty.status_on(day("2011-01-31")), Status::ConsentGiven);
    assert_eq!(
        happened(&mut treaty, Event::InstrumentSigned, "2011-02-02"),
        None
    );
    assert_eq!(treaty.status(), Status::InstrumentSigned);
    assert_eq!(treaty.agreement(), Agreement::Approved);
    assert_eq!(happened(&mut treaty, Event::Exchanged, "2011-02-05"), None);
    assert_eq!(treaty.agreement(), Agreement::ConsentExpressed);
    assert_eq!(treaty.began_again(), None);
    assert!(treaty.findings().is_empty() && treaty.not_reported().is_empty());
}

#[test]
fn measures_die_with_their_congress_and_the_agreement_not_disapproved_goes_ahead() {
    let mut review = measure(Route::ReviewWithDisapproval, "H.J.Res. 61 (114th)");
    happened(&mut review, Event::LaidForReview, "2015-07-19");
    let outcome = voted(&mut review, Question::Cloture, 58, 42, "2015-09-10");
    assert_eq!(outcome.verdict.unwrap().decision, Lost);
    assert_eq!(review.agreement(), Agreement::GoesAhead);
    let ended = Congress::new(114).unwrap();
    assert_eq!(
        review.status_on(day("2017-01-03")),
        Status::Died(Death::EndOfCongress(ended))
    );
    assert!(!review.status_on(day("2017-01-02")).is_over_in_congress());
    // Illustrative: with a law it does not go ahead.
    voted(&mut review, Question::Cloture, 60, 40, "2015-09-15");
    voted(
        &mut review,
        Question::Passage(House),
        300,
        100,
        "2015-09-15",
    );
    voted(&mut review, Question::Passage(Senate), 70, 30, "2015-09-16");
    happened(&mut review, Event::Presented, "2015-09-16");
    happened(&mut review, Event::Vetoed, "2015-09-17");
    assert_eq!(review.agreement(), Agreement::GoesAhead);
    voted(
        &mut review,
        Question::Override(House),
        300,
        100,
        "2015-09-18",
    );
    voted(
        &mut review,
        Question::Override(Senate),
        70,
        30,
        "2015-09-18",
    );
    assert_eq!(review.agreement(), Agreement::Disapproved);
    assert!(review.findings().is_empty());
}

#[test]
fn a_treaty_ends_by_a_return_a_withdrawal_or_a_division() {
    for (event, status) in [
        (Event::ReturnedToPresident, Status::ReturnedToPresident),
        (Event::Withdrawn, Status::Withdrawn),
        (Event::Partitioned, Status::Partitioned),
    ] {
        let mut treaty = measure(Route::Treaty, "Treaty Doc. 114-13");
        happened(&mut treaty, Event::Transmitted, "2016-06-01");
        assert_eq!(happened(&mut treaty, event, "2016-07-01"), None);
        assert_eq!(treaty.status(), status);
        let outcome = voted(&mut treaty, Question::AdviceAndConsent, 90, 0, "2016-08-01");
        assert_eq!(outcome.obstacle, Some(Obstacle::Over(status)));
        assert_eq!(
            happened(&mut treaty, Event::Deposited, "2016-09-01"),
            Some(Obstacle::Over(status))
        );
        assert_eq!(treaty.status_on(day("2019-01-03")), status);
    }
    // Its parts go on by themselves.
    let part = Citation::read("Treaty Doc. 114-13(A)").unwrap();
    assert_eq!(part.number, "13A");
}

// The President.

#[test]
fn the_president_has_ten_days_sundays_excepted() {
    // S. 2040 of 2016 was returned on the last day; H.R. 6297 of 2016 became law without a signature.
    let presented = Presentment::on(day("2016-09-12")).unwrap();
    assert_eq!(presented.last_day, day("2016-09-23"));
    let presented = Presentment::on(day("2016-12-02")).unwrap();
    assert_eq!(presented.last_day, day("2016-12-14"));
    assert_eq!(presented.law_without_signature(), Ok(day("2016-12-15")));
    // Presented on a Saturday and on a Sunday.
    for on in ["2016-09-10", "2016-09-11"] {
        let presented = Presentment::on(day(on)).unwrap();
        assert_eq!(presented.last_day, day("2016-09-22"), "{on}");
    }
    assert!(Presentment::on(day("9999-12-25")).is_err());
}

#[test]
fn without_a_signature_it_is_law_after_ten_days_and_not_before() {
    let passed = || {
        let mut measure = measure(Route::Bill, "H.R. 6297 (114th)");
        voted(&mut measure, Question::Passage(House), 419, 1, "2016-11-15");
        voted(&mut measure, Question::Passage(Senate), 99, 0, "2016-12-01");
        happened(&mut measure, Event::Presented, "2016-12-02");
        measure
    };
    let last_day = day("2016-12-14");
    let mut measure = passed();
    assert_eq!(
        happened(&mut measure, Event::LawWithoutSignature, "2016-12-14"),
        Some(Obstacle::TenDaysRun(last_day))
    );
    assert_eq!(
        happened(&mut measure, Event::LawWithoutSignature, "2016-12-15"),
        None
    );
    assert_eq!(measure.status(), Status::Law);
    // Illustrative: too late for a signature and for a veto.
    for event in [Event::Signed, Event::Vetoed] {
        assert_eq!(happened(&mut passed(), event, "2016-12-14"), None);
        assert_eq!(
            happened(&mut passed(), event, "2016-12-15"),
            Some(Obstacle::TenDaysAreOver(last_day))
        );
    }
}

#[test]
fn what_the_president_keeps_when_its_congress_ends_dies() {
    // Illustrative.
    let ended = Congress::new(116).unwrap();
    let passed = || {
        let mut measure = measure(Route::JointResolution, "S.J.Res. 90 (116th)");
        voted(
            &mut measure,
            Question::Passage(Senate),
            60,
            40,
            "2020-12-20",
        );
        voted(
            &mut measure,
            Question::Passage(House),
            300,
            100,
            "2020-12-21",
        );
        measure
    };
    let mut kept = passed();
    happened(&mut kept, Event::Presented, "2020-12-29");
    assert_eq!(
        kept.status_on(day("2021-01-09")),
        kept.status(),
        "the last day is 9 January"
    );
    let died = Status::Died(Death::PocketVeto);
    assert_eq!(kept.status_on(day("2021-01-10")), died);
    // A signature in the ten days is in time although the Congress is over; a return and silence are not.
    assert_eq!(
        happened(&mut kept.clone(), Event::Signed, "2021-01-09"),
        None
    );
    let gone = Some(Obstacle::CongressIsGone(ended));
    let mut other = kept.clone();
    assert_eq!(happened(&mut other, Event::Vetoed, "2021-01-05"), gone);
    assert_eq!(
        happened(&mut other, Event::LawWithoutSignature, "2021-01-10"),
        gone
    );
    assert_eq!(
        happened(&mut other, Event::PocketVetoed, "2021-01-10"),
        None
    );
    assert_eq!(other.status(), died);
    let outcome = voted(&mut other, Question::Override(Senate), 90, 0, "2021-01-11");
    assert_eq!(outcome.obstacle, Some(Obstacle::Over(died)));
    // Silence while Congress is there makes a law.
    let mut early = passed();
    happened(&mut early, Event::Presented, "2020-12-21");
    assert_eq!(
        happened(&mut early, Event::LawWithoutSignature, "2021-01-03"),
        None
    );
    // Passed and not presented: dead once no presentment could be in time.
    assert_eq!(passed().status_on(day("2021-01-14")), Status::Passed);
    let died = Status::Died(Death::EndOfCongress(ended));
    assert_eq!(passed().status_on(day("2021-01-15")), died);
    assert_eq!(happened(&mut passed(), Event::Signed, "2021-01-14"), None);
    assert_eq!(
        happened(&mut passed(), Event::Signed, "2021-01-15"),
        Some(Obstacle::Over(died))
    );
}

#[test]
fn after_a_veto_the_chamber_of_origin_votes_first_and_one_failure_is_the_end() {
    // S.J.Res. 7 (116th).
    let mut yemen = measure(Route::JointResolution, "S.J.Res. 7 (116th)");
    voted(&mut yemen, Question::Passage(Senate), 54, 46, "2019-03-13");
    assert_eq!(
        yemen.status(),
        Status::Pending {
            chamber: House,
            place: Place::Received
        }
    );
    voted(&mut yemen, Question::Passage(House), 247, 175, "2019-04-04");
    happened(&mut yemen, Event::Vetoed, "2019-04-16");
    assert_eq!(yemen.status(), Status::Vetoed { next: Some(Senate) });
    let outcome = voted(&mut yemen, Question::Override(House), 400, 10, "2019-05-01");
    assert_eq!(outcome.obstacle, Some(Obstacle::OtherChamberFirst(Senate)));
    assert_eq!(
        happened(&mut yemen, Event::Signed, "2019-05-01"),
        Some(Obstacle::VetoStands)
    );
    voted(&mut yemen, Question::Override(Senate), 53, 45, "2019-05-02");
    let died = Status::Died(Death::VetoSustained(Senate));
    assert_eq!(yemen.status(), died);
    let outcome = voted(&mut yemen, Question::Override(House), 400, 10, "2019-05-03");
    assert_eq!(outcome.obstacle, Some(Obstacle::Over(died)));
    // S. 2040 (114th): both passed it over the veto.
    let mut terror = measure(Route::Bill, "S. 2040 (114th)");
    happened(&mut terror, Event::Presented, "2016-09-12");
    happened(&mut terror, Event::Vetoed, "2016-09-23");
    voted(&mut terror, Question::Override(Senate), 97, 1, "2016-09-28");
    assert_eq!(terror.status(), Status::Vetoed { next: Some(House) });
    let twice = voted(&mut terror, Question::Override(Senate), 97, 1, "2016-09-28");
    assert_eq!(twice.obstacle, Some(Obstacle::PassedAlready(Senate)));
    voted(
        &mut terror,
        Question::Override(House),
        348,
        77,
        "2016-09-28",
    );
    assert_eq!(terror.status(), Status::Law);
    assert_eq!(terror.agreement(), Agreement::NotConcerned);
    // That both chambers had passed it is not on record here, and said.
    assert_eq!(
        terror.not_reported(),
        [Question::Passage(House), Question::Passage(Senate)]
    );
}

// Actions that cannot come.

#[test]
fn an_action_that_cannot_come_is_found_and_changes_nothing() {
    use Obstacle::{BeforeItsCongress, EarlierActionIsLater, NoConsent, NotOfThisRoute, Over};
    let bill = || measure(Route::CongressionalExecutiveAgreement, "H.R. 3450 (103rd)");
    let treaty = || measure(Route::Treaty, "Treaty Doc. 112-7");

    let mut refused = treaty();
    voted(
        &mut refused,
        Question::AdviceAndConsent,
        61,
        38,
        "2012-12-04",
    );
    for event in [Event::InstrumentSigned, Event::Deposited, Event::Exchanged] {
        assert_eq!(happened(&mut refused, event, "2012-12-10"), Some(NoConsent));
    }
    assert_eq!(
        happened(&mut refused, Event::Hearing(Senate), "2012-12-01"),
        Some(EarlierActionIsLater(day("2012-12-04")))
    );
    assert_eq!(refused.findings().len(), 4);
    assert_eq!(refused.status(), Status::Rejected { by: Senate });
    // The Senate can vote again.
    let outcome = voted(
        &mut refused,
        Question::AdviceAndConsent,
        70,
        20,
        "2012-12-20",
    );
    assert_eq!(outcome.obstacle, None);
    assert_eq!(refused.status(), Status::ConsentGiven);
    let outcome = voted(
        &mut refused,
        Question::AdviceAndConsent,
        70,
        20,
        "2012-12-21",
    );
    assert_eq!(outcome.obstacle, Some(Over(Status::ConsentGiven)));

    let outcome = voted(
        &mut treaty(),
        Question::Passage(Senate),
        61,
        38,
        "2012-12-04",
    );
    assert_eq!(outcome.obstacle, Some(NotOfThisRoute));
    let outcome = voted(
        &mut treaty(),
        Question::OrderReported(House),
        9,
        1,
        "2012-12-04",
    );
    assert_eq!(outcome.obstacle, Some(NotOfThisRoute));
    assert_eq!(
        happened(&mut treaty(), Event::Signed, "2012-12-04"),
        Some(NotOfThisRoute)
    );
    assert_eq!(
        happened(&mut treaty(), Event::Transmitted, "2010-12-04"),
        Some(BeforeItsCongress(Congress::new(112).unwrap()))
    );
    let outcome = voted(
        &mut bill(),
        Question::AdviceAndConsent,
        61,
        38,
        "1993-11-20",
    );
    assert_eq!(outcome.obstacle, Some(NotOfThisRoute));
}

#[test]
fn what_a_chamber_refused_or_passed_or_the_president_has_is_not_voted_on_again() {
    use Obstacle::{BeforePresident, BegunAlready, PassedAlready, Refused, VetoStands};
    let bill = || measure(Route::CongressionalExecutiveAgreement, "H.R. 3450 (103rd)");
    let mut failed = bill();
    voted(
        &mut failed,
        Question::Passage(House),
        200,
        234,
        "1993-11-17",
    );
    assert_eq!(failed.status(), Status::Rejected { by: House });
    let outcome = voted(&mut failed, Question::Passage(Senate), 61, 38, "1993-11-20");
    assert_eq!(outcome.obstacle, Some(Refused(House)));
    assert_eq!(
        happened(&mut failed, Event::Signed, "1993-12-08"),
        Some(Refused(House))
    );
    assert_eq!(
        happened(&mut failed, Event::Exchanged, "1993-12-08"),
        Some(Refused(House))
    );

    let mut passed = bill();
    happened(&mut passed, Event::Introduced(House), "1993-11-04");
    assert_eq!(
        happened(&mut passed, Event::Introduced(House), "1993-11-05"),
        Some(BegunAlready)
    );
    voted(
        &mut passed,
        Question::Passage(House),
        234,
        200,
        "1993-11-17",
    );
    let outcome = voted(
        &mut passed,
        Question::Passage(House),
        234,
        200,
        "1993-11-18",
    );
    assert_eq!(outcome.obstacle, Some(PassedAlready(House)));
    voted(&mut passed, Question::Passage(Senate), 61, 38, "1993-11-20");
    happened(&mut passed, Event::Presented, "1993-12-03");
    let outcome = voted(&mut passed, Question::Passage(Senate), 61, 38, "1993-12-04");
    assert_eq!(outcome.obstacle, Some(BeforePresident));
    assert_eq!(
        happened(&mut passed, Event::Referred(Senate), "1993-12-04"),
        Some(BeforePresident)
    );
    happened(&mut passed, Event::Vetoed, "1993-12-08");
    let outcome = voted(
        &mut passed,
        Question::Differences(House),
        400,
        0,
        "1993-12-09",
    );
    assert_eq!(outcome.obstacle, Some(VetoStands));
    assert_eq!(
        happened(&mut passed, Event::Exchanged, "1993-12-09"),
        Some(VetoStands)
    );
}

#[test]
fn a_form_that_does_not_take_the_route_is_found() {
    let wrong = measure(
        Route::CongressionalExecutiveAgreement,
        "H.Con.Res. 5 (119th)",
    );
    assert_eq!(wrong.findings()[0].obstacle, Obstacle::WrongForm);
    for (citation, takes) in [
        ("Treaty Doc. 117-3", vec![Route::Treaty]),
        (
            "H.R. 1 (119th)",
            vec![
                Route::CongressionalExecutiveAgreement,
                Route::AuthorisationOfForces,
                Route::Bill,
                Route::ReviewWithDisapproval,
            ],
        ),
        (
            "S.J.Res. 1 (119th)",
            vec![
                Route::CongressionalExecutiveAgreement,
                Route::AuthorisationOfForces,
                Route::JointResolution,
                Route::ReviewWithDisapproval,
            ],
        ),
        ("S.Con.Res. 1 (119th)", vec![Route::ConcurrentResolution]),
        ("H.Res. 1 (119th)", vec![Route::SimpleResolution]),
    ] {
        let form = Citation::read(citation).unwrap().form;
        let found: Vec<Route> = Route::ALL
            .into_iter()
            .filter(|route| route.takes(form))
            .collect();
        assert_eq!(found, takes, "{citation}");
    }
}

#[test]
fn differences_are_resolved_before_the_president_has_it() {
    let mut bill = measure(Route::Bill, "H.R. 6297 (114th)");
    voted(&mut bill, Question::Passage(House), 419, 1, "2016-11-15");
    voted(&mut bill, Question::Passage(Senate), 99, 0, "2016-12-01");
    happened(&mut bill, Event::ResolvingDifferences, "2016-12-02");
    assert_eq!(bill.status(), Status::ResolvingDifferences);
    voted(
        &mut bill,
        Question::Differences(House),
        100,
        300,
        "2016-12-02",
    );
    assert_eq!(bill.status(), Status::ResolvingDifferences);
    voted(
        &mut bill,
        Question::Differences(House),
        300,
        100,
        "2016-12-03",
    );
    assert_eq!(bill.status(), Status::Passed);
    assert!(bill.not_reported().is_empty());
}

// Routes.

#[test]
fn each_route_has_its_legal_effect_and_an_endorsement_never_is_consent() {
    use AtEndOfCongress::{BeginsAgain, Dies, Untouched};
    let expected = [
        (Route::Treaty, LegalEffect::BindingTreaty, true, BeginsAgain),
        (
            Route::CongressionalExecutiveAgreement,
            LegalEffect::Law,
            true,
            Dies,
        ),
        (Route::AuthorisationOfForces, LegalEffect::Law, false, Dies),
        (Route::Bill, LegalEffect::Law, false, Dies),
        (Route::JointResolution, LegalEffect::Law, false, Dies),
        (Route::ConcurrentResolution, LegalEffect::None, false, Dies),
        (Route::SimpleResolution, LegalEffect::None, false, Dies),
        (
            Route::ReviewWithDisapproval,
            LegalEffect::GoesAheadUnlessDisapproved,
            false,
            Dies,
        ),
        (
            Route::ExecutiveAgreement,
            LegalEffect::BindingOnPresidentsAuthority,
            true,
            Untouched,
        ),
        (
            Route::PoliticalCommitment,
            LegalEffect::Political,
            false,
            Untouched,
        ),
    ];
    let found = Route::ALL.map(|route| {
        (
            route,
            route.legal_effect(),
            route.can_be_consent(),
            route.at_end_of_congress(),
        )
    });
    assert_eq!(found, expected);
    // H.Res. 1130 (2022): agreed to, and nothing came of it in law.
    let mut endorsement = measure(Route::SimpleResolution, "H.Res. 1130 (117th)");
    voted(
        &mut endorsement,
        Question::Passage(House),
        394,
        18,
        "2022-07-18",
    );
    assert_eq!(endorsement.status(), Status::AgreedTo);
    assert_eq!(endorsement.agreement(), Agreement::NotConcerned);
    assert_eq!(
        happened(&mut endorsement, Event::Deposited, "2022-08-01"),
        Some(Obstacle::NotOfThisRoute)
    );
    let outcome = voted(
        &mut endorsement.clone(),
        Question::Passage(Senate),
        60,
        40,
        "2022-08-01",
    );
    assert_eq!(outcome.obstacle, Some(Obstacle::NotOfThisRoute));
}

#[test]
fn a_concurrent_resolution_needs_both_chambers_and_is_not_presented() {
    let mut sense = measure(Route::ConcurrentResolution, "S.Con.Res. 2 (119th)");
    voted(&mut sense, Question::Passage(Senate), 60, 40, "2025-03-01");
    assert_ne!(sense.status(), Status::AgreedTo);
    voted(&mut sense, Question::Passage(House), 300, 100, "2025-03-02");
    assert_eq!(sense.status(), Status::AgreedTo);
    assert_eq!(
        happened(&mut sense, Event::Presented, "2025-03-03"),
        Some(Obstacle::NotOfThisRoute)
    );
}

#[test]
fn an_executive_agreement_binds_by_the_presidents_word_and_is_reported_to_congress() {
    let mut agreement = measure(Route::ExecutiveAgreement, "Agreement on something");
    assert!(agreement.measure().citation.is_none());
    assert_eq!(
        happened(&mut agreement, Event::Concluded, "2024-06-13"),
        None
    );
    assert_eq!(agreement.agreement(), Agreement::ConsentExpressed);
    assert_eq!(
        happened(&mut agreement, Event::ReportedUnderCaseAct, "2024-07-31"),
        None
    );
    assert_eq!(
        agreement.status_on(day("2031-01-03")),
        Status::ConsentExpressed
    );
    let outcome = voted(
        &mut agreement,
        Question::Passage(House),
        300,
        100,
        "2024-08-01",
    );
    assert_eq!(outcome.obstacle, Some(Obstacle::NotOfThisRoute));
    let mut promise = measure(Route::PoliticalCommitment, "");
    happened(&mut promise, Event::Concluded, "2024-06-13");
    assert_eq!(promise.status(), Status::Made);
    assert_eq!(promise.agreement(), Agreement::NotConcerned);
}

#[test]
fn a_route_of_the_procedure_file_is_one_of_these() {
    let of = |effect| {
        Route::ALL
            .into_iter()
            .filter(|route| route.has_binding_effect(effect))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(BindingEffect::Treaty), [Route::Treaty]);
    assert_eq!(
        of(BindingEffect::CongressionalExecutiveAgreement),
        [Route::CongressionalExecutiveAgreement]
    );
    assert_eq!(
        of(BindingEffect::Political),
        [Route::ConcurrentResolution, Route::SimpleResolution]
    );
    assert_eq!(
        of(BindingEffect::ExecutiveAgreementOrPolitical),
        [Route::ExecutiveAgreement, Route::PoliticalCommitment]
    );
}

// Conditions.

fn attached(key: &str, kind: AttachedKind, gates: Gate) -> Attached {
    Attached {
        key: key.parse().unwrap(),
        kind: Some(kind),
        gates,
        met: None,
    }
}

#[test]
fn conditions_that_gate_the_deposit_are_a_checklist() {
    // The resolution on Finland and Sweden asks for a certification before the deposit.
    let checklist = Checklist::new([
        attached("declaration_1", AttachedKind::Declaration, Gate::Nothing),
        attached("certification", AttachedKind::Condition, Gate::Deposit),
        attached("certification", AttachedKind::Proviso, Gate::Nothing),
    ]);
    assert_eq!(checklist.all().len(), 2, "the same key twice is one");
    let certification = "certification".parse().unwrap();
    let mut treaty = measure(Route::Treaty, "Treaty Doc. 117-3").with_conditions(checklist);
    voted(&mut treaty, Question::AdviceAndConsent, 95, 1, "2022-08-03");
    let open = MayDeposit::Open(vec![certification]);
    let on = day("2022-08-08");
    assert_eq!(treaty.checklist().may_deposit(on), open);
    // The President may sign the instrument while they are open, and it is not deposited.
    assert_eq!(
        happened(&mut treaty, Event::InstrumentSigned, "2022-08-09"),
        None
    );
    let MayDeposit::Open(keys) = open else {
        unreachable!()
    };
    let certification = keys[0].clone();
    assert_eq!(
        happened(&mut treaty, Event::Deposited, "2022-08-18"),
        Some(Obstacle::ConditionsOpen(keys))
    );
    assert_eq!(treaty.status(), Status::InstrumentSigned);
    assert!(
        treaty
            .checklist_mut()
            .meet(&certification, day("2022-08-19"))
    );
    assert!(
        treaty
            .checklist_mut()
            .meet(&certification, day("2022-08-25"))
    );
    assert!(!treaty.checklist_mut().meet(&"other".parse().unwrap(), on));
    let checklist = treaty.checklist();
    assert_ne!(checklist.may_deposit(day("2022-08-18")), MayDeposit::Yes);
    assert_eq!(checklist.may_deposit(day("2022-08-19")), MayDeposit::Yes);
    assert_eq!(happened(&mut treaty, Event::Deposited, "2022-08-19"), None);
    assert_eq!(treaty.status(), Status::ConsentExpressed);
}

#[test]
fn the_checklist_of_a_vote_in_the_register_is_ticked_off_by_what_is_met() {
    let condition = |key: &str, gates| domain::act::ConsentCondition {
        condition: key.parse().unwrap(),
        text: domain::text::Text::english("A certification.").unwrap(),
        gates,
    };
    let conditions = [condition("a", Gate::Deposit), condition("b", Gate::Nothing)];
    let key = "a".parse().unwrap();
    let open = Checklist::of_vote(&conditions, []);
    assert_eq!(
        open.may_deposit(day("2022-08-19")),
        MayDeposit::Open(vec!["a".parse().unwrap()])
    );
    let met = Checklist::of_vote(&conditions, [(&key, day("2022-08-19"))]);
    assert_eq!(met.may_deposit(day("2022-08-19")), MayDeposit::Yes);
    assert_eq!(met.get(&key).unwrap().kind, None);
}

// How measures and thresholds are written.

#[test]
fn citations_are_read_as_they_are_written() {
    let read = |text: &str| {
        Citation::read(text).map(|citation| {
            (
                citation.form,
                citation.number,
                citation.congress.map(Congress::number),
            )
        })
    };
    let treaty = |number: &str, congress| Some((Form::TreatyDocument, number.to_owned(), congress));
    assert_eq!(read("Treaty Doc. 117-3"), treaty("3", Some(117)));
    assert_eq!(read("Treaty Doc. 114-13A"), treaty("13A", Some(114)));
    assert_eq!(read("treaty doc 105-28 (105th)"), treaty("28", Some(105)));
    assert_eq!(read("Ex. M, 88-1"), treaty("M", Some(88)));
    assert_eq!(read("Executive N (95th)"), treaty("N", Some(95)));
    let other = |form, number: &str, congress| Some((form, number.to_owned(), congress));
    assert_eq!(
        read("H.R. 3450 (103rd)"),
        other(Form::Bill(House), "3450", Some(103))
    );
    assert_eq!(
        read("S. 2040 (114th)"),
        other(Form::Bill(Senate), "2040", Some(114))
    );
    assert_eq!(
        read("S.J.Res. 7"),
        other(Form::JointResolution(Senate), "7", None)
    );
    assert_eq!(
        read("H. J. Res. 61 (114th)"),
        other(Form::JointResolution(House), "61", Some(114))
    );
    assert_eq!(
        read("H.Con.Res. 83 (116th)"),
        other(Form::ConcurrentResolution(House), "83", Some(116))
    );
    assert_eq!(
        read("S.Res. 10 (119th)"),
        other(Form::SimpleResolution(Senate), "10", Some(119))
    );
    for text in [
        "",
        "Agreement of 2024",
        "Public Law 97-132",
        "S.",
        "H.R. (103rd)",
        "Treaty of 1919",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn thresholds_are_read_in_the_words_of_sources() {
    use Base::{ChosenAndSworn, Committee, Present, Seats, Voting};
    use Part::{Majority, ThreeFifths, ThreeQuarters, TwoThirds};
    let read = |text: &str| text.parse::<Threshold>().ok();
    let of = |part, base| Some(Threshold::new(part, base));
    for (text, expected) in [
        ("simple_majority", of(Majority, Voting)),
        ("majority", of(Majority, Voting)),
        ("simple_majority_of_votes_cast", of(Majority, Voting)),
        ("majority_of_members_present", of(Majority, Present)),
        ("majority_of_committee", of(Majority, Committee)),
        ("absolute_majority", of(Majority, Seats)),
        ("absolute_majority_of_members", of(Majority, Seats)),
        ("majority_of_all_members", of(Majority, Seats)),
        ("two_thirds_of_senators_present", of(TwoThirds, Present)),
        ("two_thirds_of_members_voting", of(TwoThirds, Voting)),
        (
            "two_thirds_of_members_present_and_voting",
            of(TwoThirds, Voting),
        ),
        ("two_thirds_voting_and_present", of(TwoThirds, Voting)),
        ("2/3 of Senators present", of(TwoThirds, Present)),
        ("two_thirds_of_all_senators", of(TwoThirds, Seats)),
        ("three_fifths_duly_chosen", of(ThreeFifths, ChosenAndSworn)),
        (
            "three_fifths_of_senators_duly_chosen_and_sworn",
            of(ThreeFifths, ChosenAndSworn),
        ),
        ("3/5 duly chosen", of(ThreeFifths, ChosenAndSworn)),
        ("three_quarters_of_votes_cast", of(ThreeQuarters, Voting)),
        ("three_fourths_of_members_voting", of(ThreeQuarters, Voting)),
        ("", None),
        ("two_thirds", None),
        ("two_thirds_of_members", None),
        ("two_fifths_of_members_voting", None),
        ("three_thirds_of_members_voting", None),
        ("simple", None),
        ("two_thirds_of_bananas", None),
        ("plurality", None),
    ] {
        assert_eq!(read(text), expected, "{text}");
        if let Some(threshold) = expected {
            assert_eq!(read(&threshold.to_string()), expected, "{text}");
        }
    }
    let written: BTreeSet<String> = [Majority, ThreeFifths, TwoThirds, ThreeQuarters]
        .into_iter()
        .flat_map(|part| {
            [Voting, Present, ChosenAndSworn, Seats, Committee]
                .map(|base| Threshold::new(part, base).to_string())
        })
        .collect();
    assert_eq!(written.len(), 20);
    for text in written {
        assert_eq!(read(&text).unwrap().to_string(), text);
    }
}

// What holds of all.

fn roll_calls() -> impl Strategy<Value = RollCall> {
    let figure = || proptest::option::of(0_u32..60);
    (figure(), figure(), figure(), figure()).prop_map(|(yeas, nays, present, not_voting)| {
        RollCall {
            yeas,
            nays,
            present,
            not_voting,
        }
    })
}

fn chambers() -> impl Strategy<Value = Chamber> {
    prop_oneof![Just(House), Just(Senate)]
}

fn actions() -> impl Strategy<Value = Action> {
    let question = prop_oneof![
        chambers().prop_map(Question::OrderReported),
        Just(Question::Cloture),
        chambers().prop_map(Question::Procedure),
        chambers().prop_map(Question::Passage),
        chambers().prop_map(Question::Differences),
        Just(Question::AdviceAndConsent),
        chambers().prop_map(Question::Override),
    ];
    let ruling = prop_oneof![
        Just(Ruling::Carried),
        Just(Ruling::Lost),
        Just(Ruling::NotKnown)
    ];
    let event = prop_oneof![
        chambers().prop_map(Event::Introduced),
        chambers().prop_map(Event::Reported),
        Just(Event::Transmitted),
        Just(Event::Presented),
        Just(Event::Signed),
        Just(Event::LawWithoutSignature),
        Just(Event::Vetoed),
        Just(Event::PocketVetoed),
        Just(Event::InstrumentSigned),
        Just(Event::Deposited),
        Just(Event::Withdrawn),
        Just(Event::Concluded),
    ];
    prop_oneof![
        (question, roll_calls(), ruling).prop_map(|(question, roll_call, ruling)| {
            Action::Voted(
                question,
                Vote {
                    ruling,
                    ..vote(roll_call)
                },
            )
        }),
        event.prop_map(Action::Happened),
    ]
}

proptest! {
    #[test]
    fn with_all_figures_a_vote_is_carried_by_the_votes_needed_and_by_no_fewer(
        yeas in 0_u32..70,
        nays in 0_u32..30,
        present in 0_u32..5,
    ) {
        prop_assume!(yeas + nays + present <= 100);
        for question in [Question::AdviceAndConsent, Question::Override(Senate), Question::Passage(Senate)] {
            let roll_call = RollCall { present: Some(present), ..votes(yeas, nays) };
            let found = verdict(question, roll_call);
            let base = match question {
                Question::AdviceAndConsent => yeas + nays + present,
                _ => yeas + nays,
            };
            let needed = match question {
                Question::Passage(_) => base / 2 + 1,
                _ => (2 * base).div_ceil(3),
            };
            prop_assert_eq!(found.needed, Some(needed));
            if yeas + nays + present > 50 && yeas != nays {
                let expected = if yeas >= needed { Carried } else { Lost };
                prop_assert_eq!(found.decision, expected);
            }
        }
    }

    #[test]
    fn whatever_is_recorded_is_followed_or_found_and_the_dead_do_not_rise(
        route in 0_usize..Route::ALL.len(),
        actions in proptest::collection::vec((actions(), 0_u32..400), 1..12),
    ) {
        let citations = ["Treaty Doc. 112-7", "H.R. 1 (112th)", "S.J.Res. 1 (112th)", "x"];
        for citation in citations {
            let mut followed = measure(Route::ALL[route], citation);
            let before = followed.findings().len();
            let mut on = day("2011-02-01");
            let mut found = 0;
            for (action, later) in &actions {
                on = on.plus_days(*later).unwrap();
                let status = followed.status();
                let outcome = followed.act(*action, Some(on));
                found += usize::from(outcome.obstacle.is_some());
                let over = matches!(status, Status::Died(_) | Status::Withdrawn | Status::ReturnedToPresident);
                prop_assert!(!over || followed.status() == status || status == Status::Withdrawn);
                if !followed.measure().route.can_be_consent() {
                    prop_assert!(matches!(
                        followed.agreement(),
                        Agreement::NotConcerned | Agreement::GoesAhead | Agreement::Disapproved
                    ));
                }
            }
            prop_assert_eq!(followed.findings().len(), before + found);
        }
    }
}
