//! `assent serve` as an operator runs it: what it refuses, what it says, how it stops; and the
//! demonstration, loaded once for all of these tests.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

#[expect(dead_code, reason = "each test uses a part of it")]
mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use domain::snapshot::View;
use server::account::Accounts;
use server::clock::{Clock, SystemClock};
use server::password::{Cost, Passwords};
use server::proposal::{Proposals, State};
use server::randomness::{Randomness, SystemRandomness};
use server::register::Register;
use server::secret::Secrets;
use server::store::{Address, Store};
use support::{Database, key, publication};
use tempfile::TempDir;

/// Ports that the system chooses.
const FREE: [&str; 4] = ["--public-addr", "127.0.0.1:0", "--desk-addr", "127.0.0.1:0"];

/// A folder with the database and the secrets of the demonstration, as it was loaded.
///
/// Nothing is done at the end of a test program, so it is the next run that takes the old one away.
static LOADED: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("serve-demonstration");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir(&folder).unwrap();
    let serving = Serving::start(&folder, &["--demo"]);
    assert_eq!(serving.stop(), 0);
    folder
});

/// A copy of the demonstration that a test may change.
fn demonstration() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(database(&LOADED), database(folder.path())).unwrap();
    let secrets = folder.path().join("secrets");
    fs::create_dir(&secrets).unwrap();
    private(&secrets);
    for secret in fs::read_dir(LOADED.join("secrets")).unwrap() {
        let secret = secret.unwrap();
        fs::copy(secret.path(), secrets.join(secret.file_name())).unwrap();
    }
    folder
}

fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
}

fn database(folder: &Path) -> PathBuf {
    folder.join("assent.db")
}

fn assent(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assent"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ASSENT_")) {
        command.env_remove(name);
    }
    command
        .current_dir(folder)
        .env("ASSENT_SECRETS", "secrets")
        .args(arguments);
    command
}

/// How `assent serve` ends that cannot begin: exit code and what it complains about.
fn refused(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut all = vec!["serve"];
    all.extend(arguments);
    let began = Instant::now();
    let output = assent(folder, &all).output().unwrap();
    assert!(began.elapsed() < Duration::from_secs(10), "not at once");
    assert_eq!(output.stdout, b"");
    let complained = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), complained)
}

/// `assent serve` on free ports, until it is stopped.
struct Serving {
    child: Child,
    said: BufReader<ChildStdout>,
    public: String,
    desk: Option<String>,
    sign_ins: Vec<[String; 3]>,
}

impl Serving {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut child = assent(folder, &[&["serve"], &FREE[..], arguments].concat())
            .env("ASSENT_LOG", "debug")
            .stdout(Stdio::piped())
            .stderr(fs::File::create(folder.join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = || {
            let mut line = String::new();
            said.read_line(&mut line).unwrap();
            line.trim_end().to_owned()
        };
        let ready = line();
        let words: Vec<&str> = ready.split(' ').collect();
        let address = |name: &str| {
            let mut after = words.iter().skip_while(|word| **word != name).skip(1);
            Some(after.next()?.strip_prefix("http://").unwrap().to_owned())
        };
        let (public, desk) = (address("public"), address("desk"));
        assert!(ready.starts_with("ready: "), "{ready:?}");
        let count = if arguments.contains(&"--demo") { 5 } else { 0 };
        let sign_ins = (0..count)
            .map(|_| {
                let line = line();
                let line = line.strip_prefix("sign-in: ").unwrap();
                let parts: Vec<String> = line.split('\t').map(str::to_owned).collect();
                parts.try_into().unwrap()
            })
            .collect();
        Self {
            public: public.unwrap(),
            desk,
            child,
            said,
            sign_ins,
        }
    }

    fn tell(&self, signal: &str) {
        let told = Command::new("kill")
            .args([signal, &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(told.success());
    }

    /// Tells it to stop, and gives the exit code; it says nothing more on the way.
    fn stop(self) -> i32 {
        self.tell("-TERM");
        self.ended()
    }

    fn ended(mut self) -> i32 {
        let began = Instant::now();
        let mut rest = String::new();
        self.said.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "");
        let code = self.child.wait().unwrap().code().unwrap();
        assert!(began.elapsed() < Duration::from_secs(10), "too slow");
        code
    }
}

/// The status and the body that an address answers.
fn get(address: &str, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    answer(&mut stream)
}

fn answer(stream: &mut TcpStream) -> (u16, String) {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).unwrap().parse().unwrap();
    (status, text)
}

/// The head of a form that is sent to the desk, and its body.
fn sign_in_form(desk: &str, name: &str, password: &str) -> (String, String) {
    let body = format!("name={name}&password={password}");
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nhost: {desk}\r\norigin: http://{desk}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    (head, body)
}

fn sign_in(desk: &str, name: &str, password: &str) -> u16 {
    let (head, body) = sign_in_form(desk, name, password);
    let mut stream = TcpStream::connect(desk).unwrap();
    stream.write_all((head + &body).as_bytes()).unwrap();
    answer(&mut stream).0
}

/// The register in a folder.
async fn register(folder: &Path) -> (Store, Arc<Register>) {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let address = Address::from(database(folder).as_path());
    let store = Store::open(&address, Arc::clone(&clock)).await.unwrap();
    let register = Register::open(store.clone(), clock).await.unwrap();
    (store, register)
}

async fn view(slug: &str, day: &str) -> View {
    let folder = demonstration();
    let (store, register) = register(folder.path()).await;
    let snapshot = &register.current().snapshot;
    let view = snapshot
        .view(
            &slug.parse().unwrap(),
            day.parse().unwrap(),
            snapshot.size(),
        )
        .unwrap();
    store.close().await;
    view
}

#[test]
fn the_demonstration_is_refused_where_other_machines_reach_it() {
    let folder = tempfile::tempdir().unwrap();
    for option in ["--public-addr", "--desk-addr"] {
        let (code, complained) = refused(folder.path(), &["--demo", option, "0.0.0.0:0"]);
        assert_eq!(code, 2);
        assert!(
            complained.contains("the demonstration is for this machine only")
                && complained.contains(option),
            "{complained}"
        );
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_desk_that_other_machines_reach_without_https_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (code, complained) = refused(folder.path(), &["--desk-addr", "0.0.0.0:0"]);
    assert_eq!(code, 2);
    assert!(complained.contains("--https"), "{complained}");
    let (code, complained) = refused(folder.path(), &["--https"]);
    assert_eq!(code, 2);
    assert!(complained.contains("--desk-host"), "{complained}");
}

#[test]
fn an_address_that_is_taken_is_said_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let arguments = ["--demo", "--public-addr", &address];
    let (code, complained) = refused(folder.path(), &arguments);
    assert_eq!(code, 2);
    assert!(
        complained.contains(&format!("{address} is taken by another program")),
        "{complained}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn without_secrets_the_first_steps_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let (code, complained) = refused(folder.path(), &FREE);
    assert_eq!(code, 2);
    let steps = ["assent secrets init", "assent account add"];
    let places = steps.map(|step| complained.find(step).unwrap_or_default());
    assert!(0 < places[0] && places[0] < places[1], "{complained}");
}

#[tokio::test]
async fn a_real_register_and_the_demonstration_are_not_taken_for_each_other() {
    let real = Database::new();
    let store = real.open().await;
    store.append(publication("a"), &key("a")).await.unwrap();
    store.close().await;
    let before = fs::read(real.file()).unwrap();
    let (code, complained) = refused(&real.beside(""), &[&FREE[..], &["--demo"]].concat());
    assert_eq!(code, 2);
    assert!(
        complained.contains("a register that the demonstration did not make"),
        "{complained}"
    );
    assert!(before == fs::read(real.file()).unwrap(), "it was changed");

    let folder = demonstration();
    let (code, complained) = refused(folder.path(), &FREE);
    assert_eq!(code, 2);
    assert!(complained.contains("say --demo"), "{complained}");
}

#[tokio::test]
async fn a_clock_that_was_set_back_is_refused() {
    let database = Database::new();
    let now = SystemClock.unix_micros();
    let in_an_hour = domain::register::RecordedAt::from_unix_micros(now + 3_600_000_000).unwrap();
    let clock = Arc::new(server::clock::SetClock::at(in_an_hour));
    let store = database.open_at(clock).await;
    store
        .append(support::founding(), &key("founding"))
        .await
        .unwrap();
    store.close().await;
    let arguments = ["--public-only", "--public-addr", "127.0.0.1:0"];
    let (code, complained) = refused(&database.beside(""), &arguments);
    assert_eq!(code, 2);
    assert!(complained.contains("set the clock"), "{complained}");
}

#[test]
fn the_line_that_says_ready_names_addresses_that_answer() {
    let folder = demonstration();
    let serving = Serving::start(folder.path(), &["--demo"]);
    let (status, page) = get(&serving.public, "/en/ukraine-guarantee");
    assert_eq!(status, 200);
    assert!(page.contains("Security guarantee for Ukraine (illustrative)"));
    let desk = serving.desk.clone().unwrap();
    assert_eq!(get(&desk, "/sign-in").0, 200);
    assert_eq!(serving.stop(), 0);
}

#[test]
fn the_public_pages_alone_need_no_secrets() {
    let folder = demonstration();
    fs::remove_dir_all(folder.path().join("secrets")).unwrap();
    let serving = Serving::start(folder.path(), &["--public-only"]);
    assert_eq!(serving.desk, None);
    assert_eq!(get(&serving.public, "/en/nato-sweden-accession").0, 200);
    assert_eq!(serving.stop(), 0);
}

#[tokio::test]
async fn each_start_has_the_same_register_and_other_passwords() {
    let folder = demonstration();
    let mut seen: Vec<Vec<[String; 3]>> = Vec::new();
    let mut roots = Vec::new();
    for _ in 0..2 {
        let serving = Serving::start(folder.path(), &["--demo"]);
        let desk = serving.desk.clone().unwrap();
        let sign_ins = serving.sign_ins.clone();
        for [_, name, password] in &sign_ins {
            assert_eq!(sign_in(&desk, name, password), 303, "{name}");
        }
        for [_, name, password] in seen.last().into_iter().flatten().take(1) {
            assert_eq!(sign_in(&desk, name, password), 422, "{name}");
        }
        seen.push(sign_ins);
        assert_eq!(serving.stop(), 0);
        let (store, register) = register(folder.path()).await;
        let current = register.current();
        roots.push((current.snapshot.size(), current.root));
        store.close().await;
    }
    assert_eq!(roots[0], roots[1]);
    let roles: Vec<&str> = seen[0].iter().map(|[role, ..]| role.as_str()).collect();
    assert_eq!(
        roles,
        [
            "liaison:DEU",
            "verifier:DEU",
            "depositary:paris",
            "depositary:paris",
            "leader"
        ]
    );
    for ([_, name, first], [_, again, second]) in seen[0].iter().zip(&seen[1]) {
        assert_eq!(name, again);
        assert_ne!(first, second);
    }
}

#[test]
fn the_loaded_register_follows_the_rules_byte_for_byte() {
    let folder = demonstration();
    let output = assent(folder.path(), &["verify"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.ends_with("nothing is wrong.\n"), "{said}");
}

#[tokio::test]
async fn the_illustrative_guarantee_lacks_one_deposit() {
    use domain::clause::smallest_sets::ToGo;

    let view = view("ukraine-guarantee", "2026-11-24").await;
    let ToGo::Ways(ways) = view.to_go() else {
        panic!("{:?}", view.to_go());
    };
    let sizes: Vec<u32> = ways.iter().map(|way| way.size).collect();
    assert_eq!(sizes, [1]);
    let indispensable: Vec<String> = view
        .indispensable()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(indispensable, ["DEU"]);
    assert_eq!(view.participants.len(), 36);
}

#[tokio::test]
async fn the_draft_on_the_german_desk_brings_it_into_force_and_the_italian_deposit_does_not() {
    let folder = demonstration();
    let (store, register) = register(folder.path()).await;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let random: Arc<dyn Randomness> = Arc::new(SystemRandomness);
    let secrets = Secrets::load(&folder.path().join("secrets")).unwrap();
    let passwords = Passwords::new(secrets, Cost::USUAL, Arc::clone(&random));
    let accounts = Accounts::new(
        store.clone(),
        passwords,
        Arc::clone(&clock),
        Arc::clone(&random),
    );
    let proposals = Proposals::new(register, clock, random);
    let mut seen = Vec::new();
    for name in ["liaison-deu", "verifier-deu", "depositary-officer-1"] {
        let actor = accounts.named(&name.parse().unwrap()).await.unwrap();
        let actor = actor.unwrap();
        let mut there = proposals.queue(&actor).await.unwrap();
        there.extend(proposals.of(&actor).await.unwrap());
        there.retain(|proposal| proposal.state != State::Published);
        for proposal in there {
            let effect = proposals.effect(&proposal, None).unwrap();
            seen.push((
                name,
                proposal.statement.unwrap().kind().to_owned(),
                proposal.participant.unwrap().to_string(),
                proposal.state,
                effect.after.met.is_some(),
            ));
        }
    }
    store.close().await;
    seen.sort();
    seen.dedup();
    let waiting = |name, kind: &str, of: &str, state, meets| {
        (name, kind.to_owned(), of.to_owned(), state, meets)
    };
    let (consent, not_required) = ("consent_expressed", "step_not_required");
    let expected = [
        waiting(
            "depositary-officer-1",
            consent,
            "ITA",
            State::Countersigned,
            false,
        ),
        waiting("liaison-deu", consent, "DEU", State::Draft, true),
        waiting("liaison-deu", not_required, "DEU", State::Submitted, false),
        waiting("verifier-deu", consent, "DEU", State::Draft, true),
        waiting("verifier-deu", not_required, "DEU", State::Submitted, false),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn the_public_pages_show_what_another_process_publishes() {
    let database = Database::new();
    let store = database.open().await;
    let serving = Serving::start(&database.beside(""), &["--public-only"]);
    assert_eq!(get(&serving.public, "/en/made-up-treaty").0, 404);
    store
        .append(support::founding(), &key("founding"))
        .await
        .unwrap();
    let began = Instant::now();
    while get(&serving.public, "/en/made-up-treaty").0 != 200 {
        assert!(began.elapsed() < Duration::from_secs(5), "not shown");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(serving.stop(), 0);
    store.close().await;
}

#[tokio::test]
async fn the_protocol_on_sweden_is_in_force_since_7_march_2024() {
    let view = view("nato-sweden-accession", "2024-03-07").await;
    let met = view.evaluation.met.unwrap();
    assert_eq!(met.in_force.to_string(), "2024-03-07");
    assert!(view.notified.is_empty());
}

#[test]
fn all_accounts_but_five_are_closed() {
    let folder = demonstration();
    let output = assent(folder.path(), &["account", "list"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let open = said.lines().filter(|line| !line.contains("closed"));
    assert_eq!(open.count(), 5, "{said}");
}

#[test]
fn the_log_has_a_line_for_each_request_and_no_secret() {
    let folder = demonstration();
    let serving = Serving::start(folder.path(), &["--demo"]);
    let desk = serving.desk.clone().unwrap();
    let [_, name, password] = serving.sign_ins[0].clone();
    assert_eq!(sign_in(&desk, &name, &password), 303);
    assert_eq!(get(&desk, "/sign-in?what=ever-was-typed").0, 200);
    assert_eq!(get(&serving.public, "/en?what=ever-was-typed").0, 301);
    assert_eq!(serving.stop(), 0);
    let log = fs::read_to_string(folder.path().join("log")).unwrap();
    let lines = |method: &str, target: &str| {
        let answered = log.lines().filter(|line| line.contains("answered"));
        answered
            .filter(|line| line.contains(method) && line.contains(target))
            .count()
    };
    assert_eq!(lines("POST", "\"/sign-in\""), 1, "{log}");
    assert_eq!(lines("GET", "\"/sign-in\""), 1, "{log}");
    for secret in [&password, "ever-was-typed"] {
        assert!(!log.contains(secret), "{log}");
    }
}

#[test]
fn a_request_in_flight_finishes_and_nothing_more_is_taken() {
    let folder = demonstration();
    let serving = Serving::start(folder.path(), &["--demo"]);
    let desk = serving.desk.clone().unwrap();
    let [_, name, password] = serving.sign_ins[0].clone();
    let (head, body) = sign_in_form(&desk, &name, &password);
    let mut in_flight = TcpStream::connect(&desk).unwrap();
    in_flight.write_all(head.as_bytes()).unwrap();
    let (first, rest) = body.split_at(4);
    in_flight.write_all(first.as_bytes()).unwrap();
    // A page that waits for news does not hold it up.
    let mut waiting = TcpStream::connect(&serving.public).unwrap();
    write!(
        waiting,
        "GET /stream?instrument=ukraine-guarantee HTTP/1.1\r\nhost: {}\r\n\r\n",
        serving.public
    )
    .unwrap();
    waiting.read_exact(&mut [0; 12]).unwrap();

    serving.tell("-TERM");
    let closed = Instant::now();
    while TcpStream::connect(&desk).is_ok() {
        assert!(closed.elapsed() < Duration::from_secs(5), "still taken");
        std::thread::yield_now();
    }
    in_flight.write_all(rest.as_bytes()).unwrap();
    assert_eq!(answer(&mut in_flight).0, 303);
    assert_eq!(serving.ended(), 0);
}

#[test]
fn an_interrupt_ends_it_as_well() {
    let folder = demonstration();
    let serving = Serving::start(folder.path(), &["--public-only"]);
    serving.tell("-INT");
    assert_eq!(serving.ended(), 0);
}

#[test]
fn a_load_that_is_stopped_leaves_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = assent(folder.path(), &[&["serve", "--demo"], &FREE[..]].concat())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let names = || -> Vec<String> {
        fs::read_dir(folder.path())
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let began = Instant::now();
    while !names().iter().any(|name| name.contains("half-done")) {
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", names());
        std::thread::yield_now();
    }
    let told = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(told.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(names(), ["secrets"]);
}
