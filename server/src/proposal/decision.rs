//! The decisions on a proposal: pure, from the proposal, the actor and the fold of the register.

use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::office::Office;
use domain::policy::{Awaited, Occasion};
use domain::snapshot::{Course, Ending, Snapshot};
use domain::statement::Statement;

use super::Proposal;
use super::error::{Conflict, NotAllowed, Refusal, SignError};
use super::sight::Side;
use super::state::{Move, NotNow, State};
use crate::account::Actor;

/// A sign-off that may be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToSign {
    /// For which step of the policy.
    pub step: u32,
    /// In which office.
    pub office: Office,
}

/// What a submission leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Submission {
    /// The state after it.
    pub to: State,
    /// The submitter's own sign-off, where the first step asks for the office.
    pub sign_off: Option<ToSign>,
}

/// What a sign-off leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signature {
    /// The state after it: published if it is the last one.
    pub to: State,
    /// The sign-off.
    pub sign_off: ToSign,
}

/// The version and hash that somebody was shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub version: u32,
    pub hash: Digest,
}

/// Whether an actor may propose such a fact: a liaison officer for the own country what its
/// officers sign, an officer of the depositary what the depositary begins to sign.
pub(super) fn proposes(
    office: &Office,
    participant: Option<EntityCode>,
    course: Option<&Course<'_>>,
) -> Result<(), NotAllowed> {
    let may = match office {
        Office::Liaison(of) => {
            participant == Some(*of)
                && course.is_none_or(|course| {
                    course.asks_for(office) || course.asks_for(&Office::Verifier(*of))
                })
        }
        Office::Verifier(_) => false,
        Office::DepositaryOfficer(_) => {
            course.is_none_or(|course| course.awaited_of(office, &[]).is_some())
        }
    };
    if may {
        Ok(())
    } else {
        Err(NotAllowed::NotForThisOffice)
    }
}

/// Whether an actor may write the next version.
pub(super) fn edit(proposal: &Proposal, actor: &Actor) -> Result<State, EditRefused> {
    author(proposal, actor)?;
    Ok(proposal.state.after(Move::Edit)?)
}

/// Whether an actor may withdraw it: its author's office, and, once it was submitted, anybody of
/// the same side.
pub(super) fn withdraw(proposal: &Proposal, actor: &Actor) -> Result<State, EditRefused> {
    let office = actor.role.office().ok_or(NotAllowed::NoOffice)?;
    let same_side = Side::of(&office) == Side::of(&proposal.author_office);
    if office != proposal.author_office && !(proposal.state.is_open() && same_side) {
        return Err(NotAllowed::NotTheAuthor.into());
    }
    Ok(proposal.state.after(Move::Withdraw)?)
}

/// Why it is not edited or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EditRefused {
    NotAllowed(NotAllowed),
    NotNow(NotNow),
}

impl From<NotAllowed> for EditRefused {
    fn from(error: NotAllowed) -> Self {
        Self::NotAllowed(error)
    }
}

impl From<NotNow> for EditRefused {
    fn from(error: NotNow) -> Self {
        Self::NotNow(error)
    }
}

/// Whether an actor may submit it, and whether that is the first sign-off.
pub(super) fn submit(
    proposal: &Proposal,
    actor: &Actor,
    shown: Shown,
    snapshot: &Snapshot,
) -> Result<Submission, SignError> {
    let office = author(proposal, actor)?;
    is_as_shown(proposal, shown)?;
    let to = proposal.state.after(Move::Submit)?;
    let course = course(proposal, snapshot)?;
    proposes(&office, proposal.participant, Some(&course))?;
    acts_once(proposal, actor, &office)?;
    let sign_off = course
        .awaited_of(&office, &proposal.taken())
        .map(|awaited| ToSign {
            step: awaited.step,
            office,
        });
    Ok(Submission { to, sign_off })
}

/// Whether an actor may sign it off, and whether that publishes it. `by` is how the actor signs: a
/// sign-off alone, or with the acceptance in due form.
pub(super) fn sign(
    proposal: &Proposal,
    actor: &Actor,
    shown: Shown,
    snapshot: &Snapshot,
    by: Ending,
) -> Result<Signature, SignError> {
    let office = actor.role.office().ok_or(NotAllowed::NoOffice)?;
    is_as_shown(proposal, shown)?;
    // Whatever it waits for, the state must allow a sign-off.
    proposal.state.after(Move::Sign)?;
    let course = course(proposal, snapshot)?;
    let awaited = course.awaited_of(&office, &proposal.taken());
    acts_once(proposal, actor, &office)?;
    let awaited = awaited.ok_or(NotAllowed::NotAwaited)?;
    let to = proposal.state.after(next(&awaited))?;
    match (awaited.is_last(), course.ending, by) {
        (true, Ending::Acceptance, Ending::SignOff) => return Err(SignError::NeedsAcceptance),
        (true, Ending::SignOff, Ending::Acceptance) | (false, _, Ending::Acceptance) => {
            return Err(SignError::NoAcceptance);
        }
        (true, Ending::Acceptance, Ending::Acceptance)
        | (true, Ending::SignOff, Ending::SignOff)
        | (false, _, Ending::SignOff) => {}
    }
    Ok(Signature {
        to,
        sign_off: ToSign {
            step: awaited.step,
            office,
        },
    })
}

fn next(awaited: &Awaited) -> Move {
    if awaited.is_last() {
        Move::Publish
    } else {
        Move::Sign
    }
}

/// Whether a proposal waits for a sign-off by this office.
pub(super) fn awaits(proposal: &Proposal, office: &Office, snapshot: &Snapshot) -> bool {
    if !proposal.state.is_open() {
        return false;
    }
    let Some(course) = course(proposal, snapshot).ok() else {
        return false;
    };
    course.awaited_of(office, &proposal.taken()).is_some()
}

/// Whether an actor could sign it now: its office is awaited, and the person has not acted on it
/// otherwise.
pub(super) fn waits_for(proposal: &Proposal, actor: &Actor, snapshot: &Snapshot) -> bool {
    actor.role.office().is_some_and(|office| {
        acts_once(proposal, actor, &office).is_ok() && awaits(proposal, &office, snapshot)
    })
}

/// Whether an actor may send it back: an office that it waits for.
pub(super) fn send_back(
    proposal: &Proposal,
    actor: &Actor,
    snapshot: &Snapshot,
) -> Result<(Office, State), EditRefused> {
    let office = actor.role.office().ok_or(NotAllowed::NoOffice)?;
    let to = proposal.state.after(Move::SendBack)?;
    if !awaits(proposal, &office, snapshot) {
        return Err(NotAllowed::NotAwaited.into());
    }
    Ok((office, to))
}

/// The course of a proposal that has a statement.
pub(super) fn course<'a>(
    proposal: &'a Proposal,
    snapshot: &'a Snapshot,
) -> Result<Course<'a>, Refusal> {
    let statement = proposal.statement.as_ref().ok_or(Refusal::NoStatement)?;
    course_of(statement, proposal.occasion, snapshot)
}

/// The course of a statement.
pub(super) fn course_of<'a>(
    statement: &'a Statement,
    occasion: Occasion,
    snapshot: &'a Snapshot,
) -> Result<Course<'a>, Refusal> {
    Ok(snapshot.course(statement, occasion).map_err(Box::new)?)
}

/// The office of an actor who may write the proposal.
fn author(proposal: &Proposal, actor: &Actor) -> Result<Office, NotAllowed> {
    let office = actor.role.office().ok_or(NotAllowed::NoOffice)?;
    if office == proposal.author_office {
        Ok(office)
    } else {
        Err(NotAllowed::NotTheAuthor)
    }
}

/// Whether what was shown is what is there.
pub(super) fn is_as_shown(proposal: &Proposal, shown: Shown) -> Result<(), Conflict> {
    if proposal.version == shown.version && proposal.hash == Some(shown.hash) {
        Ok(())
    } else {
        Err(proposal.conflict())
    }
}

/// No person signs twice, whatever the account, and nobody acts on a proposal in two offices: who
/// wrote it for a participant does not accept it for the depositary.
fn acts_once(proposal: &Proposal, actor: &Actor, office: &Office) -> Result<(), NotAllowed> {
    let signed = proposal
        .sign_offs
        .iter()
        .find(|sign_off| sign_off.person == actor.person);
    match signed {
        Some(signed) if signed.office == *office => return Err(NotAllowed::SamePerson),
        Some(_) => return Err(NotAllowed::TwoOffices),
        None => {}
    }
    if proposal.writers.contains(&actor.person) && *office != proposal.author_office {
        return Err(NotAllowed::TwoOffices);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::register::{Draft, RecordedAt};
    use domain::sign_off::{Evidence, SignOff};
    use domain::snapshot::OnUnknown;

    use super::*;
    use crate::account::{AccountId, PersonId, Role};
    use crate::proposal::tests::world::{
        liaison, listing, officer, opening, ratification, step, verifier,
    };
    use crate::proposal::{Fields, ProposalId, Recorded};

    /// The made-up treaty with France and Poland, without a database.
    fn register() -> Snapshot {
        let statements = [opening(), listing("FRA"), listing("POL")];
        (0_u64..).zip(statements).fold(
            Snapshot::new(OnUnknown::Stop),
            |snapshot, (index, statement)| {
                let hash = statement.hash().unwrap();
                let sign_off = |step: u32| {
                    let office = officer().office().unwrap();
                    let signer = Digest::of(&step.to_be_bytes());
                    let evidence = Evidence::PasswordStepUp;
                    SignOff::new(hash, Occasion::Regular, step, office, evidence, signer)
                };
                let draft = Draft {
                    occasion: Occasion::Regular,
                    sign_offs: vec![sign_off(0), sign_off(1)],
                    statements: vec![statement],
                };
                let at = RecordedAt::from_unix_micros(i64::try_from(index).unwrap()).unwrap();
                snapshot.followed_by(&draft.numbered(index, at)).unwrap()
            },
        )
    }

    fn actor(name: &str, role: Role) -> Actor {
        Actor {
            account: AccountId(name.to_owned()),
            person: PersonId(name.to_owned()),
            name: name.to_owned(),
            role,
            request: None,
        }
    }

    fn proposal(statement: Statement, state: State, signed: &[&Actor]) -> Proposal {
        let by = actor("author", liaison("FRA"));
        let recorded = |(step, actor): (u32, &&Actor)| Recorded {
            step,
            office: actor.role.office().unwrap(),
            account: actor.account.clone(),
            person: actor.person.clone(),
            at: RecordedAt::from_unix_micros(i64::from(step)).unwrap(),
            digest: Digest::of(b"signed"),
        };
        Proposal {
            id: ProposalId("p".to_owned()),
            version: 1,
            instrument: statement.instrument.clone(),
            participant: statement.participant,
            occasion: Occasion::Regular,
            state,
            fields: Fields::default(),
            hash: Some(statement.hash().unwrap()),
            statement: Some(statement),
            author: by.account.clone(),
            author_office: by.role.office().unwrap(),
            writers: BTreeSet::from([by.person]),
            created_at: RecordedAt::UNIX_EPOCH,
            updated_at: RecordedAt::UNIX_EPOCH,
            sign_offs: (0_u32..).zip(signed).map(recorded).collect(),
            returned: None,
            published: None,
        }
    }

    fn shown(proposal: &Proposal) -> Shown {
        Shown {
            version: proposal.version,
            hash: proposal.hash.unwrap(),
        }
    }

    #[test]
    fn only_the_authors_office_writes_and_submits_and_its_side_withdraws() {
        let register = register();
        let author = actor("author", liaison("FRA"));
        let colleague = actor("colleague", liaison("FRA"));
        let verifier = actor("verifier", verifier("FRA"));
        let officer = actor("officer", officer());
        let leader = actor("leader", Role::Leader);
        for state in State::ALL {
            let proposal = proposal(step("FRA", "x"), state, &[]);
            for (actor, may_write) in [
                (&author, true),
                (&colleague, true),
                (&verifier, false),
                (&officer, false),
                (&leader, false),
            ] {
                let edited = edit(&proposal, actor).is_ok();
                assert_eq!(edited, may_write && state.after(Move::Edit).is_ok());
                let submitted = submit(&proposal, actor, shown(&proposal), &register).is_ok();
                assert_eq!(submitted, may_write && state == State::Draft);
                let side = may_write || (*actor == verifier && state.is_open());
                let withdrawn = withdraw(&proposal, actor).is_ok();
                assert_eq!(withdrawn, side && state.after(Move::Withdraw).is_ok());
            }
        }
    }

    #[test]
    fn a_submission_is_the_first_sign_off_where_the_policy_asks_for_it() {
        let register = register();
        let draft = proposal(step("FRA", "x"), State::Draft, &[]);
        let author = actor("author", liaison("FRA"));
        let submission = submit(&draft, &author, shown(&draft), &register).unwrap();
        assert_eq!(submission.to, State::Submitted);
        assert_eq!(submission.sign_off.unwrap().step, 0);
    }

    #[test]
    fn each_sign_off_is_by_the_office_that_comes_next_and_the_last_one_publishes() {
        let register = register();
        let author = actor("author", liaison("FRA"));
        let verifier = actor("verifier", verifier("FRA"));
        let officer = actor("officer", officer());
        let national = proposal(step("FRA", "x"), State::Submitted, &[&author]);
        let sign = |proposal: &Proposal, actor: &Actor, by| {
            super::sign(proposal, actor, shown(proposal), &register, by)
        };
        let signature = sign(&national, &verifier, Ending::SignOff).unwrap();
        assert_eq!(
            (signature.to, signature.sign_off.step),
            (State::Published, 1)
        );
        for other in [&officer, &actor("foreign", super::tests::verifier("POL"))] {
            let refused = sign(&national, other, Ending::SignOff);
            let not_awaited = SignError::NotAllowed(NotAllowed::NotAwaited).to_string();
            assert_eq!(refused.unwrap_err().to_string(), not_awaited);
        }

        let ratification = || ratification("FRA");
        let submitted = proposal(ratification(), State::Submitted, &[&author]);
        let signature = sign(&submitted, &verifier, Ending::SignOff).unwrap();
        assert_eq!(signature.to, State::Countersigned);
        let early = sign(&submitted, &verifier, Ending::Acceptance);
        assert!(matches!(early, Err(SignError::NoAcceptance)));
        let signed = [&author, &verifier];
        let countersigned = proposal(ratification(), State::Countersigned, &signed);
        let alone = sign(&countersigned, &officer, Ending::SignOff);
        assert!(matches!(alone, Err(SignError::NeedsAcceptance)));
        let accepted = sign(&countersigned, &officer, Ending::Acceptance).unwrap();
        assert_eq!((accepted.to, accepted.sign_off.step), (State::Published, 2));
    }

    #[test]
    fn what_was_shown_is_what_is_signed() {
        let register = register();
        let author = actor("author", liaison("FRA"));
        let verifier = actor("verifier", verifier("FRA"));
        let proposal = proposal(step("FRA", "x"), State::Submitted, &[&author]);
        let stale = |version, hash| {
            let shown = Shown { version, hash };
            sign(&proposal, &verifier, shown, &register, Ending::SignOff)
        };
        for refused in [
            stale(2, proposal.hash.unwrap()),
            stale(1, Digest::of(b"another")),
        ] {
            assert!(matches!(refused, Err(SignError::Conflict(conflict)) if conflict.version == 1));
        }
    }

    #[test]
    fn it_is_sent_back_by_whom_it_waits_for() {
        let register = register();
        let author = actor("author", liaison("FRA"));
        let verifier = actor("verifier", verifier("FRA"));
        let officer = actor("officer", officer());
        let waiting = proposal(ratification("FRA"), State::Submitted, &[&author]);
        assert!(send_back(&waiting, &verifier, &register).is_ok());
        for other in [&author, &officer] {
            let refused = send_back(&waiting, other, &register);
            assert_eq!(
                refused,
                Err(EditRefused::NotAllowed(NotAllowed::NotAwaited))
            );
        }
    }
}
