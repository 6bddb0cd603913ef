//! What has to be seen before anything else: that an instrument is not real, that a page does not
//! speak of the present, that there is news.

use domain::instrument::Nature;
use leptos::prelude::*;

use super::{Frame, Subject};
use crate::say;
use crate::tracker::At;
use crate::words::Words;

/// What has to be said with everything about an instrument of this nature.
pub fn notice(words: Words, nature: Nature) -> Option<String> {
    match nature {
        Nature::Real => None,
        Nature::Historical => Some(say!(words, "tracker-notice-historical")),
        Nature::Illustrative => Some(say!(words, "tracker-notice-illustrative")),
    }
}

/// The banners of a page.
pub(super) fn banners(frame: &Frame) -> Option<AnyView> {
    let subject = frame.subject.as_ref()?;
    Some(
        view! {
            {nature(frame.words, subject.nature)}
            {clocks(frame, subject)}
            {live(frame)}
        }
        .into_any(),
    )
}

fn nature(words: Words, nature: Nature) -> Option<AnyView> {
    let text = notice(words, nature)?;
    let class = match nature {
        Nature::Illustrative => "a-banner a-banner--illustrative",
        Nature::Historical | Nature::Real => "a-banner a-banner--quiet",
    };
    Some(
        view! {
            <aside class=class aria-label=say!(words, "tracker-banner-nature")>
                <p class="a-banner__text">{text}</p>
            </aside>
        }
        .into_any(),
    )
}

/// Which of the two clocks is set to what.
fn clocks(frame: &Frame, subject: &Subject) -> Option<AnyView> {
    let words = frame.words;
    let text = match frame.at {
        At::Now => return None,
        At::Day(day) if subject.today < day => {
            say!(words, "tracker-at-day-to-come", day = words.day(day))
        }
        At::Day(day) => say!(words, "tracker-at-day", day = words.day(day)),
        At::Size(size) => say!(words, "tracker-at-size", size = size),
        At::SizeAndDay(size, day) => {
            say!(
                words,
                "tracker-at-size-and-day",
                size = size,
                day = words.day(day)
            )
        }
    };
    Some(
        view! {
            <aside class="a-banner a-banner--clock" aria-label=say!(words, "tracker-banner-clock")>
                <p class="a-banner__text">
                    {text} " "
                    <a class="a-banner__link" href=frame.address.path(words, At::Now)>
                        {say!(words, "tracker-at-now")}
                    </a>
                </p>
            </aside>
        }
        .into_any(),
    )
}

/// The place where the script tells of news. It is there from the beginning, so that what is shown
/// in it later is announced.
fn live(frame: &Frame) -> Option<AnyView> {
    let words = frame.words;
    let is_of_instrument = frame.address.slug().is_some();
    (is_of_instrument && frame.at == At::Now).then(|| {
        view! {
            <div class="a-live" role="status">
                <p class="a-live__text" hidden>
                    {say!(words, "tracker-live")} " "
                    <a class="a-banner__link" href=frame.address.path(words, At::Now)>
                        {say!(words, "tracker-live-reload")}
                    </a>
                </p>
            </div>
        }
        .into_any()
    })
}
