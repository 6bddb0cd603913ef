//! The skip link, the name of the product and the ways through the tracker.

use leptos::prelude::*;

use super::Frame;
use crate::say;
use crate::tracker::{AboutPage, Address, At};
use crate::words::Words;

/// The top of a public page.
pub(super) fn header(frame: &Frame) -> AnyView {
    top(frame.words, Some(&frame.address), of_instrument(frame))
}

/// The top of a page that has no address of its own.
pub(super) fn bare(words: Words) -> AnyView {
    top(words, None, None)
}

fn top(words: Words, here: Option<&Address>, of_instrument: Option<AnyView>) -> AnyView {
    view! {
        <a class="a-skip-link" href="#main">{say!(words, "tracker-skip")}</a>
        <header class="a-header">
            <div class="a-header__inner">
                <a class="a-header__name" href=Address::Instruments.path(words, At::Now)>
                    {say!(words, "product-name")}
                </a>
                <nav class="a-nav" aria-label=say!(words, "tracker-nav-site")>
                    <ul class="a-nav__list">
                        {item(
                            here,
                            &Address::Instruments,
                            Address::Instruments.path(words, At::Now),
                            say!(words, "tracker-nav-instruments"),
                        )}
                        {item(
                            here,
                            &Address::About(AboutPage::Method),
                            Address::About(AboutPage::Method).path(words, At::Now),
                            say!(words, "tracker-nav-about"),
                        )}
                    </ul>
                </nav>
            </div>
            {of_instrument}
        </header>
    }
    .into_any()
}

/// The pages of the instrument, in the view of this page.
fn of_instrument(frame: &Frame) -> Option<AnyView> {
    let words = frame.words;
    let subject = frame.subject.as_ref()?;
    let slug = &subject.slug;
    let pages = [
        (
            Address::Home(slug.clone()),
            say!(words, "tracker-nav-overview"),
        ),
        (
            Address::Clause(slug.clone()),
            say!(words, "tracker-nav-clause"),
        ),
        (
            Address::Changes(slug.clone()),
            say!(words, "tracker-nav-changes"),
        ),
    ];
    let title = subject.title.as_ref().map(|title| {
        view! {
            <span class="a-subnav__title" lang=title.lang.to_string() dir="auto">
                {title.body.as_str().to_owned()}
            </span>
        }
    });
    let items: Vec<AnyView> = pages
        .into_iter()
        .map(|(address, label)| {
            item(
                Some(&frame.address),
                &address,
                address.path(words, frame.at),
                label,
            )
        })
        .collect();
    Some(
        view! {
            <div class="a-subnav">
                <div class="a-subnav__inner">
                    {title}
                    <nav class="a-nav" aria-label=say!(words, "tracker-nav-instrument")>
                        <ul class="a-nav__list">{items}</ul>
                    </nav>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn item(here: Option<&Address>, address: &Address, href: String, label: String) -> AnyView {
    let is_here = here == Some(address);
    view! {
        <li class="a-nav__item">
            <a class="a-nav__link" href=href aria-current=is_here.then_some("page")>
                {label}
            </a>
        </li>
    }
    .into_any()
}
