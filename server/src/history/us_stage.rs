//! The stages and outcomes of `us_congress_cases.csv`, in the words in which sources put them.

use domain::congress::{Chamber, Event, Question, Route};

/// What a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A vote; it can be by voice.
    Vote(Question),
    /// Something else that happens to the measure.
    Event(Event),
    /// It is a law, by whichever of the ways.
    BecameLaw,
    /// It died with its Congress.
    Died,
    /// Nothing in Congress, such as the signature of a treaty before it is transmitted.
    Elsewhere,
    /// A stage that is not known here.
    Unknown(Option<Chamber>),
}

/// What a rule makes of a stage, before the chamber and the route are looked at.
#[derive(Debug, Clone, Copy)]
enum Reading {
    Vote(fn(Chamber) -> Question),
    Happens(Event),
    HappensIn(fn(Chamber) -> Event),
    Cloture,
    AdviceAndConsent,
    /// Of the measure as a whole, whatever that is on the route.
    Final,
    /// Of the chambers' differences; of a treaty, of an amendment to it.
    Differences,
    Sent,
    Review,
    Signed,
    BecameLaw,
    Died,
}

/// The first rule holds of which all words begin a word of the stage. So what also occurs beside other
/// words, such as *signed* and *reported*, comes late.
const RULES: [(&[&str], Reading); 51] = {
    use Reading::{
        AdviceAndConsent, BecameLaw, Cloture, Died, Differences, Happens, HappensIn, Review, Sent,
        Signed, Vote,
    };
    [
        (
            &["without", "signature"],
            Happens(Event::LawWithoutSignature),
        ),
        (&["unsigned"], Happens(Event::LawWithoutSignature)),
        (&["became", "law"], BecameLaw),
        (&["enacted"], BecameLaw),
        (&["override"], Vote(Question::Override)),
        (&["overrid"], Vote(Question::Override)),
        (&["over", "veto"], Vote(Question::Override)),
        (&["pocket"], Happens(Event::PocketVetoed)),
        (&["veto"], Happens(Event::Vetoed)),
        (&["cloture"], Cloture),
        (&["case", "act"], Happens(Event::ReportedUnderCaseAct)),
        (&["zablocki"], Happens(Event::ReportedUnderCaseAct)),
        (&["review", "end"], Happens(Event::ReviewEnded)),
        (&["review", "expire"], Happens(Event::ReviewEnded)),
        (&["review"], Review),
        (&["motion"], Vote(Question::Procedure)),
        (&["amendment", "agreed"], Differences),
        (&["amendment", "concur"], Differences),
        (&["amendment"], Vote(Question::Procedure)),
        (&["advice"], AdviceAndConsent),
        (&["consent"], AdviceAndConsent),
        (&["resolution", "ratification"], AdviceAndConsent),
        (&["declin"], Happens(Event::RatificationDeclined)),
        (&["deposit"], Happens(Event::Deposited)),
        (&["exchange"], Happens(Event::Exchanged)),
        (&["notif"], Happens(Event::Exchanged)),
        (&["force"], Happens(Event::EnteredIntoForce)),
        (&["instrument"], Happens(Event::InstrumentSigned)),
        (&["ratif"], Happens(Event::InstrumentSigned)),
        (&["procla"], Happens(Event::Proclaimed)),
        (&["withdraw"], Happens(Event::Withdrawn)),
        (&["returned"], Happens(Event::ReturnedToPresident)),
        (&["partition"], Happens(Event::Partitioned)),
        (&["died"], Died),
        (&["lapsed"], Died),
        (&["conference"], Differences),
        (&["difference"], Differences),
        (&["concur"], Differences),
        (&["discharge"], HappensIn(Event::Discharged)),
        (&["hearing"], HappensIn(Event::Hearing)),
        (&["refer"], HappensIn(Event::Referred)),
        (&["report"], Vote(Question::OrderReported)),
        (&["committee"], Vote(Question::OrderReported)),
        (&["calendar"], HappensIn(Event::PlacedOnCalendar)),
        (&["secrecy"], Happens(Event::SecrecyRemoved)),
        (&["transmit"], Sent),
        (&["received"], Sent),
        (&["introduc"], HappensIn(Event::Introduced)),
        (&["present"], Happens(Event::Presented)),
        (&["sign"], Signed),
        (&["conclu"], Signed),
    ]
};

/// The same for the words of a vote on the measure itself, after all others.
const OF_THE_MEASURE: [&str; 4] = ["pass", "agreed", "adopt", "vote"];

/// Reads a stage. A stage in a chamber that it does not name is in that of `origin`.
///
/// # Errors
/// That the chamber is missing.
pub fn read(text: &str, route: Route, origin: Option<Chamber>) -> Result<Stage, String> {
    let text = text.to_ascii_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let named = words.iter().find_map(|word| match *word {
        "house" => Some(Chamber::House),
        "senate" => Some(Chamber::Senate),
        _ => None,
    });
    let chamber = named.or(match route {
        Route::Treaty => Some(Chamber::Senate),
        _ => origin,
    });
    let has = |beginning: &&str| words.iter().any(|word| word.starts_with(beginning));
    let of_the_measure = OF_THE_MEASURE.iter().any(has);
    let reading = RULES
        .iter()
        .find(|(beginnings, _)| beginnings.iter().all(has))
        .map(|(_, reading)| *reading)
        .or(of_the_measure.then_some(Reading::Final))
        .or((words == ["to", "president"]).then_some(Reading::Happens(Event::Presented)));
    let Some(reading) = reading else {
        return Ok(Stage::Unknown(chamber));
    };
    settle(reading, route, chamber)
        .ok_or_else(|| "the stage does not say in which chamber".to_owned())
}

/// `None` if a chamber is needed and not known.
fn settle(reading: Reading, route: Route, chamber: Option<Chamber>) -> Option<Stage> {
    let is_treaty = route == Route::Treaty;
    let is_of_the_president_alone = matches!(
        route,
        Route::ExecutiveAgreement | Route::PoliticalCommitment
    );
    Some(match reading {
        Reading::Vote(question) => Stage::Vote(question(chamber?)),
        Reading::Happens(event) => Stage::Event(event),
        Reading::HappensIn(event) => Stage::Event(event(chamber?)),
        Reading::Cloture => Stage::Vote(Question::Cloture),
        Reading::AdviceAndConsent => Stage::Vote(Question::AdviceAndConsent),
        Reading::Final if is_treaty => Stage::Vote(Question::AdviceAndConsent),
        Reading::Final => Stage::Vote(Question::Passage(chamber?)),
        Reading::Differences if is_treaty => Stage::Vote(Question::Procedure(chamber?)),
        Reading::Differences => Stage::Vote(Question::Differences(chamber?)),
        Reading::Sent if is_of_the_president_alone => Stage::Event(Event::ReportedUnderCaseAct),
        Reading::Sent if route == Route::ReviewWithDisapproval => {
            Stage::Event(Event::LaidForReview)
        }
        Reading::Sent => Stage::Event(Event::Transmitted),
        Reading::Review => Stage::Event(Event::LaidForReview),
        // The treaty itself was signed, before it was transmitted.
        Reading::Signed if is_treaty => Stage::Elsewhere,
        Reading::Signed if is_of_the_president_alone => Stage::Event(Event::Concluded),
        Reading::Signed => Stage::Event(Event::Signed),
        Reading::BecameLaw => Stage::BecameLaw,
        Reading::Died => Stage::Died,
    })
}

/// A stage whose name alone says that the vote was carried, as `passed_house`.
pub fn says_carried(stage: &str) -> bool {
    let stage = stage.to_ascii_lowercase();
    ["passed", "agreed", "adopted", "reported", "invoked"]
        .iter()
        .any(|word| stage.contains(word))
}

/// What an outcome says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The vote was carried.
    Carried,
    /// It was lost, or what the stage names did not happen.
    Lost,
    /// A law.
    Law,
    /// Vetoed.
    Vetoed,
    /// Signed.
    Signed,
    /// Deposited, exchanged or in force.
    Bound,
}

/// The words of a vote that is carried.
const CARRIED: [&str; 12] = [
    "agreed",
    "passed",
    "pass",
    "adopted",
    "approved",
    "invoked",
    "carried",
    "overridden",
    "reported",
    "ordered",
    "confirmed",
    "consent",
];
/// The beginnings of the words of a vote that is lost.
const LOST: [&str; 9] = [
    "reject",
    "fail",
    "defeat",
    "lost",
    "disagree",
    "declin",
    "refus",
    "sustain",
    "unsuccessful",
];

/// Reads the outcome of a vote; `None` if it is not understood.
pub fn of_vote(text: &str) -> Option<Said> {
    let text = text.to_ascii_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // The first word that decides: “passed, motion to reconsider rejected” is carried.
    words.iter().enumerate().find_map(|(at, word)| {
        let is_denied = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| matches!(*before, "not" | "never"));
        let carried = if CARRIED.contains(word) {
            true
        } else if LOST.iter().any(|lost| word.starts_with(lost)) {
            false
        } else {
            return None;
        };
        Some(if carried == is_denied {
            Said::Lost
        } else {
            Said::Carried
        })
    })
}

/// Reads the outcome of something else; `None` if it says nothing that can be compared.
pub fn of_event(text: &str) -> Option<Said> {
    let text = text.to_ascii_lowercase();
    let has = |word: &str| text.contains(word);
    if has("not ") || LOST.iter().any(|lost| has(lost)) {
        Some(Said::Lost)
    } else if has("veto") {
        Some(Said::Vetoed)
    } else if has("law") && !has("withdraw") {
        Some(Said::Law)
    } else if has("deposit") || has("exchang") || has("in force") || has("into force") {
        Some(Said::Bound)
    } else if has("signed") || has("ratified") {
        Some(Said::Signed)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Chamber::{House, Senate};

    fn stage(text: &str, route: Route) -> Stage {
        read(text, route, Some(House)).unwrap()
    }

    #[test]
    fn stages_are_read_in_the_words_of_sources() {
        let law = Route::CongressionalExecutiveAgreement;
        for (text, expected) in [
            ("passed_house", Stage::Vote(Question::Passage(House))),
            ("Passed Senate", Stage::Vote(Question::Passage(Senate))),
            (
                "agreed_to_in_senate",
                Stage::Vote(Question::Passage(Senate)),
            ),
            ("adopted", Stage::Vote(Question::Passage(House))),
            ("cloture", Stage::Vote(Question::Cloture)),
            (
                "cloture_on_motion_to_proceed",
                Stage::Vote(Question::Cloture),
            ),
            (
                "motion_to_proceed_senate",
                Stage::Vote(Question::Procedure(Senate)),
            ),
            ("amendment_senate", Stage::Vote(Question::Procedure(Senate))),
            (
                "house_agreed_to_senate_amendment",
                Stage::Vote(Question::Differences(House)),
            ),
            (
                "conference_report_agreed_to_in_senate",
                Stage::Vote(Question::Differences(Senate)),
            ),
            (
                "ordered_reported_senate",
                Stage::Vote(Question::OrderReported(Senate)),
            ),
            ("discharged_senate", Stage::Event(Event::Discharged(Senate))),
            ("hearing_house", Stage::Event(Event::Hearing(House))),
            (
                "referred_to_committee_senate",
                Stage::Event(Event::Referred(Senate)),
            ),
            ("introduced", Stage::Event(Event::Introduced(House))),
            ("presented_to_president", Stage::Event(Event::Presented)),
            ("signed_by_president", Stage::Event(Event::Signed)),
            ("became_law", Stage::BecameLaw),
            (
                "became_law_without_signature",
                Stage::Event(Event::LawWithoutSignature),
            ),
            ("vetoed", Stage::Event(Event::Vetoed)),
            ("pocket_vetoed", Stage::Event(Event::PocketVetoed)),
            ("override_senate", Stage::Vote(Question::Override(Senate))),
            (
                "passed_house_over_veto",
                Stage::Vote(Question::Override(House)),
            ),
            ("died_at_end_of_congress", Stage::Died),
            ("something_else", Stage::Unknown(Some(House))),
        ] {
            assert_eq!(stage(text, law), expected, "{text}");
        }
    }

    #[test]
    fn stages_are_read_by_their_route() {
        for (text, expected) in [
            ("transmitted_to_senate", Stage::Event(Event::Transmitted)),
            ("signed", Stage::Elsewhere),
            (
                "injunction_of_secrecy_removed",
                Stage::Event(Event::SecrecyRemoved),
            ),
            (
                "placed_on_executive_calendar",
                Stage::Event(Event::PlacedOnCalendar(Senate)),
            ),
            (
                "committee_reported",
                Stage::Vote(Question::OrderReported(Senate)),
            ),
            (
                "resolution_of_advice_and_consent",
                Stage::Vote(Question::AdviceAndConsent),
            ),
            (
                "resolution_of_ratification",
                Stage::Vote(Question::AdviceAndConsent),
            ),
            (
                "president_signs_instrument",
                Stage::Event(Event::InstrumentSigned),
            ),
            (
                "ratified_by_president",
                Stage::Event(Event::InstrumentSigned),
            ),
            (
                "president_declines_to_ratify",
                Stage::Event(Event::RatificationDeclined),
            ),
            ("deposit", Stage::Event(Event::Deposited)),
            ("exchange_of_instruments", Stage::Event(Event::Exchanged)),
            ("entry_into_force", Stage::Event(Event::EnteredIntoForce)),
            ("proclaimed", Stage::Event(Event::Proclaimed)),
            (
                "returned_to_president",
                Stage::Event(Event::ReturnedToPresident),
            ),
            ("withdrawn_by_president", Stage::Event(Event::Withdrawn)),
            ("partitioned", Stage::Event(Event::Partitioned)),
        ] {
            assert_eq!(stage(text, Route::Treaty), expected, "{text}");
        }
        let review = |text| stage(text, Route::ReviewWithDisapproval);
        assert_eq!(
            review("transmitted_to_congress"),
            Stage::Event(Event::LaidForReview)
        );
        assert_eq!(
            review("review_period_ended"),
            Stage::Event(Event::ReviewEnded)
        );
        let executive = |text| stage(text, Route::ExecutiveAgreement);
        assert_eq!(executive("signed"), Stage::Event(Event::Concluded));
        assert_eq!(
            executive("case_act_transmittal"),
            Stage::Event(Event::ReportedUnderCaseAct)
        );
        assert!(read("passed", Route::Bill, None).is_err());
    }

    #[test]
    fn outcomes_are_read_in_the_words_of_sources() {
        for text in [
            "agreed to",
            "agreed to as amended",
            "passed",
            "adopted",
            "invoked",
            "Passed over veto",
            "ordered reported favorably by voice vote",
            "veto overridden",
            "veto not sustained",
            "passed, motion to reconsider rejected",
        ] {
            assert_eq!(of_vote(text), Some(Said::Carried), "{text}");
        }
        for text in [
            "rejected",
            "failed",
            "not invoked",
            "not agreed to",
            "not passed",
            "disagreed to",
            "veto sustained",
            "failed of passage",
            "defeated",
            "not reported",
        ] {
            assert_eq!(of_vote(text), Some(Said::Lost), "{text}");
        }
        assert_eq!(of_vote("61-38"), None);
        for (text, said) in [
            ("became Public Law 103-182", Some(Said::Law)),
            ("vetoed", Some(Said::Vetoed)),
            ("signed; certifications delivered", Some(Said::Signed)),
            ("entered into force", Some(Said::Bound)),
            ("deposited", Some(Said::Bound)),
            ("not signed", Some(Said::Lost)),
            ("received", None),
        ] {
            assert_eq!(of_event(text), said, "{text}");
        }
    }
}
