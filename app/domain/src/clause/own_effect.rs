//! From which day a participant's own consent binds it: with the treaty, or later.
//!
//! The rules for later joiners, for those who accede and for successor States are here; the general
//! date is the floor of each.

use serde::Serialize;

use crate::act::ConsentMode;
use crate::clause::effect::Effect;
use crate::clause::evaluate::Met;
use crate::clause::record::Consent;
use crate::clause::rule::Clause;
use crate::day::{Day, DayError};
use crate::entity::{self, EntityCode};

/// From when a participant is bound, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct OwnEffect {
    /// The first day on which the treaty is in force for it.
    pub from: Day,
    /// By which rule.
    pub rule: OwnRule,
}

/// The rule that gives a participant's own date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnRule {
    /// It had consented when the clause was met: the general date.
    General,
    /// The instrument's rule for later consents, with the general date as floor.
    Later,
    /// The instrument's rule for those who accede, with the general date as floor.
    LaterAcceding,
    /// The instrument has no such rule: the date of the consent (VCLT art. 24(3)).
    OwnConsent,
    /// A successor State: the date of the succession of States (VCST 1978, art. 23).
    Succession,
}

/// From when a consent binds the participant that gave it; `None` if it ended before that.
///
/// # Errors
/// [`DayError`] if the day would lie after the year 9999.
pub fn own_effect(
    clause: &Clause,
    met: &Met,
    code: EntityCode,
    consent: Consent,
) -> Result<Option<OwnEffect>, DayError> {
    let effect = if consent.begin <= met.on {
        OwnEffect {
            from: met.in_force,
            rule: OwnRule::General,
        }
    } else {
        let (from, rule) = later_effect(clause, code, consent)?;
        OwnEffect {
            from: from.max(met.in_force),
            rule,
        }
    };
    let ends_before = consent.end.is_some_and(|end| end <= effect.from);
    Ok((!ends_before).then_some(effect))
}

/// The day that the rule for later consents gives by itself, without the general date as its floor.
///
/// # Errors
/// [`DayError`] if the day would lie after the year 9999.
pub fn later_effect(
    clause: &Clause,
    code: EntityCode,
    consent: Consent,
) -> Result<(Day, OwnRule), DayError> {
    if consent.mode == ConsentMode::Succession {
        let since = entity::find(code).and_then(|entity| entity.valid_from);
        let from = since
            .filter(|since| *since <= consent.begin)
            .unwrap_or(consent.begin);
        return Ok((from, OwnRule::Succession));
    }
    let accedes = match &clause.acceding {
        Some(codes) => codes.contains(&code),
        None => consent.mode == ConsentMode::Accession,
    };
    let (effect, rule) = match (&clause.later_acceding, &clause.later) {
        (Some(effect), _) if accedes => (effect, OwnRule::LaterAcceding),
        (_, Some(effect)) => (effect, OwnRule::Later),
        (_, None) => (&Effect::SameDay, OwnRule::OwnConsent),
    };
    Ok((effect.on(consent.begin)?, rule))
}
