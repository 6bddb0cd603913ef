//! A way in which a participant can be bound.

use serde::{Deserialize, Serialize};

use crate::name::Key;
use crate::procedure::stage::{Stage, StageKind};
use crate::text::Body;

/// A route: stages in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its key in the file.
    pub key: Key,
    /// Its name.
    pub name: Body,
    /// Whether it is the usual one; exactly one is.
    pub default: bool,
    /// What comes of it in international law.
    pub binding_effect: BindingEffect,
    /// When it is taken; `None` for the usual one.
    pub applies_when: Option<Body>,
    /// Whether either of two houses may begin, so that no stage of one waits for a stage of the other.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub either_house_first: bool,
    /// Its stages.
    pub stages: Vec<Stage>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

/// What comes of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BindingEffect {
    /// A treaty.
    Treaty,
    /// An agreement approved by both houses of Congress, as binding as a treaty.
    CongressionalExecutiveAgreement,
    /// An agreement of the executive alone, or a political commitment.
    ExecutiveAgreementOrPolitical,
    /// Nothing binding.
    Political,
}

impl Route {
    /// The stage with this key.
    pub fn stage(&self, key: &Key) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.key == *key)
    }

    /// Whether it ends in a deposit or another act by which consent is expressed.
    pub fn has(&self, kind: StageKind) -> bool {
        self.stages.iter().any(|stage| stage.kind == kind)
    }
}

/// Routes are shared with those who follow them, not copied.
pub(super) mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::Route;

    pub(in crate::procedure) fn serialize<S: Serializer>(
        routes: &[Arc<Route>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(routes.iter().map(Arc::as_ref))
    }

    pub(in crate::procedure) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<Route>>, D::Error> {
        let routes = Vec::<Route>::deserialize(deserializer)?;
        Ok(routes.into_iter().map(Arc::new).collect())
    }
}
