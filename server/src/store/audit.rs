//! The face of the audit trail.

use domain::register::RecordedAt;

use super::{Error, Store};
use crate::audit::{Event, Line};

impl Store {
    /// Adds a line to the audit trail.
    pub(crate) async fn record_event(&self, event: &Event, now: RecordedAt) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.record_event(event, now).await,
        }
    }

    /// The lines of the audit trail before a number, the newest first.
    pub(crate) async fn audit_lines(
        &self,
        before: Option<i64>,
        limit: u16,
    ) -> Result<Vec<Line>, Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.audit_lines(before, limit).await,
        }
    }
}
