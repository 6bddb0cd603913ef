//! The desk: the listener for those who are signed in.
//!
//! One table of routes ([`Route`]), one table of roles (`permission.rs`), one function that puts the
//! middleware around them, and one file for each operation. A handler loads, asks the service that
//! decides, and answers with a page of `app::desk` or a redirect.

mod accept;
mod account;
mod asset;
mod audit;
mod change_password;
mod check;
mod config;
mod countersign;
mod dashboard;
mod depositary;
mod done;
mod draft;
mod due_form;
mod edit;
mod effect_words;
mod end_session;
mod enough_officers;
mod form;
mod guard;
mod home;
mod instruments;
mod item;
mod listed;
mod middleware;
mod mishap;
mod news;
mod offices;
mod open_instrument;
mod page;
mod permission;
mod queue;
mod refused;
mod route;
mod send_back;
mod sign_in;
mod sign_out;
mod signing;
mod start;
mod submit;
mod told;
mod visit;
mod withdraw;
mod writing;

use std::sync::Arc;

use app::desk::Mishap;
use app::words::Words;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

pub use config::Config;
pub use permission::{Action, RoleKind};
pub use route::{Method, Route};

use crate::account::Accounts;
use crate::audit::Audit;
use crate::proposal::Proposals;
use crate::randomness::Randomness;
use crate::session::Sessions;
use mishap::Failed;

/// What the handlers of the desk need. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Where the desk and the tracker are reached.
    pub config: Arc<Config>,
    /// The accounts.
    pub accounts: Accounts,
    /// The sessions.
    pub sessions: Sessions,
    /// The proposals, and the register beneath them.
    pub proposals: Proposals,
    /// The audit trail.
    pub audit: Audit,
    /// Randomness.
    pub randomness: Arc<dyn Randomness>,
}

/// The language of the desk.
fn language() -> Words {
    Words::english()
}

/// The router of the desk: every route of the table, behind the guard that applies the table of
/// roles, inside the middleware that holds for all.
pub fn router(desk: Desk) -> Router {
    let mut router = Router::new();
    for route in Route::ALL {
        let guarded =
            handler(*route).layer(from_fn_with_state((desk.clone(), *route), guard::guard));
        router = router.route(route.path(), guarded);
    }
    let router = router
        .fallback(|| async { Failed(Mishap::NotFound) })
        .method_not_allowed_fallback(|| async { Failed(Mishap::WrongMethod) })
        .layer(desk.sessions.layer());
    middleware::apply_middleware(router, &desk).with_state(desk)
}

/// The handler of each route.
fn handler(route: Route) -> MethodRouter<Desk> {
    match route {
        Route::Asset => get(asset::asset),
        Route::SignIn => get(sign_in::page),
        Route::SendSignIn => post(sign_in::sign_in),
        Route::SignOut => post(sign_out::sign_out),
        Route::Start => get(start::start),
        Route::Account => get(account::page),
        Route::ChangePassword => get(change_password::page),
        Route::SendPassword => post(change_password::change_password),
        Route::EndSession => post(end_session::end_session),
        Route::Desk => get(home::page),
        Route::Queue => get(queue::page),
        Route::Depositary => get(depositary::page),
        Route::Dashboard => get(dashboard::page),
        Route::Audit => get(audit::page),
        Route::NewInstrument => get(open_instrument::page),
        Route::DraftInstrument => post(open_instrument::draft),
        Route::NewAct => get(draft::page),
        Route::DraftAct => post(draft::draft),
        Route::Item => get(item::page),
        Route::Edit => get(edit::page),
        Route::SendEdit => post(edit::edit),
        Route::Check => get(check::page),
        Route::Submit => post(submit::submit),
        Route::Withdraw => post(withdraw::withdraw),
        Route::Done => get(done::page),
        Route::Countersign => post(countersign::countersign),
        Route::SendBack => post(send_back::send_back),
        Route::DueForm => get(due_form::page),
        Route::ShowEffect => post(due_form::show_effect),
        Route::Accept => post(accept::accept),
    }
}
