//! A register with one made-up treaty, and people with accounts.

use std::path::PathBuf;
use std::sync::Arc;

use domain::act::{
    Act, ConsentExpressed, ConsentForm, ConsentMode, DueFormCheck, DueFormFinding, DueFormItem,
    InstrumentDefined, Outcome, ParticipantListed, Standing, StepConcluded,
};
use domain::day::Day;
use domain::digest::Digest;
use domain::entity::EntityCode;
use domain::instrument::Instrument;
use domain::legal_date::LegalDate;
use domain::name::Slug;
use domain::policy::Occasion;
use domain::register::RecordedAt;
use domain::statement::Statement;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;

use crate::account::{AccountId, Actor, PersonId, Role, StepUp};
use crate::clock::SetClock;
use crate::proposal::{
    Acceptance, Advanced, Draft, Fields, Proposal, Proposals, SignError, Signing,
};
use crate::randomness::SystemRandomness;
use crate::register::Register;
use crate::store::{Address, IdempotencyKey, Receipt, Store, first_breach, verify};

#[path = "../../../tests/made_up/mod.rs"]
mod made_up;

pub use made_up::text;

const INSERT_PERSON: &str =
    "INSERT INTO person (id, added_at) VALUES ($1, 0) ON CONFLICT (id) DO NOTHING";

const INSERT_ACCOUNT: &str = "INSERT INTO account \
     (id, person, name, name_key, role, entity, authority, added_at) \
     VALUES ($1, $2, $1, $1, $3, $4, $5, 0)";

pub const CLOSE_ACCOUNT: &str = "UPDATE account SET closed_at = 1 WHERE id = $1";

/// A day of the made-up treaty.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The code of an entity.
pub fn code(text: &str) -> EntityCode {
    text.parse().unwrap()
}

/// The treaty.
pub fn slug() -> Slug {
    "made-up-treaty".parse().unwrap()
}

/// A liaison officer of this country.
pub fn liaison(of: &str) -> Role {
    Role::Liaison(code(of))
}

/// A verifier of this country.
pub fn verifier(of: &str) -> Role {
    Role::Verifier(code(of))
}

/// An officer of the treaty's depositary.
pub fn officer() -> Role {
    Role::DepositaryOfficer("depositary".parse().unwrap())
}

/// The definition of the treaty.
pub fn instrument() -> Instrument {
    made_up::instrument("Made-up treaty")
}

/// The statement that opens the treaty.
pub fn opening() -> Statement {
    let defined = InstrumentDefined {
        instrument: Box::new(instrument()),
        reason: None,
    };
    about(Act::InstrumentOpened(defined), "2026-01-06")
}

/// The statement that lists a participant.
pub fn listing(of: &str) -> Statement {
    let listed = ParticipantListed {
        standing: Standing::Listed,
        ground: None,
    };
    about(Act::ParticipantListed(listed), "2026-01-06").of(code(of))
}

/// The statement that a step of a country's procedure ended.
pub fn step(of: &str, note: &str) -> Statement {
    let concluded = StepConcluded {
        outcome: Outcome::Completed,
        note: Some(text(note)),
    };
    let mut statement = about(Act::StepConcluded(concluded), "2026-02-10").of(code(of));
    statement.stage = Some("plenary".parse().unwrap());
    statement
}

/// The statement that a country ratified.
pub fn ratification(of: &str) -> Statement {
    let consent = ConsentExpressed {
        mode: ConsentMode::Ratification,
        form: ConsentForm::Deposit,
        instrument: None,
        note: None,
    };
    about(Act::ConsentExpressed(consent), "2026-02-20").of(code(of))
}

/// A statement about the treaty.
pub fn about(act: Act, on: &str) -> Statement {
    Statement::new(slug(), LegalDate::on(day(on)), act)
}

/// An acceptance of what was received on this day, with everything in order.
pub fn received(on: &str) -> Acceptance {
    Acceptance {
        received: LegalDate::on(day(on)),
        number: Some(text("No. 1")),
        checklist: DueFormItem::ALL
            .into_iter()
            .map(|item| DueFormCheck {
                item,
                finding: DueFormFinding::InOrder,
            })
            .collect(),
        sources: Vec::new(),
    }
}

/// A draft of this statement.
pub fn draft_of(statement: Statement, occasion: Occasion) -> Draft {
    Draft {
        instrument: statement.instrument.clone(),
        participant: statement.participant,
        occasion,
        fields: Fields::default(),
        statement: Some(statement),
        key: None,
    }
}

/// A key that nobody used before.
pub fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::try_from(text.to_owned()).unwrap()
}

/// A register, and what is beside it.
pub struct World {
    folder: TempDir,
    pub clock: Arc<SetClock>,
    pub proposals: Proposals,
}

impl World {
    /// An empty register, on 1 March 2026.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now: RecordedAt = "2026-03-01T12:00:00.000000Z".parse().unwrap();
        let clock = Arc::new(SetClock::at(now));
        let proposals = proposals(&folder, &clock).await;
        Self {
            folder,
            clock,
            proposals,
        }
    }

    /// A register with the treaty opened and these countries listed, each by two officers.
    pub async fn with(countries: &[&str]) -> Self {
        let world = Self::empty().await;
        let first = world.account("founder", "founder", officer()).await;
        let second = world
            .account("second-founder", "second-founder", officer())
            .await;
        let listings = countries.iter().map(|country| listing(country));
        for statement in std::iter::once(opening()).chain(listings) {
            let draft = world.draft(&first, statement, Occasion::Regular).await;
            world.submit(&first, &draft).await.unwrap();
            world.publish(&second, &draft).await;
        }
        world
    }

    /// The same register, opened by another process.
    pub async fn elsewhere(&self) -> Proposals {
        proposals(&self.folder, &self.clock).await
    }

    /// The database.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("assent.db")
    }

    /// A connection past the store.
    pub async fn raw(&self) -> SqliteConnection {
        SqliteConnectOptions::new()
            .filename(self.file())
            .connect()
            .await
            .unwrap()
    }

    /// An account of a person, who is made if there is none.
    pub async fn account(&self, name: &str, person: &str, role: Role) -> Actor {
        let mut raw = self.raw().await;
        let (kind, entity, authority) = match &role {
            Role::Liaison(of) => ("liaison", Some(of.to_string()), None),
            Role::Verifier(of) => ("verifier", Some(of.to_string()), None),
            Role::DepositaryOfficer(of) => ("depositary_officer", None, Some(of.to_string())),
            Role::Leader => ("leader", None, None),
            Role::Administrator => ("administrator", None, None),
            Role::Auditor => ("auditor", None, None),
        };
        sqlx::query(INSERT_PERSON)
            .bind(person)
            .execute(&mut raw)
            .await
            .unwrap();
        sqlx::query(INSERT_ACCOUNT)
            .bind(name)
            .bind(person)
            .bind(kind)
            .bind(entity)
            .bind(authority)
            .execute(&mut raw)
            .await
            .unwrap();
        Actor {
            account: AccountId(name.to_owned()),
            person: PersonId(person.to_owned()),
            name: name.to_owned(),
            role,
            request: None,
        }
    }

    /// The liaison officer and the verifier of a country.
    pub async fn desk(&self, of: &str) -> (Actor, Actor) {
        let name = |office: &str| format!("{office}-{of}");
        let (first, second) = (name("liaison"), name("verifier"));
        (
            self.account(&first, &first, liaison(of)).await,
            self.account(&second, &second, verifier(of)).await,
        )
    }

    /// Begins a proposal of this statement.
    pub async fn draft(&self, by: &Actor, statement: Statement, occasion: Occasion) -> Proposal {
        self.proposals
            .draft(by, draft_of(statement, occasion))
            .await
            .unwrap()
    }

    /// Submits it.
    pub async fn submit(&self, by: &Actor, proposal: &Proposal) -> Result<Advanced, SignError> {
        self.proposals.submit(by, signing(by, proposal)).await
    }

    /// Countersigns it.
    pub async fn countersign(
        &self,
        by: &Actor,
        proposal: &Proposal,
    ) -> Result<Advanced, SignError> {
        let shown = self.proposals.effect_to_show(proposal);
        let shown = shown.map(|effect| effect.digest().unwrap());
        self.proposals
            .countersign(by, signing(by, proposal), shown)
            .await
    }

    /// Countersigns it as the last one.
    pub async fn publish(&self, by: &Actor, proposal: &Proposal) -> Receipt {
        published(self.countersign(by, proposal).await.unwrap())
    }

    /// Accepts it with the effect that is shown now.
    pub async fn accept(
        &self,
        by: &Actor,
        proposal: &Proposal,
        acceptance: Acceptance,
    ) -> Result<Advanced, SignError> {
        let shown = self.effect(proposal, &acceptance);
        self.proposals
            .accept(by, signing(by, proposal), acceptance, shown)
            .await
    }

    /// The digest of the effect that is shown now.
    pub fn effect(&self, proposal: &Proposal, acceptance: &Acceptance) -> Digest {
        self.proposals
            .effect(proposal, Some(&acceptance.received))
            .unwrap()
            .digest()
            .unwrap()
    }

    /// A ratification that waits for the depositary.
    pub async fn ratified(&self, of: &str) -> Proposal {
        let (liaison, verifier) = self.desk(of).await;
        self.ratified_by(&liaison, &verifier, of).await
    }

    /// A ratification by these officers that waits for the depositary.
    pub async fn ratified_by(&self, liaison: &Actor, verifier: &Actor, of: &str) -> Proposal {
        let draft = self
            .draft(liaison, ratification(of), Occasion::Regular)
            .await;
        self.submit(liaison, &draft).await.unwrap();
        self.countersign(verifier, &draft).await.unwrap();
        draft
    }

    /// The proposal as it is now, to somebody who sees it.
    pub async fn now(&self, by: &Actor, proposal: &Proposal) -> Proposal {
        self.proposals.get(by, &proposal.id).await.unwrap()
    }

    /// How many entries the register has, in the store and as shown.
    pub async fn size(&self) -> u64 {
        let register = self.proposals.register();
        let size = register.store().head().await.unwrap().size();
        assert_eq!(register.current().snapshot.size(), size);
        size
    }

    /// What `assent verify` says: the bytes, and the rules.
    pub async fn verifies(&self) {
        let address = Address::from(self.file().as_path());
        let report = verify(&address, &[]).await.unwrap();
        assert!(report.is_clean(), "{report:#?}");
        assert_eq!(first_breach(&address).await.unwrap(), None);
    }
}

async fn proposals(folder: &TempDir, clock: &Arc<SetClock>) -> Proposals {
    let address = Address::from(folder.path().join("assent.db").as_path());
    let store = Store::open(&address, Arc::clone(clock) as _).await.unwrap();
    let register = Register::open(store, Arc::clone(clock) as _).await.unwrap();
    Proposals::new(register, Arc::clone(clock) as _, Arc::new(SystemRandomness))
}

/// What somebody signs who was shown this proposal.
pub fn signing(by: &Actor, proposal: &Proposal) -> Signing {
    Signing {
        id: proposal.id.clone(),
        version: proposal.version,
        hash: proposal.hash.unwrap(),
        step_up: StepUp::for_tests(by.account.clone()),
        key: key(&format!(
            "{}-{}-{}",
            by.account.0, proposal.id.0, proposal.version
        )),
    }
}

/// The receipt of what was published.
pub fn published(advanced: Advanced) -> Receipt {
    match advanced {
        Advanced::Published(receipt) => receipt,
        Advanced::Waiting(state) => panic!("it waits: {state}"),
    }
}
