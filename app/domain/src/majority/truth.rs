//! Yes, no, or cannot be told.

/// An answer for every possible value of the figures that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// True whatever they are.
    Yes,
    /// False whatever they are.
    No,
    /// It depends on them, or could not be shown not to.
    CannotBeTold,
}

impl Truth {
    /// Yes for all.
    pub fn all(answers: impl Iterator<Item = Self>) -> Self {
        answers.fold(Self::Yes, |all, one| match (all, one) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            (Self::CannotBeTold, _) | (_, Self::CannotBeTold) => Self::CannotBeTold,
        })
    }

    /// The contrary.
    pub fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::CannotBeTold => Self::CannotBeTold,
        }
    }
}
