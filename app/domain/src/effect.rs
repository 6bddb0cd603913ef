//! What an act would do: shown to the officer before it is signed, and decided again at the head of
//! the register when it is published.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::act::{AcceptedInDueForm, Act, ActGroup};
use crate::canonical::{self, CanonicalError};
use crate::clause::evaluate::Met;
use crate::clause::smallest_sets::ToGo;
use crate::consent::WithoutEffect;
use crate::day::Day;
use crate::digest::Digest;
use crate::entity::EntityCode;
use crate::legal_date::LegalDate;
use crate::policy::Occasion;
use crate::snapshot::{FoldError, Snapshot, View, ViewError};
use crate::statement::Statement;
use crate::status::InternationalStatus;

/// What an act would do to the entry into force of its instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The clause as it is; `None` if the act opens the instrument.
    pub before: Option<Position>,
    /// The clause with the act.
    pub after: Position,
    /// The standing of the participant that the act is about.
    pub participant: Option<Change<InternationalStatus>>,
    /// For whom the first day of being bound changes.
    pub in_force: BTreeMap<EntityCode, Change<Day>>,
    /// Acts of the participant on record that would then be without effect, and are not now.
    pub without_effect: Vec<WithoutEffect>,
}

/// Where a clause stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    /// When it was met and what follows, if it was.
    pub met: Option<Met>,
    /// How many participants it lacks.
    pub to_go: Lacking,
}

/// How many participants a clause lacks: the size of a smallest set that would meet it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lacking {
    /// It is met.
    Met,
    /// So many. With none it waits for a day or an event only.
    Exactly(u32),
    /// At least so many; the clause is too intricate to say more.
    AtLeast(u32),
    /// No set of the participants recorded would meet it.
    OutOfReach,
}

/// A value without and with the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Change<T> {
    /// As it is.
    pub before: Option<T>,
    /// With the act.
    pub after: Option<T>,
}

/// Why it cannot be said what an act would do.
#[derive(Debug, thiserror::Error)]
pub enum EffectError {
    /// The act cannot follow what is in the register.
    #[error(transparent)]
    Fold(#[from] FoldError),
    /// The clause cannot be evaluated.
    #[error(transparent)]
    View(#[from] ViewError),
    /// The statement has no canonical form.
    #[error(transparent)]
    NotCanonical(#[from] CanonicalError),
}

impl Effect {
    /// What a statement would do, published next and, where it is accepted in due form, with this
    /// date of receipt. `today` is the legal day of the instrument.
    ///
    /// # Errors
    /// [`EffectError`].
    pub fn of(
        snapshot: &Snapshot,
        statement: &Statement,
        occasion: Occasion,
        received: Option<&LegalDate>,
        today: Day,
    ) -> Result<Self, EffectError> {
        let mut statements = vec![statement.clone()];
        if let Some(received) = received {
            statements.push(acceptance(statement, received)?);
        }
        let supposed = snapshot.supposing(&statements, occasion)?;
        let day = day(statement, received, today);
        let slug = &statement.instrument;
        let before = match snapshot.view(slug, day, snapshot.size()) {
            Ok(view) => Some(view),
            Err(ViewError::NoInstrument(_)) => None,
            Err(error) => return Err(error.into()),
        };
        let after = supposed.view(slug, day, supposed.size())?;
        Ok(Self {
            participant: statement.participant.map(|code| Change {
                before: before.as_ref().and_then(|view| standing(view, code)),
                after: standing(&after, code),
            }),
            in_force: changed_days(before.as_ref(), &after),
            without_effect: newly_without_effect(before.as_ref(), &after, statement.participant),
            before: before.as_ref().map(Position::of),
            after: Position::of(&after),
        })
    }

    /// A digest by which two effects are told to be the same: what a form sends back of the effect
    /// that it showed.
    ///
    /// # Errors
    /// [`CanonicalError`] never happens for an effect.
    pub fn digest(&self) -> Result<Digest, CanonicalError> {
        Ok(Digest::of(&canonical::encode(self)?))
    }

    /// Whether the act meets the clause, or changes when it was met.
    pub fn changes_the_clause(&self) -> bool {
        self.before.as_ref().and_then(|before| before.met.as_ref()) != self.after.met.as_ref()
    }
}

impl Position {
    fn of(view: &View) -> Self {
        let to_go = match view.to_go() {
            ToGo::Met => Lacking::Met,
            ToGo::Ways(ways) => ways
                .iter()
                .map(|way| way.size)
                .min()
                .map_or(Lacking::OutOfReach, Lacking::Exactly),
            ToGo::Bounded { at_least, .. } => Lacking::AtLeast(at_least),
            ToGo::OutOfReach => Lacking::OutOfReach,
        };
        Self {
            met: view.evaluation.met.clone(),
            to_go,
        }
    }
}

/// The acceptance that counts here: only its date of receipt matters to an effect.
fn acceptance(statement: &Statement, received: &LegalDate) -> Result<Statement, CanonicalError> {
    let mut acceptance = Statement::new(
        statement.instrument.clone(),
        received.clone(),
        Act::AcceptedInDueForm(AcceptedInDueForm {
            statement: statement.hash()?,
            received: received.clone(),
            number: None,
            checklist: Vec::new(),
        }),
    );
    acceptance.participant = statement.participant;
    Ok(acceptance)
}

/// The day at whose end the clause is looked at: today, or the day of the act if that comes later.
fn day(statement: &Statement, received: Option<&LegalDate>, today: Day) -> Day {
    let acts = match (received, statement.act().map(Act::group)) {
        (Some(received), _) => received.latest(),
        // An announced step says nothing of the clause, however far ahead it lies.
        (None, Some(ActGroup::National) | None) => None,
        (None, Some(_)) => statement.date.latest(),
    };
    acts.map_or(today, |day| day.max(today))
}

fn standing(view: &View, code: EntityCode) -> Option<InternationalStatus> {
    view.participants
        .get(&code)
        .map(|participant| participant.status.international)
}

/// The first day on which each is bound by a consent that was not ended before.
fn days(view: &View) -> BTreeMap<EntityCode, Day> {
    view.participants
        .iter()
        .filter_map(|(code, participant)| {
            let last = participant.consents.iter().rev();
            let mut bound = last.filter_map(|(_, effect)| effect.as_ref());
            bound.next().map(|effect| (*code, effect.from))
        })
        .collect()
}

fn changed_days(before: Option<&View>, after: &View) -> BTreeMap<EntityCode, Change<Day>> {
    let before = before.map(days).unwrap_or_default();
    let after = days(after);
    let codes = before.keys().chain(after.keys());
    codes
        .map(|code| {
            let change = Change {
                before: before.get(code).copied(),
                after: after.get(code).copied(),
            };
            (*code, change)
        })
        .filter(|(_, change)| change.before != change.after)
        .collect()
}

fn newly_without_effect(
    before: Option<&View>,
    after: &View,
    code: Option<EntityCode>,
) -> Vec<WithoutEffect> {
    let of = |view: &View| {
        let participant = code.and_then(|code| view.participants.get(&code));
        participant.map_or_else(Vec::new, |participant| participant.without_effect.clone())
    };
    let mut known = before.map(of).unwrap_or_default();
    of(after)
        .into_iter()
        .filter(|act| match known.iter().position(|known| known == act) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        })
        .collect()
}
