//! Which procedure a participant follows, and on whose word.

use std::sync::Arc;

use crate::act::{ProcedureStanding, VoteOn, VoteTaken};
use crate::digest::Digest;
use crate::majority::decide;
use crate::name::Key;
use crate::procedure::determination::Determinations;
use crate::procedure::in_force::{InForce, VoteArithmetic, chamber_of};
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

    /// The majorities by which a stage is passed, as far as is known which of them apply.
    pub fn majorities<'a>(
        &'a self,
        stage: &'a Stage,
        determined: Determinations<'a>,
    ) -> InForce<'a> {
        InForce::of(stage, determined)
    }

    /// The majorities by which a veto or an objection at a stage is overcome; none if it cannot be.
    pub fn overriding<'a>(
        &'a self,
        stage: &'a Stage,
        determined: Determinations<'a>,
    ) -> InForce<'a> {
        InForce::overcoming(&self.procedure, stage, determined)
    }

    /// What the majorities that are or may be in force at a stage make of a vote; `None` if no
    /// majority is known for what was put to it.
    pub fn arithmetic<'a>(
        &'a self,
        stage: &'a Stage,
        vote: &VoteTaken,
        determined: Determinations<'a>,
    ) -> Option<VoteArithmetic<'a>> {
        let in_force = match vote.on {
            VoteOn::Override => self.overriding(stage, determined),
            VoteOn::Cloture if !stage.ends_debate() => return None,
            VoteOn::Cloture => self.majorities(stage, determined),
            VoteOn::Approval | VoteOn::Objection => {
                self.majorities(stage, determined).asked(vote.on)
            }
        };
        // The body that overrides is often another than the one overridden.
        let chamber = vote.chamber.as_ref().or(chamber_of(stage, vote.on));
        let seats = chamber.and_then(|key| self.procedure.chamber(key)?.members);
        in_force.decide(|majority| decide(majority.rule, majority.quorum, &vote.tally, seats))
    }
}
