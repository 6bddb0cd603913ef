//! The labels of statuses: one function for each, and no status without a label.
//!
//! "Ratified" alone is never one of them: it would mix the national procedure with the consent.

use domain::act::{
    Applies, ConsentForm, ConsentMode, DueFormFinding, DueFormItem, Outcome, ProcedureStanding,
    Ruling, Signature, VoteOn,
};
use domain::consent::{Undated, WithoutEffect};
use domain::instrument::{InstrumentKind, Nature};
use domain::majority::{Decision, Label};
use domain::office::Office;
use domain::policy::Occasion;
use domain::procedure::{
    self, BindingEffect, ParliamentaryConsent, PeriodKind, PeriodUnit, StageEffect, StageKind,
    StageState,
};
use domain::sign_off::Evidence;
use domain::status::{InternationalStatus, NationalStatus, ProvisionalStatus};
use domain::text::Confidence;
use serde::Serialize;

use crate::say;
use crate::words::Words;

/// The one stage that a table shows of a participant; the facts behind it stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicStage {
    /// Nobody has told the register anything.
    NoInformation,
    /// A procedure lies ahead; nothing has begun.
    NotBegun,
    /// Signed; of the procedure nothing is known to have begun.
    Signed,
    /// The national procedure is under way.
    UnderWay,
    /// No approval is required; consent has not been expressed.
    NotRequired,
    /// The national procedure is completed; consent has not been expressed.
    ApprovedNationally,
    /// The national procedure failed.
    Failed,
    /// Consent to be bound has been expressed; the treaty is not in force for it.
    Consented,
    /// In force for it.
    InForce,
    /// In force for it; withdrawal has been notified.
    WithdrawalNotified,
    /// No longer a party.
    FormerParty,
    /// Consent was withdrawn before entry into force.
    ConsentWithdrawn,
}

impl PublicStage {
    /// The stage of this status.
    pub fn of(national: &NationalStatus, international: InternationalStatus) -> Self {
        match (international, national) {
            (InternationalStatus::Party { .. }, _) => Self::InForce,
            (InternationalStatus::WithdrawalNotified { .. }, _) => Self::WithdrawalNotified,
            (InternationalStatus::FormerParty { .. }, _) => Self::FormerParty,
            (InternationalStatus::ConsentWithdrawn { .. }, _) => Self::ConsentWithdrawn,
            (InternationalStatus::ConsentExpressed, _) => Self::Consented,
            (_, NationalStatus::Failed) => Self::Failed,
            (_, NationalStatus::Completed) => Self::ApprovedNationally,
            (_, NationalStatus::NotRequired) => Self::NotRequired,
            (_, NationalStatus::UnderWay(_)) => Self::UnderWay,
            (
                InternationalStatus::Signed,
                NationalStatus::NotBegun | NationalStatus::NoInformation,
            ) => Self::Signed,
            (InternationalStatus::None, NationalStatus::NotBegun) => Self::NotBegun,
            (InternationalStatus::None, NationalStatus::NoInformation) => Self::NoInformation,
        }
    }

    /// Its label; that of the consent follows the instrument's mode.
    pub fn label(self, words: Words, form: ConsentForm) -> String {
        match self {
            Self::NoInformation => say!(words, "status-stage-no-information"),
            Self::NotBegun => say!(words, "status-stage-not-begun"),
            Self::Signed => say!(words, "status-stage-signed"),
            Self::UnderWay => say!(words, "status-stage-under-way"),
            Self::NotRequired => say!(words, "status-stage-not-required"),
            Self::ApprovedNationally => say!(words, "status-stage-approved"),
            Self::Failed => say!(words, "status-stage-failed"),
            Self::Consented => consent(words, form),
            Self::InForce => say!(words, "status-stage-in-force"),
            Self::WithdrawalNotified => say!(words, "status-stage-withdrawal-notified"),
            Self::FormerParty => say!(words, "status-stage-former-party"),
            Self::ConsentWithdrawn => say!(words, "status-stage-consent-withdrawn"),
        }
    }

    /// The modifier of its tag; the label says everything, the colour repeats it.
    pub fn tag_class(self) -> &'static str {
        match self {
            Self::NoInformation | Self::NotBegun => "a-tag a-tag--none",
            Self::Signed => "a-tag a-tag--signed",
            Self::UnderWay => "a-tag a-tag--under-way",
            Self::NotRequired | Self::ApprovedNationally => "a-tag a-tag--approved",
            Self::Consented => "a-tag a-tag--consented",
            Self::InForce => "a-tag a-tag--in-force",
            Self::WithdrawalNotified => "a-tag a-tag--suspended",
            Self::Failed | Self::FormerParty | Self::ConsentWithdrawn => "a-tag a-tag--stopped",
        }
    }
}

/// The label of consent to be bound, once it has been expressed.
pub fn consent(words: Words, form: ConsentForm) -> String {
    match form {
        ConsentForm::Deposit => say!(words, "status-consent-deposit"),
        ConsentForm::Notification => say!(words, "status-consent-notification"),
        ConsentForm::Exchange => say!(words, "status-consent-exchange"),
        ConsentForm::Signature => say!(words, "status-consent-signature"),
    }
}

/// The stage at which it is expressed, in a list of stages.
pub fn consent_stage(words: Words, form: ConsentForm) -> String {
    match form {
        ConsentForm::Deposit => say!(words, "status-stage-kind-deposit"),
        ConsentForm::Notification => say!(words, "status-stage-kind-notification"),
        ConsentForm::Exchange => say!(words, "status-stage-kind-exchange"),
        ConsentForm::Signature => say!(words, "status-stage-kind-definitive-signature"),
    }
}

/// The same where it has not been expressed.
pub fn no_consent(words: Words, form: ConsentForm) -> String {
    match form {
        ConsentForm::Deposit => say!(words, "status-no-consent-deposit"),
        ConsentForm::Notification => say!(words, "status-no-consent-notification"),
        ConsentForm::Exchange => say!(words, "status-no-consent-exchange"),
        ConsentForm::Signature => say!(words, "status-no-consent-signature"),
    }
}

/// The label of the national procedure's state, without its stage.
pub fn national(words: Words, status: &NationalStatus) -> String {
    match status {
        NationalStatus::NoInformation => say!(words, "status-national-no-information"),
        NationalStatus::NotBegun => say!(words, "status-national-not-begun"),
        NationalStatus::UnderWay(_) => say!(words, "status-national-under-way"),
        NationalStatus::Completed => say!(words, "status-national-completed"),
        NationalStatus::NotRequired => say!(words, "status-national-not-required"),
        NationalStatus::Failed => say!(words, "status-national-failed"),
    }
}

/// The name of a national status in data.
pub fn national_name(status: &NationalStatus) -> &'static str {
    match status {
        NationalStatus::NoInformation => "no_information",
        NationalStatus::NotBegun => "not_begun",
        NationalStatus::UnderWay(_) => "under_way",
        NationalStatus::Completed => "completed",
        NationalStatus::NotRequired => "not_required",
        NationalStatus::Failed => "failed",
    }
}

/// The label of provisional application.
pub fn provisional(words: Words, status: ProvisionalStatus) -> String {
    match status {
        ProvisionalStatus::None => say!(words, "status-provisional-none"),
        ProvisionalStatus::Applied => say!(words, "status-provisional-applied"),
        ProvisionalStatus::Ended => say!(words, "status-provisional-ended"),
        ProvisionalStatus::Overtaken => say!(words, "status-provisional-overtaken"),
    }
}

/// The means of consent, as in "instrument of …".
pub fn mode(words: Words, mode: ConsentMode) -> String {
    match mode {
        ConsentMode::Ratification => say!(words, "status-mode-ratification"),
        ConsentMode::Acceptance => say!(words, "status-mode-acceptance"),
        ConsentMode::Approval => say!(words, "status-mode-approval"),
        ConsentMode::Accession => say!(words, "status-mode-accession"),
        ConsentMode::Succession => say!(words, "status-mode-succession"),
        ConsentMode::DefinitiveSignature => say!(words, "status-mode-definitive-signature"),
        ConsentMode::NotToldApart => say!(words, "status-mode-not-told-apart"),
    }
}

/// The effect of a signature.
pub fn signature(words: Words, signature: Signature) -> String {
    match signature {
        Signature::Simple => say!(words, "status-signature-simple"),
        Signature::Definitive => say!(words, "status-signature-definitive"),
        Signature::AdReferendum => say!(words, "status-signature-ad-referendum"),
    }
}

/// What a vote was on.
pub fn vote_on(words: Words, on: VoteOn) -> String {
    match on {
        VoteOn::Approval => say!(words, "status-vote-on-approval"),
        VoteOn::Objection => say!(words, "status-vote-on-objection"),
        VoteOn::Cloture => say!(words, "status-vote-on-cloture"),
        VoteOn::Override => say!(words, "status-vote-on-override"),
    }
}

/// The announced result of a vote.
pub fn ruling(words: Words, ruling: Ruling) -> String {
    match ruling {
        Ruling::Carried => say!(words, "status-ruling-carried"),
        Ruling::Lost => say!(words, "status-ruling-lost"),
        Ruling::NotKnown => say!(words, "status-ruling-not-known"),
    }
}

/// How a step ended.
pub fn outcome(words: Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Completed => say!(words, "status-outcome-completed"),
        Outcome::Failed => say!(words, "status-outcome-failed"),
    }
}

/// Whether a trigger applies.
pub fn applies(words: Words, applies: Applies) -> String {
    match applies {
        Applies::Yes => say!(words, "status-applies-yes"),
        Applies::No => say!(words, "status-applies-no"),
    }
}

/// On whose word a procedure rests.
pub fn procedure_standing(words: Words, standing: ProcedureStanding) -> String {
    match standing {
        ProcedureStanding::Research => say!(words, "status-procedure-research"),
        ProcedureStanding::ConfirmedByParticipant => say!(words, "status-procedure-confirmed"),
    }
}

/// What an instrument is.
pub fn kind(words: Words, kind: InstrumentKind) -> String {
    match kind {
        InstrumentKind::Treaty => say!(words, "status-kind-treaty"),
        InstrumentKind::Protocol => say!(words, "status-kind-protocol"),
        InstrumentKind::Amendment => say!(words, "status-kind-amendment"),
        InstrumentKind::TreatyOfAccession => say!(words, "status-kind-treaty-of-accession"),
        InstrumentKind::PoliticalCommitment => say!(words, "status-kind-political-commitment"),
    }
}

/// Whether an instrument is real.
pub fn nature(words: Words, nature: Nature) -> String {
    match nature {
        Nature::Real => say!(words, "status-nature-real"),
        Nature::Historical => say!(words, "status-nature-historical"),
        Nature::Illustrative => say!(words, "status-nature-illustrative"),
    }
}

/// How far a source can be relied on.
pub fn confidence(words: Words, confidence: Confidence) -> String {
    match confidence {
        Confidence::High => say!(words, "status-confidence-high"),
        Confidence::Medium => say!(words, "status-confidence-medium"),
        Confidence::Low => say!(words, "status-confidence-low"),
    }
}

/// An office; never a person.
pub fn office(words: Words, office: &Office) -> String {
    match office {
        Office::Liaison(of) => say!(words, "status-office-liaison", of = words.entity(*of)),
        Office::Verifier(of) => say!(words, "status-office-verifier", of = words.entity(*of)),
        Office::DepositaryOfficer(_) => say!(words, "status-office-depositary"),
    }
}

/// What shows that a person signed off.
pub fn evidence(words: Words, evidence: Evidence) -> String {
    match evidence {
        Evidence::PasswordStepUp => say!(words, "status-evidence-password"),
        Evidence::CommandLine => say!(words, "status-evidence-command-line"),
    }
}

/// How a fact reached the register.
pub fn occasion(words: Words, occasion: Occasion) -> String {
    match occasion {
        Occasion::Regular => say!(words, "status-occasion-regular"),
        Occasion::OnPaper => say!(words, "status-occasion-on-paper"),
        Occasion::Exchange => say!(words, "status-occasion-exchange"),
        Occasion::ImportOfHistory => say!(words, "status-occasion-import"),
    }
}

/// An item of the due-form check.
pub fn due_form_item(words: Words, item: DueFormItem) -> String {
    match item {
        DueFormItem::Authority => say!(words, "status-check-authority"),
        DueFormItem::NamesTheTreaty => say!(words, "status-check-names-the-treaty"),
        DueFormItem::StatesTheConsent => say!(words, "status-check-states-the-consent"),
        DueFormItem::Unconditional => say!(words, "status-check-unconditional"),
        DueFormItem::ReservationPermitted => say!(words, "status-check-reservation-permitted"),
        DueFormItem::DateReceived => say!(words, "status-check-date-received"),
    }
}

/// The finding of a due-form check.
pub fn due_form_finding(words: Words, finding: DueFormFinding) -> String {
    match finding {
        DueFormFinding::InOrder => say!(words, "status-finding-in-order"),
        DueFormFinding::NotApplicable => say!(words, "status-finding-not-applicable"),
        DueFormFinding::AcceptedAllTheSame => say!(words, "status-finding-all-the-same"),
    }
}

/// The majority that a vote needs.
pub fn majority(words: Words, label: Label) -> String {
    match label {
        Label::SimpleMajorityOfVotesCast => {
            say!(words, "status-majority-simple-majority-of-votes-cast")
        }
        Label::MajorityOfMembersPresent => {
            say!(words, "status-majority-majority-of-members-present")
        }
        Label::MajorityOfThoseVotingAbstentionsCounted => say!(
            words,
            "status-majority-majority-of-those-voting-abstentions-counted"
        ),
        Label::AbsoluteMajorityOfAllMembers => {
            say!(words, "status-majority-absolute-majority-of-all-members")
        }
        Label::TwoThirdsOfVotesCast => say!(words, "status-majority-two-thirds-of-votes-cast"),
        Label::TwoThirdsOfMembersPresent => {
            say!(words, "status-majority-two-thirds-of-members-present")
        }
        Label::TwoThirdsOfThoseVotingAbstentionsCounted => say!(
            words,
            "status-majority-two-thirds-of-those-voting-abstentions-counted"
        ),
        Label::TwoThirdsOfAllMembers => say!(words, "status-majority-two-thirds-of-all-members"),
        Label::ThreeFifthsOfAllMembers => {
            say!(words, "status-majority-three-fifths-of-all-members")
        }
        Label::ThreeFifthsOfMembersPresent => {
            say!(words, "status-majority-three-fifths-of-members-present")
        }
        Label::ThreeFifthsOfThoseVotingAbstentionsCounted => say!(
            words,
            "status-majority-three-fifths-of-those-voting-abstentions-counted"
        ),
        Label::ThreeFifthsOfSenatorsChosenAndSworn => say!(
            words,
            "status-majority-three-fifths-of-senators-chosen-and-sworn"
        ),
        Label::ThreeQuartersOfVotesCast => {
            say!(words, "status-majority-three-quarters-of-votes-cast")
        }
        Label::ThreeQuartersOfVotesCastAndMajorityOfAllMembers => say!(
            words,
            "status-majority-three-quarters-of-votes-cast-and-majority-of-all-members"
        ),
        Label::FiveSixthsOfAllMembers => say!(words, "status-majority-five-sixths-of-all-members"),
        Label::MajorityOfMembersPresentFloorOneThirdOfAllMembers => say!(
            words,
            "status-majority-majority-of-members-present-floor-one-third-of-all-members"
        ),
        Label::MajorityOfMembersPresentFloorOneQuarterOfAllMembers => say!(
            words,
            "status-majority-majority-of-members-present-floor-one-quarter-of-all-members"
        ),
        Label::MajorityOfMembersPresentFloorOneQuarterPlusOneOfAllMembers => say!(
            words,
            "status-majority-majority-of-members-present-floor-one-quarter-plus-one-of-all-members"
        ),
        Label::TwoThirdsOfMembersPresentAndMajorityOfAllMembers => say!(
            words,
            "status-majority-two-thirds-of-members-present-and-majority-of-all-members"
        ),
        Label::TwoThirdsOfVotesCastAndMajorityOfAllMembers => say!(
            words,
            "status-majority-two-thirds-of-votes-cast-and-majority-of-all-members"
        ),
        Label::TwoThirdsOfAllWeightedVotes => {
            say!(words, "status-majority-two-thirds-of-all-weighted-votes")
        }
        Label::MajorityOfAllWeightedVotes => {
            say!(words, "status-majority-majority-of-all-weighted-votes")
        }
        Label::UnanimityAbstentionsNeutral => {
            say!(words, "status-majority-unanimity-abstentions-neutral")
        }
        Label::EuQualifiedMajority => say!(words, "status-majority-eu-qualified-majority"),
        Label::ReferendumMajorityOfVotesCast => {
            say!(words, "status-majority-referendum-majority-of-votes-cast")
        }
        Label::ReferendumDoubleMajorityPeopleAndCantons => say!(
            words,
            "status-majority-referendum-double-majority-people-and-cantons"
        ),
        Label::ReferendumRejectionRule => say!(words, "status-majority-referendum-rejection-rule"),
        Label::MajorityOfVotesCastInEachLanguageGroup => say!(
            words,
            "status-majority-majority-of-votes-cast-in-each-language-group"
        ),
        Label::NegativeResolutionAbsent => {
            say!(words, "status-majority-negative-resolution-absent")
        }
        Label::NoRequestForExplicitProcedure => {
            say!(words, "status-majority-no-request-for-explicit-procedure")
        }
        Label::CommitteeMajority => say!(words, "status-majority-committee-majority"),
        Label::MinisterialStatement => say!(words, "status-majority-ministerial-statement"),
        Label::PriorDecisionPrevails => say!(words, "status-majority-prior-decision-prevails"),
    }
}

/// What happens at a stage of a procedure.
pub fn stage_kind(words: Words, kind: StageKind) -> String {
    match kind {
        StageKind::GovernmentDecision => say!(words, "status-stage-kind-government-decision"),
        StageKind::AdvisoryReview => say!(words, "status-stage-kind-advisory-review"),
        StageKind::Tabling => say!(words, "status-stage-kind-tabling"),
        StageKind::Committee => say!(words, "status-stage-kind-committee"),
        StageKind::ChamberVote => say!(words, "status-stage-kind-chamber-vote"),
        StageKind::JointSittingVote => say!(words, "status-stage-kind-joint-sitting-vote"),
        StageKind::RegionalVote => say!(words, "status-stage-kind-regional-vote"),
        StageKind::ConstitutionalReview => say!(words, "status-stage-kind-constitutional-review"),
        StageKind::Referendum => say!(words, "status-stage-kind-referendum"),
        StageKind::PresidentialOrRoyalAssent => {
            say!(words, "status-stage-kind-presidential-or-royal-assent")
        }
        StageKind::PromulgationPublication => {
            say!(words, "status-stage-kind-promulgation-publication")
        }
        StageKind::InstrumentSignature => say!(words, "status-stage-kind-instrument-signature"),
        StageKind::Deposit => say!(words, "status-stage-kind-deposit"),
    }
}

/// How far a stage is.
pub fn stage_state(words: Words, state: StageState<'_>) -> String {
    match state {
        StageState::Done => say!(words, "status-stage-state-done"),
        StageState::Current => say!(words, "status-stage-state-current"),
        StageState::Possible => say!(words, "status-stage-state-possible"),
        StageState::NotYet => say!(words, "status-stage-state-not-yet"),
        StageState::NotReported => say!(words, "status-stage-state-not-reported"),
        StageState::IfCalledFor => say!(words, "status-stage-state-if-called-for"),
        StageState::Skipped { .. } => say!(words, "status-stage-state-skipped"),
        StageState::NotDetermined => say!(words, "status-stage-state-not-determined"),
        StageState::Failed => say!(words, "status-stage-state-failed"),
    }
}

/// What a stage does to the procedure.
pub fn stage_effect(words: Words, effect: StageEffect) -> String {
    match effect {
        StageEffect::Decisive => say!(words, "status-stage-effect-decisive"),
        StageEffect::Gate => say!(words, "status-stage-effect-gate"),
        StageEffect::Advisory => say!(words, "status-stage-effect-advisory"),
        StageEffect::Waiting => say!(words, "status-stage-effect-waiting"),
        StageEffect::SuspensiveVeto => say!(words, "status-stage-effect-suspensive-veto"),
        StageEffect::AbsoluteVeto => say!(words, "status-stage-effect-absolute-veto"),
        StageEffect::Formal => say!(words, "status-stage-effect-formal"),
    }
}

/// What comes of a route.
pub fn binding_effect(words: Words, effect: BindingEffect) -> String {
    match effect {
        BindingEffect::Treaty => say!(words, "status-binding-treaty"),
        BindingEffect::CongressionalExecutiveAgreement => {
            say!(words, "status-binding-congressional-executive-agreement")
        }
        BindingEffect::ExecutiveAgreementOrPolitical => {
            say!(words, "status-binding-executive-agreement-or-political")
        }
        BindingEffect::Political => say!(words, "status-binding-political"),
    }
}

/// How a parliament takes part.
pub fn parliamentary_consent(words: Words, consent: ParliamentaryConsent) -> String {
    match consent {
        ParliamentaryConsent::LawRequired => say!(words, "status-parliament-law-required"),
        ParliamentaryConsent::ApprovalRequired => {
            say!(words, "status-parliament-approval-required")
        }
        ParliamentaryConsent::ConsentResolution => {
            say!(words, "status-parliament-consent-resolution")
        }
        ParliamentaryConsent::AuthorisationRequired => {
            say!(words, "status-parliament-authorisation-required")
        }
        ParliamentaryConsent::ConditionalApproval => {
            say!(words, "status-parliament-conditional-approval")
        }
        ParliamentaryConsent::ApprovalByPractice => {
            say!(words, "status-parliament-approval-by-practice")
        }
        ParliamentaryConsent::NegativeProcedure => {
            say!(words, "status-parliament-negative-procedure")
        }
        ParliamentaryConsent::TablingNoVote => say!(words, "status-parliament-tabling-no-vote"),
        ParliamentaryConsent::TreatyOrStatute => say!(words, "status-parliament-treaty-or-statute"),
        ParliamentaryConsent::CouncilDecision => say!(words, "status-parliament-council-decision"),
    }
}

/// What a period does.
pub fn period_kind(words: Words, kind: PeriodKind) -> String {
    match kind {
        PeriodKind::MinimumWait => say!(words, "status-period-minimum-wait"),
        PeriodKind::Deadline => say!(words, "status-period-deadline"),
        PeriodKind::DeemedConsent => say!(words, "status-period-deemed-consent"),
        PeriodKind::Window => say!(words, "status-period-window"),
        PeriodKind::Target => say!(words, "status-period-target"),
    }
}

/// What the arithmetic makes of a vote.
pub fn decision(words: Words, decision: Decision) -> String {
    match decision {
        Decision::Carried => say!(words, "status-decision-carried"),
        Decision::Lost => say!(words, "status-decision-lost"),
        Decision::CannotBeTold => say!(words, "status-decision-cannot-be-told"),
    }
}

/// How far a procedure file can be relied on.
pub fn file_confidence(words: Words, confidence: procedure::Confidence) -> String {
    match confidence {
        procedure::Confidence::High => say!(words, "status-file-confidence-high"),
        procedure::Confidence::Medium => say!(words, "status-file-confidence-medium"),
        procedure::Confidence::Low => say!(words, "status-file-confidence-low"),
    }
}

/// A length of time as a procedure file gives it.
pub fn period(words: Words, count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::CalendarDays => say!(words, "status-unit-days", count = count),
        PeriodUnit::Weeks => say!(words, "status-unit-weeks", count = count),
        PeriodUnit::Months => say!(words, "status-unit-months", count = count),
        PeriodUnit::SittingDays => say!(words, "status-unit-sitting-days", count = count),
        PeriodUnit::SittingDaysBothHouses | PeriodUnit::JointSittingDays => {
            say!(words, "status-unit-joint-sitting-days", count = count)
        }
        PeriodUnit::DaysExcludingSundays => {
            say!(words, "status-unit-days-without-sundays", count = count)
        }
        PeriodUnit::CalendarDaysExcludingRecess => {
            say!(words, "status-unit-days-without-recess", count = count)
        }
    }
}

/// An act on record that has no effect.
pub fn without_effect(words: Words, act: &WithoutEffect) -> String {
    match act {
        WithoutEffect::NothingToWithdraw(withdrawn) => say!(
            words,
            "status-nothing-to-withdraw",
            day = words.day(withdrawn.notified.day)
        ),
        WithoutEffect::NothingToRetract(at) => {
            say!(words, "status-nothing-to-retract", day = words.day(at.day))
        }
        WithoutEffect::AlreadyConsented(given) => say!(
            words,
            "status-already-consented",
            day = words.day(given.at.day)
        ),
        WithoutEffect::DateUnknown(Undated::Consent) => say!(words, "status-undated-consent"),
        WithoutEffect::DateUnknown(Undated::Withdrawal) => say!(words, "status-undated-withdrawal"),
        WithoutEffect::DateUnknown(Undated::Retraction) => say!(words, "status-undated-retraction"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGES: [PublicStage; 12] = [
        PublicStage::NoInformation,
        PublicStage::NotBegun,
        PublicStage::Signed,
        PublicStage::UnderWay,
        PublicStage::NotRequired,
        PublicStage::ApprovedNationally,
        PublicStage::Failed,
        PublicStage::Consented,
        PublicStage::InForce,
        PublicStage::WithdrawalNotified,
        PublicStage::FormerParty,
        PublicStage::ConsentWithdrawn,
    ];

    #[test]
    fn the_label_of_a_stage_fits_a_table_and_never_says_ratified() {
        let words = Words::english();
        for form in [
            ConsentForm::Deposit,
            ConsentForm::Notification,
            ConsentForm::Exchange,
            ConsentForm::Signature,
        ] {
            for stage in STAGES {
                let label = stage.label(words, form);
                assert!(label.chars().count() <= 24, "{label}");
                assert!(!label.to_lowercase().contains("ratif"), "{label}");
            }
        }
    }
}
