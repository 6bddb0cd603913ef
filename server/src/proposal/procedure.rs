//! A participant's own procedure: what it does not allow is not proposed.

use domain::act::{Act, ProcedureStanding};
use domain::day::Day;
use domain::digest::Digest;
use domain::procedure::{Library, Procedure, check_act};
use domain::snapshot::Snapshot;
use domain::statement::Statement;

use super::error::Refusal;

/// Whether the procedure that the participant follows allows what a statement says.
///
/// Only a procedure that the participant itself confirmed binds its officers. Where it is research,
/// they know better than the file, and the pages only warn.
pub(super) fn allows(
    statement: &Statement,
    snapshot: &Snapshot,
    library: &Library,
) -> Result<(), Refusal> {
    let Some(code) = statement.participant else {
        return Ok(());
    };
    let view = snapshot.view(&statement.instrument, Day::LAST, snapshot.size());
    let Some(participant) = view
        .as_ref()
        .ok()
        .and_then(|view| view.participants.get(&code))
    else {
        return Ok(());
    };
    match library.followed(code, &participant.facts) {
        Some(followed) if followed.standing == ProcedureStanding::ConfirmedByParticipant => {
            check_act(&followed, &participant.facts, statement)
                .map_err(|refusal| Refusal::Procedure(Box::new(refusal)))
        }
        Some(_) | None => Ok(()),
    }
}

/// Whether the file of an adoption is a procedure of the participant.
pub(super) fn is_readable(
    statement: &Statement,
    file: Digest,
    bytes: &[u8],
) -> Result<(), Refusal> {
    match statement.act() {
        Some(Act::ProcedureAdopted(adopted)) if adopted.file == file => {
            let procedure = Procedure::read_to_adopt(bytes)
                .map_err(|error| Refusal::NotAProcedure(error.to_string()))?;
            if statement.participant == Some(procedure.entity) {
                Ok(())
            } else {
                Err(Refusal::ProcedureOfAnother(procedure.entity))
            }
        }
        Some(_) | None => Ok(()),
    }
}
