//! What a proposal says and what it changes: for those who check it, and for those who sign it.

use app::desk::{ActForm, Line, Shown, said, sentence};
use app::say;
use app::tracker::status::PublicStage;
use app::words::Words;
use domain::act::{Act, ActGroup};
use domain::canonical;
use domain::digest::Digest;
use domain::instrument::{Instrument, Nature};
use domain::name::Slug;
use domain::policy::Occasion;
use domain::snapshot::{Fact, View};
use domain::statement::Statement;
use public::Published;

use super::form::{self, Case, Subject, Wanted};
use super::{Desk, language};
use crate::proposal::{Fields, Proposal};

/// The field in which a draft keeps which form it is.
pub const ACT: &str = "act";
/// The field in which it keeps the hash of what it corrects.
pub const CORRECTS: &str = "corrects";
/// The field in which it keeps its stage.
pub const STAGE: &str = "stage";

/// A proposal as pages tell of it.
pub struct Told {
    /// What it records.
    pub act: String,
    /// What it concerns.
    pub about: Vec<String>,
    /// The answers.
    pub lines: Vec<Line>,
    /// What it says in public.
    pub shown: Shown,
    /// What looks odd.
    pub warnings: Vec<String>,
    /// The statement as it is signed.
    pub exact: Option<String>,
    /// Its hash: to be read aloud, and in short.
    pub hash: Option<(String, String)>,
}

/// The form that a proposal was written in, if there is one. What is signed is the statement: what a
/// draft keeps beside it counts only until there is one.
pub fn form_of(proposal: &Proposal) -> Option<ActForm> {
    match &proposal.statement {
        Some(statement) => ActForm::of_kind(statement.kind()),
        None => ActForm::find(proposal.fields.0.get(ACT)?),
    }
}

/// The stage that a proposal concerns, if it concerns one.
fn stage_of(proposal: &Proposal) -> Option<String> {
    match &proposal.statement {
        Some(statement) => statement.stage.as_ref().map(ToString::to_string),
        None => proposal.fields.0.get(STAGE).cloned(),
    }
}

/// The hash of what a proposal corrects, if it corrects something.
fn corrects(proposal: &Proposal) -> Option<String> {
    match &proposal.statement {
        Some(statement) => {
            let corrects = statement.corrects.as_ref()?;
            Some(corrects.statement.to_string())
        }
        None => proposal.fields.0.get(CORRECTS).cloned(),
    }
}

impl Desk {
    /// The case of a proposal: what its form is about.
    pub(super) fn case_of(&self, proposal: &Proposal) -> Option<Case> {
        self.case_at(proposal, stage_of(proposal))
    }

    /// The same with another stage, which its form lets be chosen.
    pub(super) fn case_at(&self, proposal: &Proposal, stage: Option<String>) -> Option<Case> {
        let wanted = Wanted {
            stage,
            corrects: corrects(proposal),
            // A proposal is about the same participant from its beginning to its end.
            participant: Some(
                proposal
                    .participant
                    .map_or(Subject::Instrument, Subject::Is),
            ),
        };
        Case::open(
            language(),
            self.proposals.register(),
            &proposal.author_office,
            form_of(proposal)?,
            &proposal.instrument,
            &wanted,
        )
        .ok()
    }

    /// What a proposal says and changes. `edit` is where its answers can be changed.
    pub(super) fn told(&self, proposal: &Proposal, edit: Option<&str>) -> Told {
        let words = language();
        let published = self.proposals.register().current();
        let case = self.case_of(proposal);
        let statement = proposal.statement.as_ref();
        // Those who sign read the statement itself, not what was typed.
        let fields = match (statement, form_of(proposal)) {
            (Some(statement), Some(form)) => form::typed(form, statement),
            (_, _) => proposal.fields.clone(),
        };
        let lines = case
            .as_ref()
            .map_or_else(Vec::new, |case| answers(case, &fields, statement, edit));
        let warnings = case
            .as_ref()
            .zip(statement)
            .map_or_else(Vec::new, |(case, statement)| {
                form::warnings(case, statement)
            });
        Told {
            act: form_of(proposal)
                .map_or_else(|| say!(words, "desk-other-act"), |form| form.what(words)),
            about: about(words, &published, proposal),
            lines,
            shown: statement.map_or_else(Shown::default, |statement| {
                self.shown(&published, statement, proposal.occasion)
            }),
            warnings,
            exact: statement.and_then(exact),
            hash: proposal.hash.map(|hash| (spelled(hash), short(hash))),
        }
    }

    /// The instrument on its legal day.
    pub(super) fn view(&self, published: &Published, slug: &Slug) -> Option<View> {
        let record = published.snapshot.instrument(slug)?;
        let zone = &record.definition_for_signing()?.seat.zone;
        let today = self.proposals.register().legal_day(zone);
        published
            .snapshot
            .view(slug, today, published.snapshot.size())
            .ok()
    }

    /// What will be said in public, beside what is said on the same matter now.
    fn shown(&self, published: &Published, statement: &Statement, occasion: Occasion) -> Shown {
        let words = language();
        let view = self.view(published, &statement.instrument);
        let title = |of: &Statement| Self::stage_of(published, view.as_ref()?, of);
        let say_fact = |fact: &Fact| {
            let stage = title(&fact.statement);
            sentence(words, &fact.statement, fact.date(), stage.as_deref())
        };
        // What is published is said as the public reads it, and there is nothing to compare it with.
        if let Some(fact) = published_as(published, statement) {
            return Shown {
                sentence: say_fact(fact),
                ..Shown::default()
            };
        }
        let stage = title(statement);
        let preview = match statement.act() {
            // What an instrument is dated is not when it counts: the depositary adds that.
            Some(act)
                if act.group() == ActGroup::International
                    && !matches!(act, Act::Signed(_))
                    && occasion != Occasion::Exchange =>
            {
                say!(
                    words,
                    "desk-sentence-to-receive",
                    date = words.legal_date(&statement.date),
                    sentence = said(words, statement, stage.as_deref())
                )
            }
            Some(_) | None => sentence(words, statement, &statement.date, stage.as_deref()),
        };
        let facts = facts(published, statement);
        let corrected = statement
            .corrects
            .as_ref()
            .map(|corrects| corrects.statement);
        let (struck, kept): (Vec<&Fact>, Vec<&Fact>) = facts
            .into_iter()
            .partition(|fact| Some(fact.hash) == corrected);
        let status = |view: &View| {
            let code = statement.participant?;
            let national = Self::national(published, view, code);
            let participant = view.participants.get(&code)?;
            let stage = PublicStage::of(&national, participant.status.international);
            Some(say!(
                words,
                "desk-diff-status",
                status = stage.label(words, view.instrument.consent_form)
            ))
        };
        let supposed = published
            .snapshot
            .supposing(std::slice::from_ref(statement), occasion)
            .ok();
        let after = supposed.zip(view.as_ref()).and_then(|(supposed, view)| {
            supposed
                .view(&statement.instrument, view.day, supposed.size())
                .ok()
        });
        let mut before_lines: Vec<String> = view.as_ref().and_then(status).into_iter().collect();
        before_lines.extend(struck.iter().chain(&kept).map(|fact| say_fact(fact)));
        let mut after_lines: Vec<String> = after.as_ref().and_then(status).into_iter().collect();
        after_lines.extend(kept.iter().map(|fact| say_fact(fact)));
        after_lines.push(preview.clone());
        Shown {
            sentence: preview,
            before: before_lines,
            after: after_lines,
            struck: struck.iter().map(|fact| say_fact(fact)).collect(),
        }
    }

    /// The sentences of what the register says on the matter of a form now.
    pub(super) fn public_now(case: &Case) -> Vec<String> {
        let words = case.words;
        let participant = case.participant();
        let stage = case.stage_key();
        let is_same = |fact: &&Fact| match (&stage, &case.corrects) {
            (_, Some(corrected)) => fact.hash == corrected.hash,
            (Some(stage), None) => fact.statement.stage.as_ref() == Some(stage),
            (None, None) => {
                let group = form::group(case.form);
                fact.act().map(Act::group) == group && group != Some(ActGroup::National)
            }
        };
        case.facts()
            .iter()
            .filter(is_same)
            .map(|fact| {
                let stage = case.stage_title(participant, fact.statement.stage.as_ref());
                sentence(words, &fact.statement, fact.date(), stage.as_deref())
            })
            .collect()
    }
}

/// The fact that a statement is, once it is published.
fn published_as<'a>(published: &'a Published, statement: &Statement) -> Option<&'a Fact> {
    let record = published.snapshot.instrument(&statement.instrument)?;
    let facts = match statement.participant {
        Some(code) => record.facts_about(code),
        None => record.facts(),
    };
    let hash = statement.hash().ok()?;
    facts.iter().find(|fact| fact.hash == hash)
}

/// The facts on the same matter that stand: of the same stage, or between States, or of the
/// instrument as a whole.
fn facts<'a>(published: &'a Published, statement: &Statement) -> Vec<&'a Fact> {
    let Some(record) = published.snapshot.instrument(&statement.instrument) else {
        return Vec::new();
    };
    let facts = match statement.participant {
        Some(code) => record.facts_about(code),
        None => record.facts(),
    };
    let corrected = statement
        .corrects
        .as_ref()
        .map(|corrects| corrects.statement);
    let group = statement.act().map(Act::group);
    facts
        .iter()
        .filter(|fact| fact.superseded_at.is_none())
        .filter(|fact| {
            let same_matter = match &statement.stage {
                Some(_) => fact.statement.stage == statement.stage,
                None => fact.act().map(Act::group) == group && group != Some(ActGroup::National),
            };
            same_matter || Some(fact.hash) == corrected
        })
        .collect()
}

/// The definition that a proposal to open an instrument gives.
pub fn opened(proposal: &Proposal) -> Option<&Instrument> {
    match proposal.statement.as_ref()?.act() {
        Some(Act::InstrumentOpened(defined)) => Some(&defined.instrument),
        Some(_) | None => None,
    }
}

/// What a proposal concerns: instrument, participant, stage.
pub fn about(words: Words, published: &Published, proposal: &Proposal) -> Vec<String> {
    let definition = published
        .snapshot
        .instrument(&proposal.instrument)
        .and_then(|record| record.definition_for_signing())
        .or_else(|| opened(proposal));
    let title = definition
        .and_then(|instrument| words.choose(&instrument.titles))
        .map_or_else(
            || proposal.instrument.to_string(),
            |title| title.body.as_str().to_owned(),
        );
    let mut about = vec![say!(words, "desk-about-instrument", title = title)];
    if definition.is_some_and(|instrument| instrument.nature == Nature::Illustrative) {
        about.push(say!(words, "desk-illustrative"));
    }
    if let Some(code) = proposal.participant {
        about.push(say!(
            words,
            "desk-about-participant",
            name = words.entity(code)
        ));
    }
    if proposal.occasion == Occasion::OnPaper {
        about.push(say!(words, "desk-about-on-paper"));
    }
    about
}

fn answers(
    case: &Case,
    fields: &Fields,
    statement: Option<&Statement>,
    edit: Option<&str>,
) -> Vec<Line> {
    let act = statement.and_then(Statement::act);
    form::answers(case.words, form::readings(case, fields, act), edit)
}

/// The canonical statement, laid out for reading.
fn exact(statement: &Statement) -> Option<String> {
    let bytes = canonical::encode(statement).ok()?;
    let value: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
    serde_json::to_string_pretty(&value).ok()
}

/// The beginning of a hash, in groups of four.
pub fn short(hash: Digest) -> String {
    let text = hash.to_string();
    let groups: Vec<&str> = [0, 4, 8, 12]
        .iter()
        .filter_map(|at| text.get(*at..at + 4))
        .collect();
    groups.join(" ")
}

/// The beginning of a hash as words that are told apart by telephone.
fn spelled(hash: Digest) -> String {
    const WORDS: [&str; 16] = [
        "alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india",
        "juliett", "kilo", "lima", "mike", "november", "oscar", "papa",
    ];
    let text = hash.to_string();
    let words: Vec<&str> = text
        .chars()
        .take(8)
        .filter_map(|digit| digit.to_digit(16))
        .filter_map(|digit| WORDS.get(usize::try_from(digit).ok()?).copied())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_spelled_in_words_that_differ() {
        let hash: Digest = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
            .parse()
            .unwrap();
        assert_eq!(short(hash), "0f1e 2d3c 4b5a 6978");
        assert_eq!(
            spelled(hash),
            "alfa papa bravo oscar charlie november delta mike"
        );
    }
}
