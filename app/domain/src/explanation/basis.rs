//! Where a rule comes from: the instrument itself, or the law of treaties.

use serde::Serialize;

/// The basis of a statement in an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The instrument's clause on entry into force: this alternative, by its position from 0.
    Alternative(usize),
    /// The instrument's rule for those who consent later.
    LaterRule,
    /// The instrument's rule for those who accede later.
    AccedingRule,
    /// The instrument asks that the conditions hold until it is in force.
    MustHold,
    /// The instrument's rule on provisional application, or what was agreed beside it.
    ProvisionalRule,
    /// The law of treaties.
    Article(Article),
}

/// An article of the Vienna Convention on the Law of Treaties of 1969 (VCLT), or of the Vienna
/// Convention on Succession of States in respect of Treaties of 1978 (VCST).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Article {
    /// A State that has consented is a contracting State, whether or not the treaty is in force.
    #[serde(rename = "VCLT 2(1)(f)")]
    ContractingState,
    /// A party has consented, and the treaty is in force for it.
    #[serde(rename = "VCLT 2(1)(g)")]
    Party,
    /// How consent to be bound is expressed.
    #[serde(rename = "VCLT 11")]
    MeansOfConsent,
    /// When an instrument of consent establishes it.
    #[serde(rename = "VCLT 16")]
    Establishment,
    /// A signatory is not to defeat the object and purpose until it makes clear that it will not join.
    #[serde(rename = "VCLT 18(a)")]
    SignatoryDuty,
    /// Nor is who has consented, while entry into force is pending and not unduly delayed.
    #[serde(rename = "VCLT 18(b)")]
    ContractingStateDuty,
    /// A treaty enters into force in the manner and on the day that it provides.
    #[serde(rename = "VCLT 24(1)")]
    EntryIntoForce,
    /// For who consents later it is in force on the day of that consent, unless it provides otherwise.
    #[serde(rename = "VCLT 24(3)")]
    LaterConsent,
    /// Provisional application, where the treaty provides for it or the States have agreed.
    #[serde(rename = "VCLT 25")]
    ProvisionalApplication,
    /// Withdrawal by what the treaty provides, or by consent of all.
    #[serde(rename = "VCLT 54")]
    Withdrawal,
    /// A treaty does not end only because the parties become fewer than entry into force took.
    #[serde(rename = "VCLT 55")]
    FewerParties,
    /// A notice of withdrawal can be taken back before it takes effect.
    #[serde(rename = "VCLT 68")]
    RevocationOfNotice,
    /// The depositary informs the States when what entry into force takes has been received.
    #[serde(rename = "VCLT 77(1)(f)")]
    DepositaryInforms,
    /// A difference between a State and the depositary is brought before the States.
    #[serde(rename = "VCLT 77(2)")]
    DifferenceWithDepositary,
    /// A successor State is bound from the date of the succession of States.
    #[serde(rename = "VCST 23")]
    Succession,
}
