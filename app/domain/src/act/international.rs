//! Acts between States: signature, consent to be bound, and what follows (VCLT Parts II and V).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::legal_date::LegalDate;
use crate::name::Key;
use crate::text::Text;

/// The participant signed (VCLT art. 10, 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// With which effect.
    pub signature: Signature,
}

/// The effect of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// Subject to ratification, acceptance or approval (art. 14).
    Simple,
    /// Itself the consent to be bound (art. 12(1)).
    Definitive,
    /// To be confirmed by the State (art. 12(2)(b)).
    AdReferendum,
}

/// The participant expressed its consent to be bound (VCLT art. 11 to 16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentExpressed {
    /// By what means.
    pub mode: ConsentMode,
    /// How it was established (art. 16).
    pub form: ConsentForm,
    /// The scanned instrument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Digest>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The means by which consent is expressed (VCLT art. 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentMode {
    /// Ratification (art. 14).
    Ratification,
    /// Acceptance (art. 14(2)).
    Acceptance,
    /// Approval (art. 14(2)).
    Approval,
    /// Accession (art. 15).
    Accession,
    /// Succession of a new State (VCST 1978).
    Succession,
    /// Definitive signature (art. 12).
    DefinitiveSignature,
    /// Ratification, acceptance or approval: the source does not tell which.
    NotToldApart,
}

/// How consent was established internationally (VCLT art. 13 and 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentForm {
    /// An instrument was deposited with the depositary.
    Deposit,
    /// The depositary or the other States were notified.
    Notification,
    /// Instruments were exchanged.
    Exchange,
    /// The signature itself.
    Signature,
}

/// The participant formulated a reservation (VCLT art. 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservationFormulated {
    /// Its key, by which it is objected to or withdrawn.
    pub reservation: Key,
    /// The articles it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Key>,
    /// Its text.
    pub text: Text,
}

/// The participant accepted another's reservation (VCLT art. 20(1) to (4)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservationAccepted {
    /// Whose reservation.
    pub of: EntityCode,
    /// The reservation's key.
    pub reservation: Key,
}

/// The depositary notified the participant's reservation to other States (VCLT art. 77(1)(e), 78): from
/// the statement's date on they have twelve months to object (art. 20(5)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservationNotified {
    /// The reservation's key.
    pub reservation: Key,
    /// To whom; empty is all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub to: BTreeSet<EntityCode>,
    /// The number of the depositary notification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
}

/// The participant withdrew a reservation (VCLT art. 22(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservationWithdrawn {
    /// The reservation's key.
    pub reservation: Key,
}

/// The participant made an interpretative or other declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclarationMade {
    /// Its text.
    pub text: Text,
}

/// The participant objected to another's reservation (VCLT art. 20(4)(b)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectionRaised {
    /// Whose reservation.
    pub to: EntityCode,
    /// The reservation's key.
    pub reservation: Key,
    /// Whether it keeps the treaty from entering into force between the two.
    pub effect: ObjectionEffect,
    /// Its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// What an objection does between the two States (VCLT art. 20(4)(b), 21(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionEffect {
    /// The treaty is in force between them, without the provisions concerned.
    TreatyStillInForceBetween,
    /// The treaty does not enter into force between them.
    PrecludesEntryIntoForce,
}

/// The participant withdrew an objection (VCLT art. 22(2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectionWithdrawn {
    /// Whose reservation was objected to.
    pub to: EntityCode,
    /// The reservation's key.
    pub reservation: Key,
}

/// The participant applies the treaty provisionally (VCLT art. 25).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvisionalApplication {
    /// From when; it may lie before the declaration.
    pub from: LegalDate,
    /// Which articles; empty is the whole treaty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Key>,
}

/// The participant ends its provisional application (VCLT art. 25(2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvisionalApplicationEnded {
    /// From when.
    pub from: LegalDate,
}

/// The participant notified its withdrawal; the statement's date is that of the notice (VCLT art. 54, 65, 67).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalNotified {
    /// What is withdrawn from.
    pub of: WithdrawalOf,
    /// The first day on which it no longer is bound.
    pub effective: LegalDate,
}

/// What a withdrawal ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalOf {
    /// The treaty: withdrawal or denunciation (art. 54, 56).
    Treaty,
    /// The consent, before entry into force.
    Consent,
}

/// The participant took its notice of withdrawal back before it took effect (VCLT art. 68).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalRetracted {
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The depositary notified the entry into force (VCLT art. 77(1)(f)): of the treaty, or for the
/// statement's participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryIntoForceNotified {
    /// The day notified.
    pub in_force: Day,
    /// The number of the depositary notification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
}

/// An event that a clause may wait for: a ceasefire, another treaty in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRecorded {
    /// Its key in the clause.
    pub event: Key,
    /// What happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// An event that lasts is over from the statement's date on: a ceasefire broke down.
///
/// A clause on entry into force asks only whether the event has happened. An activation asks whether
/// it lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventEnded {
    /// Its key.
    pub event: Key,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// The depositary accepted an act in due form (VCLT art. 77(1)(d)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptedInDueForm {
    /// The statement accepted, by its hash.
    pub statement: Digest,
    /// The date of receipt at the depositary's seat: the date that counts.
    pub received: LegalDate,
    /// The number given to the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// What was checked.
    pub checklist: Vec<DueFormCheck>,
}

/// One item of the due-form check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueFormCheck {
    /// What was checked.
    pub item: DueFormItem,
    /// The finding.
    pub finding: DueFormFinding,
}

/// What makes an instrument good and proper (VCLT art. 7, 16, 19; UN depositary practice).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueFormItem {
    /// Signed by the head of State, of government, or the foreign minister, or with full powers.
    Authority,
    /// Names this treaty.
    NamesTheTreaty,
    /// States the consent clearly.
    StatesTheConsent,
    /// Unconditional.
    Unconditional,
    /// Any reservation is permitted.
    ReservationPermitted,
    /// The date of receipt is certain.
    DateReceived,
}

impl DueFormItem {
    /// Every item, in the order in which they are asked.
    pub const ALL: [Self; 6] = [
        Self::Authority,
        Self::NamesTheTreaty,
        Self::StatesTheConsent,
        Self::Unconditional,
        Self::ReservationPermitted,
        Self::DateReceived,
    ];
}

/// The finding of a due-form check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueFormFinding {
    /// In order.
    InOrder,
    /// Does not apply here.
    NotApplicable,
    /// Not in order, accepted all the same; the statement's sources say why.
    AcceptedAllTheSame,
}
