//! Files beside a proposal: what its statement names by SHA-256.

use std::collections::BTreeMap;

use domain::digest::Digest;
use domain::procedure::library;

use super::error::{EditError, NotAllowed, Refusal, SignError};
use super::trail::by;
use super::{Proposal, ProposalId, Proposals, decision, procedure};
use crate::account::Actor;
use crate::audit::Action;
use crate::store::StoredBlob;
use crate::store::proposal::{ChangeError, NewFile};

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
        let proposal = self.get(actor, id).await?;
        let attached = self.attach_if_allowed(actor, &proposal, bytes).await;
        let about = Some((id, proposal.version));
        self.telling_refusals(actor, Action::FileAttached, about, attached)
            .await
    }

    /// Puts it beside the proposal as it was when it was looked at.
    pub(super) async fn attach_if_allowed(
        &self,
        actor: &Actor,
        proposal: &Proposal,
        bytes: &[u8],
    ) -> Result<Digest, EditError> {
        if bytes.is_empty() || bytes.len() > LARGEST_FILE {
            return Err(EditError::FileSize);
        }
        decision::edit(proposal, actor)?;
        let new = NewFile {
            id: &proposal.id,
            version: proposal.version,
            from: proposal.state,
            bytes,
            at: self.clock.now()?,
            by: by(
                actor,
                &[Action::FileAttached],
                &proposal.id,
                proposal.version,
            ),
        };
        match self.register.store().attach(new).await {
            Ok(hash) => Ok(hash),
            Err(ChangeError::Moved | ChangeError::SignedAlready) => {
                Err(self.get(actor, &proposal.id).await?.conflict().into())
            }
            Err(ChangeError::AccountClosed) => Err(NotAllowed::AccountClosed.into()),
            Err(ChangeError::Store(error)) => Err(error.into()),
            Err(ChangeError::Unknown(error)) => Err(EditError::Unknown(error)),
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
