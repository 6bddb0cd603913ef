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
        let own = || {
            let rule = stage.rule.as_ref()?;
            Some((rule, stage.quorum.as_ref(), stage.chamber.as_ref()))
        };
        let (rule, quorum, chamber) = match vote.on {
            VoteOn::Override => {
                let overcome = stage.overcome_by.as_ref()?;
                (&overcome.rule, overcome.quorum.as_ref(), None)
            }
            VoteOn::Cloture => own().filter(|_| stage.ends_debate())?,
            // Where nobody votes on the treaty, the rule says when the stage is passed.
            VoteOn::Approval | VoteOn::Objection
                if stage
                    .vote_on
                    .is_none_or(|asked| VoteOn::from(asked) == vote.on) =>
            {
                own()?
            }
            // The stage asks something else, unless a trigger turns the question round.
            VoteOn::Approval | VoteOn::Objection => {
                let mut turned = stage
                    .rule_variants
                    .iter()
                    .filter(|variant| variant.vote_on.map(VoteOn::from) == Some(vote.on));
                let variant = turned.next()?;
                if turned.next().is_some() {
                    return None;
                }
                let quorum = variant.quorum.as_ref().or(stage.quorum.as_ref());
                (&variant.rule, quorum, stage.chamber.as_ref())
            }
        };
        let chamber = vote.chamber.as_ref().or(chamber);
        let seats = chamber.and_then(|key| self.procedure.chamber(key)?.members);
        Some(decide(rule, quorum, &vote.tally, seats))
    }
}
