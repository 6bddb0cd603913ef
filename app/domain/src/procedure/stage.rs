//! A stage of a procedure: who acts, by which majority, within which time.

use serde::{Deserialize, Serialize};

use crate::majority::{Label, Question, Quorum, Rule};
use crate::name::Key;
use crate::procedure::period::Period;
use crate::procedure::trigger::{Trigger, When};
use crate::text::Body;

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its place in the route, from 1.
    pub order: u32,
    /// Its key, unique in the route.
    pub key: Key,
    /// Its kind.
    pub kind: StageKind,
    /// What happens.
    pub title: Body,
    /// Who acts.
    pub body: Body,
    /// The chamber that acts, if one does.
    pub chamber: Option<Key>,
    /// What it does to the procedure.
    pub effect: StageEffect,
    /// What is put to the vote; `None` where nobody votes.
    pub vote_on: Option<Question>,
    /// Whether it happens only in some cases.
    pub optional: bool,
    /// In which cases.
    pub condition: Option<When>,
    /// The majority needed.
    pub rule: Option<Rule>,
    /// Other majorities for other cases.
    pub rule_variants: Vec<RuleVariant>,
    /// How many must be there; `None` if nothing is asked, or nothing was read.
    pub quorum: Option<Quorum>,
    /// The periods set for it.
    pub periods: Vec<Period>,
    /// How a veto, an objection or a return is overcome.
    #[serde(rename = "override")]
    pub overcome_by: Option<Override>,
    /// What follows if it fails.
    pub on_failure: Option<OnFailure>,
    /// The articles.
    pub legal_basis: Vec<Body>,
    /// The stage beside which it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parallel_with: Option<Key>,
    /// How often it is repeated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Repeats>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
    /// How far it can be relied on, where that is not as in the file as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

/// The kinds of stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// The government decides.
    GovernmentDecision,
    /// Somebody gives an opinion.
    AdvisoryReview,
    /// The treaty is laid before parliament.
    Tabling,
    /// A committee deals with it.
    Committee,
    /// A chamber votes.
    ChamberVote,
    /// Both chambers vote as one.
    JointSittingVote,
    /// The parliament of a part of the State votes.
    RegionalVote,
    /// A court reviews it.
    ConstitutionalReview,
    /// The people vote.
    Referendum,
    /// The head of State assents to the law.
    PresidentialOrRoyalAssent,
    /// It is promulgated or published.
    PromulgationPublication,
    /// The instrument of ratification, acceptance or approval is signed.
    InstrumentSignature,
    /// The instrument is deposited, or consent notified or exchanged.
    Deposit,
}

impl StageKind {
    /// Whether a body votes on the treaty.
    pub fn is_vote(self) -> bool {
        match self {
            Self::ChamberVote | Self::JointSittingVote | Self::RegionalVote | Self::Referendum => {
                true
            }
            Self::GovernmentDecision
            | Self::AdvisoryReview
            | Self::Tabling
            | Self::Committee
            | Self::ConstitutionalReview
            | Self::PresidentialOrRoyalAssent
            | Self::PromulgationPublication
            | Self::InstrumentSignature
            | Self::Deposit => false,
        }
    }

    /// Whether an act between States satisfies it, so that it is never recorded twice.
    pub fn is_international(self) -> bool {
        matches!(self, Self::InstrumentSignature | Self::Deposit)
    }
}

/// What a stage does to the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageEffect {
    /// A no stops the treaty, or a yes is needed.
    Decisive,
    /// It decides whether or how the next step happens.
    Gate,
    /// It binds nobody.
    Advisory,
    /// Only time passes.
    Waiting,
    /// It can delay, and can be overcome.
    SuspensiveVeto,
    /// It cannot be overcome.
    AbsoluteVeto,
    /// A formality.
    Formal,
}

/// Another majority for another case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleVariant {
    /// In which case.
    pub when: When,
    /// The majority.
    pub rule: Rule,
    /// What is put to the vote then, if not the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote_on: Option<Question>,
    /// The quorum then, if not the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// What follows then if the stage fails, if not the same: where the approval of the second house is
    /// needed, its refusal is final, and no objection that could be overcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_failure: Option<OnFailure>,
    /// The articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Vec<Body>>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// How a veto, an objection or a return is overcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// By whom.
    pub body: Body,
    /// The chambers that vote on it, each of which has to; none where nobody votes, or where the file
    /// does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chambers: Vec<Key>,
    /// By which majority.
    pub rule: Rule,
    /// Other majorities for other cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<OverrideVariant>,
    /// How many must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// Within which time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Vec<Body>>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// Another majority by which a veto or an objection is overcome in another case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverrideVariant {
    /// In which case.
    pub case: OverrideCase,
    /// The majority.
    pub rule: Rule,
    /// The quorum then, if not the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// The articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Vec<Body>>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// On what it hangs by which majority an objection is overcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverrideCase {
    /// On a trigger (Slovenia: the majority that the law needed, if it is higher).
    Trigger(When),
    /// On the majority by which the objection itself was carried (Germany, Basic Law art. 77(4)
    /// sentence 2).
    Objection(Rule),
}

/// How often a stage is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeats {
    /// How many readings there are.
    pub readings: u32,
    /// At which of them a vote is taken.
    #[serde(default, skip_serializing_if = "Voted::is_usual")]
    pub voted: Voted,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// At which of several readings a vote on the treaty is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voted {
    /// At each, and each has to be passed.
    #[default]
    Each,
    /// At the last only: a vote decides the stage.
    Last,
}

impl Voted {
    /// Whether it is what a file means that does not say.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Repeats {
    /// How many votes have to be passed.
    pub fn votes(&self) -> u32 {
        match self.voted {
            Voted::Each => self.readings,
            Voted::Last => 1,
        }
    }
}

/// How far something can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The article on consent and the majority were read in a published legal text.
    High,
    /// A key point was read in a paraphrase only, or not verified.
    Medium,
    /// Mostly from memory.
    Low,
}

/// What follows if a stage fails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum OnFailure {
    /// The treaty is stopped.
    Stop,
    /// The procedure goes on.
    Continue,
    /// It can be overcome.
    Override,
    /// The stage is repeated.
    Loop,
    /// It goes back to the committee.
    ReturnToCommittee,
    /// Another stage follows.
    Goto(Key),
    /// Another route follows.
    SwitchRoute(Key),
}

/// The text does not say what follows a failure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” does not say what follows a failure; write stop, continue, override, loop, return_to_committee, goto:STAGE or switch_route:ROUTE"
)]
pub struct NotAFailure(String);

impl TryFrom<String> for OnFailure {
    type Error = NotAFailure;

    fn try_from(text: String) -> Result<Self, NotAFailure> {
        let key = |key: &str| key.parse::<Key>().map_err(|_| NotAFailure(text.clone()));
        Ok(match text.as_str() {
            "stop" => Self::Stop,
            "continue" => Self::Continue,
            "override" => Self::Override,
            "loop" => Self::Loop,
            "return_to_committee" => Self::ReturnToCommittee,
            other => match other.split_once(':') {
                Some(("goto", stage)) => Self::Goto(key(stage)?),
                Some(("switch_route", route)) => Self::SwitchRoute(key(route)?),
                _ => return Err(NotAFailure(text.chars().take(80).collect())),
            },
        })
    }
}

impl From<OnFailure> for String {
    fn from(on_failure: OnFailure) -> Self {
        match on_failure {
            OnFailure::Stop => "stop".to_owned(),
            OnFailure::Continue => "continue".to_owned(),
            OnFailure::Override => "override".to_owned(),
            OnFailure::Loop => "loop".to_owned(),
            OnFailure::ReturnToCommittee => "return_to_committee".to_owned(),
            OnFailure::Goto(stage) => format!("goto:{stage}"),
            OnFailure::SwitchRoute(route) => format!("switch_route:{route}"),
        }
    }
}

impl Override {
    /// Whether anybody votes on it: a statement of the minister is none, nor a decision that is
    /// already taken.
    pub fn is_voted_on(&self) -> bool {
        !matches!(
            self.rule.label,
            Label::MinisterialStatement | Label::PriorDecisionPrevails
        )
    }
}

impl Stage {
    /// Whether it is an objection that only takes place if somebody raises one.
    pub fn awaits_an_objection(&self) -> bool {
        self.vote_on == Some(Question::Objection)
            && self
                .condition
                .as_ref()
                .is_some_and(|when| when.trigger == Trigger::ObjectionRaised)
    }

    /// Whether its majority is that of ending a debate (Senate Rule XXII).
    pub fn ends_debate(&self) -> bool {
        self.rule
            .as_ref()
            .is_some_and(|rule| rule.label == Label::ThreeFifthsOfSenatorsChosenAndSworn)
    }
}
