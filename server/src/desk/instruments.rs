//! What a desk shows of an instrument: where a participant stands, what may come next, what can be
//! corrected.

use app::desk::{ActForm, Next, Published as Said, sentence};
use app::say;
use app::tracker::{Address, At, status};
use domain::act::{Act, ActGroup};
use domain::entity::EntityCode;
use domain::instrument::Nature;
use domain::name::{Key, Slug};
use domain::procedure::progress::progress as how_far;
use domain::procedure::{Followed, Progress, StageState, possible_acts};
use domain::snapshot::{Fact, View};
use domain::statement::Statement;
use domain::status::{InternationalStatus, NationalStatus, ProvisionalStatus};
use public::Published;

use super::form;
use super::{Desk, language};

/// The most statements that a desk offers for correction.
const MOST: usize = 20;
/// How many of the acts that may come next are buttons.
pub const BUTTONS: usize = 6;

impl Desk {
    /// The title of an instrument.
    pub(super) fn title(slug: &Slug, view: &View) -> String {
        let words = language();
        words
            .choose(&view.instrument.titles)
            .map_or_else(|| slug.to_string(), |title| title.body.as_str().to_owned())
    }

    /// The stage that a statement names, by the procedure that its participant follows.
    pub(super) fn stage_of(
        published: &Published,
        view: &View,
        statement: &Statement,
    ) -> Option<String> {
        form::stage_title(
            language(),
            &published.library,
            view,
            statement.participant,
            statement.stage.as_ref(),
        )
    }

    /// What is said of an instrument that is not real.
    pub(super) fn nature(view: &View) -> Option<String> {
        let words = language();
        match view.instrument.nature {
            Nature::Real => None,
            Nature::Historical => Some(say!(words, "desk-historical")),
            Nature::Illustrative => Some(say!(words, "desk-illustrative")),
        }
    }

    /// The public page of an instrument.
    pub(super) fn public_home(&self, slug: &Slug) -> String {
        self.public(&Address::Home(slug.clone()).path(language(), At::Now))
    }

    /// The public page of a participant.
    pub(super) fn public_country(&self, slug: &Slug, code: EntityCode) -> String {
        self.public(&Address::country(slug, code).path(language(), At::Now))
    }

    /// How far the procedure of a participant is.
    pub(super) fn national(published: &Published, view: &View, code: EntityCode) -> NationalStatus {
        let Some(participant) = view.participants.get(&code) else {
            return NationalStatus::NoInformation;
        };
        Self::followed(published, view, code).map_or_else(
            || participant.status.national.clone(),
            |followed| {
                let international = participant.status.international;
                how_far(&followed, &participant.facts, international, view.day).national
            },
        )
    }

    /// Where a participant stands, the four facts apart.
    pub(super) fn standing(published: &Published, view: &View, code: EntityCode) -> Vec<String> {
        let words = language();
        let Some(participant) = view.participants.get(&code) else {
            return Vec::new();
        };
        let stands = &participant.status;
        let followed = published.library.followed(code, &participant.facts);
        let national = followed.as_ref().map_or_else(
            || stands.national.clone(),
            |followed| {
                how_far(followed, &participant.facts, stands.international, view.day).national
            },
        );
        let stage = match &national {
            NationalStatus::UnderWay(Some(stage)) => followed
                .as_ref()
                .and_then(|followed| followed.route.stage(stage))
                .map(|stage| stage.title.as_str().to_owned()),
            _ => None,
        };
        let label = status::national(words, &national);
        let national = match stage {
            Some(stage) => say!(words, "desk-standing-at", status = label, stage = stage),
            None => label,
        };
        let form = view.instrument.consent_form;
        let consent = match stands.international {
            InternationalStatus::None | InternationalStatus::Signed => {
                status::no_consent(words, form)
            }
            InternationalStatus::ConsentExpressed
            | InternationalStatus::Party { .. }
            | InternationalStatus::WithdrawalNotified { .. }
            | InternationalStatus::FormerParty { .. }
            | InternationalStatus::ConsentWithdrawn { .. } => status::consent(words, form),
        };
        let mut lines = vec![
            say!(words, "desk-standing-national", status = national),
            say!(words, "desk-standing-consent", status = consent),
        ];
        match stands.international {
            InternationalStatus::Party { since } => {
                lines.push(say!(words, "desk-standing-party", day = words.day(since)));
            }
            InternationalStatus::Signed => lines.push(say!(words, "desk-standing-signed")),
            InternationalStatus::WithdrawalNotified { until, .. } => {
                lines.push(say!(words, "desk-standing-leaves", day = words.day(until)));
            }
            InternationalStatus::FormerParty { since }
            | InternationalStatus::ConsentWithdrawn { since } => {
                lines.push(say!(words, "desk-standing-left", day = words.day(since)));
            }
            InternationalStatus::None | InternationalStatus::ConsentExpressed => {}
        }
        if stands.provisional_application != ProvisionalStatus::None {
            lines.push(status::provisional(words, stands.provisional_application));
        }
        if let Some(followed) = &followed {
            lines.push(status::procedure_standing(words, followed.standing));
        }
        lines
    }

    /// What may come next for a participant, the likeliest first.
    pub(super) fn may_come_next(slug: &Slug, progress: &Progress<'_>) -> Vec<Next> {
        let words = language();
        possible_acts(progress)
            .into_iter()
            .filter_map(|possible| {
                let form = ActForm::of_kind(possible.act.kind())?;
                let stage = possible
                    .stage
                    .as_ref()
                    .and_then(|stage| progress.stage(stage))
                    .map(|stage| stage.stage.title.as_str().to_owned());
                let name = form.name(words);
                Some(Next {
                    label: match stage {
                        Some(stage) => say!(words, "desk-act-at", act = name, stage = stage),
                        None => name,
                    },
                    href: act_address(slug, form, possible.stage.as_ref()),
                })
            })
            .collect()
    }

    /// Announced days that have passed without anything having come of them.
    pub(super) fn passed(slug: &Slug, view: &View, progress: &Progress<'_>) -> Vec<Next> {
        let words = language();
        progress
            .stages
            .iter()
            .filter(|stage| {
                !matches!(
                    stage.state,
                    StageState::Done | StageState::Failed | StageState::Skipped { .. }
                )
            })
            .filter_map(|stage| {
                // What was announced last counts; what was said after it answers it.
                let last = stage.facts.last()?;
                let Some(Act::StepScheduled(_)) = last.act() else {
                    return None;
                };
                let day = last.date().latest().filter(|day| *day < view.day)?;
                let form = if stage.stage.kind.is_vote() {
                    ActForm::VoteTaken
                } else {
                    ActForm::StepConcluded
                };
                Some(Next {
                    label: say!(
                        words,
                        "desk-asked-line",
                        what = stage.stage.title.as_str(),
                        day = words.day(day)
                    ),
                    href: act_address(slug, form, Some(&stage.stage.key)),
                })
            })
            .collect()
    }

    /// What is public and can be corrected by those whose groups of acts these are, the last first.
    pub(super) fn to_correct<'a>(
        published: &Published,
        slug: &Slug,
        view: &View,
        facts: impl Iterator<Item = &'a Fact>,
        groups: &[ActGroup],
    ) -> Vec<Said> {
        let words = language();
        let mut facts: Vec<&Fact> = facts
            .filter(|fact| fact.superseded_at.is_none())
            .filter(|fact| fact.act().is_some_and(|act| groups.contains(&act.group())))
            .filter(|fact| {
                !matches!(
                    fact.act(),
                    Some(Act::StatementRetracted(_) | Act::InstrumentOpened(_))
                )
            })
            .collect();
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.index));
        facts
            .into_iter()
            .take(MOST)
            .map(|fact| {
                let stage = Self::stage_of(published, view, &fact.statement);
                let address = |form: ActForm| {
                    format!(
                        "/instruments/{slug}/acts/{}?corrects={}",
                        form.slug(),
                        fact.hash
                    )
                };
                Said {
                    sentence: sentence(words, &fact.statement, fact.date(), stage.as_deref()),
                    replace: ActForm::of_kind(fact.statement.kind()).map(address),
                    retract: address(ActForm::StatementRetracted),
                }
            })
            .collect()
    }

    /// The forms of a group, as links.
    pub(super) fn forms(slug: &Slug, of: ActGroup) -> Vec<Next> {
        let words = language();
        ActForm::ALL
            .iter()
            .filter(|form| form::group(**form) == Some(of))
            .filter(|form| **form != ActForm::InstrumentOpened)
            .map(|form| Next {
                label: form.name(words),
                href: act_address(slug, *form, None),
            })
            .collect()
    }

    /// The procedure that a participant follows.
    pub(super) fn followed(
        published: &Published,
        view: &View,
        code: EntityCode,
    ) -> Option<Followed> {
        published
            .library
            .followed(code, &view.participants.get(&code)?.facts)
    }
}

/// The address of a form.
fn act_address(slug: &Slug, form: ActForm, stage: Option<&Key>) -> String {
    let path = format!("/instruments/{slug}/acts/{}", form.slug());
    match stage {
        // A key may hold letters of any script and slashes: they are written as a query writes them.
        Some(stage) => format!("{path}?stage={}", encoded(stage.as_str())),
        None => path,
    }
}

/// A value of a query.
fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let _never = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
