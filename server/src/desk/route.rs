//! The routes of the desk: one table, from which the router is built.

use super::permission::Action;

/// Whether a route reads or changes something. HEAD is answered wherever GET is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes, or asks to.
    Post,
}

macro_rules! routes {
    ($($variant:ident: $method:ident $path:literal, $action:ident;)+) => {
        /// A route. One without a path, a method and an action does not compile.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Route {
            $(
                #[doc = concat!("`", $path, "`")]
                $variant,
            )+
        }

        impl Route {
            /// Every route.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its path, with the names of its parts in braces.
            pub fn path(self) -> &'static str {
                match self { $(Self::$variant => $path),+ }
            }

            /// Its method.
            pub fn method(self) -> Method {
                match self { $(Self::$variant => Method::$method),+ }
            }

            /// What is done by it, as the table of roles names it.
            pub fn action(self) -> Action {
                match self { $(Self::$variant => Action::$action),+ }
            }
        }
    };
}

routes! {
    Asset: Get "/assets/{hash}/{file}", LoadAsset;
    SignIn: Get "/sign-in", SignIn;
    SendSignIn: Post "/sign-in", SignIn;
    SignOut: Post "/sign-out", KeepOwnAccount;
    Start: Get "/", KeepOwnAccount;
    Account: Get "/account", KeepOwnAccount;
    ChangePassword: Get "/account/password", KeepOwnAccount;
    SendPassword: Post "/account/password", KeepOwnAccount;
    EndSession: Post "/account/sessions/end", KeepOwnAccount;
    Desk: Get "/desk", SeeLiaisonDesk;
    Queue: Get "/queue", SeeVerifierQueue;
    Depositary: Get "/depositary", SeeDepositaryDesk;
    Dashboard: Get "/dashboard", SeeCoalitionView;
    Audit: Get "/audit", SeeAuditTrail;
    NewInstrument: Get "/instruments/new", OpenInstrument;
    DraftInstrument: Post "/instruments/new", OpenInstrument;
    NewAct: Get "/instruments/{instrument}/acts/{act}", WriteDraft;
    DraftAct: Post "/instruments/{instrument}/acts/{act}", WriteDraft;
    Item: Get "/proposals/{id}", SeeProposal;
    Edit: Get "/proposals/{id}/edit", WriteDraft;
    SendEdit: Post "/proposals/{id}/edit", WriteDraft;
    Check: Get "/proposals/{id}/check", WriteDraft;
    Submit: Post "/proposals/{id}/submit", SubmitDraft;
    Withdraw: Post "/proposals/{id}/withdraw", SubmitDraft;
    Done: Get "/proposals/{id}/done", SeeProposal;
    Countersign: Post "/proposals/{id}/countersign", Countersign;
    SendBack: Post "/proposals/{id}/return", Countersign;
    DueForm: Get "/proposals/{id}/due-form", AcceptInDueForm;
    ShowEffect: Post "/proposals/{id}/effect", AcceptInDueForm;
    Accept: Post "/proposals/{id}/accept", AcceptInDueForm;
}
