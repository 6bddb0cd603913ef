//! What follows entry into force: breaches reported, the guarantee activated.

use serde::{Deserialize, Serialize};

use crate::name::Key;
use crate::text::Text;

/// A breach was reported to the body that attributes responsibility. The register never decides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreachReported {
    /// The body it was reported to.
    pub to: Text,
    /// The articles said to be breached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Key>,
    /// The report.
    pub text: Text,
}

/// The instrument's own body determined that its obligations are activated, or no longer are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivationDetermined {
    /// The state determined.
    pub state: ActivationState,
    /// By whom and on which ground.
    pub ground: Text,
}

/// Whether the obligations are activated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivationState {
    /// Activated from the statement's date on.
    Activated,
    /// No longer, from the statement's date on.
    Ended,
}
