//! The European Union.

use domain::majority::Label::*;
use domain::procedure::Trigger::*;

use crate::worked::{Worked, hold, on};

/// 27 States, of which 15 are 55 in 100 (14.85); 720 members of Parliament, of whom a third are 240.
pub fn votes() -> Vec<Worked> {
    let foreign = on("EUU", "cfsp_agreement");
    let consent = on("EUU", "consent_procedure");
    let unanimous = |worked: Worked| {
        worked
            // An abstention does not prevent it (TFEU art. 238(4)).
            .carried("yes 24, no 0, abstain 3", None)
            .carried("yes 27, no 0", None)
            .lost("yes 26, no 1", None)
            .cannot_be_told("yes 26", None)
    };
    let in_council =
        "TEU art. 31(1) and TFEU arts. 218 and 238(4): unanimity, abstentions do not prevent it";
    let in_a_field = "TFEU arts. 218(8) and 238(4): unanimity in a field that asks for it";
    // Populations in thousands, illustrative: 65 in 100 of 450,000 are 292,500.
    let qualified = |stage| {
        consent
            .vote(
                stage,
                EuQualifiedMajority,
                "TEU art. 16(4): 55 in 100 of the States, at least fifteen, with 65 in 100 of the population",
            )
            .carried(
                "yes 15, no 10, abstain 2, population yes 292500, population no 150000, population abstain 7500",
                15,
            )
            // A State short.
            .lost(
                "yes 14, no 13, population yes 300000, population no 150000, population abstain 0",
                15,
            )
            // A State that abstains has not voted for it.
            .lost(
                "yes 14, no 0, abstain 13, population yes 300000, population no 0, population abstain 150000",
                15,
            )
            // The population short, by a thousand.
            .lost(
                "yes 15, no 12, population yes 292499, population no 157501, population abstain 0",
                15,
            )
            .cannot_be_told("yes 15, no 12", 15)
            // How many people live in the States that abstained?
            .cannot_be_told(
                "yes 15, no 10, population yes 292500, population no 150000",
                15,
            )
    };
    vec![
        unanimous(foreign.vote("council_mandate", UnanimityAbstentionsNeutral, in_council)),
        unanimous(foreign.vote("council_sign", UnanimityAbstentionsNeutral, in_council)),
        unanimous(foreign.vote("council_conclude", UnanimityAbstentionsNeutral, in_council)),
        qualified("council_sign"),
        unanimous(consent.vote_if(
            "council_sign",
            UnanimityField,
            UnanimityAbstentionsNeutral,
            in_a_field,
        )),
        consent
            .vote(
                "ep_consent",
                SimpleMajorityOfVotesCast,
                "TFEU arts. 218(6)(a) and 231: a majority of the votes cast; the quorum of a third only if it is asked for",
            )
            .quorum(240)
            .carried("yes 81, no 80, abstain 79", 81)
            .lost("yes 120, no 120", 121)
            .cannot_be_told("yes 120", None)
            .unchallenged("yes 120, no 119, present 239", 120),
        qualified("council_conclude"),
        unanimous(consent.vote_if(
            "council_conclude",
            UnanimityField,
            UnanimityAbstentionsNeutral,
            in_a_field,
        )),
    ]
}

#[test]
fn european_union_teu_arts_16_and_31_tfeu_arts_218_231_and_238() {
    hold(votes());
}
