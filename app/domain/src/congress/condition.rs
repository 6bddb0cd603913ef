//! What the Senate attaches to its consent, and what of it has to be done before the deposit.

use serde::{Deserialize, Serialize};

use crate::act::{ConsentCondition, Gate};
use crate::day::Day;
use crate::name::Key;

/// What kind of condition a resolution of advice and consent names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachedKind {
    /// It changes obligations under the treaty; the other parties have to be told.
    Reservation,
    /// It says how a provision is read, and changes no obligation.
    Understanding,
    /// It states a policy or a position.
    Declaration,
    /// It binds the President, before the deposit or afterwards.
    Condition,
    /// It concerns the law and procedure of the United States alone; the instrument does not contain it.
    Proviso,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// Its key in the resolution.
    pub key: Key,
    /// Its kind; `None` where the record does not tell.
    pub kind: Option<AttachedKind>,
    /// What cannot happen before it is met.
    pub gates: Gate,
    /// Since when it is met.
    pub met: Option<Day>,
}

/// All that is attached, as a list to tick off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Checklist {
    attached: Vec<Attached>,
}

/// Whether the instrument may be deposited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MayDeposit {
    /// Nothing that gates the deposit is open.
    Yes,
    /// These are still open.
    Open(Vec<Key>),
}

impl Checklist {
    /// A list. Of two with the same key the first stays.
    pub fn new(attached: impl IntoIterator<Item = Attached>) -> Self {
        let mut list = Self::default();
        for one in attached {
            if list.get(&one.key).is_none() {
                list.attached.push(one);
            }
        }
        list
    }

    /// That of a vote in the register, whose conditions have no kind; `met` are those reported met since.
    pub fn of_vote<'a>(
        conditions: impl IntoIterator<Item = &'a ConsentCondition>,
        met: impl IntoIterator<Item = (&'a Key, Day)>,
    ) -> Self {
        let mut list = Self::new(conditions.into_iter().map(|condition| Attached {
            key: condition.condition.clone(),
            kind: None,
            gates: condition.gates,
            met: None,
        }));
        for (key, day) in met {
            list.meet(key, day);
        }
        list
    }

    /// All of them, in the order of the resolution.
    pub fn all(&self) -> &[Attached] {
        &self.attached
    }

    /// The one with this key.
    pub fn get(&self, key: &Key) -> Option<&Attached> {
        self.attached.iter().find(|one| one.key == *key)
    }

    /// Notes that one is met; the earliest day stays. `false` if there is none with this key.
    pub fn meet(&mut self, key: &Key, on: Day) -> bool {
        let found = self.attached.iter_mut().find(|one| one.key == *key);
        match found {
            Some(one) => {
                one.met = Some(one.met.map_or(on, |earlier| earlier.min(on)));
                true
            }
            None => false,
        }
    }

    /// Whether the instrument may be deposited on a day.
    pub fn may_deposit(&self, on: Day) -> MayDeposit {
        let open: Vec<Key> = self
            .attached
            .iter()
            .filter(|one| one.gates == Gate::Deposit && one.met.is_none_or(|met| met > on))
            .map(|one| one.key.clone())
            .collect();
        if open.is_empty() {
            MayDeposit::Yes
        } else {
            MayDeposit::Open(open)
        }
    }
}
