//! The face of the audit trail.

use domain::register::RecordedAt;

use super::{Error, Store};
use crate::account::AccountId;
use crate::audit::{Event, Line, Wanted};

impl Store {
    /// Adds a line to the audit trail.
    pub(crate) async fn record_event(&self, event: &Event, now: RecordedAt) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.record_event(event, now).await,
        }
    }

    /// When the account was signed in to the time before the last.
    pub(crate) async fn previous_sign_in(
        &self,
        account: &AccountId,
    ) -> Result<Option<RecordedAt>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.previous_sign_in(account).await,
        }
    }

    /// The lines of the audit trail that are asked for, the newest first.
    pub(crate) async fn audit_lines(&self, wanted: Wanted, most: u16) -> Result<Vec<Line>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.audit_lines(wanted, most).await,
        }
    }
}
