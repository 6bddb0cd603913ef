//! The answers of a form, to be read over before they are signed.

use app::desk::{Control, Group, Kind, Line};
use app::say;
use app::words::Words;

use super::date;

/// The answers, each with a link to change it if there is an address to change it at.
pub fn answers(words: Words, groups: Vec<Group>, edit: Option<&str>) -> Vec<Line> {
    groups
        .into_iter()
        .flat_map(|group| group.controls)
        .map(|control| line(words, control, edit))
        .collect()
}

fn line(words: Words, control: Control, edit: Option<&str>) -> Line {
    let is_asked = !matches!(control.kind, Kind::Told(_));
    let change = edit
        .filter(|_| is_asked)
        .map(|edit| format!("{edit}#{}", control.name));
    let mut value = match control.kind {
        Kind::Line(text) | Kind::Number(text) => vec![text],
        Kind::Area(text) | Kind::Told(text) => text.lines().map(str::to_owned).collect(),
        Kind::Date(_, typed) => match date::date(&typed) {
            Ok(date) => vec![words.legal_date(&date)],
            Err(_) => vec![[typed.day, typed.month, typed.year].join(" ")],
        },
        Kind::Choice(offered, chosen) | Kind::Select(offered, chosen) => offered
            .into_iter()
            .filter(|one| one.value == chosen)
            .map(|one| one.label)
            .collect(),
        Kind::Several(offered, chosen) => offered
            .into_iter()
            .filter(|one| chosen.contains(&one.value))
            .map(|one| one.label)
            .collect(),
        Kind::Sources(sources) => sources
            .into_iter()
            .filter(|source| !source.citation.is_empty() || !source.url.is_empty())
            .map(|source| {
                let confidence = match source.confidence.as_str() {
                    "high" => Some(say!(words, "desk-confidence-high")),
                    "medium" => Some(say!(words, "desk-confidence-medium")),
                    "low" => Some(say!(words, "desk-confidence-low")),
                    _ => None,
                };
                let parts = [Some(source.citation), Some(source.url), confidence];
                let parts: Vec<String> = parts
                    .into_iter()
                    .flatten()
                    .filter(|part| !part.is_empty())
                    .collect();
                parts.join(" · ")
            })
            .collect(),
        Kind::Vote(vote) => {
            let figures = vote.figures;
            [
                (say!(words, "act-vote-yes"), figures.yes),
                (say!(words, "act-vote-no"), figures.no),
                (say!(words, "act-vote-abstain"), figures.abstain),
                (say!(words, "act-vote-present"), figures.present),
                (say!(words, "act-vote-not-voting"), figures.not_voting),
            ]
            .into_iter()
            .filter(|(_, figure)| !figure.is_empty())
            .map(|(label, figure)| format!("{label}: {figure}"))
            .collect()
        }
    };
    value.retain(|paragraph| !paragraph.trim().is_empty());
    if value.is_empty() {
        value.push(say!(words, "desk-answer-none"));
    }
    Line {
        label: control.label,
        value,
        change,
    }
}
