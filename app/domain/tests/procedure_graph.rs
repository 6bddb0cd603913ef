//! The turns that a procedure can take, each by the law or the case that knows it. Where nothing else is
//! said, the figures and days are illustrative.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use domain::act::{
    Act, Applies, ConditionMet, ConsentCondition, Gate, GroupTally, Outcome, ProcedureAdopted,
    ProcedureStanding, RouteChosen, Ruling, Tally, VoteOn, VoteTaken,
};
use domain::digest::Digest;
use domain::legal_date::LegalDate;
use domain::majority::Question;
use domain::procedure::{
    Awaits, Blocker, Case, Deciding, Determinations, Followed, Ground, Library, PassageEnd, Passed,
    PossibleAct, Progress, Refusal, StageState, Trigger, Verdict, WaitEnd, check_act, library,
    possible_acts,
};
use domain::status::{InternationalStatus, NationalStatus};
use support::course::{
    Course, begun, carried, clock, concluded, counted, departure, overriding, progress, state, vote,
};
use support::{code, day, key, ratified, text};

const OBJECTED: (VoteOn, Ruling) = (VoteOn::Objection, Ruling::Carried);

fn objected() -> Act {
    vote(OBJECTED.0, OBJECTED.1)
}

/// Looks at how far it is now.
fn now<T>(facts: &Course, look: impl FnOnce(&Progress<'_>) -> T) -> T {
    let followed = facts.followed();
    look(&progress(
        &followed,
        &facts.facts,
        InternationalStatus::None,
    ))
}

fn national(facts: &Course) -> NationalStatus {
    now(facts, |progress| progress.national.clone())
}

fn is(facts: &Course, stage: &str, expected: StageState<'_>) -> bool {
    now(facts, |progress| state(progress, stage) == expected)
}

fn awaits<T>(facts: &Course, stage: &str, look: impl FnOnce(&Awaits<'_>) -> T) -> Option<T> {
    now(facts, |progress| {
        progress
            .stage(&key(stage))
            .unwrap()
            .awaits
            .as_ref()
            .map(look)
    })
}

fn passed<T>(facts: &Course, stage: &str, look: impl FnOnce(&Passed<'_>) -> T) -> Option<T> {
    now(facts, |progress| {
        progress
            .stage(&key(stage))
            .unwrap()
            .passed
            .as_ref()
            .map(look)
    })
}

fn blocked<T>(facts: &Course, stage: &str, look: impl FnOnce(&[Blocker<'_>]) -> T) -> T {
    now(facts, |progress| {
        look(&progress.stage(&key(stage)).unwrap().blocked_by)
    })
}

/// What the majorities of a stage make of a vote, all triggers being as determined.
fn verdict(facts: &Course, stage: &str, act: Act) -> Verdict {
    let followed = facts.followed();
    let stage = followed.route.stage(&key(stage)).unwrap();
    let Act::VoteTaken(vote) = act else {
        unreachable!()
    };
    let known = Determinations::now(&facts.facts);
    followed.arithmetic(stage, &vote, known).unwrap().verdict
}

fn approval(yes: u32, no: u32, abstain: u32) -> Act {
    counted(VoteOn::Approval, Ruling::NotKnown, (yes, no, abstain))
}

fn laid_in_the_united_kingdom() -> Course {
    let mut facts = Course::of("GBR");
    facts
        .sits_daily("commons")
        .sits_daily("lords")
        .done("government_decision")
        .at("laying", begun());
    facts
}

// CRaG 2010, s. 20(1): without an objection the 21 sitting days pass the stage by themselves.
#[test]
fn in_the_united_kingdom_silence_for_21_sitting_days_is_enough() {
    let mut facts = laid_in_the_united_kingdom();
    assert!(is(&facts, "laying", StageState::Current));
    assert_eq!(
        national(&facts),
        NationalStatus::UnderWay(Some(key("laying")))
    );
    let laid = facts.facts.last().unwrap().date().latest().unwrap();
    // The day after laying is the first of them; what waits may happen on the day after the last.
    let free_from = laid.plus_days(22).unwrap();
    assert_eq!(
        blocked(&facts, "instrument_signature", |blockers| blockers
            .to_vec()
            .len()),
        2
    );
    blocked(&facts, "instrument_signature", |blockers| {
        let (laying, waits) = (key("laying"), WaitEnd::On(free_from));
        assert_eq!(blockers[0], Blocker::Stage(&laying));
        let wait = Blocker::Wait {
            stage: &laying,
            period: 0,
            ends: waits,
        };
        assert_eq!(blockers[1], wait);
    });
    let too_early = Refusal::WaitRuns {
        stage: key("laying"),
        free_from,
    };
    assert_eq!(
        facts.check("laying", concluded(Outcome::Completed)),
        Err(too_early)
    );
    facts.wait(20);
    assert_eq!(facts.today().days_until(free_from), 1);
    assert!(
        facts
            .check("laying", concluded(Outcome::Completed))
            .is_err()
    );
    let followed = facts.followed();
    let on = |day| {
        domain::procedure::progress::progress(
            &followed,
            &facts.facts,
            InternationalStatus::None,
            day,
        )
    };
    let last_day = free_from.previous().unwrap();
    assert_eq!(state(&on(last_day), "laying"), StageState::Current);
    let over = on(free_from);
    assert_eq!(state(&over, "laying"), StageState::Done);
    assert_eq!(over.completed, Some(LegalDate::on(free_from)));
    assert_eq!(over.national, NationalStatus::Completed);
}

// CRaG 2010, s. 20(3)-(6): each objection of the Commons is answered by a statement and another 21
// sitting days.
#[test]
fn the_commons_object_twice_and_the_treaty_passes_after_the_second_statement() {
    let mut facts = laid_in_the_united_kingdom();
    assert_eq!(facts.check("objection", objected()), Ok(()));
    facts.at("objection", objected());
    let left = passed(
        &facts,
        "laying",
        |how| matches!(how, Passed::LeftFor(to) if **to == key("objection")),
    );
    assert_eq!(left, Some(true));
    assert_eq!(
        awaits(&facts, "objection", |on| *on == Awaits::Repetition),
        Some(true)
    );
    facts.at("objection", clock(0));
    assert_eq!(
        awaits(&facts, "objection", |on| *on == Awaits::End),
        Some(true)
    );
    assert!(matches!(
        facts.check("objection", concluded(Outcome::Completed)),
        Err(Refusal::WaitRuns { .. })
    ));
    // An objection that is lost while it can be made again ends nothing.
    facts.at("objection", vote(VoteOn::Objection, Ruling::Lost));
    assert!(is(&facts, "objection", StageState::Current));
    assert_eq!(facts.check("objection", objected()), Ok(()));
    facts.at("objection", objected()).at("objection", clock(0));
    facts.wait(30).whole(support::course::determined(
        Trigger::TreatyNeedsImplementingLegislation,
        Applies::No,
    ));
    assert!(is(&facts, "objection", StageState::Done));
    assert_eq!(
        passed(&facts, "objection", |how| matches!(
            how,
            Passed::Silence { period: 0, .. }
        )),
        Some(true)
    );
    assert_eq!(national(&facts), NationalStatus::Completed);
    let ends = now(&facts, |progress| {
        let objection = progress.stage(&key("objection")).unwrap();
        objection
            .passages
            .iter()
            .map(|one| one.end)
            .collect::<Vec<_>>()
    });
    let expected = [
        PassageEnd::NotPassed,
        PassageEnd::NotPassed,
        PassageEnd::Passed,
    ];
    assert_eq!(ends, expected.map(Some));
}

#[test]
fn the_commons_can_block_for_ever_only_by_objecting_again_and_again() {
    let mut facts = laid_in_the_united_kingdom();
    for _ in 0..12 {
        assert_eq!(facts.check("objection", objected()), Ok(()));
        facts.at("objection", objected());
        assert!(matches!(national(&facts), NationalStatus::UnderWay(_)));
        facts.at("objection", clock(0)).wait(5);
    }
    assert_eq!(now(&facts, |progress| progress.completed.clone()), None);
}

// CRaG 2010, s. 20(7)-(8).
#[test]
fn an_objection_of_the_lords_is_answered_by_a_statement_alone() {
    let mut facts = laid_in_the_united_kingdom();
    facts.at("lords_objection", objected());
    let needs_no_vote = awaits(
        &facts,
        "lords_objection",
        |on| matches!(on, Awaits::Override { by, outstanding } if !by.is_voted_on() && outstanding.is_empty()),
    );
    assert_eq!(needs_no_vote, Some(true));
    now(&facts, |progress| {
        let acts = possible_acts(progress);
        let at = |act| {
            acts.iter()
                .any(|one| one.act == act && one.stage == Some(key("lords_objection")))
        };
        assert!(at(PossibleAct::StepConcluded) && !at(PossibleAct::VoteTaken));
    });
    facts.at("lords_objection", concluded(Outcome::Completed));
    assert_eq!(
        passed(&facts, "lords_objection", |how| matches!(
            how,
            Passed::Overcome(_)
        )),
        Some(true)
    );
    // The 21 days run on, and the other House has not objected.
    assert!(is(&facts, "laying", StageState::Current));
    assert!(is(&facts, "objection", StageState::IfCalledFor));
}

// CRaG 2010, s. 22, used on 6 July 2022 for the accession of Finland and Sweden to the North Atlantic
// Treaty.
#[test]
fn a_departure_alone_passes_its_stage_and_is_visible_as_one() {
    let mut facts = Course::of("GBR");
    facts.at("laying", departure());
    assert_eq!(
        passed(&facts, "laying", |how| matches!(how, Passed::Departure(_))),
        Some(true)
    );
    assert_eq!(national(&facts), NationalStatus::Completed);
    assert!(is(&facts, "government_decision", StageState::NotReported));
    facts.push(ratified(code("GBR"), facts.today()));
    let followed = facts.followed();
    let bound = progress(
        &followed,
        &facts.facts,
        InternationalStatus::ConsentExpressed,
    );
    let nobody = StageState::Skipped {
        ground: Ground::NobodyObjected,
    };
    assert_eq!(state(&bound, "objection"), nobody);
    let not_called_for = StageState::Skipped {
        ground: Ground::NotCalledFor,
    };
    assert_eq!(state(&bound, "implementing_legislation"), not_called_for);

    // In the middle of a procedure it leaves the rest to be done.
    let mut facts = Course::of("POL");
    facts.at("committee_sejm", departure());
    assert!(matches!(national(&facts), NationalStatus::UnderWay(_)));
}

// Constitution of Poland, arts. 121(3), 122(5), 133(1) no. 1.
#[test]
fn in_poland_a_veto_is_overridden_and_the_ratification_is_another_act() {
    let mut facts = Course::of("POL");
    facts.pass(&[
        "government_decision",
        "committee_sejm",
        "sejm_vote",
        "committee_senat",
        "senat_vote",
    ]);
    facts.at("assent", concluded(Outcome::Failed));
    let by_the_sejm = awaits(
        &facts,
        "assent",
        |on| matches!(on, Awaits::Override { outstanding, .. } if *outstanding == [&key("sejm")]),
    );
    assert_eq!(by_the_sejm, Some(true));
    blocked(&facts, "instrument_signature", |blockers| {
        assert_eq!(blockers, [Blocker::Stage(&key("assent"))]);
    });
    assert_eq!(
        facts.check("assent", overriding("senat", Ruling::Carried)),
        Err(Refusal::OtherChamber {
            stage: key("assent"),
            expected: key("sejm")
        })
    );
    // Three fifths of those voting, half the deputies being there: art. 122(5).
    let override_by =
        |yes, no, abstain| counted(VoteOn::Override, Ruling::NotKnown, (yes, no, abstain));
    assert_eq!(
        verdict(&facts, "assent", override_by(276, 184, 0)),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&facts, "assent", override_by(275, 184, 1)),
        Verdict::Lost
    );
    assert_eq!(
        verdict(&facts, "assent", override_by(200, 29, 0)),
        Verdict::Lost
    );
    facts.at("assent", overriding("sejm", Ruling::Carried));
    assert_eq!(
        passed(&facts, "assent", |how| matches!(how, Passed::Overcome(_))),
        Some(true)
    );
    assert_eq!(national(&facts), NationalStatus::Completed);
    assert!(is(&facts, "instrument_signature", StageState::Possible));

    // The deposit shows the ratification, and tells nothing of the act on the law.
    let mut bound = Course::of("POL");
    bound.push(ratified(code("POL"), bound.today()));
    let followed = bound.followed();
    let seen = progress(
        &followed,
        &bound.facts,
        InternationalStatus::ConsentExpressed,
    );
    assert_eq!(state(&seen, "instrument_signature"), StageState::Done);
    assert_eq!(state(&seen, "assent"), StageState::NotReported);
}

// The head of State ratifies at discretion: CZ art. 63(1) b), SK art. 102(1) b), PT art. 135 b), FR
// art. 52, TR art. 104.
#[test]
fn the_second_act_of_the_head_of_state_is_a_stage_of_its_own_and_can_be_refused() {
    for (who, stages) in [
        (
            "CZE",
            &[
                "government_decision",
                "committee_deputies",
                "deputies_vote",
                "committee_senate",
                "senate_vote",
            ][..],
        ),
        ("SVK", &["government_decision", "committee_nr", "nr_vote"]),
        ("PRT", &["government_decision", "committee_ar", "ar_vote"]),
        (
            "TUR",
            &[
                "government_decision",
                "committee_tbmm",
                "tbmm_vote",
                "promulgation",
            ],
        ),
        (
            "FRA",
            &[
                "conseil_etat",
                "government_decision",
                "committee_an",
                "an_vote",
                "committee_senat",
                "senat_vote",
                "promulgation",
            ],
        ),
        (
            "POL",
            &[
                "government_decision",
                "committee_sejm",
                "sejm_vote",
                "committee_senat",
                "senat_vote",
                "assent",
            ],
        ),
    ] {
        let mut facts = Course::of(who);
        facts.pass(stages);
        assert_eq!(national(&facts), NationalStatus::Completed, "{who}");
        assert!(
            is(&facts, "instrument_signature", StageState::Possible),
            "{who}"
        );
        let between = Refusal::RecordedBetweenStates(key("instrument_signature"));
        let ratified = facts.check("instrument_signature", concluded(Outcome::Completed));
        assert_eq!(ratified, Err(between), "{who}");
        let declined = concluded(Outcome::Failed);
        assert_eq!(
            facts.check("instrument_signature", declined.clone()),
            Ok(()),
            "{who}"
        );
        facts.at("instrument_signature", declined);
        assert_eq!(national(&facts), NationalStatus::Failed, "{who}");
    }
    // Where it is a formality, nobody declines.
    let mut facts = Course::of("HUN");
    facts.pass(&[
        "government_decision",
        "committee_na",
        "na_vote",
        "speaker_signature",
        "president_signature",
    ]);
    let declined = facts.check("instrument_signature", concluded(Outcome::Failed));
    assert_eq!(
        declined,
        Err(Refusal::RecordedBetweenStates(key("instrument_signature")))
    );
}

// Constitution of Türkiye, art. 90: the law is published, and so is the treaty, before the deposit.
#[test]
fn what_comes_between_the_signature_of_the_instrument_and_its_deposit_is_not_too_early() {
    let mut facts = Course::of("TUR");
    facts.pass(&["government_decision", "committee_tbmm", "tbmm_vote"]);
    let too_early = facts.check("publication", concluded(Outcome::Completed));
    assert!(matches!(too_early, Err(Refusal::TooEarly { .. })));
    facts.pass(&["promulgation"]);
    assert_eq!(
        facts.check("publication", concluded(Outcome::Completed)),
        Ok(())
    );
    assert!(is(&facts, "publication", StageState::Possible));
    assert!(is(&facts, "deposit", StageState::NotYet));
    // What the law has follow the deposit does wait for it.
    let mut facts = Course::of("SVK");
    facts.pass(&["government_decision", "committee_nr", "nr_vote"]);
    let too_early = facts.check("publication", concluded(Outcome::Completed));
    assert!(matches!(too_early, Err(Refusal::TooEarly { .. })));
}

/// Germany, up to the second passage in the Bundesrat, which objected with these figures.
fn objected_in_the_bundesrat(yes: Option<u32>) -> Course {
    let mut facts = Course::of("DEU");
    facts.pass(&[
        "government_decision",
        "bundesrat_first",
        "committee_bundestag",
        "bundestag_vote",
    ]);
    let Act::VoteTaken(taken) = objected() else {
        unreachable!()
    };
    let tally = Tally {
        yes_weight: yes,
        weights: Some(69),
        ..Tally::default()
    };
    facts.at(
        "bundesrat_second",
        Act::VoteTaken(VoteTaken { tally, ..taken }),
    );
    facts
}

// Basic Law, art. 77(4): an objection carried by two thirds of the votes of the Bundesrat takes two
// thirds of the votes cast in the Bundestag, and a majority of its members (316 of 630).
#[test]
fn in_germany_an_objection_by_two_thirds_takes_two_thirds_to_overcome() {
    let bundestag = |yes, no| counted(VoteOn::Override, Ruling::NotKnown, (yes, no, 0));
    let plain = objected_in_the_bundesrat(Some(45));
    let strong = objected_in_the_bundesrat(Some(46));
    let unknown = objected_in_the_bundesrat(None);
    let of = |facts: &Course, yes, no| verdict(facts, "bundesrat_second", bundestag(yes, no));
    assert_eq!(of(&plain, 316, 300), Verdict::Carried);
    assert_eq!(of(&plain, 315, 100), Verdict::Lost);
    assert_eq!(of(&strong, 316, 300), Verdict::Lost);
    assert_eq!(of(&strong, 400, 201), Verdict::Lost);
    assert_eq!(of(&strong, 400, 200), Verdict::Carried);
    // Two thirds of few are no majority of the members.
    assert_eq!(of(&strong, 315, 10), Verdict::Lost);
    let depends = Verdict::DependsOn(vec![Deciding::MajorityOfTheObjection]);
    assert_eq!(of(&unknown, 316, 300), depends);
    assert_eq!(of(&unknown, 400, 200), Verdict::Carried);
    assert_eq!(of(&unknown, 315, 10), Verdict::Lost);
    let mut facts = strong;
    assert_eq!(
        facts.check("bundesrat_second", overriding("bundestag", Ruling::Carried)),
        Ok(())
    );
    facts.at("bundesrat_second", overriding("bundestag", Ruling::Lost));
    assert_eq!(national(&facts), NationalStatus::Failed);
}

// Basic Law, art. 77(2a), 78: where consent is needed, its refusal is final.
#[test]
fn a_trigger_turns_the_question_and_what_follows_a_no() {
    for (who, before, stage, trigger) in [
        (
            "DEU",
            &[
                "government_decision",
                "bundesrat_first",
                "committee_bundestag",
                "bundestag_vote",
            ][..],
            "bundesrat_second",
            Trigger::TreatyNeedsBundesratConsent,
        ),
        (
            "AUT",
            &[
                "government_decision",
                "committee_nationalrat",
                "nationalrat_vote",
            ],
            "bundesrat_objection",
            Trigger::TreatyTouchesSubnationalCompetence,
        ),
        (
            "POL",
            &[
                "government_decision",
                "committee_sejm",
                "sejm_vote",
                "committee_senat",
            ],
            "senat_vote",
            Trigger::TreatyTransfersPowers,
        ),
    ] {
        let mut open = Course::of(who);
        open.pass(before);
        // Until it is determined, either question may be the one.
        assert_eq!(open.check(stage, objected()), Ok(()), "{who}");
        assert_eq!(open.check(stage, carried()), Ok(()), "{who}");
        let mut ordinary = open.clone();
        ordinary.trigger(trigger, Applies::No);
        if who == "DEU" {
            open.trigger(Trigger::TreatyConflictsWithConstitution, Applies::No);
            ordinary.trigger(Trigger::TreatyConflictsWithConstitution, Applies::No);
        }
        let refused = Refusal::OtherQuestion {
            stage: key(stage),
            expected: Question::Objection,
        };
        assert_eq!(ordinary.check(stage, carried()), Err(refused), "{who}");
        ordinary.at(stage, objected());
        assert!(
            matches!(national(&ordinary), NationalStatus::UnderWay(_)),
            "{who}"
        );
        let mut consent = open.clone();
        consent.trigger(trigger, Applies::Yes);
        let refused = Refusal::OtherQuestion {
            stage: key(stage),
            expected: Question::Approval,
        };
        assert_eq!(consent.check(stage, objected()), Err(refused), "{who}");
        consent.at(stage, vote(VoteOn::Approval, Ruling::Lost));
        assert_eq!(national(&consent), NationalStatus::Failed, "{who}");
    }
}

// Constitution of Japan, arts. 60(2), 61.
#[test]
fn in_japan_thirty_days_of_silence_or_a_refusal_leave_the_word_to_the_lower_house() {
    let mut facts = Course::of("JPN");
    facts
        .sits_daily("hoc")
        .pass(&["clb", "government_decision", "committee_hor", "hor_vote"]);
    facts.at("hoc_vote", clock(0));
    let received = facts.facts.last().unwrap().date().latest().unwrap();
    assert!(is(&facts, "hoc_vote", StageState::Current));
    let mut silent = facts.clone();
    silent.wait(60).whole(support::course::determined(
        Trigger::TreatyTransfersPowers,
        Applies::No,
    ));
    // The day of receipt counts: consent is deemed given on the day after the thirtieth.
    let deemed = LegalDate::on(received.plus_days(30).unwrap());
    assert_eq!(
        passed(&silent, "hoc_vote", |how| how.date().cloned()),
        Some(Some(deemed.clone()))
    );
    assert_eq!(
        now(&silent, |progress| progress.completed.clone()),
        Some(deemed)
    );

    let mut refused = facts.clone();
    refused.at("hoc_vote", vote(VoteOn::Approval, Ruling::Lost));
    assert!(matches!(national(&refused), NationalStatus::UnderWay(_)));
    refused.at("hoc_vote", concluded(Outcome::Completed));
    assert_eq!(national(&refused), NationalStatus::Completed);
    // Without a calendar of the recess nothing is claimed.
    let mut unknown = Course::of("JPN");
    unknown.pass(&["clb", "government_decision", "committee_hor", "hor_vote"]);
    unknown
        .at("hoc_vote", clock(0))
        .wait(60)
        .whole(support::course::determined(
            Trigger::TreatyTransfersPowers,
            Applies::No,
        ));
    assert!(is(&unknown, "hoc_vote", StageState::Current));
    // The upper house does not begin: the thirty days run from the vote of the lower.
    let first = Course::of("JPN");
    assert!(matches!(
        first.check("hoc_vote", carried()),
        Err(Refusal::TooEarly { .. })
    ));
}

// Constitution of Poland, art. 121(2): thirty days. Constitution of Romania, art. 75(2): forty-five.
#[test]
fn silence_passes_a_house_in_poland_and_in_romania() {
    let mut poland = Course::of("POL");
    poland.pass(&[
        "government_decision",
        "committee_sejm",
        "sejm_vote",
        "committee_senat",
    ]);
    poland.at("senat_vote", clock(0)).wait(29);
    assert!(is(&poland, "senat_vote", StageState::Current));
    poland.wait(2).done("committee_senat");
    assert!(is(&poland, "senat_vote", StageState::Done));
    let mut romania = Course::of("ROU");
    romania.pass(&["government_decision", "committee_deputies"]);
    romania
        .at("deputies_vote", clock(0))
        .wait(46)
        .at("committee_senate", begun());
    assert_eq!(
        passed(&romania, "deputies_vote", |how| matches!(
            how,
            Passed::Silence { .. }
        )),
        Some(true)
    );
    // A refusal by the first chamber leaves the decision to the second.
    let mut refused = Course::of("ROU");
    refused.pass(&["government_decision", "committee_deputies"]);
    refused.at("deputies_vote", vote(VoteOn::Approval, Ruling::Lost));
    assert_eq!(
        passed(&refused, "deputies_vote", |how| matches!(
            how,
            Passed::AgainstTheTreaty(_)
        )),
        Some(true)
    );
    assert!(is(&refused, "committee_senate", StageState::Possible));
}

// Kingdom Act on the approval and publication of treaties, art. 5.
#[test]
fn in_the_netherlands_thirty_members_turn_tacit_approval_into_an_explicit_one() {
    let mut facts = Course::of("NLD");
    facts
        .route("tacit")
        .pass(&["government_decision", "council_of_state"])
        .at("laying", begun());
    let mut silent = facts.clone();
    silent.wait(31).whole(support::course::determined(
        Trigger::TreatyTransfersPowers,
        Applies::No,
    ));
    assert_eq!(national(&silent), NationalStatus::Completed);

    let requests = |count| {
        let Act::VoteTaken(taken) = vote(VoteOn::Approval, Ruling::NotKnown) else {
            unreachable!()
        };
        let group = |name: &str, yes| GroupTally {
            group: key(name),
            yes: Some(yes),
            no: None,
            abstain: None,
        };
        let groups = vec![group("requests_tk", count), group("requests_ek", 0)];
        Act::VoteTaken(VoteTaken {
            tally: Tally {
                groups,
                ..Tally::default()
            },
            ..taken
        })
    };
    assert_eq!(verdict(&facts, "laying", requests(29)), Verdict::Carried);
    assert_eq!(verdict(&facts, "laying", requests(30)), Verdict::Lost);
    facts.at("laying", concluded(Outcome::Failed));
    let explicit = key("explicit");
    assert_eq!(
        now(&facts, |progress| progress.awaited_route().cloned()),
        Some(explicit.clone())
    );
    blocked(&facts, "instrument_signature", |blockers| {
        assert_eq!(
            blockers,
            [Blocker::Stage(&key("laying")), Blocker::Route(&explicit)]
        );
    });
    assert!(matches!(national(&facts), NationalStatus::UnderWay(_)));
    let elsewhere = facts.check("laying", concluded(Outcome::Completed));
    assert_eq!(elsewhere, Err(Refusal::OtherRoute(explicit.clone())));
    let first = now(&facts, |progress| possible_acts(progress).remove(0));
    assert_eq!((first.stage, first.act), (None, PossibleAct::RouteChosen));
    facts.route("explicit");
    // The government decided and was advised once; the submission was one for tacit approval.
    assert!(is(&facts, "council_of_state", StageState::Done));
    assert!(is(&facts, "committee_tk", StageState::Possible));
    now(&facts, |progress| {
        let left = progress
            .elsewhere
            .iter()
            .filter(|fact| fact.statement.stage == Some(key("laying")));
        assert_eq!(left.count(), 2);
    });
    // The Senate comes second.
    facts.pass(&["committee_tk"]);
    assert!(matches!(
        facts.check("ek_vote", carried()),
        Err(Refusal::TooEarly { .. })
    ));
}

// Federal Constitution of Switzerland, arts. 140(1) b, 141(1) d.
#[test]
fn in_switzerland_a_petition_inserts_a_referendum() {
    let mut facts = Course::of("CHE");
    facts.pass(&[
        "government_decision",
        "committee_sr",
        "sr_vote",
        "committee_nr",
        "nr_vote",
    ]);
    facts.trigger(Trigger::TreatyJoinsCollectiveSecurityOrg, Applies::No);
    assert!(is(&facts, "optional_referendum", StageState::NotDetermined));
    assert!(matches!(national(&facts), NationalStatus::UnderWay(_)));
    blocked(&facts, "instrument_signature", |blockers| {
        let stage = key("optional_referendum");
        assert_eq!(
            blockers,
            [Blocker::Trigger {
                trigger: Trigger::Petition,
                stage: &stage
            }]
        );
    });
    facts.at("optional_referendum", clock(0));
    // The time for signatures runs: nothing has begun, and nothing is settled.
    assert!(is(&facts, "optional_referendum", StageState::NotDetermined));
    let mut quiet = facts.clone();
    quiet.wait(101).whole(support::course::determined(
        Trigger::TreatyTransfersPowers,
        Applies::No,
    ));
    let closed = StageState::Skipped {
        ground: Ground::WindowClosed,
    };
    assert!(is(&quiet, "optional_referendum", closed));
    assert_eq!(national(&quiet), NationalStatus::Completed);
    facts.trigger(Trigger::Petition, Applies::Yes);
    assert!(is(&facts, "optional_referendum", StageState::Possible));
    facts.at("optional_referendum", vote(VoteOn::Approval, Ruling::Lost));
    assert_eq!(national(&facts), NationalStatus::Failed);
    blocked(&facts, "instrument_signature", |blockers| {
        assert_eq!(blockers[0], Blocker::Failed(&key("optional_referendum")));
    });
    assert_eq!(
        facts.check("mandatory_referendum", carried()),
        Err(Refusal::Stopped {
            stage: key("mandatory_referendum"),
            by: vec![key("optional_referendum")]
        })
    );
    // People and cantons, where both are asked: art. 142(2).
    let people = |yes, no, cantons| {
        let Act::VoteTaken(taken) = counted(VoteOn::Approval, Ruling::NotKnown, (yes, no, 0))
        else {
            unreachable!()
        };
        let group = GroupTally {
            group: key("cantons"),
            yes: Some(cantons),
            no: Some(23 - cantons),
            abstain: None,
        };
        let tally = Tally {
            groups: vec![group],
            present: None,
            ..taken.tally
        };
        Act::VoteTaken(VoteTaken { tally, ..taken })
    };
    assert_eq!(
        verdict(
            &facts,
            "mandatory_referendum",
            people(1_200_000, 1_000_000, 12)
        ),
        Verdict::Carried
    );
    assert_eq!(
        verdict(
            &facts,
            "mandatory_referendum",
            people(1_200_000, 1_000_000, 11)
        ),
        Verdict::Lost
    );
}

// Constitution of Finland, s. 94(2): a majority of the votes cast, or two thirds of them. The Constitutional
// Law Committee says which.
#[test]
fn until_a_trigger_is_determined_the_majority_is_a_range() {
    let mut facts = Course::of("FIN");
    let vote = || approval(120, 70, 9);
    let both = vec![
        Deciding::Trigger(Trigger::TreatyTransfersPowers),
        Deciding::Trigger(Trigger::TreatyConflictsWithConstitution),
    ];
    assert_eq!(
        verdict(&facts, "eduskunta_vote", vote()),
        Verdict::DependsOn(both)
    );
    // The accession to the North Atlantic Treaty in 2023: 184 to 7 is enough under either.
    assert_eq!(
        verdict(&facts, "eduskunta_vote", approval(184, 7, 0)),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&facts, "eduskunta_vote", approval(95, 100, 0)),
        Verdict::Lost
    );
    now(&facts, |progress| {
        let majorities = &progress.stage(&key("eduskunta_vote")).unwrap().majorities;
        assert!(majorities.certain.is_empty());
        assert_eq!(majorities.possible.len(), 3);
        assert_eq!(majorities.possible[0].case, Case::Ordinary);
        assert!(
            majorities.possible[1]
                .legal_basis
                .iter()
                .any(|basis| basis.as_str().contains("94"))
        );
    });
    facts.trigger(Trigger::TreatyConflictsWithConstitution, Applies::No);
    let open = vec![Deciding::Trigger(Trigger::TreatyTransfersPowers)];
    assert_eq!(
        verdict(&facts, "eduskunta_vote", vote()),
        Verdict::DependsOn(open)
    );
    let mut simple = facts.clone();
    simple.trigger(Trigger::TreatyTransfersPowers, Applies::No);
    assert_eq!(verdict(&simple, "eduskunta_vote", vote()), Verdict::Carried);
    facts.trigger(Trigger::TreatyTransfersPowers, Applies::Yes);
    assert_eq!(verdict(&facts, "eduskunta_vote", vote()), Verdict::Lost);
    // The last word counts.
    facts.trigger(Trigger::TreatyTransfersPowers, Applies::No);
    assert_eq!(verdict(&facts, "eduskunta_vote", vote()), Verdict::Carried);
}

// What a treaty says does not change with the day on which somebody determines it.
#[test]
fn a_vote_is_judged_by_what_was_determined_before_it_or_first_after_it() {
    let mut facts = Course::of("FIN");
    facts.at("eduskunta_vote", approval(120, 70, 0));
    facts.trigger(Trigger::TreatyConflictsWithConstitution, Applies::No);
    let first = facts.facts[0].hash;
    let judged = |facts: &Course| {
        let followed = facts.followed();
        let stage = followed.route.stage(&key("eduskunta_vote")).unwrap();
        let Some(Act::VoteTaken(vote)) = facts.facts[0].act() else {
            unreachable!()
        };
        followed
            .arithmetic(stage, vote, Determinations::when(&facts.facts, first))
            .unwrap()
            .verdict
    };
    facts.trigger(Trigger::TreatyTransfersPowers, Applies::Yes);
    facts.trigger(Trigger::TreatyTransfersPowers, Applies::No);
    assert_eq!(judged(&facts), Verdict::Lost);
}

#[test]
fn a_vote_is_judged_by_the_version_adopted_when_it_happened() {
    let filed = library::of(code("FIN")).unwrap();
    let hash = Digest::of(b"a later version");
    let library = Library::new().with_adopted(hash, filed.procedure.as_ref().clone());
    let mut facts = Course::of("FIN");
    facts.at("eduskunta_vote", approval(120, 70, 0));
    facts.whole(Act::ProcedureAdopted(ProcedureAdopted {
        file: hash,
        route: None,
        standing: ProcedureStanding::ConfirmedByParticipant,
    }));
    let vote = facts.facts[0].hash;
    let file = |followed: Option<Followed>| followed.unwrap().file;
    assert_eq!(
        file(library.followed_when(facts.code, &facts.facts, vote)),
        filed.hash
    );
    assert_eq!(file(library.followed(facts.code, &facts.facts)), hash);
}

// Instrument of Government of Sweden, ch. 10 art. 6(2): three quarters of those voting, and more than half
// of all members. The defence co-operation agreement with the United States of 2024: 266 to 37.
#[test]
fn in_sweden_a_transfer_of_authority_takes_three_quarters_and_half_of_all_members() {
    let mut facts = Course::of("SWE");
    facts.trigger(Trigger::TreatyTransfersPowers, Applies::Yes);
    let of = |yes, no| verdict(&facts, "riksdag_vote", approval(yes, no, 0));
    assert_eq!(of(266, 37), Verdict::Carried);
    assert_eq!(of(225, 75), Verdict::Carried);
    assert_eq!(of(225, 76), Verdict::Lost);
    assert_eq!(of(174, 10), Verdict::Lost);
    assert_eq!(of(175, 10), Verdict::Carried);
}

// Constitution of Greece, arts. 28(2)-(3), 36(2), 67; of North Macedonia, art. 69; of Türkiye, art. 96.
#[test]
fn a_floor_measured_on_all_members_stands_beside_the_majority_of_those_present() {
    let mut greece = Course::of("GRC");
    // Below the floor it is lost, whatever the treaty does.
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(74, 10, 0)),
        Verdict::Lost
    );
    let all = [
        Trigger::TreatyTransfersPowers,
        Trigger::TreatyLimitsSovereignty,
        Trigger::TreatyStationsForeignForces,
    ];
    let open = all.map(Deciding::Trigger).to_vec();
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(75, 10, 0)),
        Verdict::DependsOn(open)
    );
    let open = vec![Deciding::Trigger(Trigger::TreatyTransfersPowers)];
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(151, 149, 0)),
        Verdict::DependsOn(open)
    );
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(180, 120, 0)),
        Verdict::Carried
    );
    // Where two cases apply, each has to be reached.
    greece.trigger(Trigger::TreatyLimitsSovereignty, Applies::Yes);
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(150, 10, 0)),
        Verdict::Lost
    );
    greece.trigger(Trigger::TreatyTransfersPowers, Applies::Yes);
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(179, 10, 0)),
        Verdict::Lost
    );
    assert_eq!(
        verdict(&greece, "parliament_vote", approval(180, 10, 0)),
        Verdict::Carried
    );

    let mut macedonia = Course::of("MKD");
    macedonia
        .trigger(Trigger::TreatyJoinsUnionOfStates, Applies::No)
        .trigger(Trigger::TreatyJoinsInternationalOrganisation, Applies::No);
    assert_eq!(
        verdict(&macedonia, "assembly_vote", approval(40, 25, 0)),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&macedonia, "assembly_vote", approval(39, 25, 0)),
        Verdict::Lost
    );
    let turkiye = Course::of("TUR");
    assert_eq!(
        verdict(&turkiye, "tbmm_vote", approval(151, 60, 0)),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&turkiye, "tbmm_vote", approval(150, 60, 0)),
        Verdict::Lost
    );
}

// Belgium: a majority in each language group of the United Assembly (COCOM), special Act of 12 January
// 1989, art. 72.
#[test]
fn in_brussels_each_language_group_has_to_carry_it() {
    let facts = Course::of("BEL");
    let groups = |french: (u32, u32), dutch: (u32, u32)| {
        let Act::VoteTaken(taken) = vote(VoteOn::Approval, Ruling::NotKnown) else {
            unreachable!()
        };
        let group = |name: &str, (yes, no)| GroupTally {
            group: key(name),
            yes: Some(yes),
            no: Some(no),
            abstain: Some(0),
        };
        let groups = vec![group("french", french), group("dutch", dutch)];
        Act::VoteTaken(VoteTaken {
            tally: Tally {
                groups,
                ..Tally::default()
            },
            ..taken
        })
    };
    assert_eq!(
        verdict(&facts, "cocom_vote", groups((50, 20), (9, 8))),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&facts, "cocom_vote", groups((72, 0), (8, 9))),
        Verdict::Lost
    );
}

// Treaty on European Union, art. 31(1); TFEU, arts. 218(8), 238(4): an abstention does not prevent unanimity.
#[test]
fn in_the_council_one_against_is_too_many_where_unanimity_is_asked_for() {
    let mut facts = Course::of("EUU");
    assert_eq!(
        verdict(&facts, "council_conclude", approval(26, 0, 1)),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&facts, "council_conclude", approval(26, 1, 0)),
        Verdict::Lost
    );
    facts.route("consent_procedure");
    let council = |states, population| {
        let Act::VoteTaken(taken) = approval(states, 27 - states, 0) else {
            unreachable!()
        };
        let group = |name: &str, yes, no| GroupTally {
            group: key(name),
            yes: Some(yes),
            no: Some(no),
            abstain: Some(0),
        };
        let groups = vec![
            group("states", states, 27 - states),
            group("population", population, 100 - population),
        ];
        Act::VoteTaken(VoteTaken {
            tally: Tally {
                groups,
                ..taken.tally
            },
            ..taken
        })
    };
    let open = vec![Deciding::Trigger(Trigger::UnanimityField)];
    assert_eq!(
        verdict(&facts, "council_conclude", council(15, 65)),
        Verdict::DependsOn(open)
    );
    assert_eq!(
        verdict(&facts, "council_conclude", council(14, 80)),
        Verdict::Lost
    );
    assert_eq!(
        verdict(&facts, "council_conclude", council(27, 100)),
        Verdict::Carried
    );
}

// US Constitution, art. II s. 2 cl. 2. The Convention on the Rights of Persons with Disabilities, 4 December
// 2012: 61 to 38. The NAFTA Implementation Act in the Senate, 20 November 1993: the same figures.
#[test]
fn sixty_one_to_thirty_eight_fails_as_a_treaty_and_carries_as_an_act() {
    let mut facts = Course::of("USA");
    let vote = || approval(61, 38, 0);
    assert_eq!(verdict(&facts, "senate_vote", vote()), Verdict::Lost);
    facts.route("congressional_executive_agreement");
    assert_eq!(verdict(&facts, "senate_vote", vote()), Verdict::Carried);
}

#[test]
fn a_treaty_that_the_senate_declines_goes_back_to_the_committee_and_another_route_counts_other_votes()
 {
    let mut facts = Course::of("USA");
    facts.pass(&["government_decision", "transmittal", "sfrc", "layover"]);
    facts.at("senate_vote", vote(VoteOn::Approval, Ruling::Lost));
    assert!(is(&facts, "sfrc", StageState::Possible));
    assert!(is(&facts, "senate_vote", StageState::NotYet));
    assert!(is(&facts, "transmittal", StageState::Done));
    now(&facts, |progress| {
        for stage in ["sfrc", "layover", "senate_vote"] {
            let at = progress.stage(&key(stage)).unwrap();
            assert_eq!(
                at.passages.first().unwrap().end,
                Some(PassageEnd::SetAside),
                "{stage}"
            );
            assert_eq!(at.facts.len(), 1, "{stage}");
        }
        assert!(matches!(progress.national, NationalStatus::UnderWay(_)));
    });
    // Chosen late: what the Senate did with the treaty is nothing that it did with a joint resolution.
    let mut changed = facts.clone();
    changed.route("congressional_executive_agreement");
    assert!(is(&changed, "government_decision", StageState::Done));
    assert!(is(&changed, "senate_vote", StageState::NotYet));
    now(&changed, |progress| {
        assert!(
            progress
                .stage(&key("senate_vote"))
                .unwrap()
                .facts
                .is_empty()
        );
        let votes = progress
            .elsewhere
            .iter()
            .filter(|fact| matches!(fact.act(), Some(Act::VoteTaken(_))));
        assert_eq!(votes.count(), 1);
    });
    // Either House may begin.
    changed.pass(&["committee_senate", "senate_vote"]);
    assert!(is(&changed, "house_vote", StageState::NotYet));
    assert!(is(&changed, "committee_house", StageState::Possible));
    assert!(matches!(
        changed.check("presentment", concluded(Outcome::Completed)),
        Err(Refusal::TooEarly { .. })
    ));
    // An endorsement is none of it, nor is it one of an endorsement.
    changed.route("concurrent_or_sense_resolution");
    assert!(is(&changed, "senate_vote", StageState::Possible));
    // And back: the treaty is where it was.
    changed.route("treaty");
    assert!(is(&changed, "sfrc", StageState::Possible));
    facts.pass(&["sfrc", "layover", "senate_vote"]);
    assert_eq!(national(&facts), NationalStatus::Completed);
}

// US Constitution, art. I s. 7 cl. 2: two thirds of each House.
#[test]
fn a_veto_of_the_president_of_the_united_states_is_overridden_by_each_house() {
    let mut facts = Course::of("USA");
    facts.route("congressional_executive_agreement");
    facts.pass(&[
        "government_decision",
        "committee_house",
        "house_vote",
        "committee_senate",
        "senate_vote",
    ]);
    facts.at("presentment", concluded(Outcome::Failed));
    let unnamed = vote(VoteOn::Override, Ruling::Carried);
    assert_eq!(
        facts.check("presentment", unnamed),
        Err(Refusal::ChamberNotNamed(key("presentment")))
    );
    facts.at("presentment", overriding("house", Ruling::Carried));
    let left = awaits(
        &facts,
        "presentment",
        |on| matches!(on, Awaits::Override { outstanding, .. } if *outstanding == [&key("senate")]),
    );
    assert_eq!(left, Some(true));
    let mut upheld = facts.clone();
    upheld.at("presentment", overriding("senate", Ruling::Lost));
    assert_eq!(national(&upheld), NationalStatus::Failed);
    facts.at("presentment", overriding("senate", Ruling::Carried));
    assert_eq!(
        passed(&facts, "presentment", |how| matches!(
            how,
            Passed::Overcome(_)
        )),
        Some(true)
    );
    assert!(is(&facts, "publication", StageState::Possible));
}

#[test]
fn conditions_of_the_consent_hold_up_the_deposit_until_they_are_met() {
    let mut facts = Course::of("USA");
    facts.pass(&["government_decision", "transmittal", "sfrc", "layover"]);
    let condition = |name: &str, gates| ConsentCondition {
        condition: key(name),
        text: text(name),
        gates,
    };
    let Act::VoteTaken(taken) = carried() else {
        unreachable!()
    };
    let conditions = vec![
        condition("certification", Gate::Deposit),
        condition("report", Gate::Nothing),
    ];
    facts.at(
        "senate_vote",
        Act::VoteTaken(VoteTaken {
            conditions,
            ..taken
        }),
    );
    assert_eq!(national(&facts), NationalStatus::Completed);
    blocked(&facts, "deposit", |blockers| {
        let held: Vec<&str> = blockers
            .iter()
            .filter_map(|blocker| match blocker {
                Blocker::Condition(condition) => Some(condition.condition.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(held, ["certification"]);
    });
    // The President may ratify; the deposit waits.
    assert!(is(&facts, "instrument_signature", StageState::Possible));
    let offers = |facts: &Course, act| {
        now(facts, |progress| {
            possible_acts(progress).iter().any(|one| one.act == act)
        })
    };
    assert!(offers(&facts, PossibleAct::ConditionMet) && !offers(&facts, PossibleAct::Consent));
    facts.whole(Act::ConditionMet(ConditionMet {
        condition: key("certification"),
        how: text("Certified"),
        evidence: None,
    }));
    assert!(blocked(&facts, "deposit", |blockers| !blockers
        .iter()
        .any(|one| matches!(one, Blocker::Condition(_)))));
    assert!(offers(&facts, PossibleAct::Consent) && !offers(&facts, PossibleAct::ConditionMet));
}

// Constitution of Denmark, s. 20(2): a Bill that misses five sixths of the members goes to the electors.
#[test]
fn in_denmark_a_bill_that_misses_five_sixths_goes_to_a_referendum() {
    let before = [
        "government_decision",
        "foreign_policy_committee",
        "committee_folketing",
    ];
    let mut facts = Course::of("DNK");
    facts
        .pass(&before)
        .trigger(Trigger::TreatyTransfersPowers, Applies::Yes);
    assert_eq!(
        verdict(&facts, "folketing_vote", approval(150, 29, 0)),
        Verdict::Carried
    );
    assert_eq!(
        verdict(&facts, "folketing_vote", approval(149, 30, 0)),
        Verdict::Lost
    );
    facts
        .at("folketing_vote", carried())
        .at("folketing_vote", vote(VoteOn::Approval, Ruling::Lost));
    assert_eq!(
        passed(&facts, "folketing_vote", |how| matches!(
            how,
            Passed::LeftFor(_)
        )),
        Some(true)
    );
    assert!(is(&facts, "section20_referendum", StageState::Possible));
    assert!(matches!(national(&facts), NationalStatus::UnderWay(_)));
    facts.at("section20_referendum", carried());
    assert_eq!(national(&facts), NationalStatus::Completed);
    // Section 19 alone: what is lost is lost.
    let mut ordinary = Course::of("DNK");
    ordinary
        .pass(&before)
        .trigger(Trigger::TreatyTransfersPowers, Applies::No);
    ordinary.at("folketing_vote", vote(VoteOn::Approval, Ruling::Lost));
    assert_eq!(national(&ordinary), NationalStatus::Failed);
}

// Constitution of Bulgaria, art. 88(1): the Assembly votes on two readings.
#[test]
fn the_first_of_two_readings_does_not_pass_the_stage() {
    let mut facts = Course::of("BGR");
    facts.pass(&["government_decision", "committee_assembly"]);
    facts.at("assembly_vote", carried());
    let reading = awaits(&facts, "assembly_vote", |on| {
        *on == Awaits::Reading { passed: 1, of: 2 }
    });
    assert_eq!(reading, Some(true));
    assert!(is(&facts, "instrument_signature", StageState::NotYet));
    assert_eq!(facts.check("assembly_vote", begun()), Ok(()));
    let mut concluded_at_once = facts.clone();
    facts.at("assembly_vote", carried());
    assert!(is(&facts, "assembly_vote", StageState::Done));
    concluded_at_once.done("assembly_vote");
    assert!(is(&concluded_at_once, "assembly_vote", StageState::Done));
}

// Rules of the Bundestag, s. 81 and 86, and of the Folketing: a treaty is read twice, and put to the
// vote at the end of the last reading.
#[test]
fn where_only_the_last_reading_is_voted_on_one_vote_passes_the_stage() {
    let mut facts = Course::of("DNK");
    facts.pass(&[
        "government_decision",
        "foreign_policy_committee",
        "committee_folketing",
    ]);
    facts.at("folketing_vote", carried());
    assert!(is(&facts, "folketing_vote", StageState::Done));
    let mut lost = Course::of("DEU");
    lost.pass(&[
        "government_decision",
        "bundesrat_first",
        "committee_bundestag",
    ]);
    lost.at("bundestag_vote", vote(VoteOn::Approval, Ruling::Lost));
    assert_eq!(national(&lost), NationalStatus::Failed);
}

// Constitution of Luxembourg, art. 78(4): the second vote comes three months after the first.
#[test]
fn in_luxembourg_a_second_vote_waits_three_months() {
    let mut facts = Course::of("LUX");
    facts.pass(&[
        "government_decision",
        "council_of_state",
        "committee_chamber",
        "first_vote",
    ]);
    assert!(is(&facts, "second_vote", StageState::IfCalledFor));
    assert!(is(&facts, "assent", StageState::Possible));
    facts.trigger(Trigger::DispensationRefused, Applies::Yes);
    assert!(is(&facts, "second_vote", StageState::Possible));
    assert!(is(&facts, "assent", StageState::NotYet));
    facts.at("second_vote", clock(0));
    assert!(matches!(
        facts.check("second_vote", carried()),
        Err(Refusal::WaitRuns { .. })
    ));
    facts.wait(95);
    assert_eq!(facts.check("second_vote", carried()), Ok(()));
}

// Constitution of Slovenia, arts. 3a(1), 91.
#[test]
fn in_slovenia_a_veto_takes_the_majority_that_the_law_needed() {
    let mut facts = Course::of("SVN");
    let again = |yes| counted(VoteOn::Override, Ruling::NotKnown, (yes, 20, 0));
    let open = Verdict::DependsOn(vec![Deciding::Trigger(Trigger::TreatyIsDefensiveAlliance)]);
    assert_eq!(verdict(&facts, "ds_veto", again(46)), open);
    facts.trigger(Trigger::TreatyIsDefensiveAlliance, Applies::Yes);
    assert_eq!(verdict(&facts, "ds_veto", again(59)), Verdict::Lost);
    assert_eq!(verdict(&facts, "ds_veto", again(60)), Verdict::Carried);
}

#[test]
fn which_house_begins_is_what_the_file_says() {
    let free = [
        ("CHE", "sr_vote"),
        ("CZE", "senate_vote"),
        ("FRA", "senat_vote"),
        ("ITA", "senato_vote"),
    ];
    for (who, second) in free {
        let mut facts = Course::of(who);
        let followed = facts.followed();
        let first = followed.route.stage(&key(second)).unwrap().chamber.clone();
        for stage in &followed.route.stages {
            if stage.key == key(second) {
                break;
            }
            let is_theirs = stage.chamber.is_none() || stage.chamber == first;
            if is_theirs && !stage.optional {
                facts.pass(&[stage.key.as_str()]);
            }
        }
        assert_eq!(facts.check(second, carried()), Ok(()), "{who}");
    }
    for (who, second) in [
        ("ESP", "senado_vote"),
        ("NLD", "ek_vote"),
        ("ROU", "senate_vote"),
        ("JPN", "hoc_vote"),
        ("AUT", "bundesrat_objection"),
        ("DEU", "bundesrat_second"),
        ("POL", "senat_vote"),
    ] {
        let mut facts = Course::of(who);
        let followed = facts.followed();
        let theirs = followed.route.stage(&key(second)).unwrap().chamber.clone();
        for stage in &followed.route.stages {
            if stage.key == key(second) {
                break;
            }
            if !stage.optional && stage.chamber.is_none() {
                facts.pass(&[stage.key.as_str()]);
            }
        }
        let stage = followed.route.stage(&key(second)).unwrap();
        let act = vote(VoteOn::from(stage.vote_on.unwrap()), Ruling::Carried);
        let Err(Refusal::TooEarly { waiting_for, .. }) = facts.check(second, act) else {
            panic!("{who}");
        };
        let waits_for_the_other = waiting_for.iter().any(|waiting| {
            let before = followed.route.stage(waiting).unwrap();
            before.kind.is_vote() && before.chamber != theirs
        });
        assert!(waits_for_the_other, "{who}: {waiting_for:?}");
    }
}

#[test]
fn a_route_that_is_chosen_is_one_of_the_procedure_and_not_the_one_followed() {
    let mut facts = Course::of("NLD");
    let chosen = |route: &str| {
        Act::RouteChosen(RouteChosen {
            route: key(route),
            ground: None,
        })
    };
    let check = |facts: &Course, route| {
        check_act(
            &facts.followed(),
            &facts.facts,
            &facts.statement(None, chosen(route)),
        )
    };
    assert_eq!(
        check(&facts, "explicit"),
        Err(Refusal::SameRoute(key("explicit")))
    );
    assert_eq!(check(&facts, "tacit"), Ok(()));
    facts.route("tacit");
    assert_eq!(
        check(&facts, "tacit"),
        Err(Refusal::SameRoute(key("tacit")))
    );
    assert_eq!(national(&facts), NationalStatus::NotBegun);
    assert_eq!(day("2026-01-01"), facts.facts[0].date().latest().unwrap());
}

// A calendar that is not published: the 21 days cannot be over before 21 days are.
#[test]
fn without_a_calendar_a_wait_is_refused_only_while_it_cannot_be_over() {
    let mut facts = Course::of("GBR");
    facts.done("government_decision").at("laying", begun());
    let laid = facts.facts.last().unwrap().date().latest().unwrap();
    let free_from = laid.plus_days(22).unwrap();
    let too_early = Refusal::WaitRuns {
        stage: key("laying"),
        free_from,
    };
    assert_eq!(
        facts.check("laying", concluded(Outcome::Completed)),
        Err(too_early)
    );
    facts.wait(40);
    assert!(is(&facts, "laying", StageState::Current));
    assert_eq!(facts.check("laying", concluded(Outcome::Completed)), Ok(()));
}
