//! Who may do what: the table of roles and actions.
//!
//! It is about roles only. Whether this country, this authority or this proposal is somebody's own is
//! asked of the objects; to those whose it is not, they do not exist.

use crate::account::Role;

/// What is done by a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Load a style sheet or a script: the same for everybody.
    LoadAsset,
    /// Sign in.
    SignIn,
    /// Sign out, change one's password, see and end one's sessions.
    KeepOwnAccount,
    /// See what is asked of a liaison officer.
    SeeLiaisonDesk,
    /// See what waits for a verifier.
    SeeVerifierQueue,
    /// See what waits for the depositary.
    SeeDepositaryDesk,
    /// See the coalition view.
    SeeCoalitionView,
    /// See the audit trail.
    SeeAuditTrail,
    /// Open an instrument in the register.
    OpenInstrument,
    /// Write a draft: a liaison officer for the own country, a depositary officer for the depositary.
    WriteDraft,
    /// Submit or withdraw what one's own office has written.
    SubmitDraft,
    /// See a proposal.
    SeeProposal,
    /// Sign what another has written, or send it back.
    Countersign,
    /// Accept an act in due form.
    AcceptInDueForm,
}

/// A role without what it is bound to, or nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// Not signed in.
    Anonymous,
    /// Liaison officer.
    Liaison,
    /// Verifier.
    Verifier,
    /// Depositary officer.
    DepositaryOfficer,
    /// Coalition leader.
    Leader,
    /// Administrator.
    Administrator,
    /// Auditor.
    Auditor,
}

impl From<&Role> for RoleKind {
    fn from(role: &Role) -> Self {
        match role {
            Role::Liaison(_) => Self::Liaison,
            Role::Verifier(_) => Self::Verifier,
            Role::DepositaryOfficer(_) => Self::DepositaryOfficer,
            Role::Leader => Self::Leader,
            Role::Administrator => Self::Administrator,
            Role::Auditor => Self::Auditor,
        }
    }
}

impl RoleKind {
    /// Every role, and nobody.
    pub const ALL: [Self; 7] = [
        Self::Anonymous,
        Self::Liaison,
        Self::Verifier,
        Self::DepositaryOfficer,
        Self::Leader,
        Self::Administrator,
        Self::Auditor,
    ];

    /// Whether the role may do it.
    pub fn may(self, action: Action) -> bool {
        use RoleKind::{
            Administrator, Anonymous, Auditor, DepositaryOfficer, Leader, Liaison, Verifier,
        };
        match action {
            Action::LoadAsset | Action::SignIn => true,
            Action::KeepOwnAccount => match self {
                Liaison | Verifier | DepositaryOfficer | Leader | Administrator | Auditor => true,
                Anonymous => false,
            },
            Action::SeeLiaisonDesk => matches!(self, Liaison),
            Action::SeeVerifierQueue => matches!(self, Verifier),
            Action::SeeDepositaryDesk | Action::OpenInstrument | Action::AcceptInDueForm => {
                matches!(self, DepositaryOfficer)
            }
            Action::SeeCoalitionView => matches!(self, Leader),
            Action::SeeAuditTrail => matches!(self, Auditor),
            Action::WriteDraft | Action::SubmitDraft => match self {
                Liaison | DepositaryOfficer => true,
                Anonymous | Verifier | Leader | Administrator | Auditor => false,
            },
            Action::SeeProposal => match self {
                Liaison | Verifier | DepositaryOfficer => true,
                Anonymous | Leader | Administrator | Auditor => false,
            },
            Action::Countersign => match self {
                Verifier | DepositaryOfficer => true,
                Anonymous | Liaison | Leader | Administrator | Auditor => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of the design, literally: a cell that changes has to be changed here too.
    #[test]
    fn each_cell_is_as_the_design_says() {
        let columns = [
            RoleKind::Anonymous,
            RoleKind::Liaison,
            RoleKind::Verifier,
            RoleKind::DepositaryOfficer,
            RoleKind::Leader,
            RoleKind::Administrator,
            RoleKind::Auditor,
        ];
        assert_eq!(columns, RoleKind::ALL);
        let table = [
            //                          none  liai  veri  depo  lead  admi  audi
            (
                Action::LoadAsset,
                ["yes", "yes", "yes", "yes", "yes", "yes", "yes"],
            ),
            (
                Action::SignIn,
                ["yes", "yes", "yes", "yes", "yes", "yes", "yes"],
            ),
            (
                Action::KeepOwnAccount,
                ["no", "yes", "yes", "yes", "yes", "yes", "yes"],
            ),
            (
                Action::SeeLiaisonDesk,
                ["no", "yes", "no", "no", "no", "no", "no"],
            ),
            (
                Action::SeeVerifierQueue,
                ["no", "no", "yes", "no", "no", "no", "no"],
            ),
            (
                Action::SeeDepositaryDesk,
                ["no", "no", "no", "yes", "no", "no", "no"],
            ),
            (
                Action::SeeCoalitionView,
                ["no", "no", "no", "no", "yes", "no", "no"],
            ),
            (
                Action::SeeAuditTrail,
                ["no", "no", "no", "no", "no", "no", "yes"],
            ),
            (
                Action::OpenInstrument,
                ["no", "no", "no", "yes", "no", "no", "no"],
            ),
            (
                Action::WriteDraft,
                ["no", "yes", "no", "yes", "no", "no", "no"],
            ),
            (
                Action::SubmitDraft,
                ["no", "yes", "no", "yes", "no", "no", "no"],
            ),
            (
                Action::SeeProposal,
                ["no", "yes", "yes", "yes", "no", "no", "no"],
            ),
            (
                Action::Countersign,
                ["no", "no", "yes", "yes", "no", "no", "no"],
            ),
            (
                Action::AcceptInDueForm,
                ["no", "no", "no", "yes", "no", "no", "no"],
            ),
        ];
        for (action, cells) in table {
            for (role, cell) in columns.into_iter().zip(cells) {
                assert_eq!(role.may(action), cell == "yes", "{role:?} {action:?}");
            }
        }
    }
}
