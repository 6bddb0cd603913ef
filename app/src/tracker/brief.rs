//! An instrument in three sentences, for pages that show several things besides.

use domain::name::Slug;

use super::answer::Answer;
use super::page::NotFound;
use super::reading::Reading;
use super::to_go::HowFar;

/// An instrument in three sentences: the same words as on its home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Whether it is in force.
    pub answer: String,
    /// What is there.
    pub there: String,
    /// What is lacking.
    pub lacking: String,
}

/// The instrument in three sentences.
///
/// # Errors
/// [`NotFound`] if the register does not know it.
pub fn brief(reading: &Reading<'_>, slug: &Slug) -> Result<Brief, NotFound> {
    let seen = reading.see(slug)?;
    let how_far = HowFar::of(&seen, &seen.view.to_go());
    let instrument = &seen.view.instrument;
    Ok(Brief {
        answer: Answer::of(&seen.view).sentence(reading.words, instrument.nature),
        there: how_far.there(reading.words, instrument.consent_form),
        lacking: how_far.lacking(reading.words),
    })
}
