//! Names of States and organisations, and texts that people wrote.

use domain::entity::{self, EntityCode};
use domain::text::Text;

use super::Words;
use crate::say;

impl Words {
    /// The short name of a State or organisation; its code if this program does not know it.
    pub fn entity(self, code: EntityCode) -> String {
        entity::find(code).map_or_else(|| code.to_string(), |entity| entity.name.to_owned())
    }

    /// The same as it stands in a sentence: "the United States".
    pub fn entity_in_sentence(self, code: EntityCode) -> String {
        say!(
            self,
            "name-in-sentence",
            code = code.to_string(),
            name = self.entity(code)
        )
    }

    /// Names or other short parts as a list in a sentence: "A, B and C".
    pub fn list(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first, last] => say!(self, "list-two", first = first, last = last),
            [first @ .., last] => say!(
                self,
                "list-many",
                first = first.join(&say!(self, "list-comma")),
                last = last
            ),
        }
    }

    /// The same where one of the parts is enough: "A, B or C".
    pub fn either(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first, last] => say!(self, "list-two-or", first = first, last = last),
            [first @ .., last] => say!(
                self,
                "list-many-or",
                first = first.join(&say!(self, "list-comma")),
                last = last
            ),
        }
    }

    /// The one of these texts to show: in this language, else in English, else the first.
    pub fn choose(self, texts: &[Text]) -> Option<&Text> {
        let in_language = |tag: &str| texts.iter().find(|text| text.lang.as_str() == tag);
        in_language(self.tag())
            .or_else(|| in_language("en"))
            .or_else(|| texts.first())
    }
}
