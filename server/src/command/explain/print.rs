//! Explanations as text.

use std::fmt::Write as _;

use app::explanation::{AlternativeInWords, ConditionInWords, Sentence};
use app::words::Words;
use domain::day::Day;

use super::case::{CaseExplained, PartyOfCase};
use super::preview::ClauseTried;

/// How wide a line of text is, in characters.
const WIDTH: usize = 100;

/// A treaty.
pub(super) fn case(explained: &CaseExplained) -> String {
    let mut text = head(&explained.title, &explained.answer, explained.day);
    text.push_str(&section("Why", &sentences(&explained.why)));
    text.push_str(&section("The clause", &ways(&explained.ways)));
    if let Some(earliest) = &explained.earliest {
        let sentences: String = earliest
            .sentences
            .iter()
            .map(|sentence| block("- ", sentence))
            .collect();
        text.push_str(&section("The earliest day", &sentences));
    }
    text
}

/// A participant.
pub(super) fn party(explained: &PartyOfCase) -> String {
    let title = format!("{}: {}", explained.title, explained.name);
    let mut text = head(&title, &explained.standing.join("; "), explained.day);
    text.push_str(&section("Why", &sentences(&explained.why)));
    if let Some(procedure) = &explained.procedure {
        let mut stages = block("", &format!("{} ({})", procedure.route, procedure.standing));
        for remark in &procedure.remarks {
            stages.push_str(&block("", remark));
        }
        for stage in &procedure.stages {
            stages.push_str(&block("- ", &format!("{}: {}", stage.name, stage.state)));
            for line in &stage.lines {
                stages.push_str(&block("    ", line));
            }
            if !stage.legal_basis.is_empty() {
                stages.push_str(&block(
                    "    ",
                    &format!("[{}]", stage.legal_basis.join("; ")),
                ));
            }
        }
        text.push_str(&section("Its own procedure", &stages));
    }
    text
}

/// A clause tried on participants.
pub(super) fn tried(tried: &ClauseTried) -> String {
    let mut text = format!(
        "A clause tried on {} participants, as of {}.\nTaken as on the list and as having signed; nobody has consented, no event has happened.\n",
        tried.participants,
        Words::english().day(tried.day)
    );
    text.push_str(&section("What it takes", &sentences(&tried.why)));
    text.push_str(&section("The clause", &ways(&tried.ways)));
    let findings: String = tried
        .findings
        .iter()
        .map(|finding| block("- ", finding))
        .collect();
    let findings = if findings.is_empty() {
        "Nothing found.\n".to_owned()
    } else {
        findings
    };
    text.push_str(&section("To look at", &findings));
    text
}

fn head(title: &str, answer: &str, day: Day) -> String {
    let day = Words::english().day(day);
    format!("{}As of {day}: {answer}.\n", block("", title))
}

fn section(title: &str, body: &str) -> String {
    format!("\n{title}\n{body}")
}

fn sentences(sentences: &[Sentence]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        text.push_str(&block("- ", &sentence.text));
        if !sentence.bases.is_empty() {
            text.push_str(&block("    ", &format!("[{}]", sentence.bases.join("; "))));
        }
    }
    text
}

fn ways(ways: &[AlternativeInWords]) -> String {
    let mut text = String::new();
    for (number, way) in (1_u32..).zip(ways) {
        if ways.len() > 1 {
            // Writing to a String cannot fail.
            let _never = writeln!(text, "Way {number}");
        }
        condition(&way.when, "", &mut text);
        text.push_str(&block("", &way.rules));
    }
    text
}

fn condition(condition: &ConditionInWords, indent: &str, text: &mut String) {
    let mark = if condition.met { "[x]" } else { "[ ]" };
    text.push_str(&block(&format!("{indent}{mark} "), &condition.text));
    let inner = format!("{indent}    ");
    if let Some(state) = &condition.state {
        text.push_str(&block(&inner, state));
    }
    for part in &condition.parts {
        self::condition(part, &inner, text);
    }
}

/// A paragraph in lines of at most [`WIDTH`] characters. What follows the first line stands under it.
fn block(first: &str, paragraph: &str) -> String {
    let indent = " ".repeat(first.chars().count());
    let mut text = String::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    // Texts of a history come from many hands.
    let paragraph: String = paragraph
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let longer = line.chars().count().saturating_add(word.chars().count());
        if !is_empty && longer.saturating_add(1) > WIDTH {
            text.push_str(line.trim_end());
            text.push('\n');
            line.clone_from(&indent);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    text.push_str(line.trim_end());
    text.push('\n');
    text
}
