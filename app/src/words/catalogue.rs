//! Finding a message and filling in what it leaves open.

use std::sync::LazyLock;

use domain::name::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// A message that is in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageId(&'static str);

impl MessageId {
    /// The message with this id. Called by [`say!`](crate::say) while compiling: a message that is
    /// not in the catalogue does not compile.
    ///
    /// # Panics
    /// While compiling, if the message is not in the catalogue.
    #[must_use]
    pub const fn known(id: &'static str) -> Self {
        assert!(is_known(id), "this message is not in app/messages/en");
        Self(id)
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "iterators are not const; the bounds are checked"
)]
const fn is_known(id: &str) -> bool {
    let mut position = 0;
    while position < IDS.len() {
        let (known, wanted) = (IDS[position].as_bytes(), id.as_bytes());
        if known.len() == wanted.len() {
            let mut at = 0;
            while at < wanted.len() && known[at] == wanted[at] {
                at += 1;
            }
            if at == wanted.len() {
                return true;
            }
        }
        position += 1;
    }
    false
}

/// The texts of one language.
///
/// Cheap to copy: the catalogue is read once.
#[derive(Clone, Copy)]
pub struct Words {
    bundle: &'static FluentBundle<FluentResource>,
    tag: &'static str,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.tag).finish()
    }
}

static IN_ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let language = unic_langid::LanguageIdentifier::default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // The marks would go into data files and titles too; user text stands in <bdi>.
    bundle.set_use_isolating(false);
    for source in ENGLISH {
        // A file with a mistake in it gives the messages that are right; a test finds the mistake.
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(resource, _mistakes)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
});

impl Words {
    /// English.
    pub fn english() -> Self {
        Self {
            bundle: &IN_ENGLISH,
            tag: "en",
        }
    }

    /// The texts of a language of the catalogue, by its tag in addresses.
    pub fn of(tag: &str) -> Option<Self> {
        Self::all().find(|words| words.tag == tag)
    }

    /// Every language of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::english())
    }

    /// The tag of the language, as in addresses and in `lang`.
    pub fn tag(self) -> &'static str {
        self.tag
    }

    /// The direction of writing, as in `dir`.
    pub fn direction(self) -> &'static str {
        match self.tag {
            "ar" | "fa" | "he" | "ur" => "rtl",
            _ => "ltr",
        }
    }

    /// The language as the register writes it.
    pub fn lang(self) -> Lang {
        self.tag.parse().unwrap_or_else(|_| Lang::english())
    }

    /// A message with its arguments filled in; use [`say!`](crate::say).
    pub fn message(self, id: MessageId, args: &FluentArgs<'_>) -> String {
        let pattern = self
            .bundle
            .get_message(id.0)
            .and_then(|message| message.value());
        let mut mistakes = Vec::new();
        // A message without a value is shown as its id; the tests exclude both cases.
        pattern.map_or_else(
            || id.0.to_owned(),
            |pattern| {
                self.bundle
                    .format_pattern(pattern, Some(args), &mut mistakes)
                    .into_owned()
            },
        )
    }
}

/// A message of the catalogue: `say!(words, "to-go", count = 3)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        const ID: $crate::words::MessageId = $crate::words::MessageId::known($id);
        #[allow(unused_mut, clippy::allow_attributes, reason = "a message may have no arguments")]
        let mut args = $crate::words::Args::new();
        $(args.set(stringify!($name), $value);)*
        $words.message(ID, &args)
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_catalogue_is_free_of_mistakes() {
        for source in ENGLISH {
            let resource = FluentResource::try_new((*source).to_owned());
            let mistakes = resource.err().map(|(_, mistakes)| mistakes);
            assert!(mistakes.is_none(), "{mistakes:?}");
        }
    }

    #[test]
    fn every_message_has_a_text() {
        for id in IDS {
            let message = IN_ENGLISH.get_message(id);
            assert!(message.and_then(|m| m.value()).is_some(), "{id}");
        }
    }
}
