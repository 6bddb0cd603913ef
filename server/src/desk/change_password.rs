//! Changing one's own password.

use app::desk::{ChangePasswordPage, Mishap, Problem, Wrong};
use app::say;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::HeaderMap;

use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, page as to_page, see_other};
use super::route::Route;
use super::sign_in::seconds;
use super::visit::Visit;
use super::{Desk, language};
use crate::account::ChangePasswordError;
use crate::password::Weak;
use crate::session::Session;

/// `GET /account/password`
pub async fn page(State(desk): State<Desk>, visit: Visit, officer: Officer) -> Response {
    to_page(form(&desk, &visit, &officer, Vec::new()))
}

/// `POST /account/password`
pub async fn change_password(
    State(desk): State<Desk>,
    visit: Visit,
    session: Session,
    headers: HeaderMap,
    officer: Officer,
    sent: Sent,
) -> Response {
    let words = language();
    let refuse = |control: &str, text: String| {
        let problem = Problem {
            control: control.to_owned(),
            at: control.to_owned(),
            text,
        };
        again(form(&desk, &visit, &officer, vec![problem]))
    };
    let (old, new) = (sent.get("old"), sent.get("new"));
    if new != sent.get("again") {
        return refuse("again", Wrong::PasswordsDiffer.text(words, ""));
    }
    let changed = desk
        .accounts
        .change_password(&officer.actor, old, new, visit.caller())
        .await;
    let admitted = match changed {
        Ok(admitted) => admitted,
        Err(ChangePasswordError::Refused { retry_after: None }) => {
            return refuse("old", say!(words, "desk-error-old-password"));
        }
        Err(ChangePasswordError::Refused {
            retry_after: Some(wait),
        }) => {
            let text = say!(
                words,
                "desk-error-old-password-wait",
                seconds = seconds(wait)
            );
            return refuse("old", text);
        }
        Err(ChangePasswordError::Weak(weak)) => return refuse("new", why(weak)),
        Err(ChangePasswordError::Same) => {
            return refuse("new", Wrong::PasswordUnchanged.text(words, ""));
        }
        Err(ChangePasswordError::Busy(_)) => return Failed(Mishap::Busy).into_response(),
        Err(ChangePasswordError::Failed(error)) => {
            tracing::error!(%error, "a password could not be changed");
            return Failed(Mishap::Ours).into_response();
        }
    };
    // All sessions have ended with the old password, this one too: a new one begins.
    match desk
        .begin_session(&session, &admitted, &visit, &headers)
        .await
    {
        Ok(()) => see_other("/account?done=password"),
        Err(error) => {
            tracing::error!(%error, "no session began after a change of password");
            see_other(Route::SignIn.path())
        }
    }
}

/// Why a password may not be used.
fn why(weak: Weak) -> String {
    let wrong = match weak {
        Weak::TooShort => Wrong::PasswordTooShort(crate::password::SHORTEST),
        Weak::TooLong => Wrong::PasswordTooLong(crate::password::LONGEST),
        Weak::IsTheName | Weak::Repeats | Weak::Common => Wrong::PasswordCommon,
    };
    wrong.text(language(), "")
}

fn form(desk: &Desk, visit: &Visit, officer: &Officer, problems: Vec<Problem>) -> String {
    let page = ChangePasswordPage {
        problems,
        is_first: officer.must_change_password,
        least: crate::password::SHORTEST,
    };
    page.html(&desk.frame(visit, officer, Route::Account))
}
