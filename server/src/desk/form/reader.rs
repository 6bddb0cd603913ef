//! Reads the answers of a form, and keeps what is wrong with them.

use std::collections::BTreeSet;

use app::desk::{Misdefined, Wrong, several_name};
use app::words::Words;
use domain::day::Day;
use domain::entity::EntityCode;
use domain::legal_date::LegalDate;
use domain::name::{Key, Lang, NameError, Slug};
use domain::text::{Body, Source, Text, TextError};
use unicode_normalization::UnicodeNormalization as _;

use super::case::{Case, Subject};
use super::{ask, date, source, stage};
use crate::proposal::Fields;

/// The control that asks for the name of an instrument in addresses.
pub const SLUG: &str = "slug";

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The control it belongs to.
    pub control: String,
    /// The id of the input to go to.
    pub at: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// An answer that could not be read: what is wrong with it is kept by the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread;

/// Reads the answers of a form.
pub struct Reader<'a> {
    /// What the form is about.
    pub case: &'a Case,
    fields: &'a Fields,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// A reader of these answers.
    pub fn new(case: &'a Case, fields: &'a Fields) -> Self {
        Self {
            case,
            fields,
            errors: Vec::new(),
        }
    }

    /// What was wrong.
    pub fn into_errors(self) -> Vec<FieldError> {
        self.errors
    }

    /// Keeps that something is wrong with a control.
    pub fn wrong(&mut self, control: &str, wrong: impl Into<Wrong>) {
        self.wrong_at(control, control, wrong.into());
    }

    fn wrong_at(&mut self, control: &str, at: &str, wrong: Wrong) {
        self.errors.push(FieldError {
            control: control.to_owned(),
            at: at.to_owned(),
            wrong,
        });
    }

    /// What was typed, without white space around it.
    pub fn typed(&self, name: &str) -> String {
        ask::typed(self.fields, name).trim().to_owned()
    }

    /// Whom the statement is about.
    pub fn participant(&mut self) -> Option<EntityCode> {
        match self.case.subject {
            Subject::Is(code) => Some(code),
            Subject::Instrument => None,
            Subject::Asked { may_be_nobody } => {
                let typed = self.typed("participant");
                if typed.is_empty() {
                    if !may_be_nobody {
                        self.wrong("participant", Wrong::NotChosen);
                    }
                    return None;
                }
                let code = typed.parse().ok().filter(|code| self.case.offers(*code));
                if code.is_none() {
                    self.wrong("participant", Wrong::NotOffered);
                }
                code
            }
        }
    }

    /// Whom the statement is about, as far as that is settled or typed.
    pub fn about(&self) -> Option<EntityCode> {
        self.case
            .participant()
            .or_else(|| self.typed("participant").parse().ok())
    }

    /// The name in addresses of the instrument that the statement is about.
    pub fn slug(&mut self) -> Option<Slug> {
        if let Some(slug) = self.case.slug() {
            return Some(slug.clone());
        }
        let typed = self.typed(SLUG);
        if typed.is_empty() {
            self.wrong(SLUG, Wrong::Missing);
            return None;
        }
        let wrong = match Slug::try_from(typed) {
            Ok(slug) if self.case.published.snapshot.instrument(&slug).is_none() => {
                return Some(slug);
            }
            Ok(_) | Err(NameError::Reserved(_)) => Misdefined::SlugTaken,
            Err(NameError::Slug(_) | NameError::Key(_) | NameError::Lang(_)) => {
                Misdefined::NotASlug
            }
        };
        self.wrong(SLUG, wrong);
        None
    }

    /// Whether it is said which stage it is, where that has to be said.
    pub fn stage(&mut self) {
        let is_needed = stage::concerns(self.case.form) == stage::Concerns::Stage;
        if is_needed && self.case.followed.is_some() && self.case.stage_key().is_none() {
            self.wrong("stage", Wrong::NotChosen);
        }
    }

    /// A text that may be left out.
    pub fn text(&mut self, name: &str) -> Option<Text> {
        let typed = self.typed(name);
        if typed.is_empty() {
            return None;
        }
        match text(self.case.words, &typed) {
            Ok(text) => Some(text),
            Err(wrong) => {
                self.wrong(name, wrong);
                None
            }
        }
    }

    /// A text that has to be there.
    pub fn needed_text(&mut self, name: &str) -> Option<Text> {
        if self.typed(name).is_empty() {
            self.wrong(name, Wrong::Missing);
            return None;
        }
        self.text(name)
    }

    /// A text with the language it is written in.
    pub fn needed_text_in(&mut self, name: &str, language: &str) -> Option<Text> {
        let text = self.needed_text(name)?;
        self.in_language(text, language)
    }

    /// A text that may be left out, with the language it is written in.
    pub fn text_in(&mut self, name: &str, language: &str) -> Option<Text> {
        let text = self.text(name)?;
        self.in_language(text, language)
    }

    /// The text in the language typed beside it; in that of the desk if there is none.
    fn in_language(&mut self, mut text: Text, language: &str) -> Option<Text> {
        let typed = self.typed(language);
        if !typed.is_empty() {
            let Ok(lang) = typed.parse::<Lang>() else {
                self.wrong(language, Wrong::NotALanguage);
                return None;
            };
            text.lang = lang;
        }
        Some(text)
    }

    /// A text that has to be there, in the language that it has already where it is the same.
    pub fn needed_text_like(&mut self, name: &str, present: Option<&Text>) -> Option<Text> {
        let text = self.needed_text(name)?;
        Some(match present {
            Some(present) if present.body == text.body => present.clone(),
            Some(_) | None => text,
        })
    }

    /// The lines of an answer, without empty ones.
    pub fn lines(&self, name: &str) -> Vec<String> {
        self.typed(name)
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Those of several answers that were chosen.
    pub fn several<T: Copy + Ord>(&mut self, name: &str, offered: &[(&str, T)]) -> BTreeSet<T> {
        let chosen: BTreeSet<T> = offered
            .iter()
            .filter(|(value, _)| !self.typed(&several_name(name, value)).is_empty())
            .map(|(_, answer)| *answer)
            .collect();
        if chosen.is_empty() {
            self.wrong(name, Wrong::NoneChosen);
        }
        chosen
    }

    /// A whole number that may be left out: then it is not known.
    pub fn number(&mut self, name: &str) -> Option<u32> {
        self.number_of(name, name)
    }

    /// A whole number that belongs to a control with several.
    pub fn number_of(&mut self, control: &str, name: &str) -> Option<u32> {
        let typed = self.typed(name);
        if typed.is_empty() {
            return None;
        }
        let is_digits = typed.bytes().all(|byte| byte.is_ascii_digit());
        match typed.parse() {
            Ok(number) if is_digits => Some(number),
            _ => {
                self.wrong_at(control, name, Wrong::NotANumber);
                None
            }
        }
    }

    /// One of the answers offered.
    pub fn choice<T: Copy>(&mut self, name: &str, offered: &[(&str, T)]) -> Option<T> {
        let typed = self.typed(name);
        if typed.is_empty() {
            self.wrong(name, Wrong::NotChosen);
            return None;
        }
        let found = offered.iter().find(|(value, _)| *value == typed);
        if found.is_none() {
            self.wrong(name, Wrong::NotOffered);
        }
        found.map(|(_, answer)| *answer)
    }

    /// A key that has to be there.
    pub fn key(&mut self, name: &str) -> Option<Key> {
        let typed = self.typed(name);
        if typed.is_empty() {
            self.wrong(name, Wrong::Missing);
            return None;
        }
        let key = typed.parse().ok();
        if key.is_none() {
            self.wrong(name, Wrong::NotAKey);
        }
        key
    }

    /// One of these keys.
    pub fn key_of(&mut self, name: &str, offered: &[Key]) -> Option<Key> {
        let typed = self.typed(name);
        if typed.is_empty() {
            self.wrong(name, Wrong::NotChosen);
            return None;
        }
        let found = offered.iter().find(|key| key.as_str() == typed).cloned();
        if found.is_none() {
            self.wrong(name, Wrong::NotOffered);
        }
        found
    }

    /// Keys with commas between them.
    pub fn keys(&mut self, name: &str) -> Vec<Key> {
        let typed = self.typed(name);
        let keys: Result<Vec<Key>, _> = typed
            .split(',')
            .map(str::trim)
            .filter(|key| !key.is_empty())
            .map(str::parse)
            .collect();
        keys.unwrap_or_else(|_| {
            self.wrong(name, Wrong::NotAKey);
            Vec::new()
        })
    }

    /// A date of something that has happened, perhaps known within bounds only.
    pub fn date(&mut self, name: &str) -> Option<LegalDate> {
        match date::date(&date::of(self.fields, name)) {
            Ok(legal) => {
                // What is known only to have happened by a day can be dated by the day itself.
                let earliest = legal.earliest().or(legal.latest());
                let today = self.case.today;
                if earliest.is_some_and(|earliest| today < earliest) {
                    self.wrong(name, Wrong::InFuture(today));
                    return None;
                }
                Some(legal)
            }
            Err(error) => {
                self.wrong_date(name, error);
                None
            }
        }
    }

    /// A day, which may lie in the future.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        let typed = date::of(self.fields, name);
        match date::day(&typed.day, &typed.month, &typed.year) {
            Ok(day) => Some(day),
            Err(error) => {
                self.wrong_date(name, error);
                None
            }
        }
    }

    /// A day that is not before this one.
    pub fn day_from(&mut self, name: &str, earliest: Option<Day>) -> Option<Day> {
        let day = self.day(name)?;
        match earliest {
            Some(earliest) if day < earliest => {
                self.wrong(name, Misdefined::BeforeDefinition(earliest));
                None
            }
            Some(_) | None => Some(day),
        }
    }

    /// Keeps that answers were given which belong to a choice that was not made.
    pub fn unasked(&mut self, names: &[&str]) {
        for name in names {
            if !self.typed(name).is_empty() {
                self.wrong(name, Misdefined::OfAnotherChoice);
            }
        }
    }

    /// As [`unasked`](Self::unasked), for a day that belongs to another choice.
    pub fn unasked_day(&mut self, name: &str) {
        let typed = date::of(self.fields, name);
        if [typed.day, typed.month, typed.year]
            .iter()
            .any(|part| !part.is_empty())
        {
            self.wrong(name, Misdefined::OfAnotherChoice);
        }
    }

    fn wrong_date(&mut self, name: &str, (part, wrong): date::DateError) {
        let at = if part == "day" {
            name.to_owned()
        } else {
            format!("{name}-{part}")
        };
        self.wrong_at(name, &at, wrong);
    }

    /// The sources, at least one.
    pub fn sources(&mut self) -> Vec<Source> {
        let sources = self.optional_sources();
        if sources.is_empty() && !source::any_typed(self.fields) {
            self.wrong(source::NAME, Wrong::SourceMissing);
        }
        sources
    }

    /// The sources, if any are given.
    pub fn optional_sources(&mut self) -> Vec<Source> {
        source::read(self.case.words, self.fields, &mut self.errors)
    }
}

/// A text in the language of the desk, with the line ends and the composition that the register has.
pub fn text(words: Words, typed: &str) -> Result<Text, Wrong> {
    let body: String = typed.replace("\r\n", "\n").nfc().collect();
    match Body::try_from(body) {
        Ok(body) => Ok(Text {
            lang: words.lang(),
            body,
        }),
        Err(TextError::TooLong(_)) => Err(Wrong::TooLong),
        Err(TextError::Empty) => Err(Wrong::Missing),
        Err(TextError::Forbidden(_) | TextError::Address(_)) => Err(Wrong::Forbidden),
    }
}
