//! Sentences about corrections and translations.

use domain::act::{RectificationState, TextRectified, Translation};

use super::Saying;
use crate::say;

impl Saying<'_> {
    pub(super) fn text_rectified(&self, rectified: &TextRectified) -> String {
        let lang = rectified.text_lang.as_str();
        match rectified.state {
            RectificationState::Proposed => {
                say!(
                    self.words,
                    "tracker-act-rectification-proposed",
                    lang = lang
                )
            }
            RectificationState::Made => {
                say!(self.words, "tracker-act-rectification-made", lang = lang)
            }
            RectificationState::ObjectedTo => {
                say!(
                    self.words,
                    "tracker-act-rectification-objected",
                    lang = lang
                )
            }
        }
    }

    pub(super) fn translation(&self, translation: &Translation) -> String {
        say!(
            self.words,
            "tracker-act-translation",
            lang = translation.text.lang.as_str()
        )
    }
}
