//! What the majorities make of a vote, in sentences.

use domain::act::{Ruling, VoteOn, VoteTaken};
use domain::majority::{Arithmetic, Decision, QuorumFinding};
use domain::procedure::{Case, Followed, Stage, Verdict, VoteArithmetic};
use domain::snapshot::Fact;

use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// Of when the number of seats is that the arithmetic took from the file, where that is of another
/// year: a house may have grown since. What the tally itself gives is of the day of the vote.
pub(crate) fn seats(
    words: Words,
    followed: &Followed,
    stage: &Stage,
    fact: &Fact,
    vote: &VoteTaken,
) -> Option<String> {
    let own = stage
        .chamber
        .as_ref()
        .filter(|_| vote.on != VoteOn::Override);
    let chamber = followed.procedure.chamber(vote.chamber.as_ref().or(own)?)?;
    let seats = chamber.members.filter(|_| vote.tally.members.is_none())?;
    let year = fact.date().latest()?.year().to_string();
    let as_of = chamber.as_of.as_str();
    (!as_of.starts_with(&year)).then(|| {
        say!(
            words,
            "tracker-vote-seats",
            seats = seats,
            as_of = as_of,
            year = year
        )
    })
}

/// What the announced outcome means for the treaty, where that is not plain from it.
pub(crate) fn meaning(words: Words, stage: Option<&Stage>, vote: &VoteTaken) -> Option<String> {
    match (vote.on, vote.ruling) {
        (VoteOn::Objection, Ruling::Lost) => Some(say!(words, "tracker-vote-not-objected")),
        (VoteOn::Objection, Ruling::Carried)
            if stage.is_some_and(|stage| stage.overcome_by.is_some()) =>
        {
            Some(say!(words, "tracker-vote-objected-for-now"))
        }
        (VoteOn::Objection, Ruling::Carried) => Some(say!(words, "tracker-vote-objected")),
        (VoteOn::Override, Ruling::Carried) => Some(say!(words, "tracker-vote-overridden")),
        (VoteOn::Override, Ruling::Lost) => Some(say!(words, "tracker-vote-not-overridden")),
        (VoteOn::Approval | VoteOn::Cloture, _) | (_, Ruling::NotKnown) => None,
    }
}

/// What the majorities make of a vote: one finding, or one for each case that this may be.
pub(crate) fn under_each(words: Words, on: VoteOn, found: &VoteArithmetic<'_>) -> String {
    if let [(_, arithmetic)] = found.under.as_slice() {
        return in_words(words, on, arithmetic);
    }
    let findings = found.under.iter().map(|(majority, arithmetic)| {
        let finding = in_words(words, on, arithmetic);
        match majority.case {
            Case::Ordinary => say!(words, "tracker-vote-in-ordinary-case", finding = finding),
            Case::Trigger(when) => say!(
                words,
                "tracker-vote-in-case",
                when = when.text.as_str(),
                finding = finding
            ),
            Case::Objection(rule) => say!(
                words,
                "tracker-vote-objection-had",
                majority = status::majority(words, rule.label),
                finding = finding
            ),
        }
    });
    let depends = matches!(found.verdict, Verdict::DependsOn(_));
    findings
        .chain(depends.then(|| say!(words, "tracker-vote-depends")))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the rule makes of a vote: the number needed, if there is one, and the decision.
fn in_words(words: Words, on: VoteOn, arithmetic: &Arithmetic) -> String {
    // The rule above is that of the stage, and an override has its own.
    let decision = match (on, arithmetic.decision) {
        (VoteOn::Override, Decision::Carried) => say!(words, "tracker-vote-override-by-rule"),
        (VoteOn::Override, Decision::Lost) => say!(words, "tracker-vote-override-not-by-rule"),
        (VoteOn::Override, Decision::CannotBeTold) => {
            say!(words, "tracker-vote-override-cannot-be-told")
        }
        (VoteOn::Approval | VoteOn::Objection | VoteOn::Cloture, decision) => {
            status::decision(words, decision)
        }
    };
    let needed = arithmetic
        .needed
        .zip(arithmetic.have)
        .map(|(needed, have)| say!(words, "tracker-vote-needed", needed = needed, have = have));
    let quorum = match arithmetic.quorum {
        QuorumFinding::NotAsked | QuorumFinding::Met => None,
        QuorumFinding::Missing(_) => Some(say!(words, "tracker-vote-no-quorum")),
        QuorumFinding::CannotBeTold(_) => Some(say!(words, "tracker-vote-quorum-unknown")),
    };
    needed
        .into_iter()
        .chain([decision])
        .chain(quorum)
        .collect::<Vec<_>>()
        .join(" ")
}
