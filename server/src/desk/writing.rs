//! What drafting and editing have in common: the page of a form, and what is saved of it.

use app::desk::{FormPage, Problem};
use app::say;
use domain::act::Act;
use domain::instrument::Nature;
use domain::statement::Statement;

use super::Desk;
use super::form::{self, Case, FieldError};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::told::{ACT, CORRECTS, STAGE};
use crate::proposal::{EditError, Fields, Proposal, ProposalId, Returned};

/// The page of a form with what was typed.
pub struct Written<'a> {
    /// What it is about.
    pub case: &'a Case,
    /// What was typed, or is offered.
    pub fields: &'a Fields,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Where it is sent.
    pub action: String,
    /// What is sent along unseen.
    pub hidden: Vec<(String, String)>,
    /// Why it was returned.
    pub returned: Option<&'a Returned>,
    /// Where the same can be written under another name in addresses, if it can.
    pub renamed: Option<String>,
    /// Where to go without saving.
    pub back: String,
}

impl Desk {
    /// The page of a form.
    pub(super) fn form_page(written: Written<'_>) -> FormPage {
        let case = written.case;
        let words = case.words;
        let mut about = Vec::new();
        let title = case.instrument().and_then(|instrument| {
            let title = words.choose(&instrument.titles)?;
            Some(title.body.as_str().to_owned())
        });
        if let Some(title) = title.or_else(|| case.slug().map(ToString::to_string)) {
            about.push(say!(words, "desk-about-instrument", title = title));
        }
        let is_illustrative = case
            .instrument()
            .is_some_and(|instrument| instrument.nature == Nature::Illustrative);
        if is_illustrative {
            about.push(say!(words, "desk-illustrative"));
        }
        if let Some(code) = case.participant() {
            about.push(say!(
                words,
                "desk-about-participant",
                name = words.entity(code)
            ));
        }
        let mut hidden = written.hidden;
        hidden.push((ACT.to_owned(), case.form.slug().to_owned()));
        if let Some(stage) = case.stage_key() {
            hidden.push((STAGE.to_owned(), stage.to_string()));
        }
        if let Some(corrected) = &case.corrects {
            hidden.push((CORRECTS.to_owned(), corrected.hash.to_string()));
        }
        FormPage {
            title: case.form.name(words),
            about,
            returned: written
                .returned
                .map(|returned| returned.reason.body.as_str().to_owned()),
            public_now: Self::public_now(case),
            action: written.action,
            hidden,
            groups: form::groups(case, written.fields),
            problems: written.problems,
            renamed: written.renamed,
            back: written.back,
        }
    }

    /// The problems of a form in words.
    pub(super) fn problems(case: &Case, fields: &Fields, errors: &[FieldError]) -> Vec<Problem> {
        form::problems(case.words, &form::groups(case, fields), errors)
    }

    /// The statement that the answers say, or what is wrong with them: also what only the accounts tell.
    pub(super) async fn said(
        &self,
        case: &Case,
        fields: &Fields,
    ) -> Result<Result<Statement, Vec<FieldError>>, Failed> {
        let statement = match form::statement(case, fields) {
            Ok(statement) => statement,
            Err(errors) => return Ok(Err(errors)),
        };
        let errors = self.too_few_officers(case, &statement).await?;
        Ok(if errors.is_empty() {
            Ok(statement)
        } else {
            Err(errors)
        })
    }

    /// Keeps beside a proposal the file that its statement names, where that is one of the library.
    pub(super) async fn attach_files(
        &self,
        officer: &Officer,
        id: &ProposalId,
        statement: Option<&Statement>,
    ) -> Result<(), EditError> {
        let Some(Act::ProcedureAdopted(adopted)) = statement.and_then(Statement::act) else {
            return Ok(());
        };
        let filed = domain::procedure::library::all().find(|filed| filed.hash == adopted.file);
        if let Some(filed) = filed {
            self.proposals
                .attach(&officer.actor, id, filed.bytes)
                .await?;
        }
        Ok(())
    }
}

/// What is saved of a form: the answers, and what it is about. The latter is told by the case, never by
/// what was sent.
pub fn answers(case: &Case, sent: &Sent) -> Fields {
    let mut fields = Fields(sent.answers());
    let about = [
        (ACT, Some(case.form.slug().to_owned())),
        (STAGE, case.stage_key().map(|stage| stage.to_string())),
        (
            CORRECTS,
            case.corrects.as_ref().map(|fact| fact.hash.to_string()),
        ),
    ];
    for (name, value) in about {
        fields.0.remove(name);
        if let Some(value) = value {
            fields.0.insert(name.to_owned(), value);
        }
    }
    fields
}

/// What the person wants to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Check the answers.
    Check,
    /// Only save them.
    Save,
}

impl Then {
    /// Which button was pressed; without a button, the first.
    pub fn of(sent: &Sent) -> Self {
        if sent.get("then") == "save" {
            Self::Save
        } else {
            Self::Check
        }
    }

    /// Where to go when it is saved.
    pub fn address(self, proposal: &Proposal) -> String {
        let address = address(&proposal.id);
        match self {
            Self::Check => format!("{address}/check"),
            Self::Save => format!("{address}/done"),
        }
    }
}

/// The address of a proposal.
pub fn address(id: &ProposalId) -> String {
    format!("/proposals/{}", id.0)
}
