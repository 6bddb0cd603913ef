//! The mark of a database that the demonstration made.

use super::{BEGIN_IMMEDIATE, Sqlite};
use crate::store::Error;

const SELECT_MARK: &str = "SELECT count(*) FROM demonstration";

const INSERT_MARK: &str =
    "INSERT INTO demonstration (id, loaded_at) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";

impl Sqlite {
    /// Says that the demonstration made this database.
    pub(in crate::store) async fn mark_as_demonstration(&self) -> Result<(), Error> {
        let now = self.clock.now()?;
        let mut tx = self.writer.begin_with(BEGIN_IMMEDIATE).await?;
        sqlx::query(INSERT_MARK)
            .bind(now.unix_micros())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether the demonstration made this database.
    pub(in crate::store) async fn is_demonstration(&self) -> Result<bool, Error> {
        let marks: i64 = sqlx::query_scalar(SELECT_MARK)
            .fetch_one(&self.readers)
            .await?;
        Ok(marks > 0)
    }
}
