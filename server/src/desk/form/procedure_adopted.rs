//! The form to adopt a procedure of the library as one's own.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, ProcedureAdopted, ProcedureStanding};
use domain::name::Key;
use domain::procedure::library::{self, Filed};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A procedure is adopted.
pub(super) struct ProcedureAdoptedForm;

/// The file of the library about the participant.
pub fn filed(case: &Case) -> Option<&'static Filed> {
    library::of(case.participant()?)
}

impl Form for ProcedureAdoptedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let Some(filed) = filed(case) else {
            return vec![ask::told(
                "told-file",
                say!(words, "act-procedure-file"),
                say!(words, "act-procedure-none"),
            )];
        };
        let routes = filed
            .procedure
            .routes
            .iter()
            .map(|route| Offered::new(route.key.as_str(), route.name.as_str().to_owned()))
            .collect();
        let mut file = ask::told(
            "told-file",
            say!(words, "act-procedure-file"),
            say!(
                words,
                "act-procedure-file-line",
                name = filed.procedure.name_en.as_str(),
                hash = filed.hash.to_string()
            ),
        );
        file.hint = Some(say!(words, "act-procedure-file-hint"));
        vec![
            file,
            ask::choice(typed, "route", say!(words, "act-procedure-route"), routes),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let Some(filed) = filed(reader.case) else {
            reader.wrong("route", app::desk::Wrong::NotOffered);
            return None;
        };
        let keys: Vec<Key> = filed
            .procedure
            .routes
            .iter()
            .map(|route| route.key.clone())
            .collect();
        let route = reader.key_of("route", &keys)?;
        Some(Act::ProcedureAdopted(ProcedureAdopted {
            file: filed.hash,
            route: Some(route),
            // Only the participant's own liaison and verifier come this far.
            standing: ProcedureStanding::ConfirmedByParticipant,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::ProcedureAdopted(adopted) = act
            && let Some(route) = &adopted.route
        {
            ask::put(fields, "route", route.as_str());
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        let route = match &case.followed {
            Some(followed) => Some(followed.route.key.clone()),
            None => filed(case)
                .and_then(|filed| filed.procedure.default_route())
                .map(|route| route.key.clone()),
        };
        if let Some(route) = route {
            ask::put(fields, "route", route.as_str());
        }
    }
}
