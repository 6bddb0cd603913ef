//! Whether the stored entries follow each other by the rules of the register.

use std::path::Path;

use domain::register::HashedEntry;
use domain::snapshot::{OnUnknown, Snapshot};
use sqlx::Connection as _;

use super::open::connect_to_read;
use crate::store::Error;
use crate::store::verify::Breach;

const SELECT_ENTRIES: &str = "SELECT idx, bytes FROM entry WHERE idx >= $1 ORDER BY idx LIMIT $2";

const ENTRIES_AT_ONCE: i64 = 256;

/// The first entry that cannot follow those before it: see [`first_breach`](crate::store::first_breach()).
pub async fn first_breach(file: &Path) -> Result<Option<Breach>, Error> {
    let mut connection = connect_to_read(file).await?;
    // One transaction: the picture stays the same while others write.
    let mut tx = connection.begin().await?;
    let mut snapshot = Snapshot::new(OnUnknown::Show);
    let mut from = 0_i64;
    loop {
        let page: Vec<(i64, Vec<u8>)> = sqlx::query_as(SELECT_ENTRIES)
            .bind(from)
            .bind(ENTRIES_AT_ONCE)
            .fetch_all(&mut *tx)
            .await?;
        let Some((last, _)) = page.last() else {
            return Ok(None);
        };
        from = last.saturating_add(1);
        for (index, bytes) in &page {
            let breach = |reason: String| {
                Ok(Some(Breach {
                    index: *index,
                    reason,
                }))
            };
            let entry = match HashedEntry::read(bytes) {
                Ok(entry) => entry,
                Err(error) => return breach(error.to_string()),
            };
            snapshot = match snapshot.followed_by_hashed(&entry) {
                Ok(snapshot) => snapshot,
                Err(error) => return breach(error.to_string()),
            };
        }
    }
}
