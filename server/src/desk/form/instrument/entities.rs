//! States and organisations as people write them: by code or by name, with commas or on lines.

use std::collections::BTreeSet;

use app::desk::{Misdefined, Wrong};
use domain::entity::{self, EntityCode};

use super::super::reader::Reader;

/// The entity that goes by this code or this name.
pub fn find(written: &str) -> Option<EntityCode> {
    let by_code = || {
        let code: EntityCode = written.to_uppercase().parse().ok()?;
        entity::find(code).map(|entity| entity.code)
    };
    let by_name = || {
        entity::all()
            .find(|entity| entity.name.to_lowercase() == written.to_lowercase())
            .map(|entity| entity.code)
    };
    by_name().or_else(by_code)
}

/// Those that an answer names, at least one.
pub fn read(reader: &mut Reader<'_>, control: &str) -> Option<BTreeSet<EntityCode>> {
    let typed = reader.typed(control);
    let mut named = BTreeSet::new();
    for written in typed.split([',', ';', '\n']).map(str::trim) {
        if written.is_empty() {
            continue;
        }
        let Some(code) = find(written) else {
            reader.wrong(control, Misdefined::NotAnEntity(written.to_owned()));
            return None;
        };
        named.insert(code);
    }
    if named.is_empty() {
        reader.wrong(control, Wrong::Missing);
        return None;
    }
    Some(named)
}

/// Whether each of these is known; a rule written by hand can name one that is not.
pub fn known(
    reader: &mut Reader<'_>,
    control: &str,
    codes: impl IntoIterator<Item = EntityCode>,
) -> bool {
    let unknown = codes.into_iter().find(|code| entity::find(*code).is_none());
    if let Some(code) = unknown {
        reader.wrong(control, Misdefined::NotAnEntity(code.to_string()));
    }
    unknown.is_none()
}

/// How they would have been typed.
pub fn typed(codes: &BTreeSet<EntityCode>) -> String {
    let codes: Vec<&str> = codes.iter().map(EntityCode::as_str).collect();
    codes.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_is_found_by_code_and_by_name() {
        for written in ["POL", "pol", "Poland", "poland"] {
            assert_eq!(
                find(written).map(|code| code.to_string()).as_deref(),
                Some("POL")
            );
        }
        assert_eq!(find("Atlantis"), None);
        assert_eq!(find("XQX"), None);
    }
}
