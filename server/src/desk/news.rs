//! What was published since the officer last signed in, for the page where they begin.

use std::collections::BTreeSet;

use app::desk::{News, Next};
use app::tracker::{Address, At};
use domain::name::Slug;
use domain::register::RecordedAt;
use domain::snapshot::InstrumentRecord;

use super::{Desk, language};
use crate::account::Role;

impl Desk {
    /// The instruments of a role that have entries since then. It is told by public entries alone;
    /// when somebody was here is in the private audit trail.
    pub(super) fn news(&self, role: &Role, since: RecordedAt) -> News {
        let words = language();
        let published = self.proposals.register().current();
        let lines = published
            .snapshot
            .instruments()
            .filter(|(_, record)| concerns(role, record))
            .filter_map(|(slug, record)| {
                let count = entries_since(record, since);
                let view = self.view(&published, slug)?;
                (count > 0).then(|| Next {
                    label: News::line(words, &Self::title(slug, &view), count),
                    href: self.public_changes(slug),
                })
            })
            .collect();
        News {
            since: words.instant(since),
            lines,
        }
    }

    /// The public list of changes of an instrument.
    fn public_changes(&self, slug: &Slug) -> String {
        self.public(&Address::Changes(slug.clone()).path(language(), At::Now))
    }
}

/// Whether a role has instruments to follow.
pub fn follows_instruments(role: &Role) -> bool {
    match role {
        Role::Liaison(_) | Role::Verifier(_) | Role::DepositaryOfficer(_) | Role::Leader => true,
        Role::Administrator | Role::Auditor => false,
    }
}

/// Whether an instrument is one that a role follows: its own country takes part in it, its own
/// authority keeps it, or it follows all of them.
fn concerns(role: &Role, record: &InstrumentRecord) -> bool {
    match role {
        Role::Liaison(code) | Role::Verifier(code) => record.takes_part(*code),
        Role::DepositaryOfficer(authority) => record.is_kept_by(authority),
        Role::Leader => true,
        Role::Administrator | Role::Auditor => false,
    }
}

/// How many entries say something of an instrument that was not said before.
fn entries_since(record: &InstrumentRecord, since: RecordedAt) -> usize {
    let of_participants = record
        .participants()
        .flat_map(|code| record.facts_about(code));
    let entries: BTreeSet<u64> = record
        .facts()
        .iter()
        .chain(of_participants)
        .filter(|fact| fact.recorded_at > since)
        .map(|fact| fact.index)
        .collect();
    entries.len()
}
