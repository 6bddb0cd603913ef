//! The form to record which route of the procedure was chosen.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, RouteChosen};
use domain::name::Key;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask};
use crate::proposal::Fields;

/// A route was chosen.
pub(super) struct RouteChosenForm;

/// The routes that can be chosen.
fn routes(case: &Case) -> Vec<(Key, Offered)> {
    let routes = case
        .followed
        .as_ref()
        .map_or(&[][..], |followed| &followed.procedure.routes);
    routes
        .iter()
        .map(|route| {
            let offered = Offered::new(route.key.as_str(), route.name.as_str().to_owned());
            let offered = match &route.applies_when {
                Some(when) => offered.meaning(when.as_str().to_owned()),
                None => offered,
            };
            (route.key.clone(), offered)
        })
        .collect()
}

impl Form for RouteChosenForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let offered = routes(case)
            .into_iter()
            .map(|(_, offered)| offered)
            .collect();
        vec![
            ask::choice(typed, "route", say!(words, "act-route"), offered),
            ask::optional_ground(case, typed),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let ground = reader.text("ground");
        let keys: Vec<Key> = routes(reader.case)
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        let route = reader.key_of("route", &keys)?;
        Some(Act::RouteChosen(RouteChosen { route, ground }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::RouteChosen(chosen) = act {
            ask::put(fields, "route", chosen.route.as_str());
            ask::put_text(fields, "ground", chosen.ground.as_ref());
        }
    }
}
