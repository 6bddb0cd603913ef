//! Writes every kind of page of a made-up register into a folder, to be looked at:
//!
//!     cargo run -p app --example gallery -- FOLDER
//!
//! The folder can be served as it is: pages are `PATH/index.html`, their data `PATH.json`.

#[path = "../tests/support/mod.rs"]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "written for tests"
)]
mod support;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use app::tracker::{
    AboutPage, Address, At, EntryBytes, NotFound, Opened, Reading, error_page, not_found, open,
};
use app::words::Words;
use domain::act::{
    Act, ActivationDetermined, ActivationState, Outcome, ProcedureConcluded, ProvisionalApplication,
};
use domain::day::Day;
use domain::instrument::{Nature, ProvisionalApplicationRule};
use domain::legal_date::LegalDate;
use domain::procedure::Library;
use domain::statement::Statement;
use support::{
    Register, at_stage, begun, carried, concluded, correcting, guarantee, key, of, scheduled, slug,
    source, text,
};

const PARTICIPANTS: [&str; 36] = [
    "ALB", "AUS", "AUT", "BEL", "BGR", "CAN", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST",
    "EUU", "FIN", "FRA", "GBR", "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "JPN", "LTU", "LUX",
    "LVA", "NLD", "NOR", "POL", "PRT", "ROU", "SVN", "SWE", "UKR", "USA",
];

const CLAUSE: &str = r#"{"first_of":[{"when":{"and":[{"named":["FRA","GBR","USA"]},{"fraction":[1,2],"more_than":true,"of":"listed"}]},"then":{"first_of_month_after_months":1}},{"when":{"and":[{"count":24,"no_reio":true},{"event":"ceasefire"}]},"by":"2028-12-31","then":{"days":30}}],"later":{"days":30}}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("name a folder")?;
    let folder = Path::new(&folder);
    let today: Day = "2026-11-24".parse()?;
    let under_way = under_way();
    write_register(folder, "", &under_way, today)?;
    write_register(folder, "pending", &pending(), "2027-02-10".parse()?)?;
    write_register(folder, "in-force", &in_force(), "2027-06-10".parse()?)?;
    let words = Words::english();
    write(
        folder,
        "en/missing/index.html",
        &not_found(words, &NotFound::Page, "01-abc"),
    )?;
    write(
        folder,
        "en/broken/index.html",
        &error_page(words, 500, "01-abc"),
    )?;
    for asset in app::asset::all() {
        let path = folder.join(asset.path.trim_start_matches('/'));
        fs::create_dir_all(path.parent().ok_or("no folder")?)?;
        fs::write(path, asset.bytes)?;
    }
    Ok(())
}

/// A guarantee on its way.
fn under_way() -> Register {
    let mut instrument = guarantee(CLAUSE);
    instrument.titles = vec![text("Treaty of Mutual Guarantee (illustrative)")];
    instrument.clause_text = Some(text(
        "This Treaty shall enter into force on the first day of the month following the expiration of one month after the deposit of the instruments of a majority of the States listed in the Annex, including those of France, the United Kingdom and the United States.",
    ));
    instrument.provisional_application =
        ProvisionalApplicationRule::Of(vec![key("4"), key("5"), key("9")]);
    instrument.activation = Some(domain::clause::Condition::Event(key("ceasefire")));
    let mut register = Register::opened("2026-09-01", instrument);
    register.list("2026-09-01", &PARTICIPANTS);
    for participant in PARTICIPANTS.iter().take(34) {
        register.sign(participant, "2026-09-14");
    }
    for (participant, on) in [
        ("EST", "2026-10-02"),
        ("LVA", "2026-10-09"),
        ("LTU", "2026-10-12"),
        ("FIN", "2026-10-30"),
        ("NOR", "2026-11-03"),
        ("DNK", "2026-11-11"),
        ("GBR", "2026-11-20"),
    ] {
        let completed = Act::ProcedureConcluded(ProcedureConcluded {
            outcome: Outcome::Completed,
            note: None,
        });
        register.publish(vec![of(participant, on, completed)]);
        register.deposit(participant, on);
    }
    for participant in ["CAN", "ISL"] {
        let completed = Act::ProcedureConcluded(ProcedureConcluded {
            outcome: Outcome::Completed,
            note: None,
        });
        register.publish(vec![of(participant, "2026-11-16", completed)]);
    }
    poland(&mut register);
    let failed = concluded(Outcome::Failed);
    register.publish(vec![at_stage("HUN", "na_vote", "2026-11-10", failed)]);
    register.publish(vec![at_stage(
        "FRA",
        "assemblee_vote",
        "2026-11-18",
        begun(),
    )]);
    register.publish(vec![at_stage("USA", "sfrc", "2026-11-05", begun())]);
    let applied = Act::ProvisionalApplication(ProvisionalApplication {
        from: LegalDate::on(support::day("2026-10-01")),
        articles: vec![key("4")],
    });
    register.accepted(of("NLD", "2026-09-28", applied), "2026-09-28");
    let mut history = guarantee(r#"{"first_of":[{"when":{"all":true},"then":{"same_day":true}}]}"#);
    history.titles = vec![text(
        "Protocol to the North Atlantic Treaty on the Accession of an Example (2022)",
    )];
    history.nature = Nature::Historical;
    if let Ok(other) = "accession-protocol".parse() {
        register.open(other, "2022-07-05", history);
    }
    register
}

/// Poland's procedure, half way, with a correction.
fn poland(register: &mut Register) {
    let step = |stage: &str, on: &str, act: Act, cited: &str| {
        let mut statement = at_stage("POL", stage, on, act);
        statement.sources = vec![source(cited, "https://www.sejm.gov.pl/example")];
        statement
    };
    let done = || concluded(Outcome::Completed);
    register.publish(vec![step(
        "government_decision",
        "2026-09-29",
        done(),
        "Resolution of the Council of Ministers 100/2026",
    )]);
    register.publish(vec![step(
        "committee_sejm",
        "2026-10-08",
        begun(),
        "Sejm paper 1200",
    )]);
    register.publish(vec![step(
        "committee_sejm",
        "2026-10-20",
        done(),
        "Sejm paper 1200-A",
    )]);
    let first = register.publish(vec![step(
        "sejm_vote",
        "2026-11-05",
        carried(389, 22, 8, 419),
        "Sejm, vote 14",
    )]);
    register.publish(vec![correcting(
        step(
            "sejm_vote",
            "2026-11-05",
            carried(398, 22, 8, 428),
            "Sejm, vote 14, corrected record",
        ),
        first,
    )]);
    register.publish(vec![step(
        "sejm_vote",
        "2026-11-05",
        done(),
        "Sejm, vote 14",
    )]);
    register.publish(vec![step(
        "committee_senat",
        "2026-11-17",
        begun(),
        "Senate paper 310",
    )]);
    register.publish(vec![step(
        "senat_vote",
        "2026-12-03",
        scheduled(),
        "Senate, agenda of the 31st sitting",
    )]);
}

/// The conditions are met; nothing is notified.
fn pending() -> Register {
    let mut register = under_way();
    for participant in PARTICIPANTS {
        let has = [
            "EST", "LVA", "LTU", "FIN", "NOR", "DNK", "GBR", "HUN", "EUU", "POL",
        ];
        if !has.contains(&participant) {
            register.deposit(participant, "2027-01-15");
        }
    }
    register
}

/// Notified, a day later than computed; activated.
fn in_force() -> Register {
    let mut register = pending();
    register.notify("2027-02-20", "2027-03-02");
    let activated = Act::ActivationDetermined(ActivationDetermined {
        state: ActivationState::Activated,
        ground: text("Decision of the Council of Guarantors of 1 June 2027"),
    });
    register.publish(vec![Statement::new(
        slug(),
        LegalDate::on(support::day("2027-06-01")),
        activated,
    )]);
    register.deposit("POL", "2027-05-20");
    register
}

/// Every page of a register.
fn write_register(
    folder: &Path,
    under: &str,
    register: &Register,
    today: Day,
) -> Result<(), Box<dyn Error>> {
    let words = Words::english();
    let library = Library::new();
    let folder = folder.join(under);
    let mut addresses = vec![
        (Address::Instruments, At::Now),
        (Address::Home(slug()), At::Now),
        (Address::Home(slug()), At::Day("2026-10-10".parse()?)),
        (Address::Home(slug()), At::Size(80)),
        (Address::Clause(slug()), At::Now),
        (Address::Changes(slug()), At::Now),
    ];
    addresses.extend(AboutPage::ALL.map(|page| (Address::About(page), At::Now)));
    for participant in PARTICIPANTS {
        let address = Address::country(&slug(), participant.parse()?);
        addresses.push((address, At::Now));
    }
    for index in 0..register.size() {
        addresses.push((Address::Entry(index), At::Now));
    }
    for (address, at) in addresses {
        let entry = match address {
            Address::Entry(index) => {
                let (bytes, leaf_hash, root_after) = register.entry(usize::try_from(index)?);
                Some(EntryBytes {
                    bytes,
                    leaf_hash,
                    root_after,
                })
            }
            _ => None,
        };
        let reading = Reading {
            words,
            snapshot: register.snapshot(),
            library: &library,
            root: register.root(),
            at,
            today,
            // The example counts in UTC.
            day_ends: at.day().and_then(|day| {
                let next = day.plus_days(1).ok()?;
                format!("{next}T00:00:00.000000Z").parse().ok()
            }),
            entry,
        };
        let path = address.path(words, at);
        let Opened::Page(page) = open(&address, &reading) else {
            eprintln!("nothing at {path}");
            continue;
        };
        let path = path.trim_start_matches('/');
        write(&folder, &format!("{path}/index.html"), &page.html())?;
        let json = serde_json::to_string_pretty(&page.json())?;
        write(&folder, &format!("{path}.json"), &json)?;
    }
    Ok(())
}

fn write(folder: &Path, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().ok_or("no folder")?)?;
    fs::write(path, text)?;
    Ok(())
}
