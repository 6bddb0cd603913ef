//! What a participant's facts amount to: its national, international and provisional status.

use crate::act::{Act, Outcome};
use crate::clause::own_effect::OwnEffect;
use crate::clause::record::{Consent, Participation};
use crate::day::Day;
use crate::snapshot::fact::Fact;
use crate::status::{InternationalStatus, NationalStatus};

/// The standing under the treaty on a day.
///
/// `ceased` is the first day on which the State no longer existed: what it had ended then, though a
/// clause may go on counting its consent until a successor takes its place.
pub(super) fn international(
    participation: &Participation,
    consents: &[(Consent, Option<OwnEffect>)],
    day: Day,
    ceased: Option<Day>,
) -> InternationalStatus {
    let begun = consents.iter().filter(|(consent, _)| consent.begin <= day);
    // One that still holds tells more than one that has ended.
    let told = begun
        .clone()
        .rfind(|(consent, _)| consent.holds(day))
        .or_else(|| begun.clone().next_back());
    let Some((consent, effect)) = told else {
        return match participation.signed {
            Some(signed) if signed <= day => InternationalStatus::Signed,
            Some(_) | None => InternationalStatus::None,
        };
    };
    let end = [consent.end, ceased].into_iter().flatten().min();
    let ended = end.filter(|end| *end <= day);
    let since = effect
        .map(|effect| effect.from)
        .filter(|from| *from <= day && end.is_none_or(|end| *from < end));
    match (since, ended, consent.end) {
        (Some(_), Some(end), _) => InternationalStatus::FormerParty { since: end },
        (None, Some(end), _) => InternationalStatus::ConsentWithdrawn { since: end },
        (Some(since), None, Some(until)) => {
            InternationalStatus::WithdrawalNotified { since, until }
        }
        (Some(since), None, None) => InternationalStatus::Party { since },
        (None, None, _) => InternationalStatus::ConsentExpressed,
    }
}

/// The national side, from what was last reported. Which stages a procedure has is not looked at here.
pub(crate) fn national(facts: &[Fact]) -> NationalStatus {
    let mut status = NationalStatus::NoInformation;
    for fact in facts {
        let stage = || fact.statement.stage.clone();
        status = match (fact.act(), status) {
            (Some(Act::ProcedureConcluded(concluded)), _) => match concluded.outcome {
                Outcome::Completed => NationalStatus::Completed,
                Outcome::Failed => NationalStatus::Failed,
            },
            (Some(Act::StepNotRequired(_)), before) => {
                if fact.statement.stage.is_none() {
                    NationalStatus::NotRequired
                } else {
                    before
                }
            }
            (Some(Act::StepConcluded(concluded)), _) if concluded.outcome == Outcome::Failed => {
                NationalStatus::Failed
            }
            // A departure says how it was done; it begins nothing again that was over.
            (
                Some(Act::DepartureRecorded(_)),
                over @ (NationalStatus::Completed | NationalStatus::NotRequired),
            ) => over,
            (
                Some(
                    Act::StepBegun(_)
                    | Act::VoteTaken(_)
                    | Act::StepConcluded(_)
                    | Act::ClockStarted(_)
                    | Act::ClockExtended(_)
                    | Act::CourtReferral(_)
                    | Act::ConditionMet(_)
                    | Act::DepartureRecorded(_),
                ),
                _,
            ) => NationalStatus::UnderWay(stage()),
            (
                Some(
                    Act::ProcedureAdopted(_)
                    | Act::RouteChosen(_)
                    | Act::TriggerDetermined(_)
                    | Act::StepScheduled(_),
                ),
                NationalStatus::NoInformation,
            ) => NationalStatus::NotBegun,
            (_, before) => before,
        };
    }
    status
}
