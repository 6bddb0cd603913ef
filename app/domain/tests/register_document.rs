//! `docs/REGISTER.md` against the program: its worked example is computed again, and it names every
//! kind of act and every field. If a test fails, the document or the program has gone stale.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use domain::act::Act;
use domain::canonical;
use domain::clause::smallest_sets::ToGo;
use domain::digest::Digest;
use domain::office::Office;
use domain::policy::SignOffPolicy;
use domain::register::merkle::{Frontier, empty_root, leaf_hash, node_hash};
use domain::register::{Entry, RecordedAt};
use domain::sign_off::pseudonym;
use domain::snapshot::{OnUnknown, Snapshot};
use serde_json::Value;

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

fn document() -> String {
    fs::read_to_string(docs().join("REGISTER.md")).unwrap()
}

fn example(file: &str) -> Vec<u8> {
    fs::read(docs().join("register-example").join(file)).unwrap()
}

fn example_bytes() -> Vec<Vec<u8>> {
    (0..3)
        .map(|index| example(&format!("entry-{index}.json")))
        .collect()
}

fn example_entries() -> Vec<Entry> {
    example_bytes()
        .iter()
        .map(|bytes| Entry::decode(bytes).unwrap())
        .collect()
}

fn digest(text: &str) -> Digest {
    text.parse().unwrap()
}

/// A number that the document gives, and that is the one computed.
fn stands(document: &str, what: &str, computed: Digest) {
    assert!(
        document.contains(&computed.to_string()),
        "docs/REGISTER.md does not give {what}, which is {computed}"
    );
}

#[test]
fn the_hashes_of_the_worked_example_are_those_of_the_document() {
    let document = document();
    let leaves: Vec<Digest> = example_bytes()
        .iter()
        .map(|bytes| leaf_hash(bytes))
        .collect();
    let [zero, one, two] = leaves[..] else {
        panic!("three entries")
    };
    for leaf in &leaves {
        stands(&document, "a leaf hash", *leaf);
    }
    let root_of_two = node_hash(&zero, &one);
    let root = node_hash(&root_of_two, &two);
    stands(&document, "the empty root", empty_root());
    stands(&document, "the root over two entries", root_of_two);
    stands(&document, "the root over three entries", root);
    stands(
        &document,
        "the hash of the blob",
        Digest::of(&example("text.txt")),
    );

    let mut frontier = Frontier::new();
    assert_eq!(frontier.root(), empty_root());
    for leaf in &leaves {
        frontier.push(*leaf);
    }
    assert_eq!(frontier.subtrees(), [root_of_two, two]);
    assert_eq!(frontier.root(), root);
    assert_eq!(frontier.size(), 3);
}

#[test]
fn the_head_of_the_document_has_the_instant_of_the_last_entry() {
    let entries = example_entries();
    let last = entries.last().unwrap().recorded_at;
    assert!(document().contains(&format!("recorded_at  {}", last.unix_micros())));
    // Entries 0 and 1 were recorded in one go.
    let first = entries[0].recorded_at;
    assert_eq!(RecordedAt::next(Some(first), first), entries[1].recorded_at);
    assert!(document().contains(&entries[1].recorded_at.to_string()));
}

#[test]
fn the_statement_and_sign_off_of_the_worked_example_are_those_of_the_document() {
    let document = document();
    let entries = example_entries();
    let statement = &entries[2].statements[0];
    let hash = statement.hash().unwrap();
    stands(&document, "the hash of the statement", hash);
    // The document breaks the canonical bytes of the statement into lines.
    let joined: String = document.lines().map(str::trim).collect();
    let bytes = String::from_utf8(canonical::encode(statement).unwrap()).unwrap();
    assert!(joined.contains(&bytes), "{bytes}");

    let sign_off = &entries[2].sign_offs[0];
    assert_eq!(sign_off.statement, hash);
    assert_eq!(sign_off.office, Office::Liaison("FRA".parse().unwrap()));
    stands(&document, "the digest of a sign-off", sign_off.digest);
    let covered = document
        .lines()
        .find_map(|line| line.trim().strip_prefix("printf '%s' '"))
        .and_then(|rest| rest.strip_suffix("' | sha256sum"))
        .unwrap();
    assert_eq!(Digest::of(covered.as_bytes()), sign_off.digest);
}

#[test]
fn the_pseudonyms_of_the_worked_example_are_those_of_its_keys() {
    let document = document();
    let secret: Value = serde_json::from_slice(&example("keys.json")).unwrap();
    let persons: Vec<&str> = secret["persons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person.as_str().unwrap())
        .collect();
    let mut of_ann = Vec::new();
    for entry in example_entries() {
        let key = digest(
            secret["entry_keys"][entry.index.to_string()]
                .as_str()
                .unwrap(),
        );
        for sign_off in &entry.sign_offs {
            let signed_by = persons
                .iter()
                .find(|person| pseudonym(key.as_bytes(), person) == sign_off.signer);
            assert!(signed_by.is_some(), "entry {}", entry.index);
        }
        of_ann.push(pseudonym(key.as_bytes(), "person-ann").to_string());
    }
    stands(
        &document,
        "the pseudonym of the liaison",
        example_entries()[2].sign_offs[0].signer,
    );
    for pseudonym in &of_ann[..2] {
        assert!(document.contains(&format!("`{}…`", &pseudonym[..8])));
    }
}

#[test]
fn the_worked_example_can_be_read_by_a_node_that_writes() {
    let entries = example_entries();
    let snapshot = Snapshot::fold(&entries, OnUnknown::Stop).unwrap();
    let slug = "example-guarantee".parse().unwrap();
    let named: BTreeSet<Digest> = entries.iter().flat_map(Entry::blobs).collect();
    assert_eq!(
        named,
        BTreeSet::from([Digest::of(&example("text.txt"))]),
        "the blobs that the entries name"
    );
    let view = snapshot
        .view(&slug, "2026-03-10".parse().unwrap(), 3)
        .unwrap();
    assert_eq!(view.evaluation.met, None);
    assert_eq!(ToGo::size(&view.to_go()), Some(1), "POL is to go");
    let effect = &view.instrument.clause.alternatives[0].then;
    assert_eq!(
        effect.on("2026-06-01".parse().unwrap()),
        "2026-07-01".parse()
    );
}

/// The rule that stands as an example in the document, in the lines from its `acts` to its end.
#[test]
fn the_rule_of_the_worked_example_is_canonical_and_makes_a_policy() {
    let document = document();
    let rule: String = document
        .lines()
        .map(str::trim)
        .skip_while(|line| !line.starts_with(r#"{"acts""#))
        .take_while(|line| !line.is_empty())
        .collect();
    let policy = format!(r#"{{"rules":[{rule}]}}"#);
    assert!(
        canonical::decode::<SignOffPolicy>(policy.as_bytes()).is_ok(),
        "{rule}"
    );
}

#[test]
fn the_document_names_every_kind_of_act() {
    let document = document();
    for kind in Act::KINDS {
        assert!(
            document.contains(&format!("| `{kind}` |")),
            "docs/REGISTER.md has no row for the kind {kind}"
        );
    }
}

/// Every name of a field in a value, but codes of participants, and what unknown acts hold.
fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            let is_unknown = map
                .get("kind")
                .and_then(Value::as_str)
                .is_some_and(|kind| map.contains_key("payload") && !Act::KINDS.contains(&kind));
            for (name, inner) in map {
                let is_code = name.len() == 3 && name.bytes().all(|b| b.is_ascii_uppercase());
                if !is_code {
                    found.insert(name.clone());
                }
                if !(is_unknown && name == "payload") {
                    fields(inner, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_document_names_every_field_of_the_golden_files() {
    let document = document();
    let mut files = 0;
    for file in fs::read_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        files += 1;
        let mut found = BTreeSet::new();
        fields(
            &serde_json::from_slice(&fs::read(&path).unwrap()).unwrap(),
            &mut found,
        );
        for field in found {
            assert!(
                document.contains(&format!("`{field}`"))
                    || document.contains(&format!("\"{field}\"")),
                "docs/REGISTER.md does not name the field {field} of {}",
                path.display()
            );
        }
    }
    assert!(
        files >= Act::KINDS.len(),
        "a golden file for each kind and version"
    );
}

/// The table of the standard policy, row by row.
#[test]
fn the_document_gives_the_standard_policy() {
    let policy = canonical::encode(&SignOffPolicy::standard()).unwrap();
    let policy: Value = serde_json::from_slice(&policy).unwrap();
    let words = |group: &str, occasion: &str| -> String {
        let rule = policy["rules"]
            .as_array()
            .unwrap()
            .iter()
            .find(|rule| rule["acts"] == group && rule["occasion"] == occasion);
        let Some(rule) = rule else {
            return "none: refused".to_owned();
        };
        let offices: Vec<&str> = rule["steps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|step| {
                // Each person of the standard policy has a step of their own.
                let [wanted] = step["all_of"].as_array().unwrap().as_slice() else {
                    panic!("{step}")
                };
                assert_eq!(wanted["persons"], 1);
                match wanted["office"].as_str().unwrap() {
                    "liaison_of_participant" => "liaison",
                    "verifier_of_participant" => "verifier",
                    "verifier_of_another" => "verifier of another",
                    _ => "depositary officer",
                }
            })
            .collect();
        match offices[..] {
            ["depositary officer", "depositary officer"] => "two depositary officers".to_owned(),
            _ => offices.join(", "),
        }
    };
    let document = document();
    for group in [
        "founding",
        "national",
        "international",
        "depositary",
        "acceptance",
    ] {
        let cells: Vec<String> = ["regular", "on_paper", "exchange", "import_of_history"]
            .iter()
            .map(|occasion| words(group, occasion))
            .collect();
        let row = format!("| `{group}` | {} |", cells.join(" | "));
        assert!(document.contains(&row), "docs/REGISTER.md lacks {row}");
    }
}
