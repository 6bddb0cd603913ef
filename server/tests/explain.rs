//! `assent explain` on instructive days: what a reader is told, word for word.
//!
//! Of the histories only the part that explains is shown; the stages of procedures and the
//! earliest day have tests of their own.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use serde_json::Value;

/// Exit code, standard output and standard error.
fn explain(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_assent"))
        .env_remove("ASSENT_AS_OF")
        .env_remove("ASSENT_JSON")
        .arg("explain")
        .args(arguments)
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn histories() -> String {
    let server = Path::new(env!("CARGO_MANIFEST_DIR"));
    server.join("../app/histories").display().to_string()
}

/// What is said of a case of the histories, without the stages of a procedure and the earliest day.
fn of_history(arguments: &[&str]) -> String {
    let folder = histories();
    let (code, said, complained) = explain(&[&[folder.as_str()], arguments].concat());
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    let said = said.split("\nIts own procedure\n").next().unwrap();
    let said = said.split("\nThe earliest day\n").next().unwrap();
    said.to_owned()
}

/// The same as data.
fn as_json(arguments: &[&str]) -> Value {
    serde_json::from_str(&of_history(&[arguments, &["--json"]].concat())).unwrap()
}

// Treaties.

#[test]
fn japan_or_russia_alone_would_have_brought_the_paris_agreement_in() {
    assert_snapshot!(of_history(&["paris_agreement_2015", "--as-of", "2016-10-04"]), @r#"
    Paris Agreement (Paris, 12 Dec 2015)
    As of 4 October 2016: Not in force.

    Why
    - 2.89 % more is needed: Japan alone would do, or the Russian Federation alone. If this happened on
      4 October 2016, it would be in force on 3 November 2016.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]

    The clause
    [ ] All of the following:
        [x] Consent to be bound by at least 55 participants; organisations are not counted on top of
            their members
            63 consents count; that is enough.
        [ ] Consent to be bound by participants that together hold at least 55 %; organisations are not
            counted on top of their members
            Those who consented hold 52.11 %; 2.89 % more is needed. Without a weight in the table, so
            that they add nothing: Brunei Darussalam, Palestine and Somalia.
    Then the instrument enters into force 30 days after the day on which the conditions are met.
    "#);
}

#[test]
fn the_paris_agreement_is_met_and_thirty_days_from_entry_into_force() {
    assert_snapshot!(of_history(&["paris_agreement_2015", "--as-of", "2016-10-05"]), @r#"
    Paris Agreement (Paris, 12 Dec 2015)
    As of 5 October 2016: In force from 4 November 2016 under its clause. Conditions met on 5 October 2016; no notification by the depositary on record.

    Why
    - The conditions were met on 5 October 2016. On that day Austria, Bolivia, Canada, France, Germany,
      Hungary, Malta, Nepal, Portugal and Slovakia consented and were counted.
        [the clause]
    - By the clause it is in force 30 days after the day on which the conditions are met: from 4
      November 2016 on, 30 days from this day.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - A withdrawal before that day does not change it: conditions once met stay met.
    - The day is computed from the acts on record. No notification by the depositary is on record.

    The clause
    [x] All of the following:
        [x] Consent to be bound by at least 55 participants; organisations are not counted on top of
            their members
            73 consents count; that is enough.
        [x] Consent to be bound by participants that together hold at least 55 %; organisations are not
            counted on top of their members
            Those who consented hold 58.82 %; that is enough. Without a weight in the table, so that
            they add nothing: Brunei Darussalam, Palestine and Somalia.
    Then the instrument enters into force 30 days after the day on which the conditions are met.
    "#);
}

#[test]
fn the_test_ban_treaty_lacks_nine_and_can_do_without_none_of_them() {
    assert_snapshot!(of_history(&["ctbt_1996", "--as-of", "2026-11-25"]), @r#"
    Comprehensive Nuclear-Test-Ban Treaty (New York, 10 Sep 1996)
    As of 25 November 2026: Not in force.

    Why
    - 9 more consents are needed: those of China, the Democratic People's Republic of Korea, Egypt,
      India, Iran, Israel, Pakistan, the Russian Federation and the United States. If this happened on
      25 November 2026, it would be in force on 24 May 2027.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - Without each of these consents it cannot enter into force.

    The clause
    [ ] Consent to be bound by each of: Algeria, Argentina, Australia, Austria, Bangladesh, Belgium,
        Brazil, Bulgaria and 36 more
        35 of 44 have consented. Missing: China, the Democratic People's Republic of Korea, Egypt,
        India, Iran, Israel, Pakistan, the Russian Federation and the United States.
    Then the instrument enters into force on the latest of these days: 180 days after the day on which
    the conditions are met; on 24 September 1998.
    "#);
}

#[test]
fn the_patent_court_before_the_united_kingdom_left() {
    assert_snapshot!(of_history(&["upc_agreement_2013", "--as-of", "2020-07-19"]), @r#"
    Agreement on a Unified Patent Court (19 Feb 2013)
    As of 19 July 2020: Not in force.

    Why
    - 1 more consent is needed: that of Germany. If this happened on 19 July 2020, it would be in force
      on 1 November 2020.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - Without this consent it cannot enter into force.

    The clause
    [ ] All of the following:
        [x] Consent to be bound by at least 13 participants
            16 consents count; that is enough.
        [ ] Consent to be bound by each of: France, Germany and Italy
            2 of 3 have consented. Missing: Germany.
    Then the instrument enters into force on the first day of the fourth month after that of the day on
    which the conditions are met.
    "#);
}

#[test]
fn the_patent_court_after_the_united_kingdom_left() {
    assert_snapshot!(of_history(&["upc_agreement_2013", "--as-of", "2020-07-20"]), @r#"
    Agreement on a Unified Patent Court (19 Feb 2013)
    As of 20 July 2020: Not in force.

    Why
    - 1 more consent is needed: that of Germany. If this happened on 20 July 2020, it would be in force
      on 1 November 2020.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - Without this consent it cannot enter into force.

    The clause
    [ ] All of the following:
        [x] Consent to be bound by at least 13 participants
            15 consents count; that is enough.
        [ ] Consent to be bound by each of: France, Germany and Italy
            2 of 3 have consented. Missing: Germany.
    Then the instrument enters into force on the first day of the fourth month after that of the day on
    which the conditions are met.
    "#);
}

#[test]
fn the_north_atlantic_treaty_on_the_day_of_its_entry_into_force() {
    assert_snapshot!(of_history(&["north_atlantic_treaty_1949", "--as-of", "1949-08-24"]), @r#"
    North Atlantic Treaty (Washington, 4 Apr 1949)
    As of 24 August 1949: In force from 24 August 1949 under its clause. Conditions met on 24 August 1949; no notification by the depositary on record.

    Why
    - The conditions were met on 24 August 1949. On that day Denmark, France, Italy and Portugal
      consented and were counted.
        [the clause]
    - By the clause it is in force on the day on which the conditions are met: since 24 August 1949.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - The day is computed from the acts on record. No notification by the depositary is on record.

    The clause
    [x] All of the following:
        [x] Consent to be bound by each of: Belgium, Canada, France, Luxembourg, the Netherlands, the
            United Kingdom and the United States
            All 7 have consented.
        [x] Consent to be bound by at least 7 of these 12: Belgium, Canada, Denmark, France, Iceland,
            Italy, Luxembourg, the Netherlands, Norway, Portugal, the United Kingdom and the United
            States
            12 consents count; that is enough.
    Then the instrument enters into force on the day on which the conditions are met.
    "#);
}

#[test]
fn sweden_on_the_day_of_the_hungarian_vote() {
    assert_snapshot!(of_history(&["nato_sweden_accession_2022", "--as-of", "2024-02-26"]), @r#"
    Protocol to the North Atlantic Treaty on the Accession of the Kingdom of Sweden (Brussels, 5 Jul
    2022)
    As of 26 February 2024: Not in force.

    Why
    - 24 more consents are needed: those of Albania, Belgium, Bulgaria, Croatia, Czechia, Estonia,
      France, Germany and 16 more. If this happened on 26 February 2024, it would be in force on 26
      February 2024.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - Without each of these consents it cannot enter into force.
    - Albania, Belgium, Bulgaria, Croatia, Czechia, Estonia, France, Germany and 15 more may have
      consented already: the days of these consents are known only within bounds, and counting uses the
      latest day. By the record, Hungary had not consented by this day.

    The clause
    [ ] Consent to be bound by each of: Albania, Belgium, Bulgaria, Canada, Croatia, Czechia, Denmark,
        Estonia and 23 more
        7 of 31 have consented. Missing: Albania, Belgium, Bulgaria, Croatia, Czechia, Estonia, France,
        Germany and 16 more.
    Then the instrument enters into force on the day on which the conditions are met.
    "#);
}

#[test]
fn sweden_on_the_day_of_its_accession() {
    assert_snapshot!(of_history(&["nato_sweden_accession_2022", "--as-of", "2024-03-07"]), @r#"
    Protocol to the North Atlantic Treaty on the Accession of the Kingdom of Sweden (Brussels, 5 Jul
    2022)
    As of 7 March 2024: In force from 7 March 2024 under its clause. Conditions met on 7 March 2024; no notification by the depositary on record.

    Why
    - The conditions were met on 7 March 2024. On that day Albania, Belgium, Bulgaria, Croatia, Czechia,
      Estonia, France, Germany and 16 more consented and were counted.
        [the clause]
    - By the clause it is in force on the day on which the conditions are met: since 7 March 2024.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - The day is computed from the acts on record. No notification by the depositary is on record.

    The clause
    [x] Consent to be bound by each of: Albania, Belgium, Bulgaria, Canada, Croatia, Czechia, Denmark,
        Estonia and 23 more
        All 31 have consented.
    Then the instrument enters into force on the day on which the conditions are met.
    "#);
}

#[test]
fn the_stability_mechanism_waits_for_germany_alone() {
    assert_snapshot!(of_history(&["esm_2012", "--as-of", "2012-09-26"]), @r#"
    Treaty establishing the European Stability Mechanism (2 Feb 2012)
    As of 26 September 2012: Not in force.

    Why
    - 17.3324 % more is needed: Germany alone would do. If this happened on 26 September 2012, it would
      be in force on 26 September 2012.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - Without this consent it cannot enter into force.

    The clause
    [ ] Consent to be bound by participants that together hold at least 90 %
        Those who consented hold 72.6676 %; 17.3324 % more is needed.
    Then the instrument enters into force on the day on which the conditions are met.
    "#);
}

#[test]
fn the_treaty_of_lisbon_while_its_first_way_was_open() {
    assert_snapshot!(of_history(&["lisbon_2007", "--as-of", "2008-12-19"]), @r#"
    Treaty of Lisbon (13 Dec 2007)
    As of 19 December 2008: Not in force.

    Why
    - (Way 1) 4 more consents are needed: those of Czechia, Germany, Ireland and Poland. This has to
      happen by 31 December 2008, 12 days from this day. If this happened on 19 December 2008, it would
      be in force on 1 January 2009.
        [the clause, way 1; Vienna Convention on the Law of Treaties, article 24(1)]
    - (Way 2) 4 more consents are needed: those of Czechia, Germany, Ireland and Poland. If this
      happened on 19 December 2008, it would be in force on 1 January 2009.
        [the clause, way 2; Vienna Convention on the Law of Treaties, article 24(1)]
    - It cannot enter into force without Czechia, Germany, Ireland and Poland.

    The clause
    Way 1
    [ ] Consent to be bound by each of: Austria, Belgium, Bulgaria, Cyprus, Czechia, Denmark, Estonia,
        Finland and 19 more
        23 of 27 have consented. Missing: Czechia, Germany, Ireland and Poland.
    To count, this has to be met by 31 December 2008. Then the instrument enters into force on 1 January
    2009.
    Way 2
    [ ] Consent to be bound by each of: Austria, Belgium, Bulgaria, Cyprus, Czechia, Denmark, Estonia,
        Finland and 19 more
        23 of 27 have consented. Missing: Czechia, Germany, Ireland and Poland.
    Then the instrument enters into force on the first day of the month after the day on which the
    conditions are met.
    "#);
}

#[test]
fn the_treaty_of_lisbon_by_its_second_way() {
    assert_snapshot!(of_history(&["lisbon_2007", "--as-of", "2009-11-13"]), @r#"
    Treaty of Lisbon (13 Dec 2007)
    As of 13 November 2009: In force from 1 December 2009 under its clause. Conditions met on 13 November 2009; no notification by the depositary on record.

    Why
    - The conditions were met on 13 November 2009. On that day Czechia consented and was counted. Of the
      2 ways in the clause, way 2 was met first.
        [the clause, way 2]
    - By the clause it is in force on the first day of the month after the day on which the conditions
      are met: from 1 December 2009 on, 18 days from this day.
        [the clause, way 2; Vienna Convention on the Law of Treaties, article 24(1)]
    - Way 1 had to be met by 31 December 2008, and was not. It can no longer decide.
        [the clause, way 1]
    - A withdrawal before that day does not change it: conditions once met stay met.
    - The day is computed from the acts on record. No notification by the depositary is on record.

    The clause
    Way 1
    [x] Consent to be bound by each of: Austria, Belgium, Bulgaria, Cyprus, Czechia, Denmark, Estonia,
        Finland and 19 more
        All 27 have consented.
    To count, this has to be met by 31 December 2008. Then the instrument enters into force on 1 January
    2009. Its last day passed before it was met.
    Way 2
    [x] Consent to be bound by each of: Austria, Belgium, Bulgaria, Cyprus, Czechia, Denmark, Estonia,
        Finland and 19 more
        All 27 have consented.
    Then the instrument enters into force on the first day of the month after the day on which the
    conditions are met. This way decided.
    "#);
}

#[test]
fn croatia_entered_on_the_day_that_the_treaty_names() {
    assert_snapshot!(of_history(&["eu_croatia_accession_2011", "--as-of", "2013-06-21"]), @r#"
    Treaty of Accession of Croatia (9 Dec 2011)
    As of 21 June 2013: In force from 1 July 2013 under its clause. Conditions met on 21 June 2013; no notification by the depositary on record.

    Why
    - The conditions were met on 21 June 2013. On that day Germany consented and was counted.
        [the clause]
    - The clause itself names the day. It is in force from 1 July 2013 on, 10 days from this day.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - A withdrawal before that day does not change it: conditions once met stay met.
    - The day is computed from the acts on record. No notification by the depositary is on record.

    The clause
    [x] Consent to be bound by each of: Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, Denmark,
        Estonia and 20 more
        All 28 have consented.
    To count, this has to be met by 30 June 2013. Then the instrument enters into force on 1 July 2013.
    "#);
}

#[test]
fn the_istanbul_convention_one_consent_short() {
    assert_snapshot!(of_history(&["istanbul_convention_2011", "--as-of", "2014-04-21"]), @r#"
    CoE Convention on preventing and combating violence against women, CETS 210 (Istanbul, 11 May 2011)
    As of 21 April 2014: Not in force.

    Why
    - 1 more consent is needed: any one of these 39 would do: Andorra, Armenia, Azerbaijan, Belgium,
      Bulgaria, Croatia, Cyprus, Czechia and 31 more. If this happened on 21 April 2014, it would be in
      force on 1 August 2014.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]

    The clause
    [ ] All of the following:
        [ ] Consent to be bound by at least 10 participants
            9 consents count; 1 more is needed.
        [x] Consent to be bound by at least 8 of these 47: Albania, Andorra, Armenia, Austria,
            Azerbaijan, Belgium, Bosnia and Herzegovina, Bulgaria and 39 more
            9 consents count; that is enough.
    Then the instrument enters into force on the first day of the month after 3 months have passed from
    the day on which the conditions are met.
    "#);
}

#[test]
fn the_doha_amendment_two_consents_short() {
    assert_snapshot!(of_history(&["doha_amendment_2012", "--as-of", "2020-09-30"]), @r#"
    Doha Amendment to the Kyoto Protocol (8 Dec 2012)
    As of 30 September 2020: Not in force.

    Why
    - 2 more consents are needed: any 2 of these 4: Albania, Jamaica, Nigeria and Qatar. If this
      happened on 30 September 2020, it would be in force on 29 December 2020.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]

    The clause
    [ ] Consent to be bound by at least 144 participants; organisations are not counted on top of their
        members
        142 consents count; 2 more are needed.
    Then the instrument enters into force 90 days after the day on which the conditions are met.
    "#);
}

#[test]
fn new_start_by_exchange_without_a_depositary() {
    assert_snapshot!(of_history(&["new_start_2010", "--as-of", "2011-02-05"]), @r#"
    New START (Prague, 8 Apr 2010)
    As of 5 February 2011: In force from 5 February 2011 under its clause. Conditions met on 5 February 2011.

    Why
    - The conditions were met on 5 February 2011. On that day the Russian Federation and the United
      States consented and were counted.
        [the clause]
    - By the clause it is in force on the day on which the conditions are met: since 5 February 2011.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - The day is computed from the acts on record. There is no depositary who could notify it.

    The clause
    [x] Consent to be bound by each of: the Russian Federation and the United States
        Both have consented.
    Then the instrument enters into force on the day on which the conditions are met.
    "#);
}

// Participants.

#[test]
fn the_united_states_left_the_paris_agreement_and_came_back() {
    assert_snapshot!(of_history(&["paris_agreement_2015", "--as-of", "2025-02-01", "--party", "USA"]), @r#"
    Paris Agreement (Paris, 12 Dec 2015): United States
    As of 1 February 2025: No information; Withdrawal notified.

    Why
    - The United States is one of those whose consent the instrument asks for.
    - It signed on 22 April 2016.
    - Its consent is counted in the conditions.
    - It expressed its consent to be bound on 3 September 2016: acceptance.
        [Vienna Convention on the Law of Treaties, articles 11 and 16]
    - It had consented when the conditions were met: for it the instrument is in force on the general
      day, 4 November 2016.
        [Vienna Convention on the Law of Treaties, article 24(1)]
    - That consent ended on 4 November 2020.
    - It expressed its consent to be bound on 20 January 2021: acceptance.
        [Vienna Convention on the Law of Treaties, articles 11 and 16]
    - It consented after the conditions were met. By the rule for later consents it is in force for it
      30 days after the day of its own consent: on 19 February 2021.
        [the rule on later consents]
    - That consent ends on 27 January 2026.
    - It notified its withdrawal on 27 January 2025. It is no longer a party from 27 January 2026 on.
      Until then it can take the notice back.
        [Vienna Convention on the Law of Treaties, articles 54 and 68]
    "#);
}

#[test]
fn the_united_kingdom_withdrew_its_consent_to_the_patent_court() {
    assert_snapshot!(of_history(&["upc_agreement_2013", "--as-of", "2020-07-20", "--party", "GBR"]), @r#"
    Agreement on a Unified Patent Court (19 Feb 2013): United Kingdom
    As of 20 July 2020: No information; Consent withdrawn.

    Why
    - The United Kingdom is one of those whose consent the instrument asks for.
    - It signed on 19 February 2013.
    - What is still lacking does not depend on its consent.
    - It expressed its consent to be bound on 26 April 2018: ratification, acceptance or approval (the
      source does not say which).
        [Vienna Convention on the Law of Treaties, articles 11 and 16]
    - That consent ended on 20 July 2020.
    - It withdrew its consent before the instrument was in force for it. Since 20 July 2020 it is not
      counted.
    "#);
}

#[test]
fn germany_held_the_patent_court_back() {
    assert_snapshot!(of_history(&["upc_agreement_2013", "--as-of", "2020-07-20", "--party", "DEU"]), @r#"
    Agreement on a Unified Patent Court (19 Feb 2013): Germany
    As of 20 July 2020: No information; Signed.

    Why
    - Germany is one of those whose consent the instrument asks for.
    - It signed on 19 February 2013.
    - Having signed, it is not to defeat the object and purpose of the instrument, unless it has made
      clear that it will not become a party.
        [Vienna Convention on the Law of Treaties, article 18(a)]
    - The conditions cannot be met without it.
    - Its consent alone would meet the conditions.
    - It has not expressed its consent to be bound.
    "#);
}

#[test]
fn belgium_applies_the_patent_court_provisionally() {
    assert_snapshot!(of_history(&["upc_agreement_2013", "--as-of", "2018-01-01", "--party", "BEL"]), @r#"
    Agreement on a Unified Patent Court (19 Feb 2013): Belgium
    As of 1 January 2018: No information; Instrument deposited.

    Why
    - Belgium is one of those whose consent the instrument asks for.
    - It signed on 19 February 2013.
    - Its consent is counted in the conditions.
    - It expressed its consent to be bound on 6 June 2014: ratification, acceptance or approval (the
      source does not say which).
        [Vienna Convention on the Law of Treaties, articles 11 and 16]
    - The instrument is not in force. Until it is, Belgium is not to defeat its object and purpose.
        [Vienna Convention on the Law of Treaties, article 18(b)]
    - It applies the instrument provisionally, from 15 May 2017.
        [the rule on provisional application; Vienna Convention on the Law of Treaties, article 25]
    "#);
}

#[test]
fn croatia_accedes_to_the_stability_mechanism_by_its_own_rule() {
    assert_snapshot!(of_history(&["esm_2012", "--as-of", "2023-04-01", "--party", "HRV"]), @r#"
    Treaty establishing the European Stability Mechanism (2 Feb 2012): Croatia
    As of 1 April 2023: No information; In force.

    Why
    - Croatia is not on the list of those whose consent the instrument asks for.
    - Its consent is counted in the conditions.
    - It expressed its consent to be bound on 2 March 2023: accession.
        [Vienna Convention on the Law of Treaties, articles 11 and 16]
    - It consented after the conditions were met. By the rule for those who accede it is in force for it
      20 days after the day of its own consent: on 22 March 2023.
        [the rule on later accessions]
    "#);
}

#[test]
fn turkiye_has_given_notice_to_leave_the_istanbul_convention() {
    assert_snapshot!(of_history(&["istanbul_convention_2011", "--as-of", "2021-04-01", "--party", "TUR"]), @r#"
    CoE Convention on preventing and combating violence against women, CETS 210 (Istanbul, 11 May 2011):
    Türkiye
    As of 1 April 2021: No information; Withdrawal notified.

    Why
    - Türkiye is one of those whose consent the instrument asks for.
    - It signed on 11 May 2011.
    - Its consent is counted in the conditions.
    - It expressed its consent to be bound on 14 March 2012: ratification, acceptance or approval (the
      source does not say which).
        [Vienna Convention on the Law of Treaties, articles 11 and 16]
    - It had consented when the conditions were met: for it the instrument is in force on the general
      day, 1 August 2014.
        [Vienna Convention on the Law of Treaties, article 24(1)]
    - That consent ends on 1 July 2021.
    - It notified its withdrawal on 22 March 2021. It is no longer a party from 1 July 2021 on. Until
      then it can take the notice back.
        [Vienna Convention on the Law of Treaties, articles 54 and 68]
    "#);
}

/// The shares of 1990 in percent, as the Conference of the Parties published them for the purpose of
/// article 25 (FCCC/CP/1997/7/Add.1, annex).
const ANNEX_I: &str = "\
    AUS=2.1 AUT=0.4 BEL=0.8 BGR=0.6 CAN=3.3 CZE=1.2 DNK=0.4 EST=0.3 FIN=0.4 FRA=2.7 DEU=7.4 \
    GRC=0.6 HUN=0.5 ISL=0.0 IRL=0.2 ITA=3.1 JPN=8.5 LVA=0.2 LIE=0.0 LUX=0.1 MCO=0.0 NLD=1.2 \
    NZL=0.2 NOR=0.3 POL=3.0 PRT=0.3 ROU=1.2 RUS=17.4 SVK=0.4 ESP=1.9 SWE=0.4 CHE=0.3 GBR=4.3 USA=36.1";

/// Thirty States outside Annex I, so that the number of 55 is reached. Illustrative.
const OTHERS: &str = "\
    ATG BHS BGD BLZ BRB BOL BWA BRA BTN CHL CHN COL CRI CUB CYP \
    ECU FJI GEO GHA GTM IND JAM KOR MEX MNG PAN PER THA URY ZAF";

/// The Kyoto Protocol at the end of 2003. The clause (article 25) and the shares are the real ones, and
/// so is it that Australia, the Russian Federation and the United States had not consented. The others,
/// and the days of their consents, are illustrative.
fn kyoto(folder: &Path) {
    let rule = r#"{""first_of"":[{""when"":{""and"":[{""count"":55,""no_reio"":true},{""weight_pct"":55,""no_reio"":true}]},""then"":{""days"":90}}],""later"":{""days"":90}}"#;
    let case = format!("kyoto,Kyoto Protocol,UN Secretary-General,\"{rule}\",,\n");
    let head =
        "case,title,depositary,rule_json,expected_threshold_met_on,expected_entry_into_force";
    std::fs::write(folder.join("cases.csv"), format!("{head}\n{case}")).unwrap();
    let mut rows = "case,iso3,signature_date,approval_date,deposit_date,note\n".to_owned();
    let mut weights = "case,iso3,weight\n".to_owned();
    for item in ANNEX_I.split_whitespace() {
        let (code, share) = item.split_once('=').unwrap();
        let deposit = match code {
            "AUS" | "RUS" | "USA" => "",
            _ => "2003-12-01",
        };
        writeln!(rows, "kyoto,{code},1998-06-01,,{deposit},").unwrap();
        writeln!(weights, "kyoto,{code},{share}").unwrap();
    }
    for code in OTHERS.split_whitespace() {
        writeln!(rows, "kyoto,{code},,,2003-12-01,kind=accession").unwrap();
    }
    std::fs::write(folder.join("kyoto.csv"), rows).unwrap();
    std::fs::write(folder.join("weights.csv"), weights).unwrap();
}

#[test]
fn russia_alone_or_the_united_states_alone_could_bring_the_kyoto_protocol_in() {
    let folder = tempfile::tempdir().unwrap();
    kyoto(folder.path());
    let path = folder.path().display().to_string();
    let (code, said, _) = explain(&[&path, "kyoto", "--as-of", "2003-12-31"]);
    assert_eq!(code, 0, "{said}");
    assert_snapshot!(said, @r#"
    Kyoto Protocol
    As of 31 December 2003: Not in force.

    Why
    - 10.8 % more is needed: the Russian Federation alone would do, or the United States alone. If this
      happened on 31 December 2003, it would be in force on 30 March 2004.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]

    The clause
    [ ] All of the following:
        [x] Consent to be bound by at least 55 participants; organisations are not counted on top of
            their members
            61 consents count; that is enough.
        [ ] Consent to be bound by participants that together hold at least 55 %; organisations are not
            counted on top of their members
            Those who consented hold 44.2 %; 10.8 % more is needed. Without a weight in the table, so
            that they add nothing: Antigua and Barbuda, the Bahamas, Bangladesh, Barbados, Belize,
            Bhutan, Bolivia, Botswana and 22 more.
    Then the instrument enters into force 90 days after the day on which the conditions are met.

    The earliest day
    - At the earliest the conditions are met on 1 January 2004 and the instrument is in force on 31
      March 2004.
    - This takes it that everybody who still can consents on the next day.
    - Where nothing is on record of a procedure, none of its periods is counted.
    "#);
}

// What is behind the sentences.

#[test]
fn the_data_has_every_name_that_a_sentence_leaves_out() {
    let sweden = as_json(&["nato_sweden_accession_2022", "--as-of", "2024-02-26"]);
    let explanation = &sweden["explanation"];
    let lacking = &explanation["clause"]["outcome"]["not_met"];
    assert_eq!(lacking["to_go"]["exactly"], 24);
    assert_eq!(lacking["indispensable"].as_array().unwrap().len(), 24);
    let named = &explanation["clause"]["alternatives"][0]["when"]["one"];
    assert_eq!(named["awaited"].as_array().unwrap().len(), 24);
    let uncertain = explanation["uncertain"].as_object().unwrap();
    assert_eq!(uncertain.len(), 23);
    assert!(!uncertain.contains_key("HUN"));
    let latest = &uncertain["DEU"]["precision"];
    assert!(latest.to_string().contains("2024-03-07"), "{latest}");
}

#[test]
fn dates_computed_and_confirmed_stand_apart_with_their_bases() {
    let paris = as_json(&["paris_agreement_2015", "--as-of", "2016-12-01"]);
    let dates = &paris["explanation"]["dates"];
    assert_eq!(dates["computed"]["in_force"], "2016-11-04");
    assert_eq!(
        dates["computed"]["bases"],
        serde_json::json!([{"alternative": 0}, {"article": "VCLT 24(1)"}])
    );
    assert_eq!(dates["confirmed"], serde_json::json!([]));
    assert_eq!(dates["difference"], Value::Null);
}

#[test]
fn a_procedure_is_shown_stage_by_stage_with_its_legal_bases() {
    let (code, said, _) = explain(&[
        &histories(),
        "upc_agreement_2013",
        "--as-of",
        "2020-07-20",
        "--party",
        "DEU",
    ]);
    assert_eq!(code, 0);
    let (_, procedure) = said.split_once("\nIts own procedure\n").unwrap();
    assert!(
        procedure.starts_with(
            "Treaty Act (Vertragsgesetz), Art. 59(2) (Research, not confirmed by this State)\n"
        ),
        "{procedure}"
    );
    // Nothing is on record of it, so that nothing is said to come next.
    assert!(
        procedure.contains("Vote, Bundestag: No information\n"),
        "{procedure}"
    );
    assert!(!procedure.contains("May come next"), "{procedure}");
    assert!(
        procedure.contains("[Basic Law Arts. 42(2), 59(2); Basic Law Art. 79(1)-(2)]"),
        "{procedure}"
    );
}

#[test]
fn who_has_no_file_in_the_library_is_shown_without_a_procedure() {
    let russia = as_json(&["ctbt_1996", "--as-of", "2026-11-25", "--party", "RUS"]);
    assert_eq!(russia["procedure"], Value::Null);
    assert_eq!(russia["explanation"]["part"]["indispensable"], true);
}

// Bad input.

#[test]
fn an_unknown_case_lists_those_that_are_known() {
    let (code, said, complained) = explain(&[&histories(), "kyoto"]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(
        complained.starts_with(
            "error: cases.csv has no case “kyoto”; it has nato_sweden_accession_2022, "
        ),
        "{complained}"
    );
}

#[test]
fn an_unknown_participant_lists_those_who_take_part() {
    let (code, said, complained) = explain(&[&histories(), "new_start_2010", "--party", "FRA"]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert_eq!(
        complained,
        "error: FRA takes no part in new_start_2010; those who do are RUS, USA\n"
    );
}

#[test]
fn what_is_wrong_with_a_history_has_its_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    kyoto(folder.path());
    let path = folder.path().join("weights.csv");
    let weights = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, weights.replace("AUT,0.4", "AUT,much")).unwrap();
    let (code, said, complained) = explain(&[&folder.path().display().to_string(), "kyoto"]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(
        complained.contains("\nerror: weights.csv:3: weight: "),
        "{complained}"
    );
}

#[test]
fn a_folder_that_is_none_is_said_to_be_none() {
    let (code, _, complained) = explain(&["nowhere", "kyoto"]);
    assert_eq!(code, 2);
    assert_eq!(
        complained,
        "error: nowhere is not a folder; give the folder that holds cases.csv\n"
    );
}

// A clause tried before anybody has adopted it.

/// Tries a clause on participants on 25 November 2026.
fn tried(rule: &str, participants: &str, more: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("clause.json");
    std::fs::write(&file, rule).unwrap();
    let file = file.display().to_string();
    let arguments = [
        "--rule",
        file.as_str(),
        "--participants",
        participants,
        "--as-of",
        "2026-11-25",
    ];
    let (code, said, complained) = explain(&[&arguments[..], more].concat());
    (code, said, complained.replace(&file, "clause.json"))
}

#[test]
fn a_clause_that_holds_together_is_told_in_words_with_its_smallest_sets() {
    let rule = r#"{"first_of":[{"when":{"and":[{"named":["FRA"]},{"count":3,"other_than":["FRA"]},{"event":"ceasefire"}]},"by":"2027-01-01","then":{"first_of_month_after_months":1}}]}"#;
    let (code, said, complained) = tried(rule, "FRA,DEU,POL,USA,GBR", &[]);
    assert_eq!((code, complained.as_str()), (0, ""), "{said}");
    assert_snapshot!(said, @r#"
    A clause tried on 5 participants, as of 25 November 2026.
    Taken as on the list and as having signed; nobody has consented, no event has happened.

    What it takes
    - 4 more consents are needed: those of France, and any 3 of these 4: Germany, Poland, the United
      Kingdom and the United States. The event “ceasefire” is awaited. This has to happen by 1 January
      2027, 37 days from this day. If this happened on 25 November 2026, it would be in force on 1
      January 2027.
        [the clause; Vienna Convention on the Law of Treaties, article 24(1)]
    - It cannot enter into force without France.

    The clause
    [ ] All of the following:
        [ ] Consent to be bound by France
            No consent yet. Missing: France.
        [ ] Consent to be bound by at least 3 participants, not counting France
            No consent counts so far; 3 more are needed.
        [ ] The event “ceasefire”
            Awaited.
    To count, this has to be met by 1 January 2027. Then the instrument enters into force on the first
    day of the month after 1 month has passed from the day on which the conditions are met.

    To look at
    Nothing found.
    "#);
}

#[test]
fn a_clause_that_somebody_should_look_at_again_says_why() {
    let rule = r#"{"first_of":[{"when":{"and":[{"named":["FRA","JPN"]},{"weight_pct":50}]},"then":{"days":30}},{"when":{"or":[{"fraction":[2,3],"more_than":true,"of":"listed"},{"from_date":"2027-06-01"}]},"then":{"months":3}},{"when":{"count":9},"then":{"same_day":1}}]}"#;
    let (code, said, complained) = tried(rule, "FRA=20 DEU=31 POL", &[]);
    assert_eq!((code, complained.as_str()), (1, ""), "{said}");
    assert_snapshot!(said, @r#"
    A clause tried on 3 participants, as of 25 November 2026.
    Taken as on the list and as having signed; nobody has consented, no event has happened.

    What it takes
    - (Way 2) No further consent is needed. Not before 1 June 2027. It would be in force on 1 September
      2027.
        [the clause, way 2; Vienna Convention on the Law of Treaties, article 24(1)]
    - (Way 1) 3 more consents are needed: those of France, Germany and Japan. If this happened on 25
      November 2026, it would be in force on 25 December 2026.
        [the clause, way 1; Vienna Convention on the Law of Treaties, article 24(1)]
    - (Way 2) 3 more consents are needed: those of France, Germany and Poland. If this happened on 25
      November 2026, it would be in force on 25 February 2027.
        [the clause, way 2; Vienna Convention on the Law of Treaties, article 24(1)]
    - Way 3 cannot be met by those on record.
        [the clause, way 3]

    The clause
    Way 1
    [ ] All of the following:
        [ ] Consent to be bound by each of: France and Japan
            Neither has consented. Missing: France and Japan.
        [ ] Consent to be bound by participants that together hold at least 50 %
            Those who consented hold 0 %; 50 % more is needed.
    Then the instrument enters into force 30 days after the day on which the conditions are met.
    Way 2
    [ ] At least one of the following:
        [ ] Consent to be bound by more than two thirds of the participants on the list
            Of 3, 3 are needed. No consent counts so far; 3 more are needed.
        [ ] Not before 1 June 2027
            That day has not come yet.
    Then the instrument enters into force 3 months after the day on which the conditions are met.
    Way 3
    [ ] Consent to be bound by at least 9 participants
        No consent counts so far; 9 more are needed. This cannot be met by those on record.
    Then the instrument enters into force on the day on which the conditions are met.

    To look at
    - The clause names those who are not on the list: Japan.
    - The clause counts a weight, and these have none, so that they add nothing: Poland.
    - These participants cannot meet way 1 on any day, whatever happens.
    - These participants cannot meet way 3 on any day, whatever happens.
    "#);
    let (code, said, _) = tried(rule, "FRA=20 DEU=31 POL", &["--json"]);
    let json: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(code, 1);
    assert_eq!(
        json["preview"]["not_participants"],
        serde_json::json!(["JPN"])
    );
    assert_eq!(
        json["preview"]["without_weight"],
        serde_json::json!(["POL"])
    );
    assert_eq!(json["preview"]["never"], serde_json::json!([0, 2]));
}

#[test]
fn what_is_wrong_with_a_clause_or_a_list_has_its_place() {
    for (rule, participants, problem) in [
        (
            r#"{"first_of":[{"when":{"count":0},"then":{"days":30}}]}"#,
            "FRA",
            "error: clause.json: first_of[0].when.count: a whole number from 1 to 10000 is expected, not the number 0\n",
        ),
        (
            "{",
            "FRA",
            "error: clause.json: not valid JSON: EOF while parsing an object at line 1 column 1\n",
        ),
        (
            r#"{"first_of":[{"when":{"all":true},"then":{"days":30}}]}"#,
            "FRA,DEU,fra",
            "error: --participants, item 3: “fra” is not a code",
        ),
        (
            r#"{"first_of":[{"when":{"all":true},"then":{"days":30}}]}"#,
            "FRA,DEU,FRA",
            "error: --participants, item 3: FRA stands twice in the list\n",
        ),
        (
            r#"{"first_of":[{"when":{"all":true},"then":{"days":30}}]}"#,
            "FRA=half",
            "error: --participants, item 1: ",
        ),
        (
            r#"{"first_of":[{"when":{"all":true},"then":{"days":30}}]}"#,
            " , ",
            "error: --participants: the list is empty",
        ),
    ] {
        let (code, said, complained) = tried(rule, participants, &[]);
        assert_eq!((code, said.as_str()), (2, ""));
        assert!(complained.starts_with(problem), "{complained}");
    }
}
