//! Whatever is done to a stored register, `assent verify` finds it and says where. What agrees with
//! itself again is found by a root that was remembered elsewhere.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use domain::digest::Digest;
use domain::office::Office;
use domain::register::merkle::{Frontier, leaf_hash};
use domain::register::{Entry, RecordedAt};
use domain::sign_off::{Evidence, SignOff};
use domain::statement::{Content, UnknownAct};
use server::clock::SystemClock;
use server::store::verify::{Finding, GuardProblem, Notice, Report, Witness};
use server::store::{Address, AppendError, Publication, Store, verify};
use sqlx::{Connection as _, SqliteConnection};
use support::{Database, blob_of, declaration, founding_drafts, key, raw, run, tamper};
use tempfile::TempDir;
use tokio::sync::OnceCell;

const ENTRIES: u64 = 1_000;
/// Every so many entries, one names a blob of its own.
const BLOB_EVERY: u64 = 5;

/// Fifty positions, the first and the last entry among them.
fn positions() -> impl Iterator<Item = u64> {
    (0..50).map(|step| step * (ENTRIES - 1) / 49)
}

/// The register that is tampered with, in copies.
struct Register {
    database: Database,
    entries: Vec<Entry>,
    leaves: Vec<Digest>,
}

fn text(number: u64) -> String {
    format!("declaration number {number}")
}

fn names_a_blob(number: u64) -> bool {
    number.is_multiple_of(BLOB_EVERY)
}

impl Register {
    /// Made once for all tests.
    async fn get() -> &'static Self {
        static REGISTER: OnceCell<Register> = OnceCell::const_new();
        REGISTER.get_or_init(Self::make).await
    }

    async fn make() -> Self {
        let database = Database::new();
        let store = database.open().await;
        for hundred in 0..ENTRIES / 100 {
            let mut publication: Option<Publication> = None;
            for number in hundred * 100..(hundred + 1) * 100 {
                let blob = names_a_blob(number).then(|| blob_of(&text(number)));
                let named: Vec<Digest> = blob.iter().map(|blob| Digest::of(blob)).collect();
                // A register that is right in every way: opened, France listed, then declarations.
                let draft = match usize::try_from(number).unwrap() {
                    place @ 0..2 => founding_drafts(&named)[place].clone(),
                    _ => declaration(&text(number), &named),
                };
                let more = match publication {
                    None => Publication::new(Digest::of(&hundred.to_be_bytes()), draft),
                    Some(publication) => publication.and(draft),
                };
                publication = Some(blob.into_iter().fold(more, Publication::with_blob));
            }
            store
                .append(publication.unwrap(), &key(&format!("hundred {hundred}")))
                .await
                .unwrap();
        }
        let stored = store.entries(0, 1_000).await.unwrap();
        store.close().await;
        let entries = stored
            .iter()
            .map(|entry| Entry::decode(&entry.bytes).unwrap())
            .collect();
        let leaves = stored.iter().map(|entry| leaf_hash(&entry.bytes)).collect();
        let report = verify(&database.address(), &[]).await.unwrap();
        assert!(report.is_clean(), "{report:?}");
        assert_eq!(
            (report.entries, report.blobs),
            (ENTRIES, ENTRIES / BLOB_EVERY)
        );
        assert_eq!(said_by_command(&database.file()), 0);
        Self {
            database,
            entries,
            leaves,
        }
    }

    /// A copy to tamper with.
    async fn copy(&self) -> Copy {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("assent.db");
        std::fs::copy(self.database.file(), &file).unwrap();
        let connection = raw(&file).await;
        Copy {
            _folder: folder,
            file,
            connection,
        }
    }

    /// The entry, to be changed.
    fn entry(&self, index: u64) -> Entry {
        self.entries
            .get(usize::try_from(index).unwrap())
            .unwrap()
            .clone()
    }

    /// What was remembered of the register when it had so many entries.
    fn witness(&self, size: u64) -> Witness {
        Witness {
            size,
            root: self.frontier(size).root(),
        }
    }

    /// The frontier it had then.
    fn frontier(&self, size: u64) -> Frontier {
        let mut frontier = Frontier::new();
        for leaf in self.leaves.iter().take(usize::try_from(size).unwrap()) {
            frontier.push(*leaf);
        }
        frontier
    }
}

/// A copy of the register, and a connection that may do anything to it.
struct Copy {
    _folder: TempDir,
    file: PathBuf,
    connection: SqliteConnection,
}

impl Copy {
    async fn tamper(&mut self, edits: &[String]) {
        tamper(&mut self.connection, edits).await;
    }

    async fn verify(&mut self, witnesses: &[Witness]) -> Report {
        verify(&Address::from(self.file.as_path()), witnesses)
            .await
            .unwrap()
    }

    async fn expect(&mut self, what: &str, findings: &[Finding]) {
        let report = self.verify(&[]).await;
        for finding in findings {
            assert!(
                report.findings.contains(finding),
                "{what}: no {finding:?} in {:#?}",
                report.findings
            );
        }
        let guards = report
            .findings
            .iter()
            .any(|finding| matches!(finding, Finding::Guard { .. }));
        assert!(
            !guards,
            "{what}: the triggers gave it away: {:?}",
            report.findings
        );
    }
}

/// The exit code of `assent verify`.
fn said_by_command(file: &Path) -> i32 {
    let output = Command::new(env!("CARGO_BIN_EXE_assent"))
        .args(["verify", "--database-url"])
        .arg(file)
        .output()
        .unwrap();
    output.status.code().unwrap()
}

/// The other tests ask the library, fifty times for each kind; this one asks the command.
#[tokio::test]
async fn the_command_finds_each_kind_of_tampering() {
    let register = Register::get().await;
    let swap = "UPDATE entry SET idx = -1 WHERE idx = 10; UPDATE entry SET idx = 10 WHERE idx = 11; \
                UPDATE entry SET idx = 11 WHERE idx = -1";
    let insert = "UPDATE entry SET idx = idx + 5000 WHERE idx >= 500; \
                  UPDATE entry SET idx = idx - 4999 WHERE idx >= 5000; \
                  INSERT INTO entry SELECT 500, bytes, leaf_hash, root_after FROM entry WHERE idx = 1";
    let changed = set_entry(500, &forged(&register.entry(500)));
    for (what, edit) in [
        ("change a field", changed.as_str()),
        ("swap two entries", swap),
        ("delete the last", "DELETE FROM entry WHERE idx = 999"),
        ("delete a middle one", "DELETE FROM entry WHERE idx = 500"),
        ("insert", insert),
        ("truncate", "DELETE FROM entry WHERE idx >= 500"),
        ("change a blob", "UPDATE blob SET bytes = zeroblob(length)"),
        (
            "rebuild the head",
            "UPDATE register_head SET root = zeroblob(32)",
        ),
    ] {
        let mut copy = register.copy().await;
        let edits: Vec<String> = edit.split(';').map(str::to_owned).collect();
        copy.tamper(&edits).await;
        assert_eq!(said_by_command(&copy.file), 1, "{what}");
    }
}

fn hex(bytes: &[u8]) -> String {
    format!("x'{}'", hex::encode(bytes))
}

/// Stores this entry, with its own leaf hash, at this number.
fn set_entry(number: u64, entry: &Entry) -> String {
    let bytes = entry.encode().unwrap();
    let leaf = leaf_hash(&bytes);
    format!(
        "UPDATE entry SET bytes = {}, leaf_hash = {} WHERE idx = {number}",
        hex(&bytes),
        hex(leaf.as_bytes())
    )
}

/// The same entry saying something else, signed anew.
fn forged(original: &Entry) -> Entry {
    let draft = declaration(
        "a forged declaration",
        &original.blobs().into_iter().collect::<Vec<_>>(),
    );
    draft.numbered(original.index, original.recorded_at)
}

/// A change of one row: what is changed, how, and what is to be found.
struct Change {
    what: &'static str,
    edits: Vec<String>,
    findings: Vec<Finding>,
}

/// From here on, the roots are those of another tree.
fn roots_from(index: u64) -> Finding {
    Finding::RootAfter {
        index,
        entries: ENTRIES - index,
    }
}

/// Changes of the columns, by somebody who does not know how they hang together.
fn change_of_the_row(turn: usize, original: &Entry) -> Change {
    let index = original.index;
    let set = |what: &str| vec![format!("UPDATE entry SET {what} WHERE idx = {index}")];
    match turn % 4 {
        0 => Change {
            what: "the bytes",
            edits: set(&format!(
                "bytes = {}",
                hex(&forged(original).encode().unwrap())
            )),
            findings: vec![Finding::LeafHash { index }, roots_from(index)],
        },
        1 => {
            let mut bytes = original.encode().unwrap();
            bytes.push(b' ');
            let at = bytes.len() - 1;
            let reason = format!(
                "not canonical: writing the value again gives other bytes from byte {at} on"
            );
            Change {
                what: "the spelling",
                edits: set(&format!("bytes = {}", hex(&bytes))),
                findings: vec![Finding::Undecodable { index, reason }, roots_from(index)],
            }
        }
        2 => Change {
            what: "the hash",
            edits: set("leaf_hash = zeroblob(32)"),
            findings: vec![Finding::LeafHash { index }],
        },
        _ => Change {
            what: "the root",
            edits: set("root_after = zeroblob(32)"),
            findings: vec![Finding::RootAfter { index, entries: 1 }],
        },
    }
}

/// Changes of the entry, by somebody who computes its hash again.
fn change_of_the_entry(turn: usize, original: &Entry, register: &Register) -> Change {
    let index = original.index;
    match turn % 4 {
        0 => Change {
            what: "the bytes and the hash",
            edits: vec![set_entry(index, &forged(original))],
            findings: vec![roots_from(index)],
        },
        1 => {
            let entry = forged(original);
            let mut frontier = register.frontier(index);
            frontier.push(leaf_hash(&entry.encode().unwrap()));
            let root = hex(frontier.root().as_bytes());
            Change {
                what: "all of the row",
                edits: vec![
                    set_entry(index, &entry),
                    format!("UPDATE entry SET root_after = {root} WHERE idx = {index}"),
                ],
                findings: vec![roots_from(index + 1)],
            }
        }
        2 => {
            let mut entry = original.clone();
            let statement = entry.statements.first_mut().unwrap();
            let reason = format!(
                "a sign-off is of {}, which is no statement of it",
                statement.hash().unwrap()
            );
            statement.sequence = 7;
            Change {
                what: "the sequence",
                edits: vec![set_entry(index, &entry)],
                findings: vec![Finding::SignOff { index, reason }, roots_from(index)],
            }
        }
        _ => {
            let mut entry = original.clone();
            let previous = register.entry(index - 1).recorded_at;
            entry.recorded_at = previous;
            Change {
                what: "the instant",
                edits: vec![set_entry(index, &entry)],
                findings: vec![
                    Finding::NotLater {
                        index,
                        recorded_at: previous,
                        previous,
                    },
                    roots_from(index),
                ],
            }
        }
    }
}

#[tokio::test]
async fn a_changed_field_is_found_where_it_is() {
    let register = Register::get().await;
    for (turn, index) in positions().enumerate() {
        let original = register.entry(index);
        let change = if turn % 2 == 0 {
            change_of_the_row(turn / 2, &original)
        } else {
            change_of_the_entry(turn / 2, &original, register)
        };
        let mut copy = register.copy().await;
        copy.tamper(&change.edits).await;
        copy.expect(&format!("entry {index}, {}", change.what), &change.findings)
            .await;
    }
}

#[tokio::test]
async fn two_swapped_entries_are_found_where_they_are() {
    let register = Register::get().await;
    for (turn, one) in positions().enumerate() {
        let other = (one + 137) % ENTRIES;
        let (one, other) = (one.min(other), one.max(other));
        let mut copy = register.copy().await;
        let (mut first, mut second) = (register.entry(other), register.entry(one));
        let mut findings = vec![Finding::RootAfter {
            index: one,
            entries: other - one,
        }];
        if turn % 2 == 0 {
            findings.push(Finding::WrongIndex {
                index: one,
                written: other,
            });
            findings.push(Finding::WrongIndex {
                index: other,
                written: one,
            });
        } else {
            // Rewritten so that each fits its new place.
            (first.index, second.index) = (one, other);
            (first.recorded_at, second.recorded_at) = (second.recorded_at, first.recorded_at);
        }
        copy.tamper(&[set_entry(one, &first), set_entry(other, &second)])
            .await;
        // What follows both is wrong too: the tree is another.
        let Finding::RootAfter { entries, .. } = &mut findings[0] else {
            unreachable!()
        };
        *entries = ENTRIES - one;
        copy.expect(&format!("entries {one} and {other}"), &findings)
            .await;
    }
}

/// Takes entries away so that nothing is wrong: the register as it was when it was shorter.
async fn shorten(copy: &mut Copy, register: &Register, size: u64) {
    let frontier = register.frontier(size);
    let subtrees: Vec<u8> = frontier
        .subtrees()
        .iter()
        .flat_map(|subtree| *subtree.as_bytes())
        .collect();
    let recorded_at = size.checked_sub(1).map_or("NULL".to_owned(), |last| {
        register.entry(last).recorded_at.unix_micros().to_string()
    });
    let mut edits = vec![
        format!("DELETE FROM entry WHERE idx >= {size}"),
        format!(
            "UPDATE register_head SET size = {size}, root = {}, frontier = {}, recorded_at = {recorded_at}",
            hex(frontier.root().as_bytes()),
            hex(&subtrees)
        ),
    ];
    for number in (size..ENTRIES).filter(|number| names_a_blob(*number)) {
        edits.push(format!(
            "DELETE FROM blob WHERE hash = {}",
            hex(Digest::of(&blob_of(&text(number))).as_bytes())
        ));
    }
    copy.tamper(&edits).await;
}

#[tokio::test]
async fn a_deleted_last_entry_is_found() {
    let register = Register::get().await;
    for last in positions() {
        let size = last + 1;
        let mut copy = register.copy().await;
        shorten(&mut copy, register, size).await;
        copy.tamper(&[format!("DELETE FROM entry WHERE idx = {last}")])
            .await;
        let head = i64::try_from(size).unwrap();
        let findings = [
            Finding::HeadSize {
                head,
                entries: last,
            },
            Finding::HeadRoot {
                head: register.witness(size).root.to_string(),
                computed: register.witness(last).root,
            },
        ];
        copy.expect(&format!("a register of {size}"), &findings)
            .await;
    }
}

#[tokio::test]
async fn a_deleted_middle_entry_is_found_where_it_was() {
    let register = Register::get().await;
    for (turn, index) in positions()
        .map(|index| index.clamp(1, ENTRIES - 2))
        .enumerate()
    {
        let mut copy = register.copy().await;
        let mut edits = vec![format!("DELETE FROM entry WHERE idx = {index}")];
        let mut findings = vec![Finding::HeadSize {
            head: 1_000,
            entries: ENTRIES - 1,
        }];
        if turn % 2 == 0 {
            findings.push(Finding::Gap { index, entries: 1 });
            findings.push(Finding::RootAfter {
                index: index + 1,
                entries: ENTRIES - index - 1,
            });
        } else {
            edits.push(format!(
                "UPDATE entry SET idx = idx - 1 WHERE idx > {index}"
            ));
            findings.push(Finding::WrongIndex {
                index,
                written: index + 1,
            });
            findings.push(Finding::RootAfter {
                index,
                entries: ENTRIES - index - 1,
            });
        }
        copy.tamper(&edits).await;
        copy.expect(&format!("entry {index}"), &findings).await;
    }
}

#[tokio::test]
async fn an_inserted_entry_is_found_where_it_is() {
    let register = Register::get().await;
    for (turn, index) in positions().enumerate() {
        // The last of them is put after the last entry.
        let index = if index == ENTRIES - 1 { ENTRIES } else { index };
        let before = index
            .checked_sub(1)
            .map_or(0, |before| register.entry(before).recorded_at.unix_micros());
        let mut inserted = declaration("an inserted declaration", &[])
            .numbered(index, RecordedAt::from_unix_micros(before + 1).unwrap());
        if turn % 2 == 1 {
            inserted.occasion = domain::policy::Occasion::Regular;
        }
        let bytes = inserted.encode().unwrap();
        let edits = [
            format!("UPDATE entry SET idx = -idx - 2 WHERE idx >= {index}"),
            "UPDATE entry SET idx = -idx - 1 WHERE idx < 0".to_owned(),
            format!(
                "INSERT INTO entry (idx, bytes, leaf_hash, root_after) VALUES ({index}, {}, {}, zeroblob(32))",
                hex(&bytes),
                hex(leaf_hash(&bytes).as_bytes())
            ),
        ];
        let mut copy = register.copy().await;
        copy.tamper(&edits).await;
        let mut findings = vec![
            Finding::RootAfter {
                index,
                entries: ENTRIES + 1 - index,
            },
            Finding::HeadSize {
                head: 1_000,
                entries: ENTRIES + 1,
            },
        ];
        if index < ENTRIES {
            findings.push(Finding::WrongIndex {
                index: index + 1,
                written: index,
            });
        }
        copy.expect(&format!("before entry {index}"), &findings)
            .await;
    }
}

#[tokio::test]
async fn a_truncated_register_is_found() {
    let register = Register::get().await;
    for size in positions() {
        let mut copy = register.copy().await;
        copy.tamper(&[format!("DELETE FROM entry WHERE idx >= {size}")])
            .await;
        let findings = [
            Finding::HeadSize {
                head: 1_000,
                entries: size,
            },
            Finding::HeadRoot {
                head: register.witness(ENTRIES).root.to_string(),
                computed: register.witness(size).root,
            },
        ];
        copy.expect(&format!("cut to {size}"), &findings).await;
    }
}

#[tokio::test]
async fn a_changed_blob_is_found_with_the_entry_that_names_it() {
    let register = Register::get().await;
    for (turn, position) in positions().enumerate() {
        let index = position - position % BLOB_EVERY;
        let blob = blob_of(&text(index));
        let hash = Digest::of(&blob);
        let hashed = hash.to_string();
        let row = format!("WHERE hash = {}", hex(hash.as_bytes()));
        let damaged = |reason: &str| Finding::BlobDamaged {
            index: Some(index),
            hash: hashed.clone(),
            reason: reason.to_owned(),
        };
        let (edit, finding) = match turn % 6 {
            0 => {
                let mut changed = blob.clone();
                changed[3] ^= 1;
                let computed = Digest::of(&changed);
                let edit = format!("UPDATE blob SET bytes = {} {row}", hex(&changed));
                (
                    edit,
                    Finding::BlobAltered {
                        index: Some(index),
                        hash,
                        computed,
                    },
                )
            }
            1 => (
                format!("DELETE FROM blob {row}"),
                Finding::BlobMissing { index, hash },
            ),
            2 => {
                let edit = "INSERT INTO blob (hash, bytes, length) VALUES \
                     (x'2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', x'78', 1)";
                (
                    edit.to_owned(),
                    Finding::BlobNotNamed {
                        hash: Digest::of(b"x"),
                    },
                )
            }
            3 => (
                format!("UPDATE blob SET bytes = NULL {row}"),
                damaged("its bytes are gone without a reason"),
            ),
            4 => (
                format!("UPDATE blob SET length = length + 1 {row}"),
                damaged("its length is not that of its bytes"),
            ),
            _ => (
                format!("UPDATE blob SET withdrawn_reason = 'why' {row}"),
                damaged("it has both its bytes and a reason for its withdrawal"),
            ),
        };
        let mut copy = register.copy().await;
        copy.tamper(std::slice::from_ref(&edit)).await;
        copy.expect(&edit, &[finding]).await;
    }
}

/// Changes an entry and computes again all that follows from it: the register agrees with itself.
async fn rebuild(copy: &mut Copy, register: &Register, index: u64) {
    let forged = forged(&register.entry(index));
    let forged_leaf = leaf_hash(&forged.encode().unwrap());
    let mut frontier = register.frontier(index);
    let mut edits = vec![set_entry(index, &forged)];
    for (number, leaf) in (0_u64..)
        .zip(&register.leaves)
        .skip(usize::try_from(index).unwrap())
    {
        frontier.push(if number == index { forged_leaf } else { *leaf });
        let root = hex(frontier.root().as_bytes());
        edits.push(format!(
            "UPDATE entry SET root_after = {root} WHERE idx = {number}"
        ));
    }
    let subtrees: Vec<u8> = frontier
        .subtrees()
        .iter()
        .flat_map(|subtree| *subtree.as_bytes())
        .collect();
    edits.push(format!(
        "UPDATE register_head SET root = {}, frontier = {}",
        hex(frontier.root().as_bytes()),
        hex(&subtrees)
    ));
    copy.tamper(&[edits.join("; ")]).await;
}

#[tokio::test]
async fn a_rebuilt_register_is_found_by_a_witness_and_only_by_a_witness() {
    let register = Register::get().await;
    for index in positions() {
        let mut copy = register.copy().await;
        rebuild(&mut copy, register, index).await;
        // What was remembered before the change still holds.
        let unchanged = copy.verify(&[register.witness(index)]).await;
        assert!(unchanged.is_clean(), "entry {index}: {unchanged:?}");

        // The first root after the change, a later one, and the last.
        let sizes = [index + 1, index + 1 + (ENTRIES - index - 1) / 2, ENTRIES];
        let witnesses = sizes.map(|size| register.witness(size));
        let report = copy.verify(&witnesses).await;
        let found: Vec<Witness> = report
            .findings
            .iter()
            .map(|finding| match finding {
                Finding::WitnessRoot {
                    size, remembered, ..
                } => Witness {
                    size: *size,
                    root: *remembered,
                },
                other => panic!("entry {index}: {other:?}"),
            })
            .collect();
        assert_eq!(found, witnesses, "entry {index}");
    }
}

#[tokio::test]
async fn a_shortened_register_with_a_rebuilt_head_is_found_by_a_witness_and_only_by_a_witness() {
    let register = Register::get().await;
    for size in positions() {
        let mut copy = register.copy().await;
        shorten(&mut copy, register, size).await;
        let unchanged = copy
            .verify(&[register.witness(size / 2), register.witness(size)])
            .await;
        assert!(unchanged.is_clean(), "cut to {size}: {unchanged:?}");
        let report = copy.verify(&[register.witness(size + 1)]).await;
        assert_eq!(
            report.findings,
            [Finding::WitnessShorter {
                size: size + 1,
                entries: size
            }]
        );
    }
}

#[tokio::test]
async fn a_changed_head_is_found() {
    let register = Register::get().await;
    let root = register.witness(ENTRIES).root;
    let last = register.entry(ENTRIES - 1).recorded_at;
    let zeros = Digest::from_bytes([0; 32]).to_string();
    let cases = [
        (
            "UPDATE register_head SET size = 7",
            Finding::HeadSize {
                head: 7,
                entries: ENTRIES,
            },
        ),
        (
            "UPDATE register_head SET root = zeroblob(32)",
            Finding::HeadRoot {
                head: zeros,
                computed: root,
            },
        ),
        (
            "UPDATE register_head SET frontier = zeroblob(192)",
            Finding::HeadFrontier,
        ),
        (
            "UPDATE register_head SET recorded_at = 7",
            Finding::HeadRecordedAt {
                head: Some(7),
                entry: Some(last),
            },
        ),
        ("DELETE FROM register_head", Finding::NoHead),
        (
            "INSERT INTO register_head SELECT 2, size, root, frontier, recorded_at FROM register_head",
            Finding::TwoHeads,
        ),
    ];
    for (edit, finding) in cases {
        let mut copy = register.copy().await;
        copy.tamper(&[edit.to_owned()]).await;
        copy.expect(edit, &[finding]).await;
    }
}

#[tokio::test]
async fn a_missing_or_changed_trigger_is_found() {
    let register = Register::get().await;
    let cases = [
        (
            "DROP TRIGGER entry_no_delete",
            "entry_no_delete",
            GuardProblem::Missing,
        ),
        (
            "DROP TRIGGER entry_no_update; CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT 1; END",
            "entry_no_update",
            GuardProblem::Changed,
        ),
        (
            "CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN SELECT 1; END",
            "quiet",
            GuardProblem::Added,
        ),
    ];
    for (edit, name, problem) in cases {
        let mut copy = register.copy().await;
        run(&mut copy.connection, edit.to_owned()).await;
        let report = copy.verify(&[]).await;
        assert_eq!(
            report.findings,
            [Finding::Guard {
                name: name.to_owned(),
                problem
            }],
            "{edit}"
        );
    }
}

/// A later program published it: this one checks its bytes and place, and says what it cannot check.
#[tokio::test]
async fn an_entry_of_an_unknown_kind_is_a_notice_and_is_never_appended() {
    let register = Register::get().await;
    let blob = Digest::of(b"named in a way this program does not know");
    let mut draft = declaration("from a later program", &[]);
    let statement = draft.statements.first_mut().unwrap();
    statement.content = Content::Unknown(UnknownAct {
        kind: "vessel_inspected".parse().unwrap(),
        version: 3,
        payload: serde_json::json!({ "file": blob.to_string() }),
    });
    let hash = statement.hash().unwrap();
    let officer = Office::DepositaryOfficer("depositary".parse().unwrap());
    draft.sign_offs = vec![SignOff::new(
        hash,
        draft.occasion,
        0,
        officer,
        Evidence::PasswordStepUp,
        Digest::of(b"somebody"),
    )];

    let mut copy = register.copy().await;
    let store = Store::open(&Address::from(copy.file.as_path()), Arc::new(SystemClock))
        .await
        .unwrap();
    let refused = store
        .append(Publication::<()>::new(hash, draft.clone()), &key("unknown"))
        .await;
    assert!(
        matches!(refused, Err(AppendError::WouldNotVerify(_))),
        "{refused:?}"
    );
    store.close().await;

    let recorded_at = RecordedAt::next(
        Some(register.entry(ENTRIES - 1).recorded_at),
        support::second(0),
    );
    let bytes = draft.numbered(ENTRIES, recorded_at).encode().unwrap();
    let mut frontier = register.frontier(ENTRIES);
    frontier.push(leaf_hash(&bytes));
    let root = hex(frontier.root().as_bytes());
    let subtrees: Vec<u8> = frontier
        .subtrees()
        .iter()
        .flat_map(|subtree| *subtree.as_bytes())
        .collect();
    copy.tamper(&[
        format!(
            "INSERT INTO entry VALUES ({ENTRIES}, {}, {}, {root})",
            hex(&bytes),
            hex(leaf_hash(&bytes).as_bytes())
        ),
        format!(
            "UPDATE register_head SET size = size + 1, root = {root}, frontier = {}, recorded_at = {}",
            hex(&subtrees),
            recorded_at.unix_micros()
        ),
        format!(
            "INSERT INTO blob (hash, bytes, length) VALUES ({}, CAST('named in a way this program does not know' AS BLOB), 41)",
            hex(blob.as_bytes())
        ),
    ])
    .await;
    let report = copy.verify(&[]).await;
    assert!(report.is_clean(), "{report:?}");
    let kind = "vessel_inspected".to_owned();
    assert_eq!(
        report.notices,
        [
            Notice::UnknownKind {
                index: ENTRIES,
                kind,
                version: 3
            },
            Notice::BlobNotNamed { hash: blob }
        ]
    );
}

#[tokio::test]
async fn many_findings_are_counted_and_the_first_are_listed() {
    let register = Register::get().await;
    let mut copy = register.copy().await;
    copy.tamper(&["UPDATE entry SET leaf_hash = zeroblob(32)".to_owned()])
        .await;
    let report = copy.verify(&[]).await;
    let first: Vec<Finding> = (0..100).map(|index| Finding::LeafHash { index }).collect();
    assert_eq!(report.findings, first);
    assert_eq!(report.more_findings, ENTRIES - 100);
}

#[tokio::test]
async fn damage_outside_the_register_is_found_by_the_check_of_the_file() {
    let register = Register::get().await;
    let mut copy = register.copy().await;
    let (page, size): (i64, i64) = sqlx::query_as(
        "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'idempotency'",
    )
    .fetch_one(&mut copy.connection)
    .await
    .unwrap();
    let (page, size) = (
        usize::try_from(page).unwrap(),
        usize::try_from(size).unwrap(),
    );
    let mut bytes = std::fs::read(&copy.file).unwrap();
    bytes
        .get_mut((page - 1) * size..page * size)
        .unwrap()
        .fill(0xff);
    std::fs::write(&copy.file, bytes).unwrap();
    let report = copy.verify(&[]).await;
    assert!(!report.findings.is_empty());
    let only_the_file = report
        .findings
        .iter()
        .all(|finding| matches!(finding, Finding::DatabaseDamaged { .. }));
    assert!(only_the_file, "{report:?}");
}

/// Bits flip on disks, too. One that is not found has changed nothing that is stored: it lies in
/// space that SQLite does not use.
#[tokio::test]
async fn a_flipped_bit_in_the_file_is_found_or_changes_nothing() {
    let register = Register::get().await;
    let original = std::fs::read(register.database.file()).unwrap();
    let rows = rows(&register.database.file()).await;
    let mut found = 0;
    for step in 0..60 {
        let at = 100 + step * (original.len() - 101) / 59;
        let mut bytes = original.clone();
        bytes[at] ^= 1 << (step % 8);
        let copy = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(copy.path(), &bytes).unwrap();
        match verify(&Address::from(copy.path()), &[]).await {
            Ok(report) if report.is_clean() => {
                assert_eq!(self::rows(copy.path()).await, rows, "byte {at}");
            }
            Ok(_) | Err(_) => found += 1,
        }
    }
    assert!(
        found > 30,
        "only {found} of 60 were found: the file is mostly empty?"
    );
}

#[tokio::test]
async fn a_file_cut_short_is_found() {
    let register = Register::get().await;
    let original = std::fs::read(register.database.file()).unwrap();
    for step in 0..50 {
        let copy = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(copy.path(), &original[..step * original.len() / 50]).unwrap();
        let report = verify(&Address::from(copy.path()), &[]).await;
        assert!(
            !report.is_ok_and(|report| report.is_clean()),
            "cut to {step} fiftieths"
        );
    }
}

/// Everything public that is stored.
async fn rows(file: &std::path::Path) -> Vec<Vec<u8>> {
    let mut connection = raw(file).await;
    let mut rows: Vec<Vec<u8>> = Vec::new();
    for sql in [
        "SELECT CAST(idx AS BLOB) || bytes || leaf_hash || root_after FROM entry ORDER BY idx",
        "SELECT hash || bytes || CAST(length AS BLOB) FROM blob ORDER BY hash",
        "SELECT CAST(size AS BLOB) || root || frontier || CAST(recorded_at AS BLOB) FROM register_head",
    ] {
        let more: Vec<Vec<u8>> = sqlx::query_scalar(sql)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        rows.extend(more);
    }
    connection.close().await.unwrap();
    rows
}
