//! The desk: the pages for those who are signed in.
//!
//! Each page is a struct of plain values and a function that renders it in a [`Frame`]. A form is data
//! too: [`Group`]s of [`Control`]s, described on the server by the file of its act, so that a new act
//! needs no new page. Everything works without a script; the one island adds comfort.

mod account;
mod act;
mod audit;
mod check;
mod control;
mod dashboard;
mod depositary;
mod done;
mod due_form;
mod error;
mod form;
mod frame;
mod home;
mod item;
mod listed;
mod miscalendared;
mod misdefined;
mod news;
mod problem;
mod queue;
mod sentence;
mod sign_in;

pub use account::{AccountPage, ChangePasswordPage, SessionLine};
pub use act::ActForm;
pub use audit::{AuditKind, AuditLine, AuditPage};
pub use check::{CheckPage, Line, Shown};
pub use control::{
    Bounds, Control, DateTyped, Group, Kind, MajorityCase, Offered, SourceTyped, VoteControl,
    VoteFigures, VoteMajority, several_name,
};
pub use dashboard::{Blocking, DashboardPage, Dated};
pub use depositary::{DepositaryPage, Kept};
pub use done::DonePage;
pub use due_form::{DueFormPage, EffectPage};
pub use error::{ErrorPage, Mishap};
pub use form::FormPage;
pub use frame::{Frame, Identity, Loader, Place};
pub use home::{DeskInstrument, DeskPage, Next, Published};
pub use item::{EffectShown, HistoryLine, ItemAction, ItemPage};
pub use listed::{Listed, Waiting};
pub use miscalendared::Miscalendared;
pub use misdefined::Misdefined;
pub use news::News;
pub use problem::{Problem, Wrong};
pub use queue::QueuePage;
pub use sentence::{said, sentence};
pub use sign_in::SignInPage;
