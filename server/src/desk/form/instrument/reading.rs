//! A definition in words: what those who sign it read.

use app::desk::{Control, Kind};
use app::say;
use app::tracker::{clause_in_words, condition_in_words, status};
use app::words::Words;
use domain::instrument::Instrument;
use domain::text::Text;

use super::super::case::Case;
use super::super::consent_expressed::{form_label, mode_label};
use super::{exit, provisional, reservations};

/// The definition in words, part by part, each under the name of the question that changes it.
pub fn lines(case: &Case, instrument: &Instrument) -> Vec<Control> {
    let words = case.words;
    let mut lines = Lines::default();
    let titles = instrument.titles.iter().map(in_language);
    lines.put("title", say!(words, "act-instrument-title"), titles);
    if let Some(slug) = case.slug() {
        let address = [slug.to_string()];
        lines.tell("told-slug", say!(words, "act-instrument-slug"), address);
    }
    let kind = [status::kind(words, instrument.kind)];
    lines.put("kind", say!(words, "act-instrument-kind"), kind);
    let nature = [status::nature(words, instrument.nature)];
    lines.put("nature", say!(words, "act-instrument-nature"), nature);
    let seat = [
        instrument.seat.place.body.as_str().to_owned(),
        instrument.seat.zone.as_str().to_owned(),
    ];
    lines.put("place", say!(words, "act-group-seat"), seat);
    lines.put(
        "depositaries",
        say!(words, "act-instrument-depositaries"),
        depositaries(words, instrument),
    );
    let modes = instrument
        .consent_modes
        .iter()
        .map(|mode| mode_label(words, *mode));
    lines.put("modes", say!(words, "act-instrument-modes"), modes);
    let form = [form_label(words, instrument.consent_form)];
    lines.put("form", say!(words, "act-consent-form"), form);
    let clause = clause_in_words(words, &instrument.clause);
    lines.put("clause-model", say!(words, "act-clause-read"), clause);
    let weights = instrument.weights.iter().map(|(code, share)| {
        say!(
            words,
            "act-weight-line",
            name = words.entity(*code),
            share = share.to_string()
        )
    });
    lines.put("weights", say!(words, "act-weights"), weights);
    let own_words = instrument.clause_text.iter().flat_map(|text| {
        let text = text.body.as_str();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    lines.put("clause-text", say!(words, "act-clause-words"), own_words);
    let regime = reservations::lines(words, &instrument.reservations);
    lines.put("reservations", say!(words, "act-reservations"), regime);
    let pending = [reservations::pending_line(words, &instrument.reservations)];
    lines.put("pending", say!(words, "act-pending"), pending);
    let provisional = [provisional::line(
        words,
        &instrument.provisional_application,
    )];
    lines.put("provisional", say!(words, "act-provisional"), provisional);
    let exit = exit::lines(words, &instrument.exit);
    lines.put("exit", say!(words, "act-exit"), exit);
    let activation = instrument.activation.as_ref().map_or_else(
        || vec![say!(words, "act-activation-none")],
        |condition| condition_in_words(words, condition),
    );
    lines.put("activation", say!(words, "act-activation"), activation);
    if !instrument.texts.is_empty() {
        let texts = [say!(
            words,
            "act-instrument-texts-line",
            count = instrument.texts.len()
        )];
        lines.tell("told-texts", say!(words, "act-instrument-texts"), texts);
    }
    lines.0
}

/// A definition in words beside the one before it: what is different first, with what it was.
pub fn changes(case: &Case, before: &Instrument, after: &Instrument) -> Vec<Control> {
    let words = case.words;
    let mut was = lines(case, before);
    let mut changed = Vec::new();
    let mut kept = Vec::new();
    for line in lines(case, after) {
        let same = was.iter().position(|one| one.name == line.name);
        let before = same.map(|at| was.remove(at));
        if before.as_ref() == Some(&line) {
            kept.push(line);
        } else {
            changed.push(changed_line(words, before.as_ref(), Some(&line)));
        }
    }
    // What says nothing any more has no line of its own.
    let gone = was.iter().map(|one| changed_line(words, Some(one), None));
    changed.extend(gone);
    let mut all: Vec<Control> = changed.into_iter().flatten().collect();
    if all.is_empty() {
        let label = say!(words, "act-amended-nothing");
        all.push(Control {
            name: "title".to_owned(),
            label: say!(words, "act-amended"),
            hint: None,
            kind: Kind::Area(label),
        });
    }
    all.extend(kept);
    all
}

/// A part of a definition that is not what it was.
fn changed_line(
    words: Words,
    before: Option<&Control>,
    after: Option<&Control>,
) -> Option<Control> {
    let nothing = || say!(words, "act-amended-empty");
    let said = |line: Option<&Control>| match line.map(|line| &line.kind) {
        Some(Kind::Area(text) | Kind::Told(text)) => text.clone(),
        Some(_) | None => nothing(),
    };
    let line = after.or(before)?;
    let was = said(before).lines().collect::<Vec<_>>().join("; ");
    Some(Control {
        name: line.name.clone(),
        label: say!(words, "act-amended-part", label = line.label.as_str()),
        hint: None,
        kind: Kind::Area(format!(
            "{}\n{}",
            said(after),
            say!(words, "act-amended-was", before = was)
        )),
    })
}

/// Parts of a definition, each as a question that is answered already.
#[derive(Default)]
struct Lines(Vec<Control>);

impl Lines {
    /// A part that can be changed where the question of this name is asked; one that says nothing is
    /// left out.
    fn put(&mut self, name: &str, label: String, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.push(name, label, Kind::Area(lines.join("\n")));
        }
    }

    /// A part that is not asked.
    fn tell(&mut self, name: &str, label: String, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().collect();
        self.push(name, label, Kind::Told(lines.join("\n")));
    }

    fn push(&mut self, name: &str, label: String, kind: Kind) {
        self.0.push(Control {
            name: name.to_owned(),
            label,
            hint: None,
            kind,
        });
    }
}

fn in_language(text: &Text) -> String {
    format!("{} ({})", text.body.as_str(), text.lang)
}

fn depositaries(words: Words, instrument: &Instrument) -> Vec<String> {
    if instrument.depositaries.is_empty() {
        return vec![say!(words, "act-instrument-no-depositary")];
    }
    instrument
        .depositaries
        .iter()
        .map(|one| format!("{} ({})", one.name.body.as_str(), one.authority))
        .collect()
}
