//! How far a procedure is, on the ordinary path of every country and on the turns it can take.

#![cfg(feature = "procedures")]
#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::sync::Arc;

use domain::act::{
    Act, Applies, ClockStarted, CourtReferral, Outcome, ProcedureAdopted, ProcedureConcluded,
    ProcedureStanding, RouteChosen, Ruling, StepScheduled, Tally, TriggerDetermined, VoteOn,
    VoteTaken,
};
use domain::digest::Digest;
use domain::legal_date::LegalDate;
use domain::majority::{Decision, Question};
use domain::procedure::{
    Determinations, Followed, Ground, Library, Possible, PossibleAct, Refusal, Stage, StageKind,
    StageState, Trigger, check_act, library, possible_acts,
};
use domain::status::{InternationalStatus, NationalStatus};
use support::course::{
    Course, begun, carried, concluded, departure, determined, ending, not_required, progress,
    readings, state, vote,
};
use support::{code, day, key, ratified, retracting, signed, text};

fn at(stage: &str, act: PossibleAct) -> Possible {
    Possible {
        stage: Some(key(stage)),
        act,
    }
}

#[test]
fn the_ordinary_path_of_every_route_ends_in_completion_and_the_deposit() {
    for filed in library::all() {
        for route in &filed.procedure.routes {
            let mut facts = Course {
                code: filed.procedure.entity,
                facts: Vec::new(),
                idle: 0,
            };
            if !route.default {
                facts.whole(Act::RouteChosen(RouteChosen {
                    route: route.key.clone(),
                    ground: None,
                }));
            }
            let place = format!("{} {}", filed.name, route.key);
            for trigger in undetermined(&facts, &place) {
                facts.whole(determined(trigger, Applies::No));
            }
            walk(&mut facts, &place);
        }
    }
}

fn before_signature(followed: &Followed) -> impl Iterator<Item = &Stage> {
    let stages = followed.route.stages.iter();
    stages.take_while(|stage| stage.kind != StageKind::InstrumentSignature)
}

/// The triggers that have to be determined before the procedure can be completed. Without that, all
/// the other stages do not complete it.
fn undetermined(facts: &Course, place: &str) -> Vec<Trigger> {
    let mut silent = facts.clone();
    let followed = silent.followed();
    let before = progress(&followed, &facts.facts, InternationalStatus::None);
    let open = before
        .stages
        .iter()
        .filter(|stage| stage.state == StageState::NotDetermined);
    let triggers: Vec<Trigger> = open
        .map(|stage| stage.stage.condition.as_ref().unwrap().trigger)
        .collect();
    if triggers.is_empty() {
        return triggers;
    }
    for stage in before_signature(&followed) {
        if !stage.optional && !stage.kind.is_international() {
            for _ in 0..readings(stage) {
                silent.at(stage.key.as_str(), ending(stage));
            }
        }
    }
    let after = progress(&followed, &silent.facts, InternationalStatus::Signed);
    assert_ne!(after.national, NationalStatus::Completed, "{place}");
    let between_states = after
        .stages
        .iter()
        .filter(|stage| stage.stage.kind.is_international());
    for stage in between_states {
        assert_eq!(stage.state, StageState::NotYet, "{place}");
    }
    // Consent answers the question.
    let bound = progress(
        &followed,
        &silent.facts,
        InternationalStatus::ConsentExpressed,
    );
    assert_eq!(bound.national, NationalStatus::Completed, "{place}");
    triggers
}

#[test]
fn a_decisive_stage_whose_case_is_not_determined_keeps_the_procedure_open() {
    let mut facts = Course::of("IRL");
    let followed = facts.followed();
    for stage in before_signature(&followed) {
        if !stage.optional && !stage.kind.is_international() {
            facts.at(stage.key.as_str(), ending(stage));
        }
    }
    let open = progress(&followed, &facts.facts, InternationalStatus::Signed);
    assert_eq!(state(&open, "dail_approval"), StageState::NotDetermined);
    assert_eq!(state(&open, "referendum"), StageState::NotDetermined);
    assert_eq!(open.completed, None);
    assert!(possible_acts(&open).contains(&at("dail_approval", PossibleAct::StepNotRequired)));
    facts.whole(determined(
        Trigger::TreatyConflictsWithConstitution,
        Applies::No,
    ));
    let mut needed = facts.clone();
    facts.at("dail_approval", not_required());
    let not_needed = progress(&followed, &facts.facts, InternationalStatus::Signed);
    assert_eq!(not_needed.national, NationalStatus::Completed);
    needed.whole(determined(Trigger::TreatyChargesPublicFunds, Applies::Yes));
    let waiting = progress(&followed, &needed.facts, InternationalStatus::Signed);
    assert_eq!(state(&waiting, "dail_approval"), StageState::Possible);
    needed.at("dail_approval", carried());
    let approved = progress(&followed, &needed.facts, InternationalStatus::Signed);
    assert_eq!(approved.national, NationalStatus::Completed);

    // The period in which citizens can ask for a vote is no silence of theirs.
    let switzerland = Course::of("CHE");
    let followed = switzerland.followed();
    let window = progress(&followed, &switzerland.facts, InternationalStatus::None);
    assert_eq!(
        state(&window, "optional_referendum"),
        StageState::NotDetermined
    );
    // An event that has not happened is none.
    let germany = Course::of("DEU");
    let followed = germany.followed();
    let progress = progress(&followed, &germany.facts, InternationalStatus::None);
    assert_eq!(state(&progress, "bverfg"), StageState::IfCalledFor);
}

/// Walks a route to its end, stage by stage.
fn walk(facts: &mut Course, place: &str) {
    let route = Arc::clone(&facts.followed().route);
    let signature = route
        .stages
        .iter()
        .find(|stage| stage.kind == StageKind::InstrumentSignature);
    let (before, after): (Vec<_>, Vec<_>) = route
        .stages
        .iter()
        .filter(|stage| !stage.optional && !stage.kind.is_international())
        .partition(|stage| signature.is_none_or(|signature| stage.order < signature.order));
    for stage in &before {
        take(facts, stage, place);
    }
    let followed = facts.followed();
    let completed = progress(&followed, &facts.facts, InternationalStatus::Signed);
    let last = facts.facts.last().unwrap().date();
    assert_eq!(completed.national, NationalStatus::Completed, "{place}");
    assert_eq!(completed.completed.as_ref(), Some(last), "{place}");
    consent(facts, &after, place);
}

/// Takes a stage, which must be allowed and offered now and never again.
fn take(facts: &mut Course, stage: &Stage, place: &str) {
    let name = stage.key.as_str();
    let followed = facts.followed();
    let now = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_ne!(now.national, NationalStatus::Completed, "{place} {name}");
    assert_eq!(now.completed, None, "{place} {name}");
    assert_eq!(state(&now, name), StageState::Possible, "{place} {name}");
    let kind = if stage.kind.is_vote() {
        PossibleAct::VoteTaken
    } else {
        PossibleAct::StepConcluded
    };
    assert!(
        possible_acts(&now).contains(&at(name, kind)),
        "{place} {name}"
    );
    // Each reading is a vote of its own.
    for _ in 0..readings(stage) {
        assert_eq!(facts.check(name, ending(stage)), Ok(()), "{place} {name}");
        facts.at(name, ending(stage));
    }
    let again = Refusal::AlreadyOver(stage.key.clone());
    assert_eq!(
        facts.check(name, ending(stage)),
        Err(again),
        "{place} {name}"
    );
}

/// Expresses consent at the end of a route, after which what comes late is still possible.
fn consent(facts: &mut Course, after: &[&Stage], place: &str) {
    let consent = Possible {
        stage: None,
        act: PossibleAct::Consent,
    };
    let followed = facts.followed();
    let completed = progress(&followed, &facts.facts, InternationalStatus::Signed);
    assert!(possible_acts(&completed).contains(&consent), "{place}");
    facts.push(ratified(facts.code, facts.today()));
    let bound = progress(
        &followed,
        &facts.facts,
        InternationalStatus::ConsentExpressed,
    );
    assert!(!possible_acts(&bound).contains(&consent), "{place}");
    let between_states = bound
        .stages
        .iter()
        .filter(|stage| stage.stage.kind.is_international());
    for stage in between_states {
        assert_eq!(stage.state, StageState::Done, "{place}");
        let is_deposit = stage.stage.kind == StageKind::Deposit;
        let is_its_place = is_deposit || !followed.route.has(StageKind::Deposit);
        assert_eq!(stage.facts.len(), usize::from(is_its_place), "{place}");
    }
    for stage in after {
        // In Türkiye the publication comes between the two acts that the deposit shows done.
        let state = state(&bound, stage.key.as_str());
        assert!(
            matches!(state, StageState::Possible | StageState::NotReported),
            "{place} {}",
            stage.key
        );
        assert_eq!(
            facts.check(stage.key.as_str(), ending(stage)),
            Ok(()),
            "{place}"
        );
    }
}

#[test]
fn before_anything_is_known_the_first_stage_may_come_next() {
    let facts = Course::of("POL");
    let followed = facts.followed();
    assert_eq!(
        (followed.standing, followed.adopted_at),
        (ProcedureStanding::Research, None)
    );
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(progress.national, NationalStatus::NoInformation);
    assert_eq!(
        state(&progress, "government_decision"),
        StageState::Possible
    );
    assert_eq!(state(&progress, "sejm_vote"), StageState::NotYet);
    assert_eq!(
        state(&progress, "constitutional_review"),
        StageState::IfCalledFor
    );
    assert_eq!(state(&progress, "deposit"), StageState::NotYet);
}

#[test]
fn a_vote_before_its_turn_is_refused() {
    let mut facts = Course::of("POL");
    let waiting_for = vec![key("government_decision"), key("committee_sejm")];
    let too_early = Refusal::TooEarly {
        stage: key("sejm_vote"),
        waiting_for,
    };
    assert_eq!(facts.check("sejm_vote", carried()), Err(too_early));
    assert_eq!(
        facts.check(
            "sejm_vote",
            Act::StepScheduled(StepScheduled { note: None })
        ),
        Ok(())
    );
    facts.done("government_decision").done("committee_sejm");
    assert_eq!(facts.check("sejm_vote", carried()), Ok(()));
    assert_eq!(
        facts.check("government_decision", begun()),
        Err(Refusal::AlreadyOver(key("government_decision")))
    );
    assert_eq!(
        facts.check("assent", carried()),
        Err(Refusal::NotAVote(key("assent")))
    );
    assert_eq!(
        facts.check("nowhere", carried()),
        Err(Refusal::UnknownStage(key("nowhere")))
    );
    let without_stage = facts.statement(None, carried());
    assert_eq!(
        check_act(&facts.followed(), &facts.facts, &without_stage),
        Err(Refusal::NoStage)
    );
    // A departure says that the order was not kept.
    assert_eq!(facts.check("assent", departure()), Ok(()));
}

#[test]
fn a_vote_is_on_what_the_procedure_puts_and_by_the_chamber_that_it_names() {
    let mut facts = Course::of("POL");
    facts.done("government_decision").done("committee_sejm");
    let by = |chamber: &str| {
        Act::VoteTaken(VoteTaken {
            chamber: Some(key(chamber)),
            on: VoteOn::Approval,
            tally: Tally::default(),
            ruling: Ruling::Carried,
            number: None,
            conditions: vec![],
        })
    };
    assert_eq!(facts.check("sejm_vote", by("sejm")), Ok(()));
    assert_eq!(
        facts.check("sejm_vote", by("duma")),
        Err(Refusal::UnknownChamber(key("duma")))
    );
    let (stage, expected) = (key("sejm_vote"), key("sejm"));
    assert_eq!(
        facts.check("sejm_vote", by("senat")),
        Err(Refusal::OtherChamber { stage, expected })
    );
    let objection = vote(VoteOn::Objection, Ruling::Lost);
    let (stage, expected) = (key("sejm_vote"), Question::Approval);
    assert_eq!(
        facts.check("sejm_vote", objection),
        Err(Refusal::OtherQuestion { stage, expected })
    );
    let overriding = vote(VoteOn::Override, Ruling::Carried);
    assert_eq!(
        facts.check("sejm_vote", overriding),
        Err(Refusal::NothingToOverride(key("sejm_vote")))
    );
}

#[test]
fn a_ruling_that_is_not_known_leaves_the_stage_open() {
    let mut facts = Course::of("SVK");
    facts.done("government_decision").done("committee_nr");
    facts.at("nr_vote", vote(VoteOn::Approval, Ruling::NotKnown));
    let followed = facts.followed();
    let open = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&open, "nr_vote"), StageState::Current);
    assert_eq!(
        open.national,
        NationalStatus::UnderWay(Some(key("nr_vote")))
    );
    assert_eq!(
        possible_acts(&open).first(),
        Some(&at("nr_vote", PossibleAct::VoteTaken))
    );
}

#[test]
fn an_approval_that_is_lost_stops_the_treaty_and_an_objection_that_is_lost_does_not() {
    let mut facts = Course::of("SVK");
    facts.done("government_decision").done("committee_nr");
    facts.at("nr_vote", vote(VoteOn::Approval, Ruling::Lost));
    let followed = facts.followed();
    let lost = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&lost, "nr_vote"), StageState::Failed);
    assert_eq!(lost.national, NationalStatus::Failed);
    assert!(
        lost.stages
            .iter()
            .all(|stage| stage.state != StageState::Possible)
    );

    let mut facts = Course::of("AUT");
    facts.whole(determined(
        Trigger::TreatyConflictsWithNeutrality,
        Applies::No,
    ));
    for stage in ["government_decision", "committee_nationalrat"] {
        facts.done(stage);
    }
    facts.at("nationalrat_vote", carried());
    let mut objected = facts.clone();
    facts.at("bundesrat_objection", vote(VoteOn::Objection, Ruling::Lost));
    let followed = facts.followed();
    let passed = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&passed, "bundesrat_objection"), StageState::Done);
    assert_eq!(passed.national, NationalStatus::Completed);
    // An objection that is carried can be overcome by a second vote of the other house.
    objected.at(
        "bundesrat_objection",
        vote(VoteOn::Objection, Ruling::Carried),
    );
    let open = progress(&followed, &objected.facts, InternationalStatus::None);
    assert_eq!(state(&open, "bundesrat_objection"), StageState::Current);
    assert_eq!(
        objected.check(
            "bundesrat_objection",
            vote(VoteOn::Override, Ruling::Carried)
        ),
        Ok(())
    );
    objected.at("bundesrat_objection", vote(VoteOn::Override, Ruling::Lost));
    let upheld = progress(&followed, &objected.facts, InternationalStatus::None);
    assert_eq!(state(&upheld, "bundesrat_objection"), StageState::Failed);
    assert_eq!(upheld.national, NationalStatus::Failed);
    assert_eq!(
        objected.check(
            "bundesrat_objection",
            vote(VoteOn::Override, Ruling::Carried)
        ),
        Ok(())
    );
    objected.at(
        "bundesrat_objection",
        vote(VoteOn::Override, Ruling::Carried),
    );
    let overcome = progress(&followed, &objected.facts, InternationalStatus::None);
    assert_eq!(overcome.national, NationalStatus::Completed);
}

#[test]
fn a_debate_that_is_not_ended_goes_on() {
    let usa = library::of(code("USA")).unwrap();
    let with_cloture = usa.procedure.routes.iter().find_map(|route| {
        let mut stages = route.stages.iter();
        let stage = stages.find(|stage| {
            stage.rule.as_ref().is_some_and(|rule| {
                rule.label == domain::majority::Label::ThreeFifthsOfSenatorsChosenAndSworn
            })
        })?;
        Some((route, stage))
    });
    let (route, stage) = with_cloture.unwrap();
    let mut facts = Course::of("USA");
    facts.whole(Act::RouteChosen(RouteChosen {
        route: route.key.clone(),
        ground: None,
    }));
    let name = stage.key.as_str();
    facts.at(name, vote(VoteOn::Cloture, Ruling::Lost));
    let followed = facts.followed();
    let open = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&open, name), StageState::Current);
    facts.at(name, vote(VoteOn::Cloture, Ruling::Carried));
    let ended = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&ended, name), StageState::Done);
}

#[test]
fn an_opinion_against_the_treaty_does_not_stop_it() {
    let mut facts = Course::of("SVK");
    facts.done("government_decision");
    facts.at("committee_nr", concluded(Outcome::Failed));
    let followed = facts.followed();
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&progress, "committee_nr"), StageState::Done);
    assert_eq!(state(&progress, "nr_vote"), StageState::Possible);
    assert_eq!(
        progress.national,
        NationalStatus::UnderWay(Some(key("committee_nr")))
    );
}

#[test]
fn what_begins_a_stage_makes_it_current_once_it_is_called_for() {
    let mut facts = Course::of("DEU");
    facts
        .done("government_decision")
        .done("bundesrat_first")
        .done("committee_bundestag");
    facts.at("bundestag_vote", carried());
    facts.at("bundesrat_second", vote(VoteOn::Objection, Ruling::Lost));
    let referral = Act::CourtReferral(CourtReferral {
        court: text("Bundesverfassungsgericht"),
        question: None,
    });
    assert_eq!(facts.check("bverfg", referral.clone()), Ok(()));
    facts.at("bverfg", referral);
    let followed = facts.followed();
    let referred = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&referred, "bverfg"), StageState::Current);
    assert_eq!(state(&referred, "certification"), StageState::NotYet);
    let clock = |period| Act::ClockStarted(ClockStarted { period, note: None });
    assert_eq!(
        facts.check("certification", clock(0)),
        Err(Refusal::TooEarly {
            stage: key("certification"),
            waiting_for: vec![key("bverfg")],
        })
    );
    assert_eq!(
        facts.check("bverfg", clock(0)),
        Err(Refusal::UnknownPeriod(0))
    );
    facts.done("bverfg");
    let answered = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&answered, "certification"), StageState::Possible);
}

#[test]
fn a_trigger_that_applies_makes_an_optional_stage_needed() {
    let mut facts = Course::of("BEL");
    let determined = |applies| {
        Act::TriggerDetermined(TriggerDetermined {
            trigger: key("treaty_touches_subnational_competence"),
            applies,
            ground: text("Working Group on Mixed Treaties"),
        })
    };
    facts.whole(determined(Applies::No));
    let followed = facts.followed();
    let federal = progress(&followed, &facts.facts, InternationalStatus::None);
    let StageState::Skipped {
        ground: Ground::DoesNotApply(_),
    } = state(&federal, "flemish_parliament_vote")
    else {
        panic!("{:?}", state(&federal, "flemish_parliament_vote"));
    };
    facts.whole(determined(Applies::Yes));
    for stage in [
        "mixity_determination",
        "government_decision",
        "council_of_state",
    ] {
        facts.done(stage);
    }
    let mixed = progress(&followed, &facts.facts, InternationalStatus::None);
    // The regions run beside the House and do not wait for its committee.
    assert_eq!(
        state(&mixed, "flemish_parliament_vote"),
        StageState::Possible
    );
    assert_eq!(state(&mixed, "house_vote"), StageState::NotYet);
    facts.done("committee_house").at("house_vote", carried());
    let voted = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&voted, "royal_assent"), StageState::NotYet);
}

#[test]
fn two_equal_houses_may_begin_in_either_order() {
    let mut facts = Course::of("CZE");
    facts.done("government_decision");
    let committee = |facts: &Course, chamber: &str| -> String {
        let followed = facts.followed();
        let mut stages = followed.route.stages.iter();
        let found = stages.find(|stage| {
            stage.kind == StageKind::Committee && stage.chamber == Some(key(chamber))
        });
        found.unwrap().key.to_string()
    };
    let senate = committee(&facts, "senate");
    facts.done(&senate).at("senate_vote", carried());
    let followed = facts.followed();
    let half = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&half, "senate_vote"), StageState::Done);
    let chamber = followed
        .route
        .stages
        .iter()
        .find(|stage| stage.kind == StageKind::ChamberVote && stage.key != key("senate_vote"))
        .unwrap();
    assert_eq!(state(&half, chamber.key.as_str()), StageState::NotYet);
    assert_ne!(half.national, NationalStatus::Completed);
}

#[test]
fn a_step_that_is_not_required_is_skipped_on_its_ground() {
    let mut facts = Course::of("SVK");
    facts
        .done("government_decision")
        .at("committee_nr", not_required());
    let followed = facts.followed();
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(
        state(&progress, "committee_nr"),
        StageState::Skipped {
            ground: Ground::NotRequired(&text("No need"))
        }
    );
    assert_eq!(state(&progress, "nr_vote"), StageState::Possible);
    assert_eq!(
        facts.check("committee_nr", begun()),
        Err(Refusal::NotRequired(key("committee_nr")))
    );
}

#[test]
fn a_departure_ends_a_stage_and_stays_visible() {
    let mut facts = Course::of("GBR");
    facts.done("government_decision").at("laying", departure());
    let followed = facts.followed();
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    let laying = progress.stage(&key("laying")).unwrap();
    assert_eq!(laying.state, StageState::Done);
    assert_eq!(laying.departure().unwrap().ground, text("Section 22"));
}

#[test]
fn a_departure_alone_tells_that_the_procedure_is_under_way() {
    let mut facts = Course::of("POL");
    facts.at("committee_sejm", departure());
    let followed = facts.followed();
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(
        progress.national,
        NationalStatus::UnderWay(Some(key("committee_sejm")))
    );
}

/// In Türkiye the law is published between the two.
#[test]
fn a_stage_between_the_signature_of_the_instrument_and_the_deposit_waits_for_neither() {
    let mut facts = Course::of("TUR");
    facts.done("government_decision").done("committee_tbmm");
    facts.at("tbmm_vote", carried());
    let published = || concluded(Outcome::Completed);
    let early = Refusal::TooEarly {
        stage: key("publication"),
        waiting_for: vec![key("promulgation")],
    };
    assert_eq!(facts.check("publication", published()), Err(early));
    facts.done("promulgation");
    assert_eq!(facts.check("publication", published()), Ok(()));
    let followed = facts.followed();
    let signed = progress(&followed, &facts.facts, InternationalStatus::Signed);
    assert_eq!(state(&signed, "publication"), StageState::Possible);
    assert_eq!(state(&signed, "deposit"), StageState::NotYet);
    facts.done("publication");
    let signed = progress(&followed, &facts.facts, InternationalStatus::Signed);
    assert_eq!(
        state(&signed, "instrument_signature"),
        StageState::NotReported
    );
    assert_eq!(state(&signed, "deposit"), StageState::Possible);
}

#[test]
fn a_later_stage_that_is_done_leaves_an_earlier_one_unreported_and_not_open() {
    let mut facts = Course::of("SVK");
    facts.at("nr_vote", carried());
    let followed = facts.followed();
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&progress, "committee_nr"), StageState::NotReported);
    assert_eq!(progress.national, NationalStatus::Completed);
    assert_eq!(
        facts.check("committee_nr", concluded(Outcome::Completed)),
        Ok(())
    );
}

#[test]
fn a_stage_that_began_is_over_once_one_that_waited_for_it_is_done() {
    let mut facts = Course::of("SVK");
    facts
        .done("government_decision")
        .at("committee_nr", begun());
    facts.at("nr_vote", carried());
    let followed = facts.followed();
    let progress = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(state(&progress, "committee_nr"), StageState::Done);
    assert_eq!(progress.national, NationalStatus::Completed);
}

#[test]
fn consent_tells_nothing_of_the_national_procedure() {
    let mut facts = Course::of("SVK");
    facts.push(ratified(code("SVK"), day("2026-02-01")));
    let followed = facts.followed();
    let bound = progress(
        &followed,
        &facts.facts,
        InternationalStatus::ConsentExpressed,
    );
    assert_eq!(bound.national, NationalStatus::NoInformation);
    assert_eq!(bound.completed, None);
    assert_eq!(state(&bound, "nr_vote"), StageState::NotReported);
    assert_eq!(state(&bound, "instrument_signature"), StageState::Done);
    assert_eq!(state(&bound, "deposit"), StageState::Done);
    assert_eq!(state(&bound, "publication"), StageState::Possible);
    let refused = facts.check("deposit", concluded(Outcome::Completed));
    assert_eq!(refused, Err(Refusal::RecordedBetweenStates(key("deposit"))));
}

#[test]
fn parliament_may_consent_before_the_treaty_is_signed() {
    let mut facts = Course::of("NOR");
    facts
        .done("government_decision")
        .done("committee_storting")
        .at("storting_vote", carried());
    let followed = facts.followed();
    let unsigned = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(unsigned.national, NationalStatus::Completed);
    let acts = possible_acts(&unsigned);
    assert_eq!(
        acts.first(),
        Some(&Possible {
            stage: None,
            act: PossibleAct::Signature
        })
    );
    facts.push(signed(code("NOR"), facts.today()));
    let signed = progress(&followed, &facts.facts, InternationalStatus::Signed);
    assert_eq!(state(&signed, "instrument_signature"), StageState::Possible);
}

#[test]
fn a_signature_is_enough_where_a_route_has_no_deposit() {
    let mut facts = Course::of("USA");
    facts.whole(Act::RouteChosen(RouteChosen {
        route: key("sole_executive_agreement"),
        ground: None,
    }));
    facts.done("government_decision");
    facts.push(signed(code("USA"), facts.today()));
    let followed = facts.followed();
    assert_eq!(followed.route.key, key("sole_executive_agreement"));
    let progress = progress(&followed, &facts.facts, InternationalStatus::Signed);
    let signature = progress.stage(&key("instrument_signature")).unwrap();
    assert_eq!(
        (signature.state, signature.facts.len()),
        (StageState::Done, 1)
    );
    assert_eq!(state(&progress, "case_act_report"), StageState::Possible);
}

#[test]
fn a_procedure_said_to_be_over_is_over_without_its_steps() {
    let whole = |outcome| {
        Act::ProcedureConcluded(ProcedureConcluded {
            outcome,
            note: None,
        })
    };
    let mut facts = Course::of("FRA");
    facts.done("conseil_etat");
    let mut failed = facts.clone();
    facts.whole(whole(Outcome::Completed));
    let followed = facts.followed();
    let over = progress(&followed, &facts.facts, InternationalStatus::None);
    assert_eq!(over.national, NationalStatus::Completed);
    assert_eq!(over.completed, Some(LegalDate::on(day("2026-01-02"))));
    assert_eq!(state(&over, "senat_vote"), StageState::NotReported);
    assert_eq!(state(&over, "instrument_signature"), StageState::Possible);
    let again = facts.statement(None, whole(Outcome::Completed));
    assert_eq!(
        check_act(&followed, &facts.facts, &again),
        Err(Refusal::ProcedureOver)
    );

    failed.whole(whole(Outcome::Failed));
    let stopped = progress(&followed, &failed.facts, InternationalStatus::None);
    assert_eq!(stopped.national, NationalStatus::Failed);
    assert_eq!(state(&stopped, "government_decision"), StageState::NotYet);
    assert_eq!(
        failed.check("government_decision", begun()),
        Err(Refusal::ProcedureOver)
    );

    let mut none = Course::of("FRA");
    none.whole(not_required());
    let free = progress(&followed, &none.facts, InternationalStatus::None);
    assert_eq!(free.national, NationalStatus::NotRequired);
    assert!(matches!(
        state(&free, "an_vote"),
        StageState::Skipped {
            ground: Ground::NotRequired(_)
        }
    ));
}

#[test]
fn a_correction_is_judged_as_if_what_it_corrects_had_not_been_made() {
    let mut facts = Course::of("SVK");
    facts
        .done("government_decision")
        .done("committee_nr")
        .at("nr_vote", carried());
    let wrong = facts.facts.last().unwrap().hash;
    let corrected = support::correcting(
        facts.statement(Some("nr_vote"), vote(VoteOn::Approval, Ruling::Lost)),
        wrong,
    );
    assert_eq!(
        check_act(&facts.followed(), &facts.facts, &corrected),
        Ok(())
    );
    let taken_back = retracting(Some(code("SVK")), facts.today(), wrong);
    assert_eq!(
        check_act(&facts.followed(), &facts.facts, &taken_back),
        Ok(())
    );
}

#[test]
fn the_procedure_followed_is_the_one_adopted_last() {
    let library = Library::new();
    let filed = library::of(code("NLD")).unwrap();
    let other = {
        let mut procedure = filed.procedure.as_ref().clone();
        procedure.confidence_note = "Read again".to_owned().try_into().unwrap();
        procedure
    };
    let other_hash = Digest::of(b"another file");
    let library = library.with_adopted(other_hash, other);
    let adopted = |file, route: Option<&str>| {
        Act::ProcedureAdopted(ProcedureAdopted {
            file,
            route: route.map(key),
            standing: ProcedureStanding::ConfirmedByParticipant,
        })
    };
    let mut facts = Course::of("NLD");
    facts.whole(adopted(filed.hash, Some("tacit")));
    let followed = library.followed(code("NLD"), &facts.facts).unwrap();
    assert_eq!(followed.route.key, key("tacit"));
    assert_eq!(followed.standing, ProcedureStanding::ConfirmedByParticipant);
    assert_eq!(followed.adopted_at, Some(0));
    facts.whole(adopted(other_hash, None));
    let followed = library.followed(code("NLD"), &facts.facts).unwrap();
    assert_eq!(
        (followed.file, followed.route.key.clone()),
        (other_hash, key("explicit"))
    );
    facts.whole(Act::RouteChosen(RouteChosen {
        route: key("tacit"),
        ground: None,
    }));
    let followed = library.followed(code("NLD"), &facts.facts).unwrap();
    assert_eq!(followed.route.key, key("tacit"));
    // A file that is not at hand is not replaced by one that the participant no longer follows.
    facts.whole(adopted(Digest::of(b"not at hand"), None));
    assert_eq!(library.followed(code("NLD"), &facts.facts), None);
    // Nor is another participant's file taken for its own.
    let mut facts = Course::of("NLD");
    facts.whole(adopted(library::of(code("POL")).unwrap().hash, None));
    assert_eq!(library.followed(code("NLD"), &facts.facts), None);
}

#[test]
fn a_vote_is_held_against_the_majority_of_what_it_was_on() {
    let decided = |who: &str, stage: &str, on: VoteOn, (yes, no): (u32, u32)| {
        let followed = Course::of(who).followed();
        let stage = followed
            .route
            .stages
            .iter()
            .find(|one| one.key.as_str() == stage)
            .unwrap();
        let Act::VoteTaken(mut taken) = vote(on, Ruling::NotKnown) else {
            unreachable!()
        };
        taken.tally = Tally {
            yes: Some(yes),
            no: Some(no),
            abstain: Some(0),
            present: Some(yes + no),
            ..Tally::default()
        };
        let known = Determinations::now(&[]);
        let arithmetic = followed.arithmetic(stage, &taken, known);
        arithmetic.map(|of| of.verdict.decision())
    };
    // The Polish Senate objects by a simple majority; where its approval is asked for (Art. 90) it
    // takes two thirds.
    let senate = |on, figures| decided("POL", "senat_vote", on, figures);
    assert_eq!(senate(VoteOn::Objection, (60, 40)), Some(Decision::Carried));
    assert_eq!(senate(VoteOn::Approval, (60, 40)), Some(Decision::Lost));
    assert_eq!(senate(VoteOn::Approval, (67, 33)), Some(Decision::Carried));
    // Ending the debate takes three fifths of the Senators, not two thirds of those present.
    let cloture = |stage| decided("USA", stage, VoteOn::Cloture, (63, 35));
    assert_eq!(cloture("senate_vote"), None);
    assert!(cloture("cloture").is_some());
    // A chamber that nobody asks to object has no majority for it.
    assert_eq!(
        decided("POL", "sejm_vote", VoteOn::Objection, (60, 40)),
        None
    );
}
