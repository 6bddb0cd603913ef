//! Bytes as a sign-off, an office and a sign-off policy; the policy judges sign-offs made for it.
#![no_main]

use std::sync::LazyLock;

use domain::act::{Act, ActGroup};
use domain::canonical;
use domain::digest::Digest;
use domain::instrument::Instrument;
use domain::office::Office;
use domain::keepers::Keepers;
use domain::policy::{Occasion, OfficeWanted, SignOffPolicy, ToCheck};
use domain::sign_off::{Evidence, SignOff};
use domain::statement::Statement;
use libfuzzer_sys::fuzz_target;

/// An illustrative instrument, with a depositary.
static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(|| {
    let opened = include_bytes!("../../../app/domain/golden/instrument_opened.v1.json");
    let statement: Statement = canonical::decode(opened.trim_ascii_end()).unwrap();
    let Some(Act::InstrumentOpened(defined)) = statement.act() else {
        panic!("the golden statement opens no instrument");
    };
    (*defined.instrument).clone()
});

/// A sign-off for each that the steps of a rule ask for, by another person each.
fn sign_offs(policy: &SignOffPolicy, group: ActGroup, occasion: Occasion) -> Vec<SignOff> {
    let rule = policy
        .rules()
        .iter()
        .find(|rule| rule.acts == group && rule.occasion == occasion);
    let evidence = match occasion {
        Occasion::ImportOfHistory => Evidence::CommandLine,
        Occasion::Regular | Occasion::OnPaper | Occasion::Exchange => Evidence::PasswordStepUp,
    };
    let mut made = Vec::new();
    for (step, asked) in (0_u32..).zip(rule.iter().flat_map(|rule| &rule.steps)) {
        for wanted in &asked.all_of {
            let office = match wanted.office {
                OfficeWanted::LiaisonOfParticipant => Office::Liaison("FRA".parse().unwrap()),
                OfficeWanted::VerifierOfParticipant => Office::Verifier("FRA".parse().unwrap()),
                OfficeWanted::VerifierOfAnother => Office::Verifier("DEU".parse().unwrap()),
                OfficeWanted::DepositaryOfficer => {
                    Office::DepositaryOfficer("illustrative-depositary".parse().unwrap())
                }
            };
            for _ in 0..wanted.persons {
                let signer = Digest::of(&made.len().to_le_bytes());
                let statement = Digest::of(b"statement");
                let office = office.clone();
                made.push(SignOff::new(
                    statement, occasion, step, office, evidence, signer,
                ));
            }
        }
    }
    made
}

fn judge(policy: &SignOffPolicy, foreign: &[&SignOff]) {
    for group in [
        ActGroup::Founding,
        ActGroup::National,
        ActGroup::International,
        ActGroup::Depositary,
        ActGroup::Acceptance,
    ] {
        for occasion in [
            Occasion::Regular,
            Occasion::OnPaper,
            Occasion::Exchange,
            Occasion::ImportOfHistory,
        ] {
            let check = |sign_offs: &[&SignOff]| {
                policy.check(&ToCheck {
                    group,
                    occasion,
                    participant: "FRA".parse().ok(),
                    instrument: &INSTRUMENT,
                    keepers: &Keepers::of(&INSTRUMENT, None),
                    statement: Digest::of(b"statement"),
                    sign_offs,
                })
            };
            assert!(check(&[]).is_err(), "nobody signed");
            assert!(foreign.is_empty() || check(foreign).is_err());
            let made = sign_offs(policy, group, occasion);
            let all: Vec<&SignOff> = made.iter().collect();
            if let Some((_, but_one)) = all.split_first() {
                assert_eq!(check(&all), Ok(()));
                assert!(check(but_one).is_err(), "one is missing");
            }
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let sign_off = fuzz::strict::<SignOff>(bytes);
    fuzz::lenient::<SignOff>(bytes);
    if let Some(office) = fuzz::strict::<Office>(bytes) {
        let statement = Digest::of(b"");
        let evidence = Evidence::CommandLine;
        let made = SignOff::new(statement, Occasion::Regular, 0, office, evidence, statement);
        assert!(made.covers(statement, Occasion::Regular));
        assert!(!made.covers(statement, Occasion::OnPaper));
        let json = canonical::encode(&made).unwrap();
        assert_eq!(fuzz::strict::<SignOff>(&json), Some(made));
    }
    fuzz::strict::<SignOffPolicy>(bytes);
    if let Some(policy) = fuzz::lenient::<SignOffPolicy>(bytes) {
        assert!(SignOffPolicy::new(policy.rules().to_vec()).is_ok());
        judge(&policy, &[]);
    }
    if let Some(sign_off) = sign_off {
        judge(&SignOffPolicy::standard(), &[&sign_off]);
    }
});
