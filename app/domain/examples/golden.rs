//! Writes the golden files that are missing: one statement of every kind of act, and two entries.
//!
//! A golden file is a published format. This program never overwrites one: a new format is a new
//! version with a file of its own.
//!
//! In the statements below, `blob:…` stands for the hash of the words that follow, and `hash:…` for
//! the hash of the statement of that kind further up.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use domain::act::Act;
use domain::canonical;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::name::Key;
use domain::office::Office;
use domain::policy::Occasion;
use domain::register::{Draft, Entry, RecordedAt};
use domain::sign_off::{Evidence, SignOff, pseudonym};
use domain::statement::Statement;
use serde_json::Value;

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut files = Files {
        hashes: folder.join("hashes.txt"),
        folder,
    };
    let mut known = BTreeMap::new();
    for text in STATEMENTS {
        let statement = statement(text, &known)?;
        known.insert(format!("hash:{}", statement.kind()), statement.hash()?);
        let name = format!("{}.v{}.json", statement.kind(), statement.version());
        files.add(&name, &canonical::encode(&statement)?)?;
    }
    for (name, texts) in [
        ("entry.v1.json", ENTRY),
        ("entry.unknown-kind.json", UNKNOWN_KIND),
    ] {
        let statements = texts
            .iter()
            .map(|text| statement(text, &known))
            .collect::<Result<Vec<_>, _>>()?;
        files.add(name, &signed_entry(statements)?.encode()?)?;
    }
    Ok(())
}

/// Where golden files go.
struct Files {
    folder: PathBuf,
    hashes: PathBuf,
}

impl Files {
    /// Writes a file and pins its hash, if it is missing.
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        if path.exists() {
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        fs::write(&path, bytes)?;
        let mut lines: Vec<String> = match fs::read_to_string(&self.hashes) {
            Ok(text) => text.lines().map(str::to_owned).collect(),
            Err(_) => Vec::new(),
        };
        lines.push(format!("{}  {name}", Digest::of(bytes)));
        lines.sort_by_key(|line| line.get(64..).map(str::to_owned));
        fs::write(&self.hashes, lines.join("\n") + "\n")?;
        println!("written: {name}");
        Ok(())
    }
}

/// The statement that a text stands for.
fn statement(text: &str, known: &BTreeMap<String, Digest>) -> Result<Statement, Failure> {
    let mut value: Value = serde_json::from_str(text)?;
    fill(&mut value, known)?;
    // Through text, since a payload is read from the bytes it was written in.
    Ok(serde_json::from_str(&value.to_string())?)
}

/// Puts hashes in the place of what stands for them.
fn fill(value: &mut Value, known: &BTreeMap<String, Digest>) -> Result<(), Failure> {
    match value {
        Value::String(text) => {
            if let Some(words) = text.strip_prefix("blob:") {
                *text = Digest::of(words.as_bytes()).to_string();
            } else if text.starts_with("hash:") {
                let hash = known.get(text.as_str()).ok_or_else(|| text.clone())?;
                *text = hash.to_string();
            }
        }
        Value::Array(items) => {
            for item in items {
                fill(item, known)?;
            }
        }
        Value::Object(map) => {
            for item in map.values_mut() {
                fill(item, known)?;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// The third entry of a register, each statement signed off as the standard policy asks.
fn signed_entry(statements: Vec<Statement>) -> Result<Entry, Failure> {
    let ukraine: EntityCode = "UKR".parse()?;
    let authority: Key = "illustrative-depositary".parse()?;
    let key = [7; 32];
    let signers = [
        (Office::Liaison(ukraine), "a liaison"),
        (Office::Verifier(ukraine), "a verifier"),
        (Office::DepositaryOfficer(authority), "an officer"),
    ];
    let mut sign_offs = Vec::new();
    for statement in &statements {
        // The officer alone accepts, in one entry with the act that all three have signed.
        let accepts = matches!(statement.act(), Some(Act::AcceptedInDueForm(_)));
        let signers = if accepts { &signers[2..] } else { &signers[..] };
        for (step, (office, person)) in (0..).zip(signers) {
            sign_offs.push(SignOff::new(
                statement.hash()?,
                Occasion::Regular,
                step,
                office.clone(),
                Evidence::PasswordStepUp,
                pseudonym(&key, person),
            ));
        }
    }
    let draft = Draft {
        occasion: Occasion::Regular,
        sign_offs,
        statements,
    };
    let recorded_at: RecordedAt = "2026-03-02T09:15:00.000250Z".parse()?;
    Ok(draft.numbered(2, recorded_at))
}

/// What the standard policy makes of two statements of one participant.
const ENTRY: &[&str] = &[
    r#"{"kind": "consent_expressed", "version": 1, "instrument": "illustrative-guarantee",
        "participant": "UKR", "date": {"precision": {"day": "2026-03-02"}, "calendar": "seat"},
        "sources": [{"citation": {"lang": "en", "body": "Instrument of ratification, illustrative"}, "confidence": "high"}],
        "payload": {"mode": "ratification", "form": "deposit", "instrument": "blob:instrument of ratification of Ukraine"}}"#,
    r#"{"kind": "declaration_made", "version": 1, "instrument": "illustrative-guarantee",
        "participant": "UKR", "date": {"precision": {"day": "2026-03-02"}, "calendar": "seat"}, "sequence": 1,
        "payload": {"text": {"lang": "uk", "body": "Україна тлумачить статтю 5 відповідно до статті 51 Статуту ООН."}}}"#,
];

/// Statements that only a later program knows.
const UNKNOWN_KIND: &[&str] = &[
    r#"{"kind": "guarantor_consulted", "version": 1, "instrument": "illustrative-guarantee",
        "participant": "UKR", "stage": "consultation", "date": {"precision": {"day": "2026-03-02"}, "calendar": {"zone": "Europe/Kyiv"}},
        "blobs": ["blob:minutes of the consultation"],
        "payload": {"within_hours": 24, "held": true, "note": null, "with": ["FRA", {"office": "secretariat", "weights": [1, 2.5, -3]}],
                    "text": {"lang": "uk", "body": "Консультації за статтею 6"}}}"#,
    r#"{"kind": "signed", "version": 2, "instrument": "illustrative-guarantee",
        "participant": "UKR", "date": {"precision": {"day": "2026-03-02"}, "calendar": "seat"}, "sequence": 1,
        "payload": {"signature": "simple", "place": "Paris"}}"#,
];

/// One statement of every kind. Each field of each payload stands in at least one place.
const STATEMENTS: &[&str] = &[
    r#"{"kind": "instrument_opened", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"day": "2026-01-06"}, "calendar": "seat"},
        "sources": [{"citation": {"lang": "en", "body": "Treaty of Guarantee, illustrative text"}, "url": "https://example.org/guarantee", "confidence": "high"},
                    {"citation": {"lang": "uk", "body": "Договір про гарантії, ілюстративний текст"}, "confidence": "medium"}],
        "blobs": ["blob:explanatory report"],
        "payload": {
          "reason": {"lang": "en", "body": "Opened to show how a guarantee enters into force"},
          "instrument": {
            "titles": [{"lang": "en", "body": "Treaty of Guarantee (illustrative)"}, {"lang": "uk", "body": "Договір про гарантії (ілюстративний)"}],
            "kind": "treaty", "nature": "illustrative",
            "texts": [{"lang": "en", "standing": "authentic", "blob": "blob:treaty en"}, {"lang": "fr", "standing": "authentic", "blob": "blob:treaty fr"},
                      {"lang": "uk", "standing": "official_translation", "blob": "blob:treaty uk"}, {"lang": "pl", "standing": "translation", "blob": "blob:treaty pl"}],
            "seat": {"place": {"lang": "en", "body": "Paris"}, "zone": "Europe/Paris"},
            "depositaries": [{"authority": "illustrative-depositary", "name": {"lang": "en", "body": "Depositary of the Treaty of Guarantee"}}],
            "consent_modes": ["ratification", "acceptance", "approval", "accession", "succession", "definitive_signature", "not_told_apart"],
            "consent_form": "deposit",
            "clause": {
              "first_of": [
                {"when": {"and": [{"named": ["UKR", "USA"]}, {"count": 5, "of": ["DEU", "FRA", "GBR", "ITA", "POL", "TUR", "EUU"], "other_than": ["TUR"], "no_reio": true},
                                  {"or": [{"weight_pct": "55.5", "no_reio": true}, {"fraction": [2, 3], "of": "signatories", "base_on": "2026-06-30", "more_than": true, "no_reio": true}]}]},
                 "by": "2027-12-31", "then": {"first_of_month_after_months": 3}},
                {"when": {"and": [{"all": true}, {"event": "ceasefire"}, {"from_date": "2026-07-01"}]}, "then": {"latest": [{"days": 30}, {"fixed": "2026-09-01"}]}},
                {"when": {"or": [{"fraction": [1, 2], "of": ["FRA", "GBR"]}, {"fraction": [3, 4], "of": "listed"}]}, "then": {"same_day": true}}],
              "later": {"months": 1}, "later_acceding": {"first_of_nth_month_after": 2}, "acceding": ["CHE", "NOR"],
              "check_days": ["2026-12-31"], "must_hold_until_entry_into_force": true},
            "clause_text": {"lang": "en", "body": "Article 14. This Treaty shall enter into force …"},
            "weights": {"DEU": "20", "FRA": "17.89", "GBR": "16.05", "ITA": "12.5", "POL": "9", "TUR": "8.000000000001", "EUU": "60"},
            "reservations": {"permitted": {"only": ["art-7", "art-9"]}, "pending": "counts_once_accepted"},
            "provisional_application": {"of": ["art-3", "art-5"]},
            "exit": {"notice": {"effect": {"months": 12}, "not_before": {"months": 60}}},
            "activation": {"event": "determination-art-8"}}}}"#,
    r#"{"kind": "instrument_amended", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"month": "2026-05-01"}, "calendar": "seat"},
        "payload": {
          "reason": {"lang": "en", "body": "Protocol of amendment: a lower threshold"},
          "instrument": {
            "titles": [{"lang": "en", "body": "Treaty of Guarantee as amended (illustrative)"}],
            "kind": "amendment", "nature": "illustrative",
            "texts": [{"lang": "en", "standing": "authentic", "blob": "blob:treaty as amended en"}],
            "seat": {"place": {"lang": "en", "body": "Paris"}, "zone": "Europe/Paris"},
            "depositaries": [{"authority": "illustrative-depositary", "name": {"lang": "fr", "body": "Dépositaire du traité de garantie"}}],
            "consent_modes": ["approval"], "consent_form": "notification",
            "clause": {"first_of": [{"when": {"count": 4}, "then": {"first_of_month_after_days": 60}}], "later": {"days": 30}},
            "clause_text": {"lang": "fr", "body": "Article 14 modifié"},
            "weights": {"FRA": "17.9"},
            "reservations": {"permitted": "accepted_by_each", "pending": "counts"},
            "provisional_application": "not_provided", "exit": "not_provided",
            "activation": {"named": ["UKR"]}}}}"#,
    r#"{"kind": "participant_listed", "version": 1, "instrument": "illustrative-guarantee", "participant": "UKR",
        "date": {"precision": {"day": "2026-01-06"}, "calendar": "seat"},
        "payload": {"standing": "listed", "ground": {"lang": "en", "body": "Article 1 (a)"}}}"#,
    r#"{"kind": "participant_removed", "version": 1, "instrument": "illustrative-guarantee", "participant": "TUR",
        "date": {"precision": {"day": "2026-02-20"}, "calendar": "seat"},
        "payload": {"ground": {"lang": "en", "body": "Note of 20 February 2026: it does not intend to become a party"}}}"#,
    r#"{"kind": "sign_off_policy_adopted", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"day": "2026-01-06"}, "calendar": "seat"},
        "payload": {"policy": {"rules": [
          {"acts": "founding", "occasion": "regular", "steps": [{"all_of": [{"office": "depositary_officer", "persons": 2}]}]},
          {"acts": "national", "occasion": "regular", "steps": [{"all_of": [{"office": "liaison_of_participant", "persons": 1}]}, {"all_of": [{"office": "verifier_of_participant", "persons": 1}]}]},
          {"acts": "international", "occasion": "exchange", "steps": [{"all_of": [{"office": "liaison_of_participant", "persons": 1}]}, {"all_of": [{"office": "verifier_of_participant", "persons": 1}]}, {"all_of": [{"office": "verifier_of_another", "persons": 1}]}]},
          {"acts": "international", "occasion": "on_paper", "steps": [{"all_of": [{"office": "depositary_officer", "persons": 2}]}]},
          {"acts": "depositary", "occasion": "import_of_history", "steps": [{"all_of": [{"office": "depositary_officer", "persons": 2}]}]}]}}}"#,
    r#"{"kind": "procedure_adopted", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA",
        "date": {"precision": {"day": "2026-01-12"}, "calendar": {"zone": "Europe/Paris"}},
        "payload": {"file": "blob:procedure of France", "route": "authorisation_act", "standing": "confirmed_by_participant"}}"#,
    r#"{"kind": "trigger_determined", "version": 1, "instrument": "illustrative-guarantee", "participant": "DNK",
        "date": {"precision": {"day": "2026-01-15"}, "calendar": {"zone": "Europe/Copenhagen"}},
        "payload": {"trigger": "treaty_transfers_powers", "applies": "no", "ground": {"lang": "en", "body": "Opinion of the Ministry of Justice, 15 January 2026"}}}"#,
    r#"{"kind": "sitting_calendar_published", "version": 1, "instrument": "illustrative-guarantee", "participant": "GBR",
        "date": {"precision": {"day": "2026-01-08"}, "calendar": {"zone": "Europe/London"}},
        "payload": {"chamber": "commons", "from": "2026-01-12", "until": "2026-01-16", "sitting_days": ["2026-01-12", "2026-01-13", "2026-01-14"]}}"#,
    r#"{"kind": "departure_recorded", "version": 1, "instrument": "illustrative-guarantee", "participant": "GBR", "stage": "laid_before_parliament",
        "date": {"precision": {"day": "2026-01-26"}, "calendar": {"zone": "Europe/London"}},
        "payload": {"ground": {"lang": "en", "body": "Constitutional Reform and Governance Act 2010, s. 22"}, "course": {"lang": "en", "body": "Statement laid; ratified without the 21 sitting days"}}}"#,
    r#"{"kind": "step_scheduled", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA", "stage": "an_vote",
        "date": {"precision": {"between": {"from": "2026-03-16", "to": "2026-03-20"}}, "calendar": {"zone": "Europe/Paris"}},
        "payload": {"note": {"lang": "fr", "body": "Ordre du jour de la semaine du 16 mars"}}}"#,
    r#"{"kind": "step_begun", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA", "stage": "conseil_etat",
        "date": {"precision": {"not_later_than": "2026-02-02"}, "calendar": {"zone": "Europe/Paris"}},
        "payload": {"note": {"lang": "fr", "body": "Projet de loi transmis au Conseil d'État"}}}"#,
    r#"{"kind": "vote_taken", "version": 1, "instrument": "illustrative-guarantee", "participant": "USA", "stage": "senate_vote",
        "date": {"precision": {"day": "2026-04-14"}, "calendar": {"zone": "America/New_York"}},
        "payload": {"chamber": "senate", "on": "approval",
          "tally": {"yes": 71, "no": 26, "abstain": 1, "present": 98, "not_voting": 2, "members": 100, "members_in_office": 100, "yes_weight": 710, "weights": 1000,
                    "groups": [{"group": "majority", "yes": 31, "no": 22, "abstain": 0}, {"group": "minority", "yes": 40, "no": 4, "abstain": 1}]},
          "ruling": "carried", "number": {"lang": "en", "body": "Vote No. 112"},
          "conditions": [{"condition": "report-on-costs", "text": {"lang": "en", "body": "The President reports the expected costs"}, "gates": "deposit"},
                         {"condition": "annual-report", "text": {"lang": "en", "body": "A yearly report to the Committee"}, "gates": "nothing"}]}}"#,
    r#"{"kind": "step_concluded", "version": 1, "instrument": "illustrative-guarantee", "participant": "POL", "stage": "president_signature",
        "date": {"precision": {"day": "2026-03-30"}, "calendar": {"zone": "Europe/Warsaw"}},
        "payload": {"outcome": "completed", "note": {"lang": "pl", "body": "Dz.U., publikacja ilustracyjna"}}}"#,
    r#"{"kind": "procedure_concluded", "version": 1, "instrument": "illustrative-guarantee", "participant": "NOR",
        "date": {"precision": {"year": 2026}, "calendar": {"zone": "Europe/Oslo"}},
        "payload": {"outcome": "failed", "note": {"lang": "en", "body": "The bill lapsed at the end of the session"}}}"#,
    r#"{"kind": "step_not_required", "version": 1, "instrument": "illustrative-guarantee", "participant": "IRL", "stage": "referendum",
        "date": {"precision": {"day": "2026-02-11"}, "calendar": {"zone": "Europe/Dublin"}},
        "payload": {"ground": {"lang": "en", "body": "Advice of the Attorney General: Article 29.4 does not require one"}}}"#,
    r#"{"kind": "clock_started", "version": 1, "instrument": "illustrative-guarantee", "participant": "GBR", "stage": "laid_before_parliament",
        "date": {"precision": {"day": "2026-01-13"}, "calendar": {"zone": "Europe/London"}},
        "payload": {"period": 0, "note": {"lang": "en", "body": "Laid before Parliament; 21 sitting days run from here"}}}"#,
    r#"{"kind": "clock_extended", "version": 1, "instrument": "illustrative-guarantee", "participant": "GBR", "stage": "laid_before_parliament",
        "date": {"precision": {"day": "2026-02-10"}, "calendar": {"zone": "Europe/London"}},
        "payload": {"period": 0, "by": 7, "note": {"lang": "en", "body": "Statement by the Secretary of State under section 21"}}}"#,
    r#"{"kind": "court_referral", "version": 1, "instrument": "illustrative-guarantee", "participant": "DEU", "stage": "court",
        "date": {"precision": {"day": "2026-05-18"}, "calendar": {"zone": "Europe/Berlin"}},
        "payload": {"court": {"lang": "de", "body": "Bundesverfassungsgericht"}, "question": {"lang": "de", "body": "Ist das Zustimmungsgesetz mit Art. 24 GG vereinbar?"}}}"#,
    r#"{"kind": "route_chosen", "version": 1, "instrument": "illustrative-guarantee", "participant": "USA",
        "date": {"precision": {"day": "2026-02-03"}, "calendar": {"zone": "America/New_York"}},
        "payload": {"route": "treaty_clause", "ground": {"lang": "en", "body": "Letter of transmittal to the Senate"}}}"#,
    r#"{"kind": "condition_met", "version": 1, "instrument": "illustrative-guarantee", "participant": "USA", "stage": "senate_vote",
        "date": {"precision": {"day": "2026-05-04"}, "calendar": {"zone": "America/New_York"}},
        "payload": {"condition": "report-on-costs", "how": {"lang": "en", "body": "Report transmitted to both Houses"}, "evidence": "blob:report on costs"}}"#,
    r#"{"kind": "signed", "version": 1, "instrument": "illustrative-guarantee", "participant": "UKR",
        "date": {"precision": {"day": "2026-01-06"}, "calendar": "seat"},
        "sources": [{"citation": {"lang": "en", "body": "Record of signature, illustrative"}}],
        "payload": {"signature": "ad_referendum"}}"#,
    r#"{"kind": "consent_expressed", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA",
        "date": {"precision": {"day": "2026-04-27"}, "calendar": "seat"}, "sequence": 1,
        "sources": [{"citation": {"lang": "fr", "body": "Instrument d'approbation, illustratif"}, "url": "http://example.org/journal?page=3#acte", "confidence": "low"}],
        "blobs": ["blob:full powers of France"],
        "payload": {"mode": "approval", "form": "deposit", "instrument": "blob:instrument of approval of France", "note": {"lang": "fr", "body": "Déposé avec une déclaration"}}}"#,
    r#"{"kind": "reservation_formulated", "version": 1, "instrument": "illustrative-guarantee", "participant": "TUR",
        "date": {"precision": {"day": "2026-02-09"}, "calendar": "seat"},
        "payload": {"reservation": "tur-1", "articles": ["art-7"], "text": {"lang": "en", "body": "Article 7 does not apply to the passage of straits.\nThe Convention of 1936 prevails."}}}"#,
    r#"{"kind": "reservation_notified", "version": 1, "instrument": "illustrative-guarantee", "participant": "TUR",
        "date": {"precision": {"day": "2026-02-12"}, "calendar": "seat"},
        "payload": {"reservation": "tur-1", "to": ["FRA", "POL"], "number": {"lang": "en", "body": "C.N.3.2026"}}}"#,
    r#"{"kind": "reservation_accepted", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA",
        "date": {"precision": {"day": "2026-06-10"}, "calendar": "seat"},
        "payload": {"of": "TUR", "reservation": "tur-1"}}"#,
    r#"{"kind": "reservation_withdrawn", "version": 1, "instrument": "illustrative-guarantee", "participant": "TUR",
        "date": {"precision": {"day": "2026-08-03"}, "calendar": "seat"},
        "payload": {"reservation": "tur-1"}}"#,
    r#"{"kind": "declaration_made", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA",
        "date": {"precision": {"day": "2026-04-27"}, "calendar": "seat"}, "sequence": 2,
        "payload": {"text": {"lang": "fr", "body": "La France interprète l'article 5 à la lumière de l'article 51 de la Charte."}}}"#,
    r#"{"kind": "objection_raised", "version": 1, "instrument": "illustrative-guarantee", "participant": "POL",
        "date": {"precision": {"day": "2026-03-05"}, "calendar": "seat"},
        "payload": {"to": "TUR", "reservation": "tur-1", "effect": "treaty_still_in_force_between", "text": {"lang": "en", "body": "Incompatible with article 7"}}}"#,
    r#"{"kind": "objection_withdrawn", "version": 1, "instrument": "illustrative-guarantee", "participant": "POL",
        "date": {"precision": {"day": "2026-08-10"}, "calendar": "seat"},
        "payload": {"to": "TUR", "reservation": "tur-1"}}"#,
    r#"{"kind": "provisional_application", "version": 1, "instrument": "illustrative-guarantee", "participant": "LTU",
        "date": {"precision": {"day": "2026-01-20"}, "calendar": "seat"},
        "payload": {"from": {"precision": {"day": "2026-01-06"}, "calendar": "seat"}, "articles": ["art-3", "art-5"]}}"#,
    r#"{"kind": "provisional_application_ended", "version": 1, "instrument": "illustrative-guarantee", "participant": "LTU",
        "date": {"precision": {"day": "2026-06-01"}, "calendar": "seat"},
        "payload": {"from": {"precision": {"month": "2026-07-01"}, "calendar": "seat"}}}"#,
    r#"{"kind": "withdrawal_notified", "version": 1, "instrument": "illustrative-guarantee", "participant": "GBR",
        "date": {"precision": {"day": "2031-10-01"}, "calendar": "seat"},
        "payload": {"of": "treaty", "effective": {"precision": {"day": "2032-10-01"}, "calendar": "seat"}}}"#,
    r#"{"kind": "withdrawal_retracted", "version": 1, "instrument": "illustrative-guarantee", "participant": "GBR",
        "date": {"precision": {"day": "2032-03-15"}, "calendar": "seat"},
        "payload": {"note": {"lang": "en", "body": "The notice of 1 October 2031 is withdrawn"}}}"#,
    r#"{"kind": "entry_into_force_notified", "version": 1, "instrument": "illustrative-guarantee", "participant": "UKR",
        "date": {"precision": {"day": "2026-08-14"}, "calendar": "seat"},
        "payload": {"in_force": "2026-12-01", "number": {"lang": "en", "body": "C.N.14.2026"}}}"#,
    r#"{"kind": "event_recorded", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"unknown": "no_source"}, "calendar": "seat"},
        "payload": {"event": "ceasefire", "text": {"lang": "en", "body": "A ceasefire holds along the whole line; its first day is not published"}}}"#,
    r#"{"kind": "event_ended", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"day": "2027-05-09"}, "calendar": "seat"},
        "payload": {"event": "ceasefire", "text": {"lang": "en", "body": "Fighting resumed along the whole line"}}}"#,
    r#"{"kind": "accepted_in_due_form", "version": 1, "instrument": "illustrative-guarantee", "participant": "FRA",
        "date": {"precision": {"day": "2026-04-28"}, "calendar": "seat"},
        "payload": {"statement": "hash:consent_expressed", "received": {"precision": {"day": "2026-04-27"}, "calendar": "seat"},
          "number": {"lang": "en", "body": "No. 7"},
          "checklist": [{"item": "authority", "finding": "in_order"}, {"item": "names_the_treaty", "finding": "in_order"}, {"item": "states_the_consent", "finding": "in_order"},
                        {"item": "unconditional", "finding": "accepted_all_the_same"}, {"item": "reservation_permitted", "finding": "not_applicable"}, {"item": "date_received", "finding": "in_order"}]}}"#,
    r#"{"kind": "statement_retracted", "version": 1, "instrument": "illustrative-guarantee", "participant": "NOR",
        "date": {"precision": {"day": "2026-09-07"}, "calendar": "seat"},
        "corrects": {"statement": "hash:procedure_concluded", "reason": {"lang": "en", "body": "Recorded for the wrong bill"}},
        "payload": {}}"#,
    r#"{"kind": "notification_corrected", "version": 1, "instrument": "illustrative-guarantee", "participant": "UKR",
        "date": {"precision": {"day": "2026-08-21"}, "calendar": "seat"},
        "payload": {"number": {"lang": "en", "body": "C.N.14.2026"}, "correction": {"lang": "en", "body": "C.N.14.2026/Corr.1"}, "text": {"lang": "en", "body": "Read 1 December 2026 for 1 November 2026"}}}"#,
    r#"{"kind": "text_rectified", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"day": "2026-06-15"}, "calendar": "seat"},
        "payload": {"state": "proposed", "text_lang": "fr", "articles": ["art-5"], "record": "blob:proces-verbal of rectification", "objections_until": "2026-09-13"}}"#,
    r#"{"kind": "translation", "version": 1, "instrument": "illustrative-guarantee", "participant": "TUR",
        "date": {"precision": {"day": "2026-02-10"}, "calendar": "seat"},
        "payload": {"of": "hash:reservation_formulated", "field": "payload.text", "text": {"lang": "uk", "body": "Стаття 7 не застосовується до проходу протоками."}}}"#,
    r#"{"kind": "breach_reported", "version": 1, "instrument": "illustrative-guarantee", "participant": "UKR",
        "date": {"precision": {"day": "2027-02-01"}, "calendar": "seat"},
        "payload": {"to": {"lang": "en", "body": "Committee of Guarantors"}, "articles": ["art-2", "art-3"], "text": {"lang": "en", "body": "An illustrative report; the register decides nothing"}}}"#,
    r#"{"kind": "activation_determined", "version": 1, "instrument": "illustrative-guarantee",
        "date": {"precision": {"day": "2027-02-04"}, "calendar": "seat"},
        "payload": {"state": "activated", "ground": {"lang": "en", "body": "Decision of the Committee of Guarantors under article 8"}}}"#,
];
