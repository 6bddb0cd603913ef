//! What a sentence rests on, in words.

use domain::explanation::{Article, Basis};

use super::Several;
use crate::say;
use crate::words::Words;

/// Where an article stands.
enum Convention {
    /// The Vienna Convention on the Law of Treaties.
    LawOfTreaties,
    /// The Vienna Convention on Succession of States in respect of Treaties.
    Succession,
}

/// What a sentence rests on: the instrument's own rules, then the articles of each convention.
pub(super) fn in_words(words: Words, bases: &[Basis], several: Several) -> Vec<String> {
    let mut own = Vec::new();
    let mut law_of_treaties = Vec::new();
    let mut succession = Vec::new();
    for basis in bases {
        match basis {
            Basis::Alternative(position) => own.push(match several {
                Several::Yes => say!(words, "basis-way", number = position.saturating_add(1)),
                Several::No => say!(words, "basis-clause"),
            }),
            Basis::LaterRule => own.push(say!(words, "basis-later")),
            Basis::AccedingRule => own.push(say!(words, "basis-acceding")),
            Basis::MustHold => own.push(say!(words, "basis-must-hold")),
            Basis::ProvisionalRule => own.push(say!(words, "basis-provisional")),
            Basis::Article(article) => match number(*article) {
                (Convention::LawOfTreaties, number) => law_of_treaties.push(number.to_owned()),
                (Convention::Succession, number) => succession.push(number.to_owned()),
            },
        }
    }
    if !law_of_treaties.is_empty() {
        own.push(say!(
            words,
            "basis-vclt",
            count = law_of_treaties.len(),
            articles = words.list(&law_of_treaties)
        ));
    }
    own.extend(
        succession
            .iter()
            .map(|number| say!(words, "basis-vcst", article = number)),
    );
    own
}

fn number(article: Article) -> (Convention, &'static str) {
    let number = match article {
        Article::ContractingState => "2(1)(f)",
        Article::Party => "2(1)(g)",
        Article::MeansOfConsent => "11",
        Article::Establishment => "16",
        Article::SignatoryDuty => "18(a)",
        Article::ContractingStateDuty => "18(b)",
        Article::EntryIntoForce => "24(1)",
        Article::LaterConsent => "24(3)",
        Article::ProvisionalApplication => "25",
        Article::Withdrawal => "54",
        Article::FewerParties => "55",
        Article::RevocationOfNotice => "68",
        Article::DepositaryInforms => "77(1)(f)",
        Article::DifferenceWithDepositary => "77(2)",
        Article::Succession => return (Convention::Succession, "23"),
    };
    (Convention::LawOfTreaties, number)
}
