//! Files beside a proposal: what its statement names by SHA-256.

use std::collections::BTreeMap;

use domain::digest::Digest;
use domain::procedure::library;

use super::error::{EditError, Refusal, SignError};
use super::{Proposal, ProposalId, Proposals, decision, procedure};
use crate::account::Actor;
use crate::store::proposal::ChangeError;
use crate::store::{Error, StoredBlob};

/// The most bytes that a file may have: 10 MiB.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;

impl Proposals {
    /// Keeps a file beside a proposal, for its statement to name. It becomes public with the entry
    /// that names it, and not before.
    ///
    /// # Errors
    /// [`EditError`]: nothing was written, except perhaps after [`EditError::Unknown`].
    pub async fn attach(
        &self,
        actor: &Actor,
        id: &ProposalId,
        bytes: &[u8],
    ) -> Result<Digest, EditError> {
        if bytes.is_empty() || bytes.len() > LARGEST_FILE {
            return Err(EditError::FileSize);
        }
        let proposal = self.get(actor, id).await?;
        decision::edit(&proposal, actor)?;
        let at = self.clock.now()?;
        let store = self.register.store();
        match store.attach(id, bytes, &actor.account, at).await {
            Ok(hash) => Ok(hash),
            Err(ChangeError::Store(error)) => Err(error.into()),
            Err(ChangeError::Unknown(error)) => Err(EditError::Unknown(error)),
            Err(
                error @ (ChangeError::Moved
                | ChangeError::SignedAlready
                | ChangeError::AccountClosed),
            ) => Err(Error::DamagedRow(error.to_string()).into()),
        }
    }

    /// The files that a proposal's statement names and that are not published yet.
    pub(super) async fn files(
        &self,
        proposal: &Proposal,
    ) -> Result<BTreeMap<Digest, Vec<u8>>, SignError> {
        let statement = proposal.statement.as_ref().ok_or(Refusal::NoStatement)?;
        let store = self.register.store();
        let mut files = BTreeMap::new();
        for hash in statement.named_blobs() {
            match store.blob(&hash).await? {
                Some(StoredBlob::Present(bytes)) => {
                    procedure::is_readable(statement, hash, &bytes)?;
                }
                Some(StoredBlob::Withdrawn { .. }) => {
                    return Err(Refusal::FileWithdrawn(hash).into());
                }
                None => {
                    let attached = store.attachment(&proposal.id, &hash).await?;
                    let bytes = attached.or_else(|| in_the_library(hash));
                    let bytes = bytes.ok_or(Refusal::FileMissing(hash))?;
                    procedure::is_readable(statement, hash, &bytes)?;
                    files.insert(hash, bytes);
                }
            }
        }
        Ok(files)
    }
}

/// A procedure of the library need not be attached to be adopted.
fn in_the_library(hash: Digest) -> Option<Vec<u8>> {
    library::all()
        .find(|filed| filed.hash == hash)
        .map(|filed| filed.bytes.to_vec())
}
