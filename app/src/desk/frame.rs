//! The frame of every page of the desk: who is signed in, where they can go, and the way out.

use leptos::prelude::*;

use super::news::News;
use super::problem::Problem;
use crate::words::Words;
use crate::{render, say};

/// What every page of the desk is put into.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language.
    pub words: Words,
    /// The addresses of the style sheets.
    pub styles: Vec<String>,
    /// The script that brings islands to life, if this build has it.
    pub loader: Option<Loader>,
    /// Who is signed in; none on the sign-in page.
    pub identity: Option<Identity>,
    /// The address of the public tracker.
    pub public: String,
    /// What was published since they were last here; only on the page where they begin.
    pub news: Option<News>,
}

/// The script for islands.
#[derive(Debug, Clone)]
pub struct Loader {
    /// Its address.
    pub src: String,
    /// The nonce of this response: the policy lets no other script run.
    pub nonce: String,
}

/// Who is signed in, as every page says it.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The name of the account.
    pub name: String,
    /// What it is for: "Liaison officer, Poland".
    pub role: String,
    /// The token that every form carries.
    pub token: String,
    /// Where this role can go.
    pub places: Vec<Place>,
}

/// A place in the navigation.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its address.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Whether it is this page.
    pub is_here: bool,
}

/// What a page puts into the frame.
pub(super) struct Content {
    /// The title of the page and its heading.
    pub title: String,
    /// What is wrong with what was sent, if anything.
    pub problems: Vec<Problem>,
    /// Whether the page has an island on it.
    pub has_island: bool,
    /// What stands under the heading.
    pub body: AnyView,
}

impl Content {
    /// A page without problems and without islands.
    pub fn new(title: String, body: AnyView) -> Self {
        Self {
            title,
            problems: Vec::new(),
            has_island: false,
            body,
        }
    }
}

impl Frame {
    /// The whole document.
    pub(super) fn document(&self, content: impl FnOnce() -> Content) -> String {
        render::document(|| self.page(content()))
    }

    /// The hidden field with the session's token.
    pub(super) fn token(&self) -> AnyView {
        let token = self
            .identity
            .as_ref()
            .map(|identity| identity.token.clone());
        view! { <input type="hidden" name="token" value=token.unwrap_or_default() /> }.into_any()
    }

    /// The holder's name, unseen, in a form that asks for the password: so that a password manager
    /// knows whose it is. It is not submitted.
    pub(super) fn holder(&self) -> Option<AnyView> {
        let name = self.identity.as_ref()?.name.clone();
        Some(
            view! { <input type="text" autocomplete="username" value=name hidden=true /> }
                .into_any(),
        )
    }

    fn page(&self, content: Content) -> impl IntoView {
        let words = self.words;
        let product = say!(words, "product-name");
        let heading = content.title;
        let title = if content.problems.is_empty() {
            say!(words, "desk-title", page = heading.clone())
        } else {
            say!(words, "desk-title-error", page = heading.clone())
        };
        let styles = self
            .styles
            .iter()
            .map(|href| view! { <link rel="stylesheet" href=href.clone() /> })
            .collect_view();
        let script = self
            .loader
            .clone()
            .filter(|_| content.has_island)
            .map(|loader| {
                view! { <script type="module" nonce=loader.nonce src=loader.src></script> }
            });
        let identity = self
            .identity
            .clone()
            .map(|identity| self.identity_bar(identity));
        let news = self.news.clone().map(|news| news.view(words));
        let summary = summary(words, &content.problems);
        view! {
            <html lang=words.tag()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="robots" content="noindex" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{title}</title>
                    {styles}
                    <link rel="icon" type="image/svg+xml" href=crate::asset::icon().path.clone() />
                    {script}
                </head>
                <body class="desk">
                    <a class="skip-link" href="#main">{say!(words, "desk-skip")}</a>
                    <header class="desk-header">
                        <p class="desk-header__product">
                            <a href="/">{product} " " <span>{say!(words, "desk-name")}</span></a>
                        </p>
                        {identity}
                    </header>
                    <main id="main" class="desk-main">
                        {summary}
                        <h1>{heading}</h1>
                        {news}
                        {content.body}
                    </main>
                    <footer class="desk-footer">
                        <p>
                            <a href=self.public.clone()>{say!(words, "desk-public-tracker")}</a>
                            " "
                            {say!(words, "desk-footer")}
                        </p>
                    </footer>
                </body>
            </html>
        }
    }

    fn identity_bar(&self, identity: Identity) -> AnyView {
        let words = self.words;
        let places = identity
            .places
            .into_iter()
            .map(|place| {
                let current = place.is_here.then_some("page");
                view! { <li><a href=place.href aria-current=current>{place.label}</a></li> }
            })
            .collect_view();
        view! {
            <div class="desk-identity">
                <p class="desk-identity__who">
                    <bdi>{identity.name}</bdi>
                    <span class="desk-identity__role">{identity.role}</span>
                </p>
                <form class="desk-identity__out" method="post" action="/sign-out">
                    {self.token()}
                    <button class="desk-button desk-button--quiet" type="submit">
                        {say!(words, "sign-in-out")}
                    </button>
                </form>
            </div>
            <nav class="desk-nav" aria-label=say!(words, "desk-nav")>
                <ul>{places}</ul>
            </nav>
        }
        .into_any()
    }
}

/// What is wrong, at the top of the page, each with a link to its field.
fn summary(words: Words, problems: &[Problem]) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let lines = problems
        .iter()
        .map(|problem| {
            let line = if problem.at.is_empty() {
                view! { <span>{problem.text.clone()}</span> }.into_any()
            } else {
                let href = format!("#{}", problem.at);
                view! { <a href=href>{problem.text.clone()}</a> }.into_any()
            };
            view! { <li>{line}</li> }
        })
        .collect_view();
    Some(
        view! {
            <div class="desk-errors" role="alert" aria-labelledby="errors-title" tabindex="-1" autofocus>
                <h2 id="errors-title">{say!(words, "desk-errors-title")}</h2>
                <ul>{lines}</ul>
            </div>
        }
        .into_any(),
    )
}
