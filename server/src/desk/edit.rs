//! Going on with a draft, and writing again what was returned.

use app::desk::{Mishap, Problem};
use app::say;
use axum::extract::{Path, State};
use axum::response::Response;

use super::Desk;
use super::form::{self, Case, Place};
use super::guard::{Officer, Sent};
use super::mishap::Failed;
use super::page::{again, conflict, page as to_page, see_other};
use super::route::Route;
use super::told::{STAGE, form_of};
use super::visit::Visit;
use super::writing::{Then, Written, address, answers};
use crate::proposal::{EditError, Fields, Proposal, ProposalId, State as At};

/// `GET /proposals/{id}/edit`
pub async fn page(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failed> {
    let proposal = own(&desk, &officer, id).await?;
    let case = desk.case_of(&proposal).ok_or(Failed(Mishap::NotNow))?;
    let fields = typed(&proposal);
    let page = Desk::form_page(written(
        &case,
        &proposal,
        &fields,
        proposal.version,
        Vec::new(),
    ));
    Ok(to_page(page.html(&desk.frame(
        &visit,
        &officer,
        Route::Edit,
    ))))
}

/// `POST /proposals/{id}/edit`
pub async fn edit(
    State(desk): State<Desk>,
    visit: Visit,
    officer: Officer,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Failed> {
    let proposal = own(&desk, &officer, id).await?;
    let version: u32 = sent
        .get("version")
        .parse()
        .map_err(|_| Failed(Mishap::Forged))?;
    // The stage can be chosen in the form; what it records and what it corrects cannot.
    let stage = Some(sent.get(STAGE).to_owned());
    let case = desk
        .case_at(&proposal, stage)
        .ok_or(Failed(Mishap::NotNow))?;
    let fields = answers(&case, &sent);
    let then = Then::of(&sent);
    let statement = match desk.said(&case, &fields).await? {
        Ok(statement) => Some(statement),
        Err(_) if then == Then::Save => None,
        Err(errors) => {
            let problems = Desk::problems(&case, &fields, &errors);
            let page = Desk::form_page(written(&case, &proposal, &fields, version, problems));
            return Ok(again(page.html(&desk.frame(&visit, &officer, Route::Edit))));
        }
    };
    let edited = desk
        .proposals
        .edit(
            &officer.actor,
            &proposal.id,
            version,
            fields.clone(),
            statement.clone(),
        )
        .await;
    let edited = match edited {
        Ok(edited) => edited,
        // Somebody was quicker. What was typed stays, beside what they saved.
        Err(EditError::Conflict(_)) => {
            let theirs = own(&desk, &officer, proposal.id.0).await?;
            let problems = differences(&case, &typed(&theirs), &fields);
            let page = Desk::form_page(written(&case, &theirs, &fields, theirs.version, problems));
            return Ok(conflict(page.html(&desk.frame(
                &visit,
                &officer,
                Route::Edit,
            ))));
        }
        Err(error) => return Err(error.into()),
    };
    desk.attach_files(&officer, &edited.id, statement.as_ref())
        .await?;
    Ok(see_other(&then.address(&edited)))
}

/// Where what somebody else saved meanwhile is not what was typed.
fn differences(case: &Case, theirs: &Fields, mine: &Fields) -> Vec<Problem> {
    let words = case.words;
    let lines = |fields| form::answers(words, form::groups(case, fields), Some(""));
    let different = lines(theirs)
        .into_iter()
        .zip(lines(mine))
        .filter(|(theirs, mine)| theirs.value != mine.value)
        .filter_map(|(theirs, _)| {
            let control = theirs.change?.trim_start_matches('#').to_owned();
            let text = say!(
                words,
                "desk-error-other-saved",
                label = theirs.label,
                value = theirs.value.join("; ")
            );
            Some(Problem {
                at: control.clone(),
                control,
                text,
            })
        });
    let mut problems = vec![Problem {
        control: String::new(),
        at: String::new(),
        text: say!(words, "desk-error-saved-meanwhile"),
    }];
    problems.extend(different);
    problems
}

/// A proposal of one's own office that can still be written.
pub async fn own(desk: &Desk, officer: &Officer, id: String) -> Result<Proposal, Failed> {
    let proposal = desk.proposals.get(&officer.actor, &ProposalId(id)).await?;
    if proposal.author_office != officer.office()? {
        return Err(Failed(Mishap::NotAllowed));
    }
    match proposal.state {
        At::Draft | At::Returned | At::Submitted | At::Countersigned => Ok(proposal),
        At::Withdrawn | At::Published => Err(Failed(Mishap::NotNow)),
    }
}

/// What was typed; for a proposal that did not come from a form, what would have been.
pub fn typed(proposal: &Proposal) -> Fields {
    match (&proposal.statement, form_of(proposal)) {
        (Some(statement), Some(form)) if proposal.fields.0.is_empty() => {
            form::typed(form, statement)
        }
        (_, _) => proposal.fields.clone(),
    }
}

fn written<'a>(
    case: &'a Case,
    proposal: &'a Proposal,
    fields: &'a Fields,
    version: u32,
    problems: Vec<Problem>,
) -> Written<'a> {
    let address = address(&proposal.id);
    Written {
        case,
        fields,
        problems,
        action: format!("{address}/edit"),
        hidden: vec![("version".to_owned(), version.to_string())],
        returned: proposal
            .returned
            .as_ref()
            .filter(|_| proposal.state == At::Returned),
        renamed: matches!(case.place, Place::ToOpen(_)).then(|| {
            let form = Route::NewInstrument.path();
            format!("{form}?from={}", proposal.id.0)
        }),
        back: address,
    }
}
