//! The audit trail, for auditors. It is only read here, and reading it is not told in it.

use app::desk::{AuditKind, AuditLine, AuditPage, Mishap, Problem};
use app::say;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::day::Day;
use domain::digest::Digest;
use domain::register::RecordedAt;
use serde::Deserialize;

use super::guard::Officer;
use super::mishap::Failed;
use super::page::{again, page as to_page};
use super::refused::ours;
use super::route::Route;
use super::visit::Visit;
use super::{Desk, language};
use crate::audit::{Action, By, Event, Line, Outcome, Place, Wanted};

/// How many lines a page has.
const LINES: u16 = 50;

/// Which lines.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// A day in UTC; empty for all days.
    #[serde(default)]
    day: String,
    /// The name of an action; empty for all.
    #[serde(default)]
    kind: String,
    /// Where the page before ended: the instant and the number of its last line.
    #[serde(default)]
    before: String,
}

/// `GET /audit`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failed> {
    let frame = desk.frame(&visit, &officer, Route::Audit);
    let action = match asked.kind.as_str() {
        "" => None,
        name => Some(Action::named(name).ok_or(Failed(Mishap::NotFound))?),
    };
    let mut page = AuditPage {
        day: asked.day.clone(),
        kinds: kinds(action),
        lines: Vec::new(),
        older: None,
        problems: Vec::new(),
    };
    let typed = asked.day.trim();
    let Ok(day) = (!typed.is_empty())
        .then(|| typed.parse::<Day>())
        .transpose()
    else {
        page.problems.push(Problem {
            control: "day".to_owned(),
            at: "day".to_owned(),
            text: say!(language(), "desk-error-audit-day"),
        });
        return Ok(again(page.html(&frame)));
    };
    let end = day.and_then(|day| beginning_of(day.plus_days(1).ok()?));
    let before = match asked.before.as_str() {
        // Nothing of the next day has a smaller number than this.
        "" => end.map(|at| Place { at, id: i64::MIN }),
        place => Some(read(place).ok_or(Failed(Mishap::NotFound))?),
    };
    let wanted = Wanted {
        since: day.and_then(beginning_of),
        before,
        action,
    };
    // One more than is shown says whether there are older ones.
    let most = LINES.saturating_add(1);
    let lines = desk.audit.lines(wanted, most).await;
    let mut lines = lines.map_err(|error| ours(&error))?;
    let has_older = lines.len() > usize::from(LINES);
    lines.truncate(usize::from(LINES));
    page.older = lines.last().filter(|_| has_older).map(|last| {
        let day = day.map_or_else(String::new, |day| day.to_string());
        format!(
            "/audit?day={day}&kind={}&before={}-{}",
            asked.kind,
            last.at.unix_micros(),
            last.id
        )
    });
    page.lines = lines.into_iter().map(|line| desk.line(line)).collect();
    Ok(to_page(page.html(&frame)))
}

/// The first instant of a day, in UTC.
fn beginning_of(day: Day) -> Option<RecordedAt> {
    format!("{day}T00:00:00.000000Z").parse().ok()
}

/// A place in the trail, as an address names it.
fn read(place: &str) -> Option<Place> {
    let (at, id) = place.split_once('-')?;
    Some(Place {
        at: RecordedAt::from_unix_micros(at.parse().ok()?)?,
        id: id.parse().ok()?,
    })
}

fn kinds(chosen: Option<Action>) -> Vec<AuditKind> {
    let all = AuditKind {
        value: String::new(),
        label: say!(language(), "desk-audit-all"),
        is_chosen: chosen.is_none(),
    };
    let kind = |action: Action| AuditKind {
        value: action.as_str().to_owned(),
        label: name(action),
        is_chosen: chosen == Some(action),
    };
    std::iter::once(all)
        .chain(Action::ALL.into_iter().map(kind))
        .collect()
}

/// An action in words.
fn name(action: Action) -> String {
    let words = language();
    match action {
        Action::SignIn => say!(words, "desk-audit-sign-in"),
        Action::SignOut => say!(words, "desk-audit-sign-out"),
        Action::StepUp => say!(words, "desk-audit-step-up"),
        Action::PasswordChange => say!(words, "desk-audit-password-change"),
        Action::AccountAdded => say!(words, "desk-audit-account-added"),
        Action::AccountClosed => say!(words, "desk-audit-account-closed"),
        Action::Act => say!(words, "desk-audit-act"),
        Action::ProposalBegun => say!(words, "desk-audit-proposal-begun"),
        Action::ProposalEdited => say!(words, "desk-audit-proposal-edited"),
        Action::FileAttached => say!(words, "desk-audit-file-attached"),
        Action::ProposalSubmitted => say!(words, "desk-audit-proposal-submitted"),
        Action::ProposalCountersigned => say!(words, "desk-audit-proposal-countersigned"),
        Action::ProposalAccepted => say!(words, "desk-audit-proposal-accepted"),
        Action::ProposalSentBack => say!(words, "desk-audit-proposal-sent-back"),
        Action::ProposalWithdrawn => say!(words, "desk-audit-proposal-withdrawn"),
        Action::ProposalPublished => say!(words, "desk-audit-proposal-published"),
    }
}

impl Desk {
    /// A line in words.
    fn line(&self, line: Line) -> AuditLine {
        let words = language();
        let when = words.instant(line.at);
        let Some(event) = line.event else {
            return AuditLine {
                what: say!(words, "desk-audit-unknown"),
                when,
                who: Vec::new(),
                about: Vec::new(),
            };
        };
        let what = match event.outcome {
            Outcome::Done => name(event.action),
            Outcome::Refused => say!(words, "desk-audit-refused", what = name(event.action)),
        };
        AuditLine {
            what,
            when,
            who: self.who(&event, line.by),
            about: about(&event),
        }
    }

    /// Whose account did it. A person is told by a check of their id, so that two accounts of one
    /// person are seen to be that, and the id itself stays in the tables.
    fn who(&self, event: &Event, by: Option<By>) -> Vec<String> {
        let words = language();
        let (Some(account), Some(by)) = (&event.account, by) else {
            return vec![say!(words, "desk-audit-nobody")];
        };
        let person = Digest::of(by.person.0.as_bytes()).to_string();
        vec![
            by.name,
            self.role(&by.role),
            say!(words, "desk-audit-account", id = account.0.as_str()),
            say!(words, "desk-audit-person", id = short(&person)),
        ]
    }
}

/// What a line is about, and in which request it was.
fn about(event: &Event) -> Vec<String> {
    let words = language();
    let subject = event.subject.as_deref().map(|subject| match event.action {
        Action::SignIn
        | Action::SignOut
        | Action::StepUp
        | Action::PasswordChange
        | Action::AccountAdded
        | Action::AccountClosed => say!(words, "desk-audit-account", id = subject),
        Action::Act => say!(words, "desk-audit-address", path = subject),
        Action::ProposalBegun
        | Action::ProposalEdited
        | Action::FileAttached
        | Action::ProposalSubmitted
        | Action::ProposalCountersigned
        | Action::ProposalAccepted
        | Action::ProposalSentBack
        | Action::ProposalWithdrawn
        | Action::ProposalPublished => say!(words, "desk-audit-proposal", id = subject),
    });
    let version = event
        .version
        .map(|version| say!(words, "desk-audit-version", number = version.to_string()));
    let request = event
        .request
        .as_deref()
        .map(|id| say!(words, "desk-audit-request", id = id));
    [subject, version, request].into_iter().flatten().collect()
}

fn short(hexadecimal: &str) -> String {
    hexadecimal.chars().take(8).collect()
}
