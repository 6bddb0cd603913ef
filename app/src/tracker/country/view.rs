//! The markup of a participant's page.

use domain::act::ProcedureStanding;
use leptos::prelude::*;

use super::Country;
use super::procedure::{ProcedureModel, StageModel};
use super::reservation;
use crate::say;
use crate::tracker::address::{Address, At};
use crate::tracker::date::Dated;
use crate::tracker::four_facts::ConsentState;
use crate::tracker::user_text;
use crate::words::Words;

/// The content of the page.
pub(super) fn view(words: Words, country: &Country) -> AnyView {
    view! {
        <h1 class="a-title">{country.sentence.clone()}</h1>
        <p class="a-lead"><bdi>{country.title.clone()}</bdi></p>
        {key_facts(words, country)}
        {without_effect(words, country)}
        {reservation::section(words, &country.reservations, &country.can_object_to)}
        {country.leaving.as_ref().map(|leaving| leaving.view(words))}
        {procedure(words, country)}
        {acts(words, country)}
    }
    .into_any()
}

fn row(key: String, value: AnyView) -> AnyView {
    view! {
        <div class="a-summary__row">
            <dt class="a-summary__key">{key}</dt>
            <dd class="a-summary__value">{value}</dd>
        </div>
    }
    .into_any()
}

/// The facts, each by itself.
fn key_facts(words: Words, country: &Country) -> AnyView {
    let facts = &country.facts;
    let activated = facts.activated.as_ref().map(|activated| {
        row(
            say!(words, "tracker-column-activated"),
            with_date(words, activated.label.clone(), activated.since.as_ref()),
        )
    });
    let provisional = provisional(words, country);
    let next = country.next.as_ref().map(|line| {
        row(
            say!(words, "tracker-next"),
            view! { <ul class="a-events a-events--plain">{line.brief(words)}</ul> }.into_any(),
        )
    });
    view! {
        <dl class="a-summary a-summary--panel">
            {row(say!(words, "tracker-signed"), facts.signature.view())}
            {row(say!(words, "tracker-column-national"), national(words, country))}
            {row(say!(words, "tracker-consent"), consent(words, country))}
            {row(say!(words, "tracker-column-in-force"), in_force(words, country))}
            {activated}
            {provisional}
            {next}
        </dl>
    }
    .into_any()
}

/// Provisional application: the state of the day, and what was declared.
fn provisional(words: Words, country: &Country) -> Option<AnyView> {
    let label = country
        .facts
        .provisional_application
        .as_ref()
        .map(|fact| format!("{}. ", fact.label));
    let sentences = country
        .provisional
        .as_ref()
        .map(|provisional| provisional.sentences.join(" "));
    (label.is_some() || sentences.is_some()).then(|| {
        row(
            say!(words, "tracker-provisional"),
            view! { {label} <span class="a-muted">{sentences}</span> }.into_any(),
        )
    })
}

fn with_date(words: Words, label: String, date: Option<&Dated>) -> AnyView {
    let date = date.map(|date| {
        view! { <span class="a-muted">" " {say!(words, "tracker-since")} " " {date.view()}</span> }
    });
    view! { {label} {date} }.into_any()
}

fn national(words: Words, country: &Country) -> AnyView {
    let national = &country.facts.national_procedure;
    let label = match &national.stage_label {
        Some(stage) => format!("{}: {stage}", national.label),
        None => national.label.clone(),
    };
    if national.is_last_report {
        let date = national.since.as_ref().map(Dated::view);
        return view! { {label} ", " {date} }.into_any();
    }
    with_date(words, label, national.since.as_ref())
}

fn consent(words: Words, country: &Country) -> AnyView {
    let consent = &country.facts.consent;
    let date = consent
        .date
        .as_ref()
        .map(|date| view! { ", " {date.view()} });
    let until = consent.until.as_ref().map(|until| {
        let until = until.label.as_str();
        let text = match consent.state {
            ConsentState::Withdrawn => say!(words, "tracker-consent-until", day = until),
            ConsentState::NotExpressed | ConsentState::NotKnown | ConsentState::Expressed => {
                say!(words, "tracker-consent-ends", day = until)
            }
        };
        view! { " " <span class="a-muted">{text}</span> }
    });
    view! { {consent.label.clone()} {date} {until} }.into_any()
}

/// The dates of entry into force for this participant side by side, once there are any.
fn in_force(words: Words, country: &Country) -> AnyView {
    let fact = &country.facts.in_force;
    let notified = match (&fact.computed, fact.notified, fact.notified_for_all) {
        (None, None, _) => None,
        // The label says it already.
        (Some(_), None, None) if fact.is_computed_only || !fact.has_depositary => None,
        (Some(_), None, None) => Some(say!(words, "tracker-in-force-not-notified")),
        (Some(_), None, Some(day)) => Some(say!(
            words,
            "tracker-in-force-notified-for-all",
            day = words.day(day)
        )),
        (_, Some(day), _) => Some(say!(
            words,
            "tracker-in-force-notified",
            day = words.day(day)
        )),
    };
    view! {
        {fact.label.clone()} " "
        <span class="a-muted">{notified}</span>
    }
    .into_any()
}

fn without_effect(words: Words, country: &Country) -> Option<AnyView> {
    if country.without_effect.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = country
        .without_effect
        .iter()
        .map(|text| view! { <li>{text.clone()}</li> }.into_any())
        .collect();
    Some(
        view! {
            <section class="a-section" aria-labelledby="without-effect">
                <h2 id="without-effect" class="a-heading">
                    {say!(words, "tracker-without-effect")}
                </h2>
                <ul>{items}</ul>
            </section>
        }
        .into_any(),
    )
}

fn procedure(words: Words, country: &Country) -> AnyView {
    let content = match &country.procedure {
        Some(procedure) => described(words, procedure),
        None => view! { <p>{say!(words, "tracker-procedure-none")}</p> }.into_any(),
    };
    view! {
        <section class="a-section" aria-labelledby="procedure">
            <h2 id="procedure" class="a-heading">{say!(words, "tracker-procedure")}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn described(words: Words, procedure: &ProcedureModel) -> AnyView {
    let stages: Vec<AnyView> = procedure
        .stages
        .iter()
        .map(|stage| self::stage(words, stage))
        .collect();
    let elsewhere: Vec<AnyView> = procedure
        .elsewhere
        .iter()
        .map(|line| line.brief(words))
        .collect();
    let elsewhere = (!elsewhere.is_empty()).then(|| {
        view! {
            <h3 class="a-subheading">{say!(words, "tracker-procedure-elsewhere")}</h3>
            <ul class="a-events">{elsewhere}</ul>
        }
    });
    view! {
        {standing(words, procedure)}
        <p>
            {procedure.route_label.clone()} ". " {procedure.binding_effect_label.clone()} "."
        </p>
        {procedure.end_of_congress.as_ref().map(|text| view! { <p>{text.clone()}</p> })}
        <ol class="a-stages">{stages}</ol>
        {elsewhere}
        {sources(words, procedure)}
    }
    .into_any()
}

/// On whose word the description rests: research is said to be research.
fn standing(words: Words, procedure: &ProcedureModel) -> AnyView {
    let class = match procedure.standing {
        ProcedureStanding::Research => "a-tag a-tag--under-way",
        ProcedureStanding::ConfirmedByParticipant => "a-tag a-tag--consented",
    };
    let adopted = procedure.adopted_at.map(|index| {
        view! {
            " "
            <a href=Address::Entry(index).path(words, At::Now)>
                {say!(words, "tracker-procedure-adopted", index = index)}
            </a>
        }
    });
    view! {
        <p>
            <strong class=class>{procedure.standing_label.clone()}</strong>
            {adopted}
        </p>
    }
    .into_any()
}

fn stage(words: Words, stage: &StageModel) -> AnyView {
    let class = format!("a-stage a-stage--{}", stage.state.replace('_', "-"));
    let current = (stage.state == "current").then_some("step");
    let date = stage
        .date
        .as_ref()
        .filter(|_| matches!(stage.state, "done" | "current" | "failed"))
        .map(|date| view! { <span class="a-muted">{date.view()}</span> });
    let condition = stage.condition.as_ref().map(|condition| {
        view! { <p>{say!(words, "tracker-stage-condition", when = condition.as_str())}</p> }
    });
    let paragraph = |text: &String| view! { <p>{text.clone()}</p> };
    let remarks: Vec<_> = stage.remarks.iter().map(paragraph).collect();
    let other_rules: Vec<_> = stage.other_rules.iter().map(paragraph).collect();
    let votes: Vec<AnyView> = stage.votes.iter().map(|vote| vote.view(words)).collect();
    let clocks: Vec<AnyView> = stage
        .clocks
        .iter()
        .map(|clock| view! { <p>{clock.sentence.clone()}</p> }.into_any())
        .collect();
    let votes = (!votes.is_empty()).then(|| view! { <ul class="a-events">{votes}</ul> });
    view! {
        <li class=class aria-current=current>
        <div class="a-stage__content">
            <h3 class="a-stage__heading">
                {stage.label.clone()}
                <span class="a-stage__state">{stage.state_label.clone()}</span>
                {date}
            </h3>
            {stage.text.as_ref().map(|text| view! { <p class="a-muted">{text.clone()} "." </p> })}
            {stage.ground.as_ref().map(user_text::block)}
            {remarks}
            {condition}
            {stage.rule.as_ref().map(|rule| {
                    view! { <p>{say!(words, "tracker-rule", majority = rule.label.as_str())}</p> }
                })}
            {other_rules}
            {clocks}
            {votes}
            {more(words, stage)}
        </div>
        </li>
    }
    .into_any()
}

/// What a reader may want to know of a stage, and does not have to.
fn more(words: Words, stage: &StageModel) -> AnyView {
    let list = |items: &[String]| -> AnyView {
        let items: Vec<AnyView> = items
            .iter()
            .map(|item| view! { <li>{item.clone()}</li> }.into_any())
            .collect();
        view! { <ul>{items}</ul> }.into_any()
    };
    let periods = (!stage.periods.is_empty())
        .then(|| row(say!(words, "tracker-stage-periods"), list(&stage.periods)));
    let basis = (!stage.legal_basis.is_empty())
        .then(|| row(say!(words, "tracker-stage-basis"), list(&stage.legal_basis)));
    let note = stage
        .note
        .as_ref()
        .map(|note| row(say!(words, "tracker-detail-note"), note.clone().into_any()));
    let formula = stage.rule.as_ref().map(|rule| {
        row(
            say!(words, "tracker-stage-formula"),
            view! { <code>{rule.formula.clone()}</code> " " {rule.quorum.clone()} }.into_any(),
        )
    });
    view! {
        <details class="a-details">
            <summary>
                {say!(words, "tracker-stage-more")}
                <span class="visually-hidden">": " {stage.label.clone()}</span>
            </summary>
            <dl class="a-summary">
                {row(say!(words, "tracker-stage-who"), stage.body.clone().into_any())}
                {row(say!(words, "tracker-stage-effect"), stage.effect.clone().into_any())}
                {formula}
                {periods}
                {basis}
                {note}
            </dl>
        </details>
    }
    .into_any()
}

/// How far the description can be relied on.
fn sources(words: Words, procedure: &ProcedureModel) -> AnyView {
    let checked: Vec<AnyView> = procedure
        .checked_against
        .iter()
        .map(|text| view! { <li>{text.clone()}</li> }.into_any())
        .collect();
    view! {
        <h3 class="a-subheading">{say!(words, "tracker-procedure-basis")}</h3>
        <dl class="a-summary">
            {row(
                say!(words, "tracker-procedure-parliament"),
                procedure.parliament.clone().into_any(),
            )}
            {row(
                say!(words, "tracker-procedure-confidence"),
                view! {
                    {procedure.confidence_label.clone()} ". " {procedure.confidence_note.clone()}
                }
                .into_any(),
            )}
            {row(
                say!(words, "tracker-procedure-checked"),
                view! { <ul>{checked}</ul> }.into_any(),
            )}
        </dl>
    }
    .into_any()
}

fn acts(words: Words, country: &Country) -> AnyView {
    let acts: Vec<AnyView> = country
        .acts
        .iter()
        .map(|line| line.with_sources(words))
        .collect();
    view! {
        <section class="a-section" aria-labelledby="acts">
            <h2 id="acts" class="a-heading">{say!(words, "tracker-acts")}</h2>
            <ol class="a-events">{acts}</ol>
        </section>
    }
    .into_any()
}
