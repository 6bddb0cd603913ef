//! The leader's dashboard: in force, how many to go, who blocks, what is next, when. One page.

use leptos::prelude::*;

use super::frame::{Content, Frame};
use super::home::Next;
use crate::say;

/// The coalition view of one instrument.
#[derive(Debug, Clone)]
pub struct DashboardPage {
    /// The instrument.
    pub instrument: String,
    /// What kind it is if it is not real.
    pub nature: Option<String>,
    /// The answer: in force or not, in one sentence.
    pub answer: String,
    /// How many have consented, of how many.
    pub counts: Vec<(String, String)>,
    /// What is still lacking, one sentence each.
    pub to_go: Vec<String>,
    /// Those without whom it cannot enter into force, each with where it stands.
    pub blocking: Vec<Blocking>,
    /// The next dated events, the first five.
    pub next: Vec<Dated>,
    /// What changed last.
    pub changes: Vec<Dated>,
    /// As of when, and by how many entries.
    pub as_of: String,
    /// The public page of the instrument.
    pub public: String,
    /// The other instruments.
    pub others: Vec<Next>,
}

/// A participant whose consent is needed.
#[derive(Debug, Clone)]
pub struct Blocking {
    /// Its name.
    pub name: String,
    /// Its public page.
    pub href: String,
    /// Where it stands.
    pub standing: String,
    /// What comes next there, if it is known.
    pub next: Option<String>,
}

/// Something with a day.
#[derive(Debug, Clone)]
pub struct Dated {
    /// The day in words.
    pub day: String,
    /// What.
    pub what: String,
}

impl DashboardPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let nature = self
                .nature
                .map(|nature| view! { <p class="desk-nature">{nature}</p> });
            let counts = self
                .counts
                .into_iter()
                .map(|(number, label)| {
                    view! { <div class="desk-count"><dt>{label}</dt><dd>{number}</dd></div> }
                })
                .collect_view();
            let to_go = self
                .to_go
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect_view();
            let blocking = if self.blocking.is_empty() {
                view! { <p class="desk-empty">{say!(words, "desk-dashboard-nobody")}</p> }
                    .into_any()
            } else {
                let items = self
                    .blocking
                    .into_iter()
                    .map(|one| {
                        let next = one
                            .next
                            .unwrap_or_else(|| say!(words, "desk-dashboard-no-date"));
                        view! {
                            <li class="desk-list__item">
                                <p class="desk-list__act"><a href=one.href>{one.name}</a></p>
                                <p>{one.standing}</p>
                                <p class="desk-list__more">
                                    {say!(words, "desk-dashboard-next-there", what = next)}
                                </p>
                            </li>
                        }
                    })
                    .collect_view();
                view! { <ul class="desk-list">{items}</ul> }.into_any()
            };
            let others = (!self.others.is_empty()).then(|| {
                view! {
                    <section class="desk-section desk-no-print">
                        <h2>{say!(words, "desk-dashboard-others")}</h2>
                        {super::home::links(self.others)}
                    </section>
                }
            });
            let body = view! {
                <p class="desk-dashboard__instrument"><a href=self.public>{self.instrument}</a></p>
                {nature}
                <dl class="desk-counts">{counts}</dl>
                <section class="desk-section">
                    <h2>{say!(words, "desk-dashboard-to-go")}</h2>
                    <ul>{to_go}</ul>
                </section>
                <section class="desk-section">
                    <h2>{say!(words, "desk-dashboard-blocking")}</h2>
                    {blocking}
                </section>
                <div class="desk-columns">
                    <section class="desk-section">
                        <h2>{say!(words, "desk-dashboard-next")}</h2>
                        {dated(self.next, say!(words, "desk-dashboard-no-events"))}
                    </section>
                    <section class="desk-section">
                        <h2>{say!(words, "desk-dashboard-changes")}</h2>
                        {dated(self.changes, say!(words, "desk-dashboard-no-changes"))}
                    </section>
                </div>
                <p class="desk-aside">{self.as_of}</p>
                {others}
            };
            Content::new(self.answer, body.into_any())
        })
    }
}

fn dated(events: Vec<Dated>, none: String) -> AnyView {
    if events.is_empty() {
        return view! { <p class="desk-empty">{none}</p> }.into_any();
    }
    let lines = events
        .into_iter()
        .map(|event| view! { <li><strong>{event.day}</strong> " " {event.what}</li> })
        .collect_view();
    view! { <ol class="desk-dated">{lines}</ol> }.into_any()
}
