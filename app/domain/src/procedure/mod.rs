//! National procedures: what a participant's constitution asks for before it can be bound.
//!
//! A procedure is data, read from a file that `app/domain/procedures/SCHEMA.md` describes.
//! [`library`] holds the files that come with the program, [`Followed`] says which procedure a
//! participant follows and on whose word, [`progress`](progress::progress) how far it is and
//! [`possible_acts`] what may come next. [`check_act`] refuses an act that the procedure does not allow.

mod check;
mod determination;
pub mod earliest;
mod error;
mod follow;
mod in_force;
pub mod library;
mod period;
pub mod progress;
mod reach;
mod route;
mod stage;
mod trigger;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use determination::{Answer, Determinations};
pub use error::ProcedureError;
pub use follow::Followed;
pub use in_force::{Case, Deciding, InForce, Majority, Verdict, VoteArithmetic};
pub use library::Library;
pub use period::{Opening, Period, PeriodKind, PeriodUnit, StartDay};
pub use progress::{
    Awaits, Blocker, Ground, Passage, PassageEnd, Passed, Possible, PossibleAct, Progress, Refusal,
    StageProgress, StageState, WaitEnd, check_act, possible_acts,
};
pub use route::{BindingEffect, Route};
pub use stage::{
    Confidence, OnFailure, Override, OverrideCase, OverrideVariant, Repeats, RuleVariant, Stage,
    StageEffect, StageKind, Voted,
};
pub use trigger::{Likelihood, Trigger, When};

use crate::entity::EntityCode;
use crate::name::Key;
use crate::text::Body;

/// A participant's procedure, as its file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// The version of the file format.
    pub schema_version: SchemaVersion,
    /// Two capital letters, as in ISO 3166-1 alpha-2; `EU` for the European Union.
    pub iso2: String,
    /// Whose procedure it is.
    #[serde(rename = "iso3")]
    pub entity: EntityCode,
    /// Its name in English.
    pub name_en: Body,
    /// Its name in its own languages.
    pub name_local: Body,
    /// State or organisation.
    pub entity_type: EntityType,
    /// How many houses decide.
    pub legislature_structure: LegislatureStructure,
    /// How its parliament takes part in treaties.
    pub parliamentary_consent: ParliamentaryConsent,
    /// The houses and other bodies that vote.
    pub chambers: Vec<Chamber>,
    /// The ways to be bound, one of them the usual one.
    #[serde(with = "route::shared")]
    pub routes: Vec<Arc<Route>>,
    /// What is easily got wrong.
    pub pitfalls: Vec<Body>,
    /// How comparable treaties fared.
    pub precedents: Vec<Precedent>,
    /// The separate rule for sending forces.
    pub use_of_force_rule: Option<Body>,
    /// How far the file can be relied on.
    pub confidence: Confidence,
    /// Why so far.
    pub confidence_note: Body,
    /// What was read.
    pub checked_against: Vec<Body>,
}

/// The version of the file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SchemaVersion {
    /// The first.
    #[serde(rename = "1.0")]
    V1,
}

/// State or organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityType {
    /// A State.
    State,
    /// An international organisation.
    InternationalOrganisation,
}

/// How many houses decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegislatureStructure {
    /// One house.
    Unicameral,
    /// Two houses that must agree.
    Bicameral,
    /// Two houses, of which the second has no part or can be overcome.
    BicameralAsymmetric,
    /// The institutions of a union.
    Supranational,
}

/// How a parliament takes part in treaties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParliamentaryConsent {
    /// A law.
    LawRequired,
    /// An approval.
    ApprovalRequired,
    /// A resolution of consent.
    ConsentResolution,
    /// An authorisation to ratify.
    AuthorisationRequired,
    /// An approval, in some cases only.
    ConditionalApproval,
    /// An approval, by practice and not by law.
    ApprovalByPractice,
    /// The treaty is laid; parliament can object.
    NegativeProcedure,
    /// The treaty is laid; nobody votes.
    TablingNoVote,
    /// A treaty with the consent of one house, or a statute.
    TreatyOrStatute,
    /// A decision of a council of governments.
    CouncilDecision,
}

/// A house, or another body that votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chamber {
    /// Its key in the file.
    pub key: Key,
    /// Its name in its own language.
    pub official_name: Body,
    /// Its name in English.
    pub name_en: Body,
    /// Its place in the legislature.
    pub role: ChamberRole,
    /// Its seats; `None` if their number is not fixed.
    pub members: Option<u32>,
    /// When it had so many.
    pub as_of: Body,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// The place of a chamber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChamberRole {
    /// The only house.
    Unicameral,
    /// The first or lower house.
    Lower,
    /// The second or upper house.
    Upper,
    /// The parliament of a part of the State.
    Regional,
    /// A council of governments.
    Council,
}

/// How a comparable treaty fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precedent {
    /// What happened.
    pub event: Body,
    /// When: a year, a month or a day; `None` if that is not known.
    pub date: Option<String>,
    /// With which result.
    pub result: Body,
    /// Where that can be read, or that it is from memory.
    pub source: Body,
}

impl Procedure {
    /// Reads a procedure file and checks that it holds together.
    ///
    /// # Errors
    /// [`ProcedureError`] names the place in the file.
    pub fn read(bytes: &[u8]) -> Result<Self, ProcedureError> {
        if bytes.len() > LONGEST_FILE {
            return Err(ProcedureError::TooLong(bytes.len()));
        }
        let procedure: Self =
            serde_json::from_slice(bytes).map_err(|error| ProcedureError::form(&error))?;
        check::check(&procedure)?;
        Ok(procedure)
    }

    /// Reads a procedure file that is to be adopted, and checks besides that each of its routes can be
    /// walked to its end. One that was adopted before goes on being read by [`Self::read`].
    ///
    /// # Errors
    /// [`ProcedureError`] names the place in the file.
    pub fn read_to_adopt(bytes: &[u8]) -> Result<Self, ProcedureError> {
        let procedure = Self::read(bytes)?;
        procedure
            .routes
            .iter()
            .try_for_each(|route| reach::check(&procedure, route))?;
        Ok(procedure)
    }

    /// The route that is followed unless another is chosen.
    pub fn default_route(&self) -> Option<&Arc<Route>> {
        self.routes.iter().find(|route| route.default)
    }

    /// The route with this key.
    pub fn route(&self, key: &Key) -> Option<&Arc<Route>> {
        self.routes.iter().find(|route| route.key == *key)
    }

    /// The chamber with this key.
    pub fn chamber(&self, key: &Key) -> Option<&Chamber> {
        self.chambers.iter().find(|chamber| chamber.key == *key)
    }

    /// The seats of the chamber that acts at a stage, as far as the file gives them.
    pub fn seats(&self, stage: &Stage) -> Option<u32> {
        self.chamber(stage.chamber.as_ref()?)?.members
    }
}

/// The stage of a history whose sources give the end of all that a parliament does, and not the steps of
/// it. No procedure file has it: it is no end of the national procedure, which may go on with an assent.
pub const PARLIAMENTARY_PROCEDURE: &str = "parliamentary_procedure";

/// Longer than any procedure; keeps reading an uploaded file cheap.
const LONGEST_FILE: usize = 512 * 1024;
