//! The names of stages.
//!
//! A procedure file describes a stage in a few words that follow its list; a sentence needs a name.
//! The name is what happens and where: "Vote, Sejm".

use domain::name::Key;
use domain::procedure::{Followed, PARLIAMENTARY_PROCEDURE, Procedure, Stage};

use super::status;
use crate::say;
use crate::words::Words;

/// The longest description of a body that is short enough for a name, in characters.
const LONGEST_BODY: usize = 40;

/// The name of a stage of the route that is followed, or of another route of the same procedure:
/// the one that sentences use, on the public pages and on the desk.
pub fn name_of(words: Words, followed: &Followed, key: &Key) -> Option<String> {
    let procedure = &followed.procedure;
    let on_route = followed
        .route
        .stage(key)
        .map(|stage| (stage, &followed.route));
    let known = on_route.or_else(|| {
        procedure
            .routes
            .iter()
            .find_map(|route| Some((route.stage(key)?, route)))
    });
    let Some((stage, route)) = known else {
        return of_histories(words, key);
    };
    let name = name(words, procedure, stage);
    let is_unique = route
        .stages
        .iter()
        .filter(|other| self::name(words, procedure, other) == name)
        .count()
        == 1;
    if is_unique {
        return Some(name);
    }
    Some(say!(
        words,
        "tracker-stage-with-title",
        name = name,
        title = stage.title.as_str()
    ))
}

/// The name of a stage that is in no procedure file, and in histories.
fn of_histories(words: Words, key: &Key) -> Option<String> {
    (key.as_str() == PARLIAMENTARY_PROCEDURE)
        .then(|| say!(words, "status-stage-kind-parliamentary-procedure"))
}

/// The name of a stage where no procedure is known that has it.
pub(crate) fn without_file(words: Words, key: &Key) -> String {
    of_histories(words, key).unwrap_or_else(|| key.to_string())
}

/// What happens at a stage, and where: enough beside its description.
pub(crate) fn name(words: Words, procedure: &Procedure, stage: &Stage) -> String {
    let kind = status::stage_kind(words, stage.kind);
    let chamber = stage
        .chamber
        .as_ref()
        .and_then(|key| procedure.chamber(key))
        .map(|chamber| chamber.name_en.as_str());
    let body = Some(stage.body.as_str())
        .filter(|body| !stage.kind.is_international() && body.chars().count() <= LONGEST_BODY);
    match chamber.or(body) {
        Some(place) => say!(words, "tracker-stage-name", kind = kind, place = place),
        None => kind,
    }
}
