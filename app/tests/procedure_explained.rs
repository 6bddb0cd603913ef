//! Procedures on instructive days: what a reader is told of them, word for word. The procedures are those
//! of the library; the days and figures are illustrative.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod pages;
#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::fmt::Write as _;

use app::explanation::procedure;
use app::words::Words;
use domain::act::{
    Act, ConsentCondition, DepartureRecorded, Gate, Outcome, RouteChosen, Ruling,
    SittingCalendarPublished, Tally, VoteOn, VoteTaken,
};
use domain::procedure::Library;
use insta::assert_snapshot;
use pages::{ALL, country, five, text_of};
use support::{Register, at_stage, begun, code, concluded, day, key, of, slug, text};

/// What is said of these stages of a participant's procedure; of all that are not waiting if none is named.
fn told(register: &Register, who: &str, on: &str, stages: &[&str]) -> String {
    let view = register
        .snapshot()
        .view(&slug(), day(on), register.size())
        .unwrap();
    let told = procedure(Words::english(), &Library::new(), &view, code(who)).unwrap();
    let mut said = format!("{}. {}.\n", told.route, told.national);
    for remark in &told.remarks {
        writeln!(said, "{remark}").unwrap();
    }
    for stage in &told.stages {
        if !stages.is_empty() && !stages.iter().any(|one| stage.name.contains(one)) {
            continue;
        }
        writeln!(said, "- {}: {}", stage.name, stage.state).unwrap();
        for line in &stage.lines {
            writeln!(said, "    {line}").unwrap();
        }
        if !stage.legal_basis.is_empty() {
            writeln!(said, "    [{}]", stage.legal_basis.join("; ")).unwrap();
        }
    }
    said
}

fn register() -> Register {
    five(ALL)
}

fn done() -> Act {
    concluded(Outcome::Completed)
}

/// Publishes what happened at stages, in order.
fn publish(register: &mut Register, who: &str, facts: Vec<(&str, &str, Act)>) {
    for (on, stage, act) in facts {
        register.publish(vec![at_stage(who, stage, on, act)]);
    }
}

fn vote(on: VoteOn, ruling: Ruling, (yes, no, abstain): (u32, u32, u32)) -> Act {
    Act::VoteTaken(VoteTaken {
        chamber: None,
        on,
        tally: Tally {
            yes: Some(yes),
            no: Some(no),
            abstain: Some(abstain),
            present: Some(yes + no + abstain),
            ..Tally::default()
        },
        ruling,
        number: None,
        conditions: vec![],
    })
}

fn approval(yes: u32, no: u32, abstain: u32) -> Act {
    vote(VoteOn::Approval, Ruling::Carried, (yes, no, abstain))
}

// CRaG 2010, s. 20(1), (9).
#[test]
fn the_united_kingdom_on_day_9_of_21() {
    let mut register = register();
    for chamber in ["commons", "lords"] {
        let from = day("2026-11-01");
        let calendar = Act::SittingCalendarPublished(SittingCalendarPublished {
            chamber: key(chamber),
            from,
            until: day("2026-12-18"),
            sitting_days: (0..48).map(|n| from.plus_days(n).unwrap()).collect(),
        });
        register.publish(vec![of("GBR", "2026-10-20", calendar)]);
    }
    publish(
        &mut register,
        "GBR",
        vec![
            ("2026-11-02", "government_decision", done()),
            ("2026-11-15", "laying", begun()),
        ],
    );
    assert_snapshot!(told(&register, "GBR", "2026-11-24", &[]), @r#"
    Constitutional Reform and Governance Act 2010, Part 2. Under way.
    What comes of it: A treaty, binding in international law.
    - Government decision, Ministers sign; Cabinet approval: Done, 2 November 2026
    - Laying before parliament, Both Houses: Under way, 15 November 2026
        Needed: no motion against the treaty is carried.
        Day 9 of 21 days on which both houses sit; ends 6 December 2026, and what waits for it may happen from 7 December 2026.
        [CRaG ss. 20-21, 24; CRaG s. 20(1)-(2), (9)]
    - Committee: Only if called for
    - Vote, House of Commons: Only if called for
        Happens if: Commons passes an objection in period A.
        Needed: more votes for than against.
        [CRaG s. 20(3)-(6)]
    - Vote, House of Lords: Only if called for
        Happens if: Lords object and Commons do not.
        Needed: more votes for than against.
        [CRaG s. 20(7)-(8)]
    - Vote, Both Houses: Only if called for
        Happens if: dualist system; no such need for a pure guarantee.
        Needed: more votes for than against.
    - Signature of the instrument: Not yet
        Not before 7 December 2026, when a waiting period is over: Laying before parliament, Both Houses.
        Waits for: Laying before parliament, Both Houses.
    - Deposit: Not yet
        Not before 7 December 2026, when a waiting period is over: Laying before parliament, Both Houses.
        Waits for: Laying before parliament, Both Houses; Signature of the instrument.
        [Vienna Convention on the Law of Treaties, Art. 16 (or as the treaty's final clauses provide)]
    - Publication, UK Treaty Series: Not yet
        Not before 7 December 2026, when a waiting period is over: Laying before parliament, Both Houses.
        Waits for: Laying before parliament, Both Houses; Deposit.
    "#);
}

// Basic Law, art. 77(4) sentence 2.
#[test]
fn germany_after_an_objection_by_two_thirds() {
    let mut register = register();
    register.list("2026-01-02", &["DEU"]);
    let objected = Act::VoteTaken(VoteTaken {
        chamber: None,
        on: VoteOn::Objection,
        tally: Tally {
            yes: Some(50),
            no: Some(19),
            abstain: Some(0),
            ..Tally::default()
        },
        ruling: Ruling::Carried,
        number: None,
        conditions: vec![],
    });
    publish(
        &mut register,
        "DEU",
        vec![
            ("2026-03-02", "government_decision", done()),
            ("2026-04-02", "bundestag_vote", approval(400, 200, 30)),
            ("2026-05-08", "bundesrat_second", objected),
        ],
    );
    assert_snapshot!(told(&register, "DEU", "2026-05-20", &[]), @r#"
    Treaty Act (Vertragsgesetz), Art. 59(2). Under way.
    What comes of it: A treaty, binding in international law.
    - Government decision: Done, 2 March 2026
    - Opinion, Bundesrat: No information
        [Basic Law Art. 76(2)]
    - Committee, Bundestag: No information
    - Vote, Bundestag: Done, 2 April 2026
        Needed: more votes for than against.
        If this applies (Basic Law amendment / clarification (Art. 79)): two thirds of all members.
        Nobody has determined which of these it is.
        2 April 2026: vote on approval, 400 for, 200 against, 30 abstentions, 630 present; announced as carried. In the ordinary case: 301 votes for were needed; there were 400. By the rule above: carried. If this applies (Basic Law amendment / clarification (Art. 79)): 420 votes for were needed; there were 400. By the rule above: lost. Whether it is carried depends on which case this is. Nobody has determined that.
        [Basic Law Arts. 42(2), 59(2); Basic Law Art. 79(1)-(2)]
    - Vote, Bundesrat: Under way, 8 May 2026
        The answer was no. It can be overcome by: Bundestag.
        Needed: more than half of all weighted votes.
        If this applies (Act contains matter for which the Basic Law demands Bundesrat consent (e.g. Länder administration, taxes): consent bill): more than half of all weighted votes.
        If this applies (Basic Law amendment / clarification (Art. 79)): two thirds of all weighted votes.
        Nobody has determined which of these it is.
        8 May 2026: vote on an objection, 50 for, 19 against, 0 abstentions; announced as carried. Objection carried: the treaty does not pass unless that is overridden. 35 votes for were needed; there were 50. By the rule above: carried.
        Needed to overcome it: two thirds of the votes cast, and more than half of all members.
        [Basic Law Arts. 50-52, 77-78; Basic Law Arts. 77(2a), 78, 52(3); Basic Law Art. 79(2); Basic Law Arts. 77(4), 121]
    - Constitutional review, Federal Constitutional Court: Only if called for
        Happens if: one quarter of Bundestag members, a Land or the Federal Government; individual complaints; treaty Acts may be reviewed before promulgation.
        [Basic Law Art. 93]
    - Assent, Federal President: Not yet
        Waits for: Vote, Bundesrat.
        [Basic Law Art. 82(1)]
    - Publication, Bundesgesetzblatt Teil II: Not yet
        Waits for: Vote, Bundesrat; Assent, Federal President.
        [Basic Law Art. 82]
    - Signature of the instrument: Not yet
        Waits for: Vote, Bundesrat; Assent, Federal President; Publication, Bundesgesetzblatt Teil II.
        [Basic Law Art. 59(1)]
    - Deposit: Not yet
        Waits for: Vote, Bundesrat; Assent, Federal President; Publication, Bundesgesetzblatt Teil II; Signature of the instrument.
        [Vienna Convention on the Law of Treaties, Art. 16 (or as the treaty's final clauses provide)]
    "#);
}

// Constitution of Poland, art. 122(5).
#[test]
fn poland_after_a_veto_of_the_president() {
    let mut register = register();
    publish(
        &mut register,
        "POL",
        vec![
            ("2026-03-02", "government_decision", done()),
            ("2026-03-20", "committee_sejm", done()),
            ("2026-04-02", "sejm_vote", approval(300, 120, 10)),
            ("2026-04-12", "committee_senat", done()),
            (
                "2026-04-20",
                "senat_vote",
                vote(VoteOn::Objection, Ruling::Lost, (20, 70, 5)),
            ),
            ("2026-05-08", "assent", concluded(Outcome::Failed)),
        ],
    );
    assert_snapshot!(told(&register, "POL", "2026-05-20", &[]), @r#"
    Statute granting consent, then presidential ratification (Art. 89). Under way.
    What comes of it: A treaty, binding in international law.
    - Government decision, Council of Ministers: Done, 2 March 2026
        [Constitution Art. 146(4)10; Act on International Agreements 2000]
    - Committee, Sejm: Done, 20 March 2026
    - Vote, Sejm: Done, 2 April 2026
        Needed: more votes for than against.
        If this applies (Art. 90: competences delegated to an international organisation): two thirds of those voting, abstentions counted.
        Nobody has determined which of these it is.
        2 April 2026: vote on approval, 300 for, 120 against, 10 abstentions, 430 present; announced as carried. In the ordinary case: 211 votes for were needed; there were 300. By the rule above: carried. If this applies (Art. 90: competences delegated to an international organisation): 287 votes for were needed; there were 300. By the rule above: carried.
        [Constitution Arts. 89(1)1, 120; Constitution Art. 90(2)]
    - Committee, Senate: Done, 12 April 2026
    - Vote, Senate: Done, 20 April 2026
        Needed: more votes for than against.
        If this applies (Art. 90 statute: Senate two thirds required, no override): two thirds of those voting, abstentions counted.
        Nobody has determined which of these it is.
        20 April 2026: vote on an objection, 20 for, 70 against, 5 abstentions, 95 present; announced as lost. Objection not carried: the treaty passes. 46 votes for were needed; there were 20. By the rule above: lost.
        [Constitution Art. 121; Constitution Art. 90(2)]
    - Assent, President of the Republic: Under way, 8 May 2026
        The answer was no. It can be overcome by: Sejm.
        Needed to overcome it: three fifths of those voting, abstentions counted.
        [Constitution Art. 122; Constitution Art. 122(5)]
    - Constitutional review, Constitutional Tribunal: Only if called for
        Happens if: President before signing or before ratifying.
        [Constitution Arts. 122(3)-(4), 133(2)]
    - Signature of the instrument: Not yet
        Waits for: Assent, President of the Republic.
        [Constitution Arts. 133(1)1, 144]
    - Deposit: Not yet
        Waits for: Assent, President of the Republic; Signature of the instrument.
        [Vienna Convention on the Law of Treaties, Art. 16 (or as the treaty's final clauses provide)]
    - Publication, Dziennik Ustaw: Not yet
        Waits for: Assent, President of the Republic; Deposit.
        [Constitution Arts. 88(3), 91]
    "#);
}

// Senate Rule XXX(2).
#[test]
fn a_treaty_before_the_senate_in_a_new_congress() {
    let mut register = register();
    publish(
        &mut register,
        "USA",
        vec![
            ("2024-02-01", "government_decision", done()),
            ("2024-03-01", "transmittal", done()),
            ("2024-06-01", "sfrc", done()),
        ],
    );
    // The page of the participant says it in the same words.
    let page = text_of(&country(&register, "USA").html());
    let begins_again = "Proceedings of the 118th Congress ended on 3 January 2025; the treaty stays \
                        before the Senate and they begin again (Senate Rule XXX(2)).";
    assert!(page.contains(begins_again), "{page}");
    assert_snapshot!(told(&register, "USA", "2025-01-03", &[]), @r#"
    Treaty: Senate advice and consent (Art. II s. 2 cl. 2). Under way.
    What comes of it: A treaty, binding in international law.
    Proceedings of the 118th Congress ended on 3 January 2025; the treaty stays before the Senate and they begin again (Senate Rule XXX(2)).
    - Government decision: Done, 1 February 2024
        [US Constitution Art. II s. 2 cl. 2; 11 FAM 720]
    - Laying before parliament, Senate (Treaty document transmitted; injunction of secrecy normally lifted by unanimous consent): Done, 1 March 2024
        [Senate Rules XXIX, XXX]
    - Committee, Senate: May come next
        What was done here before no longer counts: the proceedings began again.
        Needed: more votes for than against in the committee.
        [Senate Rules XXVI, XXX; CRS 98-384]
    - Laying before parliament, Senate (One-day layover before floor consideration): Not yet
        Waits for: Committee, Senate.
        [Senate Rule XXX; CRS 98-384]
    - Vote, Senate (Cloture, if debate is not ended by consent): Only if called for
        Happens if: needed only if a Senator refuses a time agreement.
        Needed: three fifths of the senators in office.
        [Senate Rule XXII]
    - Vote, Senate (Resolution of advice and consent to ratification): Not yet
        Waits for: Committee, Senate; Laying before parliament, Senate (One-day layover before floor consideration).
        Needed: two thirds of the members present.
        [US Constitution Art. II s. 2 cl. 2; Senate Rule XXX]
    - Signature of the instrument: Not yet
        Waits for: Committee, Senate; Laying before parliament, Senate (One-day layover before floor consideration); Vote, Senate (Resolution of advice and consent to ratification).
        [US Constitution Art. II s. 2]
    - Deposit: Not yet
        Waits for: Committee, Senate; Laying before parliament, Senate (One-day layover before floor consideration); Vote, Senate (Resolution of advice and consent to ratification); Signature of the instrument.
        [Vienna Convention on the Law of Treaties, Art. 16 (or as the treaty's final clauses provide)]
    - Publication: Not yet
        Waits for: Committee, Senate; Laying before parliament, Senate (One-day layover before floor consideration); Vote, Senate (Resolution of advice and consent to ratification); Deposit.
        [1 U.S.C. 112a]
    "#);
}

// A measure that dies; an endorsement binds nobody.
#[test]
fn the_legal_effect_of_each_route_of_the_united_states() {
    let mut register = register();
    let mut first_lines = String::new();
    for (on, route) in [
        ("2024-02-01", "congressional_executive_agreement"),
        ("2025-03-01", "concurrent_or_sense_resolution"),
        ("2025-04-01", "sole_executive_agreement"),
    ] {
        register.publish(vec![of(
            "USA",
            on,
            Act::RouteChosen(RouteChosen {
                route: key(route),
                ground: None,
            }),
        )]);
        if route == "congressional_executive_agreement" {
            publish(
                &mut register,
                "USA",
                vec![("2024-05-01", "house_vote", approval(250, 180, 0))],
            );
            first_lines += &told(&register, "USA", "2025-02-01", &["House of Rep"]);
        } else {
            first_lines += &told(&register, "USA", on, &["nothing"]);
        }
    }
    assert_snapshot!(first_lines, @r#"
    Congressional-executive agreement (joint resolution or Act). Under way.
    What comes of it: An agreement approved by both houses of Congress, binding like a treaty.
    The measure died with the 118th Congress on 3 January 2025. To go on, it has to be introduced again.
    - Committee, House of Representatives: May come next
    - Vote, House of Representatives: Not yet
        What was done here before no longer counts: the proceedings began again.
        Waits for: Committee, House of Representatives.
        Needed: more votes for than against.
        If this applies (taken up under suspension of the rules): two thirds of the votes cast.
        Nobody has determined which of these it is.
        1 May 2024: vote on approval, 250 for, 180 against, 0 abstentions, 430 present; announced as carried. In the ordinary case: 216 votes for were needed; there were 250. By the rule above: carried. If this applies (taken up under suspension of the rules): 287 votes for were needed; there were 250. By the rule above: lost. Whether it is carried depends on which case this is. Nobody has determined that.
        [US Constitution Art. I ss. 5, 7; House Rule XV cl. 1]
    Concurrent or simple 'sense of Congress' resolution (no presentment). Under way.
    What comes of it: Nothing binding: a political statement.
    Executive agreement or political commitment without a vote. Under way.
    What comes of it: An agreement of the executive alone, or a political commitment.
    "#);
}

#[test]
fn a_condition_of_the_senate_holds_up_the_deposit() {
    let mut register = register();
    let Act::VoteTaken(consent) = approval(70, 28, 0) else {
        unreachable!()
    };
    let consent = Act::VoteTaken(VoteTaken {
        conditions: vec![ConsentCondition {
            condition: key("report"),
            text: text("The President reports to the Senate on the costs."),
            gates: Gate::Deposit,
        }],
        ..consent
    });
    publish(
        &mut register,
        "USA",
        vec![("2026-05-01", "senate_vote", consent)],
    );
    assert_snapshot!(told(&register, "USA", "2026-06-01", &["advice and consent", "Vote", "eposit"]), @r#"
    Treaty: Senate advice and consent (Art. II s. 2 cl. 2). Completed.
    What comes of it: A treaty, binding in international law.
    National procedure completed: 1 May 2026.
    - Vote, Senate (Cloture, if debate is not ended by consent): Not taken
        Nobody called for it.
        [Senate Rule XXII]
    - Vote, Senate (Resolution of advice and consent to ratification): Done, 1 May 2026
        Needed: two thirds of the members present.
        1 May 2026: vote on approval, 70 for, 28 against, 0 abstentions, 98 present; announced as carried. 66 votes for were needed; there were 70. By the rule above: carried.
        [US Constitution Art. II s. 2 cl. 2; Senate Rule XXX]
    - Deposit: Not yet
        Condition not reported met: The President reports to the Senate on the costs.
        Waits for: Signature of the instrument.
        [Vienna Convention on the Law of Treaties, Art. 16 (or as the treaty's final clauses provide)]
    "#);
}

// Constitution of Norway, art. 26: the Storting can consent before the treaty is signed.
#[test]
fn norway_consents_before_the_signature() {
    let mut register = register();
    register.list("2026-01-02", &["NOR"]);
    publish(
        &mut register,
        "NOR",
        vec![("2026-04-02", "storting_vote", approval(120, 40, 0))],
    );
    assert_snapshot!(told(&register, "NOR", "2026-05-20", &[]), @r#"
    Storting consent (Art. 26(2)). Completed.
    What comes of it: A treaty, binding in international law.
    National procedure completed: 2 April 2026.
    - Government decision: No information
        [Constitution Arts. 26, 28]
    - Committee, Storting: No information
    - Vote, Storting: Done, 2 April 2026
        Needed: more votes for than against.
        If this applies (Art. 115: an international organisation Norway adheres to may exercise Norwegian powers): three quarters of the votes cast.
        Nobody has determined which of these it is.
        2 April 2026: vote on approval, 120 for, 40 against, 0 abstentions, 160 present; announced as carried. In the ordinary case: 81 votes for were needed; there were 120. By the rule above: carried. If this applies (Art. 115: an international organisation Norway adheres to may exercise Norwegian powers): 120 votes for were needed; there were 120. By the rule above: carried.
        [Constitution Art. 26(2); Constitution Art. 115]
    - Signature of the instrument: May come next
        [Constitution Art. 26]
    - Deposit: Not yet
        Waits for: Signature of the instrument.
        [Vienna Convention on the Law of Treaties, Art. 16 (or as the treaty's final clauses provide)]
    - Publication, Overenskomster med fremmede stater: Not yet
        Waits for: Deposit.
    "#);
}

// Constitution of Finland, s. 94(2): a two-thirds majority if the treaty concerns the Constitution or the
// territory, or transfers significant authority.
#[test]
fn in_finland_nobody_has_determined_which_majority_it_is() {
    let mut register = register();
    register.list("2026-01-02", &["FIN"]);
    publish(
        &mut register,
        "FIN",
        vec![("2026-03-02", "government_decision", done())],
    );
    let open = told(&register, "FIN", "2026-05-20", &["Vote"]);
    publish(
        &mut register,
        "FIN",
        vec![("2026-04-02", "eduskunta_vote", approval(120, 70, 0))],
    );
    let voted = told(&register, "FIN", "2026-05-20", &["Vote"]);
    assert_snapshot!(format!("{open}\n{voted}"), @r#"
    Approval (s. 94) and bringing-into-force Act (s. 95). Under way.
    What comes of it: A treaty, binding in international law.
    - Vote, Parliament (Eduskunta): Not yet
        Waits for: Opinion, Constitutional Law Committee; Committee, Parliament (Eduskunta).
        Needed: more votes for than against.
        If this applies (proposal concerns the Constitution): two thirds of the votes cast.
        If this applies (transfer of authority significant for Finland's sovereignty, or change of national territory): two thirds of the votes cast.
        Nobody has determined which of these it is.
        [Constitution ss. 72, 94, 95; Constitution ss. 94(2), 95(2)]

    Approval (s. 94) and bringing-into-force Act (s. 95). Under way.
    What comes of it: A treaty, binding in international law.
    - Vote, Parliament (Eduskunta): Done, 2 April 2026
        Needed: more votes for than against.
        If this applies (proposal concerns the Constitution): two thirds of the votes cast.
        If this applies (transfer of authority significant for Finland's sovereignty, or change of national territory): two thirds of the votes cast.
        Nobody has determined which of these it is.
        2 April 2026: vote on approval, 120 for, 70 against, 0 abstentions, 190 present; announced as carried. In the ordinary case: 96 votes for were needed; there were 120. By the rule above: carried. If this applies (proposal concerns the Constitution): 127 votes for were needed; there were 120. By the rule above: lost. If this applies (transfer of authority significant for Finland's sovereignty, or change of national territory): 127 votes for were needed; there were 120. By the rule above: lost. Whether it is carried depends on which case this is. Nobody has determined that.
        [Constitution ss. 72, 94, 95; Constitution ss. 94(2), 95(2)]
    "#);
}

// CRaG 2010, s. 22.
#[test]
fn a_departure_is_told_with_its_ground() {
    let mut register = register();
    let departed = Act::DepartureRecorded(DepartureRecorded {
        ground: text("Exceptional case: CRaG s. 22."),
        course: text("A statement was laid instead."),
    });
    publish(
        &mut register,
        "GBR",
        vec![("2026-11-02", "laying", departed)],
    );
    assert_snapshot!(told(&register, "GBR", "2026-11-24", &["Laying", "aid", "Tabl"]), @r#"
    Constitutional Reform and Governance Act 2010, Part 2. Completed.
    What comes of it: A treaty, binding in international law.
    National procedure completed: 2 November 2026.
    - Laying before parliament, Both Houses: Done, 2 November 2026
        Not by the procedure: a departure is on record.
        Ground of the departure: Exceptional case: CRaG s. 22. What was done instead: A statement was laid instead.
        [CRaG ss. 20-21, 24]
    "#);
}
