//! The illustrative instrument: a security guarantee for Ukraine. It does not exist.

use domain::act::{Act, ConsentForm, ConsentMode, InstrumentDefined, ParticipantListed, Standing};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::instrument::{
    Depositary, ExitNotice, ExitRule, Instrument, InstrumentKind, Nature, PendingReservation,
    ProvisionalApplicationRule, ReservationRegime, Reservations, Seat,
};
use domain::legal_date::{LegalDate, ZoneName};
use domain::name::{Key, Slug};
use domain::statement::Statement;
use domain::text::{Source, Text};

use super::Unloadable;

/// The instrument's name in the register.
pub const SLUG: &str = "ukraine-guarantee";
/// The depositary authority.
pub(super) const AUTHORITY: &str = "paris";

/// Who takes part: those of whom the repository holds a procedure, without the European Union, which
/// could not give such a guarantee, without Austria, Ireland, Malta and Switzerland, which are neutral
/// by law or by settled policy, and without Cyprus, which is in no alliance.
pub(super) const PARTICIPANTS: [&str; 36] = [
    "ALB", "AUS", "BEL", "BGR", "CAN", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR",
    "GRC", "HRV", "HUN", "ISL", "ITA", "JPN", "LTU", "LUX", "LVA", "MKD", "MNE", "NLD", "NOR",
    "NZL", "POL", "PRT", "ROU", "SVK", "SVN", "SWE", "TUR", "UKR", "USA",
];

/// On the model of article 11 of the North Atlantic Treaty: a majority of the signatories, including
/// some by name, of those who had signed when signature closed; later States from their own deposit.
const CLAUSE: &str = r#"{"first_of":[{"when":{"and":[
    {"named":["DEU","FRA","GBR","POL","UKR"]},
    {"fraction":[1,2],"more_than":true,"of":"signatories","base_on":"2026-05-31"}
]},"then":{"same_day":true}}],"later":{"same_day":true}}"#;

/// What found it: the instrument, and everybody who takes part.
///
/// # Errors
/// [`Unloadable`] if the data above is not what this program expects.
pub(super) fn founding() -> Result<Vec<Statement>, Unloadable> {
    let opened = Act::InstrumentOpened(InstrumentDefined {
        instrument: Box::new(instrument()?),
        reason: None,
    });
    let mut statements = vec![statement(opened_on()?, opened)?];
    for code in PARTICIPANTS {
        let listed = Act::ParticipantListed(ParticipantListed {
            standing: Standing::Listed,
            ground: None,
        });
        let code: EntityCode = code.parse()?;
        statements.push(statement(opened_on()?, listed)?.of(code));
    }
    Ok(statements)
}

/// A statement about it. Its source says what all of this is.
///
/// # Errors
/// Never: the words are fixed.
pub(super) fn statement(on: Day, act: Act) -> Result<Statement, Unloadable> {
    let mut statement = Statement::new(slug()?, LegalDate::on(on), act);
    statement.sources = vec![source()?];
    Ok(statement)
}

/// The one source of everything in the scenario.
///
/// # Errors
/// Never: the words are fixed.
pub(super) fn source() -> Result<Source, Unloadable> {
    Ok(Source {
        citation: Text::english("Illustrative scenario: nothing of this happened.")?,
        url: None,
        confidence: None,
    })
}

/// Its name in the register.
///
/// # Errors
/// Never: the name is fixed.
pub(super) fn slug() -> Result<Slug, Unloadable> {
    Ok(Slug::try_from(SLUG.to_owned())?)
}

/// The day on which it was opened, before anybody signed or began to consent.
fn opened_on() -> Result<Day, Unloadable> {
    Day::new(2026, 2, 16).ok_or_else(|| Unloadable::Data("the opening has no day".to_owned()))
}

fn instrument() -> Result<Instrument, Unloadable> {
    Ok(Instrument {
        titles: vec![Text::english(
            "Security guarantee for Ukraine (illustrative)",
        )?],
        kind: InstrumentKind::Treaty,
        nature: Nature::Illustrative,
        texts: Vec::new(),
        seat: Seat {
            place: Text::english("Paris")?,
            zone: ZoneName::try_from("Europe/Paris".to_owned())?,
        },
        depositaries: vec![Depositary {
            authority: Key::try_from(AUTHORITY.to_owned())?,
            name: Text::english("Government of the French Republic")?,
        }],
        consent_modes: [
            ConsentMode::Ratification,
            ConsentMode::Acceptance,
            ConsentMode::Approval,
            ConsentMode::Accession,
        ]
        .into(),
        consent_form: ConsentForm::Deposit,
        clause: serde_json::from_str(CLAUSE)?,
        clause_text: Some(Text::english(
            "In force on the day on which instruments of ratification, acceptance or approval have been \
             deposited by a majority of the States that had signed by 31 May 2026, among them France, Germany, \
             Poland, Ukraine and the United Kingdom; for every other State on the day of its own deposit. Its obligations are \
             activated once a ceasefire enters into force.",
        )?),
        weights: std::collections::BTreeMap::new(),
        reservations: ReservationRegime {
            permitted: Reservations::Prohibited,
            pending: PendingReservation::Counts,
        },
        provisional_application: ProvisionalApplicationRule::NotProvided,
        exit: ExitRule::Notice(ExitNotice {
            effect: serde_json::from_str(r#"{"months":12}"#)?,
            not_before: None,
        }),
        activation: Some(serde_json::from_str(r#"{"event":"ceasefire"}"#)?),
    })
}
