//! The form to record a notice of withdrawal.

use app::desk::{Control, Offered};
use app::say;
use domain::act::{Act, WithdrawalNotified, WithdrawalOf};
use domain::instrument::ExitRule;
use domain::legal_date::LegalDate;
use domain::status::InternationalStatus;

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, date};
use crate::proposal::Fields;

const OF: [(&str, WithdrawalOf); 2] = [
    ("treaty", WithdrawalOf::Treaty),
    ("consent", WithdrawalOf::Consent),
];

/// The participant notified its withdrawal.
pub(super) struct WithdrawalNotifiedForm;

impl Form for WithdrawalNotifiedForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let of = vec![
            Offered::new("treaty", say!(words, "act-withdrawal-of-treaty")),
            Offered::new("consent", say!(words, "act-withdrawal-of-consent")),
        ];
        vec![
            ask::choice(typed, "of", say!(words, "act-withdrawal-of"), of),
            ask::day(
                typed,
                "effective",
                say!(words, "act-withdrawal-effective"),
                Some(say!(words, "desk-date-hint")),
            ),
        ]
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let of = reader.choice("of", &OF);
        let effective = reader.day("effective").map(LegalDate::on);
        Some(Act::WithdrawalNotified(WithdrawalNotified {
            of: of?,
            effective: effective?,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::WithdrawalNotified(withdrawal) = act {
            ask::put_choice(fields, "of", &OF, &withdrawal.of);
            date::typed(fields, "effective", &withdrawal.effective);
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        let of = match case.international() {
            InternationalStatus::Party { .. } | InternationalStatus::WithdrawalNotified { .. } => {
                WithdrawalOf::Treaty
            }
            InternationalStatus::None
            | InternationalStatus::Signed
            | InternationalStatus::ConsentExpressed
            | InternationalStatus::FormerParty { .. }
            | InternationalStatus::ConsentWithdrawn { .. } => WithdrawalOf::Consent,
        };
        ask::put_choice(fields, "of", &OF, &of);
        let exit = case.instrument().map(|instrument| &instrument.exit);
        let effective = match (of, exit) {
            (WithdrawalOf::Treaty, Some(ExitRule::Notice(notice))) => {
                notice.effect.on(case.today).ok()
            }
            (WithdrawalOf::Treaty, Some(ExitRule::NotProvided) | None) => None,
            (WithdrawalOf::Consent, _) => Some(case.today),
        };
        if let Some(day) = effective {
            date::typed(fields, "effective", &LegalDate::on(day));
        }
    }
}
