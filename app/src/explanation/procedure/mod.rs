//! The stages of a participant's procedure with their legal bases, in words.

use domain::entity::EntityCode;
use domain::procedure::{Library, progress};
use domain::snapshot::View;
use serde::Serialize;

use crate::tracker::{stage_name, status};
use crate::words::Words;

/// A procedure in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProcedureInWords {
    /// The route.
    pub route: String,
    /// On whose word its description rests.
    pub standing: String,
    /// Its stages, in order.
    pub stages: Vec<StageInWords>,
}

/// A stage in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageInWords {
    /// Its name.
    pub name: String,
    /// How far it is.
    pub state: String,
    /// The articles.
    pub legal_basis: Vec<String>,
}

/// How far the procedure of a participant is; `None` if no description of it is known.
pub fn procedure(
    words: Words,
    library: &Library,
    view: &View,
    code: EntityCode,
) -> Option<ProcedureInWords> {
    let participant = view.participants.get(&code)?;
    let followed = library.followed(code, &participant.facts)?;
    let international = participant.status.international;
    let progress = progress::progress(&followed, &participant.facts, international, view.day);
    let stages = progress
        .stages
        .iter()
        .map(|stage| StageInWords {
            name: stage_name(words, &followed, &stage.stage.key)
                .unwrap_or_else(|| stage.stage.key.to_string()),
            state: status::stage_state(words, stage.state),
            legal_basis: stage
                .stage
                .legal_basis
                .iter()
                .map(|basis| basis.as_str().to_owned())
                .collect(),
        })
        .collect();
    Some(ProcedureInWords {
        route: followed.route.name.as_str().to_owned(),
        standing: status::procedure_standing(words, followed.standing),
        stages,
    })
}
