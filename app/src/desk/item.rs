//! A proposal for those who sign: what it says, what it changes, what exactly is signed.

use leptos::prelude::*;

use super::check::{self, Line, Shown};
use super::frame::{Content, Frame};
use super::problem::Problem;
use crate::say;

/// A proposal.
#[derive(Debug, Clone)]
pub struct ItemPage {
    /// What it records.
    pub act: String,
    /// What it concerns.
    pub about: Vec<String>,
    /// Where it stands, in a sentence.
    pub state: String,
    /// Why it was returned, if it was.
    pub returned: Option<String>,
    /// What it says.
    pub lines: Vec<Line>,
    /// What it changes in public.
    pub shown: Shown,
    /// What looks odd.
    pub warnings: Vec<String>,
    /// Exactly what is signed: the canonical statement.
    pub exact: Option<String>,
    /// Its hash: to be read aloud, and in short.
    pub hash: Option<(String, String)>,
    /// What was done with it so far.
    pub history: Vec<HistoryLine>,
    /// Its address.
    pub address: String,
    /// What is sent along with each form.
    pub hidden: Vec<(String, String)>,
    /// What the one who looks at it may do.
    pub actions: Vec<ItemAction>,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
}

/// Something that was done with a proposal.
#[derive(Debug, Clone)]
pub struct HistoryLine {
    /// What, by which office.
    pub what: String,
    /// When, in words.
    pub when: String,
}

/// What may be done with a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemAction {
    /// Go on writing.
    Edit,
    /// Check and submit.
    Check,
    /// Sign it.
    Countersign {
        /// What follows.
        follows: String,
        /// What it does to entry into force, where it is the last sign-off of such an act.
        effect: Option<EffectShown>,
    },
    /// Send it back with a reason; what was typed.
    SendBack(String),
    /// Check the form of an act and accept it.
    CheckDueForm,
    /// Take it back.
    Withdraw,
}

/// What publishing an act would do, as it is shown before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectShown {
    /// In one sentence.
    pub headline: String,
    /// More about it, one sentence each.
    pub details: Vec<String>,
    /// By which it is told from another one.
    pub digest: String,
    /// Whether it is another effect than the one shown before.
    pub has_changed: bool,
}

impl ItemPage {
    /// The page.
    pub fn html(self, frame: &Frame) -> String {
        let words = frame.words;
        frame.document(|| {
            let about = self.about.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            let returned = self.returned.map(|reason| {
                view! {
                    <div class="desk-notice desk-notice--returned">
                        <p>{say!(words, "desk-returned-because")}</p>
                        <blockquote class="desk-reason"><bdi>{reason}</bdi></blockquote>
                    </div>
                }
            });
            let hash = self.hash.map(|(spelled, short)| {
                view! {
                    <p>
                        {say!(words, "desk-hash")} " "
                        <strong class="desk-hash">{spelled}</strong>
                        " (" <code>{short}</code> ")"
                    </p>
                    <p class="desk-aside">{say!(words, "desk-hash-help")}</p>
                }
            });
            let exact = self.exact.map(|exact| {
                view! {
                    <details class="desk-more">
                        <summary>{say!(words, "desk-exact")}</summary>
                        <pre class="desk-exact" tabindex="0">{exact}</pre>
                    </details>
                }
            });
            let history = self
                .history
                .into_iter()
                .map(|line| view! { <li>{line.what} <span class="desk-list__more">" · " {line.when}</span></li> })
                .collect_view();
            let actions = self
                .actions
                .into_iter()
                .map(|action| self::action(frame, &self.address, &self.hidden, &self.problems, action))
                .collect_view();
            let body = view! {
                <ul class="desk-about">{about}</ul>
                <p class="desk-state">{self.state}</p>
                {returned}
                {check::warnings(words, self.warnings)}
                {check::shown(words, self.shown)}
                {check::answers(words, say!(words, "desk-recorded"), self.lines)}
                <section class="desk-section">
                    <h2>{say!(words, "desk-signed-what")}</h2>
                    {hash}
                    {exact}
                </section>
                <section class="desk-section">
                    <h2>{say!(words, "desk-history")}</h2>
                    <ol class="desk-history">{history}</ol>
                </section>
                {actions}
            };
            Content {
                title: self.act,
                problems: self.problems,
                has_island: false,
                body: body.into_any(),
            }
        })
    }
}

fn action(
    frame: &Frame,
    address: &str,
    hidden: &[(String, String)],
    problems: &[Problem],
    action: ItemAction,
) -> AnyView {
    let words = frame.words;
    let hidden = check::hidden(hidden.to_vec());
    match action {
        ItemAction::Edit => view! {
            <p><a class="desk-button desk-button--second" href=format!("{address}/edit")>{say!(words, "desk-edit")}</a></p>
        }
        .into_any(),
        ItemAction::Check => view! {
            <p><a class="desk-button" href=format!("{address}/check")>{say!(words, "desk-check-and-submit")}</a></p>
        }
        .into_any(),
        ItemAction::CheckDueForm => view! {
            <section class="desk-section">
                <h2>{say!(words, "desk-accept-heading")}</h2>
                <p>{say!(words, "desk-accept-help")}</p>
                <p><a class="desk-button" href=format!("{address}/due-form")>{say!(words, "desk-check-due-form")}</a></p>
            </section>
        }
        .into_any(),
        ItemAction::Countersign { follows, effect } => {
            let shown = effect.as_ref().map(|effect| {
                view! { <input type="hidden" name="effect" value=effect.digest.clone() /> }
            });
            let effect = effect.map(|effect| effect_section(frame, effect));
            view! {
            <section class="desk-section">
                <h2>{say!(words, "desk-approve-heading")}</h2>
                {effect}
                <p>{follows}</p>
                <form class="desk-form desk-form--narrow" method="post" action=format!("{address}/countersign") novalidate>
                    {frame.token()}
                    {hidden}
                    {shown}
                    {frame.holder()}
                    {check::password(words, problems)}
                    <button class="desk-button" type="submit">{say!(words, "desk-approve")}</button>
                </form>
            </section>
            }
            .into_any()
        }
        ItemAction::SendBack(typed) => {
            let problem = problems.iter().find(|problem| problem.control == "reason");
            let class = if problem.is_some() { "desk-field desk-field--wrong" } else { "desk-field" };
            let invalid = problem.map(|_| "true");
            let describedby = if problem.is_some() { "reason-hint reason-error" } else { "reason-hint" };
            let problem = problem.map(|problem| {
                view! { <p class="desk-field__error" id="reason-error">{problem.text.clone()}</p> }
            });
            view! {
                <section class="desk-section">
                    <h2>{say!(words, "desk-return-heading")}</h2>
                    <form class="desk-form" method="post" action=format!("{address}/return") novalidate>
                        {frame.token()}
                        {hidden}
                        <div class=class>
                            <label class="desk-field__label" for="reason">{say!(words, "desk-return-reason")}</label>
                            <p class="desk-field__hint" id="reason-hint">{say!(words, "desk-return-hint")}</p>
                            {problem}
                            <textarea
                                class="desk-field__input"
                                rows="4"
                                id="reason"
                                name="reason"
                                aria-describedby=describedby
                                aria-invalid=invalid
                            >
                                {typed}
                            </textarea>
                        </div>
                        <button class="desk-button desk-button--second" type="submit">{say!(words, "desk-return")}</button>
                    </form>
                </section>
            }
            .into_any()
        }
        ItemAction::Withdraw => view! {
            <form class="desk-withdraw" method="post" action=format!("{address}/withdraw")>
                {frame.token()}
                {hidden}
                <button class="desk-button desk-button--quiet" type="submit">{say!(words, "desk-withdraw")}</button>
            </form>
        }
        .into_any(),
    }
}

/// What publishing does to entry into force.
fn effect_section(frame: &Frame, effect: EffectShown) -> AnyView {
    let words = frame.words;
    let changed = effect.has_changed.then(|| {
        view! { <p class="desk-notice" role="alert">{say!(words, "desk-effect-changed")}</p> }
    });
    let details = effect
        .details
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        {changed}
        <div class="desk-effect">
            <h3>{say!(words, "desk-effect-heading")}</h3>
            <p class="desk-effect__answer">{effect.headline}</p>
            <ul>{details}</ul>
        </div>
    }
    .into_any()
}
