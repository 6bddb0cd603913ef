//! The foot of a page: as of when, in which other forms, and how to check it.

use leptos::prelude::*;

use super::{Frame, Last, RegisterState, Subject};
use crate::say;
use crate::tracker::{AboutPage, Address, At, about_title};
use crate::words::Words;

/// The foot of a public page.
pub(super) fn footer(frame: &Frame) -> AnyView {
    view! {
        <footer class="a-footer">
            <div class="a-footer__inner">
                {frame.subject.as_ref().map(|subject| as_of(frame, subject))}
                {frame.register.map(|register| state(frame, register))}
                {forms(frame)}
                {about(frame.words)}
            </div>
        </footer>
    }
    .into_any()
}

/// The foot of a page that has no address of its own.
pub(super) fn bare(words: Words) -> AnyView {
    view! {
        <footer class="a-footer">
            <div class="a-footer__inner">{about(words)}</div>
        </footer>
    }
    .into_any()
}

/// The day that the page speaks of, and the last entry about the instrument: an entry about another
/// instrument changes neither.
fn as_of(frame: &Frame, subject: &Subject) -> AnyView {
    let words = frame.words;
    let last = subject.last.map(|Last { index, recorded_at }| {
        view! {
            " "
            {say!(words, "tracker-as-of-last", instant = words.instant(recorded_at))}
            " "
            <a href=Address::Entry(index).path(words, At::Now)>
                {say!(words, "tracker-entry-number", index = index)}
            </a>
            "."
        }
    });
    let day = words.day(subject.day);
    // The instant beside it is in UTC, and may fall on another day.
    let as_of = if subject.seat.zone.as_str() == "UTC" {
        say!(words, "tracker-as-of", day = day)
    } else {
        let place = subject.seat.place.body.as_str();
        say!(words, "tracker-as-of-at", day = day, place = place)
    };
    view! {
        <p class="a-footer__as-of">
            {as_of}
            {last}
        </p>
    }
    .into_any()
}

fn state(frame: &Frame, register: RegisterState) -> AnyView {
    let words = frame.words;
    view! {
        <p class="a-footer__register">
            {say!(words, "tracker-register-size", size = register.size)} " "
            <code class="a-hash">{register.root.to_string()}</code>
        </p>
    }
    .into_any()
}

fn forms(frame: &Frame) -> AnyView {
    let words = frame.words;
    let csv = frame.has_table.then(|| {
        view! {
            <li>
                <a href=frame.address.csv(words, frame.at)>{say!(words, "tracker-form-csv")}</a>
            </li>
        }
    });
    view! {
        <nav aria-label=say!(words, "tracker-forms")>
            <ul class="a-footer__list">
                <li>
                    <a href=frame.address.json(words, frame.at)>
                        {say!(words, "tracker-form-json")}
                    </a>
                </li>
                {csv}
            </ul>
        </nav>
    }
    .into_any()
}

fn about(words: Words) -> AnyView {
    let items: Vec<AnyView> = AboutPage::ALL
        .into_iter()
        .map(|page| {
            view! {
                <li>
                    <a href=Address::About(page).path(words, At::Now)>{about_title(words, page)}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav aria-label=say!(words, "tracker-about")>
            <ul class="a-footer__list">{items}</ul>
        </nav>
    }
    .into_any()
}
