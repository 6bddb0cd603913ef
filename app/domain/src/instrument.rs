//! An instrument: the guarantee, or any treaty like it, as its founding entry defines it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::act::{ConsentForm, ConsentMode};
use crate::clause::{Clause, Condition, Effect};
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::legal_date::ZoneName;
use crate::name::{Key, Lang};
use crate::share::Share;
use crate::text::Text;

/// The definition of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its title, in one or more languages.
    pub titles: Vec<Text>,
    /// What it is.
    pub kind: InstrumentKind,
    /// Whether it is real.
    pub nature: Nature,
    /// Its texts, each a blob.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<InstrumentText>,
    /// Where its depositary has its seat: whose calendar dates an act of consent.
    pub seat: Seat,
    /// The depositary authorities; none where instruments are exchanged (VCLT art. 76).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depositaries: Vec<Depositary>,
    /// The means of consent it allows (VCLT art. 11).
    pub consent_modes: BTreeSet<ConsentMode>,
    /// How consent is established (VCLT art. 16): the public label follows it.
    pub consent_form: ConsentForm,
    /// The clause on entry into force, as a computable rule.
    pub clause: Clause,
    /// The clause in the instrument's own words, or a summary of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause_text: Option<Text>,
    /// The table of weights, in percent, if the clause counts a weight.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weights: BTreeMap<EntityCode, Share>,
    /// Its rules on reservations (VCLT art. 19 to 23).
    pub reservations: ReservationRegime,
    /// Its rules on provisional application (VCLT art. 25).
    pub provisional_application: ProvisionalApplicationRule,
    /// Its rules on withdrawal (VCLT art. 54, 56).
    pub exit: ExitRule,
    /// What activates its obligations once it is in force, if that is a separate condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activation: Option<Condition>,
}

/// What an instrument is. Its name does not matter to its effect (VCLT art. 2(1)(a)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentKind {
    /// A treaty, convention, covenant or agreement.
    Treaty,
    /// A protocol to another instrument.
    Protocol,
    /// An amendment of another instrument.
    Amendment,
    /// A treaty of accession.
    TreatyOfAccession,
    /// A political commitment that does not bind in law.
    PoliticalCommitment,
}

/// Whether an instrument is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// A real instrument, followed as it goes.
    Real,
    /// A real instrument, its history imported.
    Historical,
    /// An illustrative scenario, not real; every page says so.
    Illustrative,
}

/// A text of the instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentText {
    /// Its language.
    pub lang: Lang,
    /// Whether it is authentic (VCLT art. 33).
    pub standing: TextStanding,
    /// The text.
    pub blob: Digest,
}

/// The standing of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextStanding {
    /// Authentic.
    Authentic,
    /// An official translation.
    OfficialTranslation,
    /// A translation for information.
    Translation,
}

/// The seat of the depositary, or where instruments are exchanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The place.
    pub place: Text,
    /// Its time zone: the instrument's legal day.
    pub zone: ZoneName,
}

/// A depositary authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Depositary {
    /// Its key, to which depositary officers are bound.
    pub authority: Key,
    /// Its name.
    pub name: Text,
}

/// The rules on reservations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservationRegime {
    /// Which are permitted.
    pub permitted: Reservations,
    /// Whether a consent counts while its reservation awaits acceptance.
    pub pending: PendingReservation,
}

/// Which reservations are permitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reservations {
    /// None (VCLT art. 19(a)).
    Prohibited,
    /// Only those named (art. 19(b)).
    Only(Vec<Key>),
    /// Those that all parties accept (art. 20(2)).
    AcceptedByAll,
    /// Each State answers for itself (art. 20(4)).
    AcceptedByEach,
    /// The instrument is silent, or its rule has not been read: art. 19 to 23 apply.
    NotStated,
}

/// Whether a consent with a pending reservation counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PendingReservation {
    /// It counts.
    Counts,
    /// It counts once the reservation is accepted (VCLT art. 20(4)(c)).
    CountsOnceAccepted,
}

/// The rules on provisional application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProvisionalApplicationRule {
    /// The instrument does not provide for it.
    NotProvided,
    /// Of these articles; an empty list is the whole instrument.
    Of(Vec<Key>),
}

/// The rules on withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExitRule {
    /// The instrument does not provide for withdrawal (VCLT art. 56).
    NotProvided,
    /// By notice.
    Notice(ExitNotice),
}

/// Withdrawal by notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitNotice {
    /// From the notice to its effect.
    pub effect: Effect,
    /// From entry into force to the first day on which notice can be given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Effect>,
}
