//! Which procedure a participant follows, and on whose word.

use std::sync::Arc;

use crate::act::{ProcedureStanding, VoteOn, VoteTaken};
use crate::digest::Digest;
use crate::majority::{Arithmetic, decide};
use crate::name::Key;
use crate::procedure::{Procedure, Route, Stage};

/// The procedure and the route that a participant follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The procedure.
    pub procedure: Arc<Procedure>,
    /// The route.
    pub route: Arc<Route>,
    /// On whose word.
    pub standing: ProcedureStanding,
    /// The entry that adopted it; `None` if it is the library's file and nobody adopted it.
    pub adopted_at: Option<u64>,
    /// The hash of its file.
    pub file: Digest,
}

impl Followed {
    /// On another of its routes; the same if the procedure has no such route.
    #[must_use]
    pub fn on_route(mut self, key: &Key) -> Self {
        if let Some(route) = self.procedure.route(key) {
            self.route = Arc::clone(route);
        }
        self
    }

    /// What the majority asked for at a stage makes of a vote; `None` if no majority is known.
    pub fn arithmetic(&self, stage: &Stage, vote: &VoteTaken) -> Option<Arithmetic> {
        // The body that overrides is often another than the one overridden.
        let (rule, quorum, chamber) = match (vote.on, &stage.overcome_by) {
            (VoteOn::Override, Some(overcome)) => (&overcome.rule, overcome.quorum.as_ref(), None),
            (VoteOn::Override, None) => return None,
            (VoteOn::Approval | VoteOn::Objection | VoteOn::Cloture, _) => {
                let rule = stage.rule.as_ref()?;
                (rule, stage.quorum.as_ref(), stage.chamber.as_ref())
            }
        };
        let chamber = vote.chamber.as_ref().or(chamber);
        let seats = chamber.and_then(|key| self.procedure.chamber(key)?.members);
        Some(decide(rule, quorum, &vote.tally, seats))
    }
}
