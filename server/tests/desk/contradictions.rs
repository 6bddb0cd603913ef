//! A definition that contradicts itself, or answers that belong to a choice which was not made.

use http::StatusCode;

use crate::founding::{NEW, errors, with};
use crate::whole_way::submitted;
use crate::world::World;

/// What the form answers to these answers: one sentence each.
async fn refused(answers: &[(&str, &str)]) -> Vec<String> {
    let world = World::empty().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let form = officer.get(NEW).await;
    let mut answers = with(answers);
    answers.extend([("then", "check"), ("source-0-citation", "The treaty")]);
    let again = officer.send(&form, NEW, &answers).await;
    assert_eq!(
        again.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{answers:?}"
    );
    errors(&again)
}

#[tokio::test]
async fn what_contradicts_another_answer_is_refused_beside_it() {
    type Row<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
    let rows: &[Row<'_>] = &[
        (
            &[("form", "exchange")],
            &["Depositary authorities: where instruments are exchanged there is no depositary"],
        ),
        (
            &[("form", "signature")],
            &["By what means consent can be expressed: the signature itself binds"],
        ),
        (
            &[("depositaries", "depositary: The one\ndepositary: The same")],
            &["Depositary authorities: depositary stands there twice"],
        ),
        (
            &[("titles", "en: Another title")],
            &["Titles in other languages: there are two titles in en"],
        ),
        (
            &[("weights", "POL 12")],
            &["Table of weights: the rule counts no share"],
        ),
        (
            &[("activation-text", "ceasefire")],
            &["The event, or the rule: this belongs to another choice"],
        ),
        (
            &[
                ("clause-model", "all"),
                ("clause-count", "7"),
                ("clause-named", "POL"),
                ("clause-base-day", "31"),
            ],
            &[
                "How many participants: this belongs to another choice",
                "Named guarantors: this belongs to another choice",
                "Day on which the signatories are counted: this belongs to another choice",
            ],
        ),
        (
            &[
                ("reservations", "prohibited"),
                ("reservations-articles", "3"),
            ],
            &["Articles to which they are permitted: this belongs to another choice"],
        ),
        (
            &[("provisional-of", "3")],
            &["Articles applied provisionally: this belongs to another choice"],
        ),
        (
            &[
                ("exit", "none"),
                ("exit-n", ""),
                ("exit-not-before", "months"),
                ("exit-not-before-n", "3"),
            ],
            &[
                "First day on which notice can be given, from entry into force: this belongs to another choice",
            ],
        ),
        (
            &[("clause-later-n", "3")],
            &[
                "For those who consent later, from their consent: how many: this belongs to another choice",
            ],
        ),
        (
            &[
                ("clause-then", "first-of-nth-month"),
                ("clause-then-n", "0"),
            ],
            &["From that day to entry into force: how many: write a number from 1 to 1200"],
        ),
        (
            &[("clause-model", "count"), ("clause-count", "0")],
            &["How many participants: write a number from 1 to 10000"],
        ),
        (
            &[
                ("clause-model", "count-and-share"),
                ("clause-count", "7"),
                ("clause-share", "a half"),
                ("weights", "POL 12"),
            ],
            &["Share in percent: write a number in percent, such as 55 or 17.89"],
        ),
    ];
    for (answers, expected) in rows {
        let errors = refused(answers).await;
        assert_eq!(errors.len(), expected.len(), "{answers:?}: {errors:?}");
        for (error, expected) in errors.iter().zip(*expected) {
            assert!(
                error
                    .replace(',', "")
                    .starts_with(&expected.replace(',', "")),
                "{error}"
            );
        }
    }
}

#[tokio::test]
async fn a_decimal_comma_is_read_and_a_table_above_the_whole_is_asked_about() {
    let world = World::empty().await;
    let mut officer = world.signed_in("otto", "depositary:depositary").await;
    let answers = with(&[
        ("clause-model", "count-and-share"),
        ("clause-count", "2"),
        ("clause-share", "17,89"),
        ("weights", "POL 60,5\nFRA 59,5"),
    ]);
    let address = submitted(&mut officer, NEW, &answers).await;
    let item = officer.get(&address).await.text();
    assert!(item.contains("\"weight_pct\": \"17.89\""), "{item}");
    assert!(item.contains("The shares add up to 120 %."), "{item}");
}
