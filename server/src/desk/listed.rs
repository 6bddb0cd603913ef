//! Proposals as lists show them.

use app::desk::{Listed, Waiting};
use app::say;

use super::form;
use super::told::{form_of, opened};
use super::writing::address;
use super::{Desk, language};
use crate::proposal::{Proposal, State as At};

/// The most that a list of what is over shows.
pub const LATELY: usize = 10;

impl Desk {
    /// Proposals in a list.
    pub(super) fn listed<'a>(
        &self,
        proposals: impl IntoIterator<Item = &'a Proposal>,
    ) -> Vec<Listed> {
        proposals
            .into_iter()
            .map(|proposal| self.one_listed(proposal))
            .collect()
    }

    fn one_listed(&self, proposal: &Proposal) -> Listed {
        let words = language();
        let published = self.proposals.register().current();
        let view = self.view(&published, &proposal.instrument);
        let stage = proposal
            .statement
            .as_ref()
            .and_then(|statement| statement.stage.clone())
            .or_else(|| proposal.fields.0.get("stage")?.parse().ok());
        let stage = view.as_ref().and_then(|view| {
            form::stage_title(
                words,
                &published.library,
                view,
                proposal.participant,
                stage.as_ref(),
            )
        });
        let definition = view
            .as_ref()
            .map(|view| &view.instrument)
            .or_else(|| opened(proposal));
        let title = definition
            .and_then(|instrument| words.choose(&instrument.titles))
            .map_or_else(
                || proposal.instrument.to_string(),
                |title| title.body.as_str().to_owned(),
            );
        let who = proposal
            .participant
            .map_or_else(|| title.clone(), |code| words.entity(code));
        Listed {
            href: match proposal.state {
                At::Draft => format!("{}/check", address(&proposal.id)),
                At::Returned => format!("{}/edit", address(&proposal.id)),
                At::Submitted | At::Countersigned | At::Withdrawn | At::Published => {
                    address(&proposal.id)
                }
            },
            act: form_of(proposal)
                .map_or_else(|| say!(words, "desk-other-act"), |form| form.what(words)),
            about: match stage {
                Some(stage) => say!(words, "desk-item-about", who = who, what = stage),
                None => who,
            },
            instrument: title,
            waiting: match proposal.state {
                At::Draft => Waiting::Draft,
                At::Withdrawn => Waiting::Withdrawn,
                At::Submitted | At::Countersigned => Waiting::For(say!(
                    words,
                    "desk-waits-for",
                    whom = self.waits_for(proposal)
                )),
                At::Returned => Waiting::Returned(
                    proposal
                        .returned
                        .as_ref()
                        .map_or_else(String::new, |returned| {
                            returned.reason.body.as_str().to_owned()
                        }),
                ),
                At::Published => {
                    Waiting::Published(self.entry(proposal.published.unwrap_or_default()))
                }
            },
            changed: say!(
                words,
                "desk-changed",
                when = words.instant(proposal.updated_at)
            ),
        }
    }
}
