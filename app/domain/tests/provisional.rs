//! Provisional application by participant and article (VCLT art. 25).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use domain::act::{
    Act, ProvisionalApplication, ProvisionalApplicationEnded, WithdrawalNotified, WithdrawalOf,
};
use domain::instrument::ProvisionalApplicationRule;
use domain::legal_date::LegalDate;
use domain::name::Key;
use domain::provisional::{EndedBy, Finding, Provisional};
use domain::snapshot::View;
use domain::statement::Statement;
use domain::status::ProvisionalStatus::{self, Applied, Ended, None as Never, Overtaken};
use support::{Register, clause, code, day, instrument, key, listed, of, opening, ratified, slug};

fn register(rule: ProvisionalApplicationRule) -> Register {
    let in_force = r#"{"first_of":[{"when":{"count":2},"then":{"days":30}}],"later":{"days":30}}"#;
    let mut defined = instrument(clause(in_force), BTreeMap::new());
    defined.provisional_application = rule;
    let mut register = Register::new();
    register.add(vec![opening(day("2013-02-19"), defined)]);
    for who in ["BEL", "FRA", "LTU"] {
        register.add(vec![listed(code(who), day("2013-02-19"))]);
    }
    register
}

fn of_articles(articles: &[&str]) -> ProvisionalApplicationRule {
    ProvisionalApplicationRule::Of(articles.iter().map(|article| key(article)).collect())
}

fn declares(who: &str, on: &str, from: LegalDate, articles: &[&str]) -> Statement {
    let articles: Vec<Key> = articles.iter().map(|article| key(article)).collect();
    let act = Act::ProvisionalApplication(ProvisionalApplication { from, articles });
    of(code(who), day(on), act)
}

fn from(date: &str) -> LegalDate {
    LegalDate::on(day(date))
}

fn ends(who: &str, on: &str, from: LegalDate) -> Statement {
    let act = Act::ProvisionalApplicationEnded(ProvisionalApplicationEnded { from });
    of(code(who), day(on), act)
}

fn view(register: &Register, on: &str) -> View {
    register
        .fold()
        .view(&slug(), day(on), register.size())
        .unwrap()
}

fn seen(register: &Register, who: &str, on: &str) -> Provisional {
    view(register, on).participants[&code(who)]
        .provisional
        .clone()
}

fn article(register: &Register, who: &str, article: &str, on: &str) -> ProvisionalStatus {
    seen(register, who, on).status_of(&key(article), day(on))
}

/// Belgium declared on 12 September 2017 that it applied the UPC protocol from 15 May 2017.
#[test]
fn it_may_begin_before_the_declaration() {
    let mut register = register(ProvisionalApplicationRule::Of(vec![]));
    register.add(vec![declares("BEL", "2017-09-12", from("2017-05-15"), &[])]);
    // What was the case in June was only said in September.
    assert_eq!(seen(&register, "BEL", "2017-09-11").applications, []);
    let known = seen(&register, "BEL", "2017-09-12");
    assert_eq!(known.findings, []);
    let [run] = known.applications.as_slice() else {
        panic!("one declaration");
    };
    assert_eq!(
        (run.from, run.declared),
        (day("2017-05-15"), Some(day("2017-09-12")))
    );
    assert!(!run.at_the_latest);
    assert_eq!(known.status_on(day("2017-05-14")), Never);
    assert_eq!(known.status_on(day("2017-05-15")), Applied);
    assert_eq!(known.status_of(&key("art-1"), day("2017-05-15")), Applied);
}

#[test]
fn it_may_begin_after_the_declaration() {
    let mut register = register(ProvisionalApplicationRule::Of(vec![]));
    register.add(vec![declares("LTU", "2014-01-01", from("2014-02-01"), &[])]);
    let status = |on| {
        view(&register, on).participants[&code("LTU")]
            .status
            .provisional_application
    };
    assert_eq!(status("2014-01-31"), Never);
    assert_eq!(status("2014-02-01"), Applied);
}

#[test]
fn art_25_1_each_article_has_its_own_state_and_entry_into_force_ends_all() {
    let mut register = register(of_articles(&["art-3", "art-5"]));
    register.add(vec![declares(
        "LTU",
        "2014-01-01",
        from("2014-01-01"),
        &["art-3"],
    )]);
    register.add(vec![declares(
        "LTU",
        "2014-06-01",
        from("2014-06-01"),
        &["art-5"],
    )]);
    assert_eq!(article(&register, "LTU", "art-3", "2014-01-01"), Applied);
    assert_eq!(article(&register, "LTU", "art-5", "2014-05-31"), Never);
    assert_eq!(article(&register, "LTU", "art-5", "2014-06-01"), Applied);
    assert_eq!(article(&register, "LTU", "art-9", "2014-06-01"), Never);
    register.add(vec![ratified(code("LTU"), day("2015-01-01"))]);
    register.add(vec![ratified(code("FRA"), day("2015-03-02"))]);
    // In force for both on 1 April 2015.
    assert_eq!(article(&register, "LTU", "art-3", "2015-03-31"), Applied);
    for on in ["2015-04-01", "2020-01-01"] {
        assert_eq!(article(&register, "LTU", "art-3", on), Overtaken, "on {on}");
        assert_eq!(article(&register, "LTU", "art-5", on), Overtaken, "on {on}");
    }
    let end = seen(&register, "LTU", "2015-04-01").applications[0]
        .end
        .unwrap();
    assert_eq!(
        (end.on, end.by),
        (day("2015-04-01"), EndedBy::EntryIntoForce)
    );
}

#[test]
fn art_25_2_a_notice_ends_what_was_declared_before_it() {
    let mut register = register(ProvisionalApplicationRule::Of(vec![]));
    register.add(vec![declares(
        "LTU",
        "2014-01-01",
        from("2014-01-01"),
        &["art-3"],
    )]);
    register.add(vec![ends("LTU", "2014-05-20", from("2014-07-01"))]);
    assert_eq!(article(&register, "LTU", "art-3", "2014-06-30"), Applied);
    assert_eq!(article(&register, "LTU", "art-3", "2014-07-01"), Ended);
    let end = seen(&register, "LTU", "2014-07-01").applications[0]
        .end
        .unwrap();
    assert_eq!((end.on, end.by), (day("2014-07-01"), EndedBy::Notice));
    // Declared anew, it applies again.
    register.add(vec![declares(
        "LTU",
        "2015-01-01",
        from("2015-01-01"),
        &["art-3"],
    )]);
    assert_eq!(article(&register, "LTU", "art-3", "2015-01-01"), Applied);
    assert_eq!(article(&register, "LTU", "art-3", "2014-12-31"), Ended);
}

#[test]
fn art_25_2_a_withdrawal_ends_it_on_the_day_it_takes_effect() {
    let mut register = register(ProvisionalApplicationRule::Of(vec![]));
    register.add(vec![declares("LTU", "2014-01-01", from("2014-01-01"), &[])]);
    register.add(vec![ratified(code("LTU"), day("2014-03-01"))]);
    let act = Act::WithdrawalNotified(WithdrawalNotified {
        of: WithdrawalOf::Consent,
        effective: from("2014-09-01"),
    });
    register.add(vec![of(code("LTU"), day("2014-08-01"), act)]);
    let status = |on| {
        view(&register, on).participants[&code("LTU")]
            .status
            .provisional_application
    };
    assert_eq!(status("2014-08-31"), Applied);
    assert_eq!(status("2014-09-01"), Ended);
    let end = seen(&register, "LTU", "2014-09-01").applications[0]
        .end
        .unwrap();
    assert_eq!(end.by, EndedBy::Withdrawal);
    // What is declared after it stands for itself.
    register.add(vec![declares("LTU", "2015-01-01", from("2014-05-01"), &[])]);
    assert_eq!(article(&register, "LTU", "art-1", "2015-01-01"), Applied);
}

#[test]
fn an_article_outside_the_rule_of_the_instrument_is_a_finding() {
    let mut outside = register(of_articles(&["art-3", "art-5"]));
    outside.add(vec![declares(
        "LTU",
        "2014-01-01",
        from("2014-01-01"),
        &["art-3", "art-7"],
    )]);
    let finding = Finding::OutsideTheRule(BTreeSet::from([key("art-7")]));
    assert_eq!(seen(&outside, "LTU", "2014-01-01").findings, [finding]);
    // It is shown as declared: whether it applies is not for software to say.
    assert_eq!(article(&outside, "LTU", "art-7", "2014-01-01"), Applied);

    let mut none = register(ProvisionalApplicationRule::NotProvided);
    none.add(vec![declares("LTU", "2014-01-01", from("2014-01-01"), &[])]);
    assert_eq!(
        seen(&none, "LTU", "2014-01-01").findings,
        [Finding::NotProvidedFor]
    );

    let mut within = register(of_articles(&["art-3", "art-5"]));
    within.add(vec![declares(
        "LTU",
        "2014-01-01",
        from("2014-01-01"),
        &["art-5"],
    )]);
    assert_eq!(seen(&within, "LTU", "2014-01-01").findings, []);
}

#[test]
fn unknown_and_bounded_dates_and_an_end_of_nothing_are_said() {
    let mut register = register(ProvisionalApplicationRule::Of(vec![]));
    register.add(vec![declares(
        "LTU",
        "2014-01-01",
        LegalDate::unknown(),
        &[],
    )]);
    let unknown = seen(&register, "LTU", "2014-01-01");
    assert_eq!(
        (unknown.applications.len(), unknown.findings),
        (0, vec![Finding::DateUnknown])
    );
    let bounded = LegalDate::not_later_than(day("2014-04-01"));
    register.add(vec![declares("FRA", "2014-05-01", bounded, &[])]);
    assert!(seen(&register, "FRA", "2014-05-01").applications[0].at_the_latest);
    register.add(vec![ends("BEL", "2014-05-01", from("2014-06-01"))]);
    assert_eq!(
        seen(&register, "BEL", "2014-05-01").findings,
        [Finding::NothingToEnd]
    );
}

#[test]
fn what_begins_while_the_treaty_is_in_force_for_the_state_is_overtaken_at_once() {
    let mut register = register(ProvisionalApplicationRule::Of(vec![]));
    register.add(vec![ratified(code("LTU"), day("2014-01-01"))]);
    register.add(vec![ratified(code("FRA"), day("2014-01-01"))]);
    register.add(vec![declares("LTU", "2015-01-01", from("2015-01-01"), &[])]);
    assert_eq!(article(&register, "LTU", "art-1", "2015-01-01"), Overtaken);
}
