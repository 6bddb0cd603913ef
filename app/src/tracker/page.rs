//! What every page of the tracker can give: markup, data, and a table where it has one.

use domain::name::Slug;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::layout::Frame;

/// A page of the tracker: a pure function of a [`Reading`](super::Reading), already made.
pub trait TrackerPage: Send {
    /// The whole document.
    fn html(&self) -> String;
    /// The same as data. Names of fields are stable; only fields named `label`, `sentence` or `text`
    /// are in the reader's language.
    fn json(&self) -> Value;
    /// The page's table, if it has one.
    fn table(&self) -> Option<Table>;
    /// The instrument that the page belongs to.
    fn instrument(&self) -> Option<&Slug>;
}

/// A table for a program to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name, for a file.
    pub name: String,
    /// The names of the columns, stable.
    pub header: Vec<String>,
    /// The rows; each has a cell for each column. A cell that is empty is unknown.
    pub rows: Vec<Vec<String>>,
}

/// What stands at an address.
pub enum Opened {
    /// A page.
    Page(Box<dyn TrackerPage>),
    /// Nothing.
    NotFound(NotFound),
}

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFound {
    /// No such page.
    Page,
    /// The register knows no instrument of this name, or did not know it at that size.
    Instrument(Slug),
    /// Nobody of this code takes part in the instrument.
    Participant(Slug, String),
    /// The register is not that long.
    Entry(u64),
    /// The register is not that long.
    Size(u64),
}

impl Table {
    /// A table with these columns and no row yet.
    pub(super) fn new(name: impl Into<String>, header: &[&str]) -> Self {
        Self {
            name: name.into(),
            header: header.iter().map(|&column| column.to_owned()).collect(),
            rows: Vec::new(),
        }
    }
}

/// The data of a page with what every page says: what it is about, as of when, and whether it is real.
pub(super) fn document(frame: &Frame, page: &'static str, model: &impl Serialize) -> Value {
    let mut map = match serde_json::to_value(model) {
        Ok(Value::Object(map)) => map,
        // Every model is a struct with fields, so that neither case is reached.
        Ok(other) => Map::from_iter([("value".to_owned(), other)]),
        Err(_) => Map::new(),
    };
    map.insert("page".to_owned(), json!(page));
    map.insert("lang".to_owned(), json!(frame.words.tag()));
    let mut links = json!({
        "self": frame.address.json(frame.words, frame.at),
        "html": frame.address.path(frame.words, frame.at),
    });
    if let (true, Value::Object(links)) = (frame.has_table, &mut links) {
        links.insert(
            "csv".to_owned(),
            json!(frame.address.csv(frame.words, frame.at)),
        );
    }
    map.insert("links".to_owned(), links);
    if let Some(subject) = &frame.subject {
        map.insert("instrument".to_owned(), json!(subject.slug));
        map.insert("nature".to_owned(), json!(subject.nature));
        map.insert(
            "notice".to_owned(),
            json!(crate::layout::notice(frame.words, subject.nature)),
        );
        map.insert(
            "as_of".to_owned(),
            json!({
                "day": subject.day,
                "size": frame.at.size(),
                "last_entry": subject.last.as_ref().map(|last| json!({
                    "index": last.index,
                    "recorded_at": last.recorded_at,
                })),
            }),
        );
    }
    if let Some(register) = &frame.register {
        map.insert("register".to_owned(), json!(register));
    }
    Value::Object(map)
}

/// The name of a value in data, for a cell of a table: that of its variant, as in JSON.
pub(super) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        Ok(other) => other.to_string(),
        // The names of variants always serialize.
        Err(_) => String::new(),
    }
}
