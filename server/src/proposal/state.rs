//! The state machine of a proposal.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How far a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draft,
    /// Submitted by its author's office; nobody else has signed.
    Submitted,
    /// Signed by others too; more sign-offs are awaited.
    Countersigned,
    /// Sent back to its author's office with a reason.
    Returned,
    /// Withdrawn by its author's side. It stays as it is.
    Withdrawn,
    /// In the register. It stays as it is.
    Published,
}

/// What is done to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// Written again.
    Edit,
    /// Submitted for sign-off.
    Submit,
    /// Signed off, with more sign-offs to come.
    Sign,
    /// Signed off as the last one.
    Publish,
    /// Sent back with a reason.
    SendBack,
    /// Withdrawn.
    Withdraw,
}

/// The state does not allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a proposal that is {state} cannot be {asked}")]
pub struct NotNow {
    /// The state.
    pub state: State,
    /// What was asked.
    pub asked: Move,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Submitted,
        Self::Countersigned,
        Self::Returned,
        Self::Withdrawn,
        Self::Published,
    ];

    /// The state after a move.
    ///
    /// # Errors
    /// [`NotNow`] if this state does not allow it.
    pub fn after(self, asked: Move) -> Result<Self, NotNow> {
        match (self, asked) {
            // An edit takes back what was submitted: the sign-offs were of another version.
            (Self::Draft | Self::Submitted | Self::Countersigned | Self::Returned, Move::Edit) => {
                Ok(Self::Draft)
            }
            (Self::Draft, Move::Submit) => Ok(Self::Submitted),
            (Self::Submitted | Self::Countersigned, Move::Sign) => Ok(Self::Countersigned),
            (Self::Submitted | Self::Countersigned, Move::Publish) => Ok(Self::Published),
            (Self::Submitted | Self::Countersigned, Move::SendBack) => Ok(Self::Returned),
            (
                Self::Draft | Self::Submitted | Self::Countersigned | Self::Returned,
                Move::Withdraw,
            ) => Ok(Self::Withdrawn),
            (Self::Draft, Move::Sign | Move::Publish | Move::SendBack)
            | (Self::Submitted | Self::Countersigned, Move::Submit)
            | (Self::Returned, Move::Submit | Move::Sign | Move::Publish | Move::SendBack)
            | (
                Self::Withdrawn | Self::Published,
                Move::Edit
                | Move::Submit
                | Move::Sign
                | Move::Publish
                | Move::SendBack
                | Move::Withdraw,
            ) => Err(NotNow { state: self, asked }),
        }
    }

    /// Whether it waits for sign-offs.
    pub fn is_open(self) -> bool {
        match self {
            Self::Submitted | Self::Countersigned => true,
            Self::Draft | Self::Returned | Self::Withdrawn | Self::Published => false,
        }
    }

    /// The name, for the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Countersigned => "countersigned",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
            Self::Published => "published",
        }
    }

    /// The state with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Edit => "edited",
            Self::Submit => "submitted",
            Self::Sign => "countersigned",
            Self::Publish => "published",
            Self::SendBack => "sent back",
            Self::Withdraw => "withdrawn",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOVES: [Move; 6] = [
        Move::Edit,
        Move::Submit,
        Move::Sign,
        Move::Publish,
        Move::SendBack,
        Move::Withdraw,
    ];

    #[test]
    fn every_transition_is_as_the_table_says() {
        let table = [
            ("draft", "draft submitted - - - withdrawn"),
            (
                "submitted",
                "draft - countersigned published returned withdrawn",
            ),
            (
                "countersigned",
                "draft - countersigned published returned withdrawn",
            ),
            ("returned", "draft - - - - withdrawn"),
            ("withdrawn", "- - - - - -"),
            ("published", "- - - - - -"),
        ];
        assert_eq!(table.len(), State::ALL.len());
        for (state, after) in table {
            let state = State::named(state).unwrap();
            for (asked, expected) in MOVES.into_iter().zip(after.split(' ')) {
                let found = state.after(asked).map_or("-", State::as_str);
                assert_eq!(found, expected, "{state} {asked}");
            }
        }
    }

    #[test]
    fn what_is_published_or_withdrawn_was_open_or_unpublished_and_stays() {
        for state in State::ALL {
            let publishes = state.after(Move::Publish).is_ok();
            assert_eq!(publishes, state.is_open(), "{state}");
        }
    }
}
