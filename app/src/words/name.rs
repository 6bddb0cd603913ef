//! Names of States and organisations, and texts that people wrote.

use domain::entity::{self, EntityCode};
use domain::text::Text;

use super::Words;

impl Words {
    /// The short name of a State or organisation; its code if this program does not know it.
    pub fn entity(self, code: EntityCode) -> String {
        entity::find(code).map_or_else(|| code.to_string(), |entity| entity.name.to_owned())
    }

    /// The one of these texts to show: in this language, else in English, else the first.
    pub fn choose(self, texts: &[Text]) -> Option<&Text> {
        let in_language = |tag: &str| texts.iter().find(|text| text.lang.as_str() == tag);
        in_language(self.tag())
            .or_else(|| in_language("en"))
            .or_else(|| texts.first())
    }
}
