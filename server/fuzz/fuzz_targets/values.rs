//! Text as each of the small values: what is read is printed so that the same is read again.
#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use domain::clause::Effect;
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::legal_date::{LegalDate, ZoneName};
use domain::name::{Key, Lang, Slug};
use domain::register::RecordedAt;
use domain::share::Share;
use domain::text::{Body, SafeUrl, Source, Text};
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value with exactly one spelling.
fn one_spelling<T>(text: &str) -> Option<T>
where
    T: FromStr + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let value = again::<T>(text)?;
    assert_eq!(value.to_string(), text, "a second spelling");
    Some(value)
}

fn again<T>(text: &str) -> Option<T>
where
    T: FromStr + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let value: T = text.parse().ok()?;
    let printed = value.to_string();
    assert_eq!(printed.parse::<T>().ok().as_ref(), Some(&value));
    let json = domain::canonical::encode(&value).unwrap();
    assert_eq!(fuzz::strict::<T>(&json).as_ref(), Some(&value));
    Some(value)
}

/// A text that is kept as it is.
fn kept<T>(text: &str, as_str: impl Fn(&T) -> &str)
where
    T: TryFrom<String> + Serialize + DeserializeOwned,
{
    if let Ok(value) = T::try_from(text.to_owned()) {
        assert_eq!(as_str(&value), text);
        let json = domain::canonical::encode(&value).unwrap();
        assert!(fuzz::strict::<T>(&json).is_some());
    }
}

fuzz_target!(|text: &str| {
    if let Some(day) = one_spelling::<Day>(text) {
        for n in [0, 1, 31, 36_525, u32::MAX] {
            if let Ok(later) = day.plus_days(n) {
                assert_eq!(day.days_until(later), i64::from(n));
            }
            if let Ok(later) = day.plus_months(n) {
                assert!(day <= later);
            }
        }
        assert!(day.first_of_month() <= day && day <= day.last_of_month());
        assert!(day.first_of_next_month().is_ok_and(|next| day < next) || day.year() == 9999);
        assert!(day.previous().is_none_or(|previous| previous < day));
        one_spelling::<Day>(&LegalDate::on(day).latest().unwrap().to_string());
    }
    again::<Share>(text);
    if let Some(at) = one_spelling::<RecordedAt>(text) {
        assert!(text.starts_with(&at.utc_day().to_string()));
        assert_eq!(RecordedAt::from_unix_micros(at.unix_micros()), Some(at));
        assert!(at < RecordedAt::next(Some(at), at));
    }
    one_spelling::<Slug>(text);
    one_spelling::<Key>(text);
    one_spelling::<Lang>(text);
    one_spelling::<EntityCode>(text);
    one_spelling::<Digest>(text);
    kept::<SafeUrl>(text, SafeUrl::as_str);
    kept::<Body>(text, Body::as_str);
    kept::<ZoneName>(text, ZoneName::as_str);
    let json = text.as_bytes();
    if let Some(date) = fuzz::lenient::<LegalDate>(json)
        && let (Some(first), Some(last)) = (date.earliest(), date.latest())
    {
        assert!(first <= last);
        assert!(first == last || !date.is_exact());
    }
    if let Some(effect) = fuzz::lenient::<Effect>(json) {
        for day in [Day::FIRST, Day::new(2024, 2, 29).unwrap(), Day::LAST] {
            let _ = effect.on(day);
        }
    }
    fuzz::lenient::<Text>(json);
    fuzz::lenient::<Source>(json);
});
