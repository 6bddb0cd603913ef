//! The form to record a vote, with the rule of the stage and its arithmetic.

use app::desk::{
    Control, Kind, MajorityCase, Offered, VoteControl, VoteFigures, VoteMajority, Wrong,
};
use app::say;
use domain::act::{Act, Ruling, Tally, VoteOn, VoteTaken};
use domain::majority::Question;
use domain::name::Key;
use domain::procedure::{Case as Applying, Chamber, Determinations};

use super::case::Case;
use super::reader::Reader;
use super::{Form, ask, vote_conditions};
use crate::proposal::Fields;

const FIGURES: &str = "yes";

const ON: [(&str, VoteOn); 4] = [
    ("approval", VoteOn::Approval),
    ("objection", VoteOn::Objection),
    ("cloture", VoteOn::Cloture),
    ("override", VoteOn::Override),
];

const RULINGS: [(&str, Ruling); 3] = [
    ("carried", Ruling::Carried),
    ("lost", Ruling::Lost),
    ("not-known", Ruling::NotKnown),
];

/// The name of the control that asks which of several chambers voted to override.
const OVERRIDING: &str = "overriding";

/// The chambers that have to vote for it to overcome what was said at the stage, as far as the
/// procedure names them.
fn overriding(case: &Case) -> Vec<&Chamber> {
    let stage = case.stage();
    let by = stage.and_then(|stage| stage.overcome_by.as_ref());
    case.followed
        .iter()
        .flat_map(|followed| {
            let chambers = by.map_or(&[][..], |by| &by.chambers);
            chambers
                .iter()
                .filter_map(|key| followed.procedure.chamber(key))
        })
        .collect()
}

/// The majorities of the stage that are in force or, as long as nobody has determined it, may be.
fn majorities(case: &Case) -> Vec<VoteMajority> {
    let known = Determinations::now(case.facts());
    let Some((followed, stage)) = case.followed.as_ref().zip(case.stage()) else {
        return Vec::new();
    };
    let in_force = followed.majorities(stage, known);
    let certain = in_force
        .certain
        .iter()
        .map(|majority| (majority, MajorityCase::This));
    let possible = in_force.possible.iter().map(|majority| {
        let case = match majority.case {
            Applying::Trigger(when) => MajorityCase::If(when.text.as_str().to_owned()),
            // An objection decides only what overcomes it.
            Applying::Ordinary | Applying::Objection(_) => MajorityCase::Ordinary,
        };
        (majority, case)
    });
    certain
        .chain(possible)
        .map(|(majority, case)| VoteMajority {
            rule: majority.rule.clone(),
            quorum: majority.quorum.cloned(),
            on: majority.question.unwrap_or(Question::Approval),
            case,
        })
        .collect()
}

/// A body voted.
pub(super) struct VoteTakenForm;

impl Form for VoteTakenForm {
    fn asks(&self, case: &Case, typed: &Fields) -> Vec<Control> {
        let words = case.words;
        let on = ON
            .iter()
            .map(|(value, on)| {
                let label = match on {
                    VoteOn::Approval => say!(words, "act-vote-on-approval"),
                    VoteOn::Objection => say!(words, "act-vote-on-objection"),
                    VoteOn::Cloture => say!(words, "act-vote-on-cloture"),
                    VoteOn::Override => say!(words, "act-vote-on-override"),
                };
                Offered::new(value, label)
            })
            .collect();
        let rulings = RULINGS
            .iter()
            .map(|(value, ruling)| {
                let label = match ruling {
                    Ruling::Carried => say!(words, "act-vote-carried"),
                    Ruling::Lost => say!(words, "act-vote-lost"),
                    Ruling::NotKnown => say!(words, "act-vote-not-known"),
                };
                Offered::new(value, label)
            })
            .collect();
        let figures = Control {
            name: FIGURES.to_owned(),
            label: say!(words, "act-vote-figures"),
            hint: Some(say!(words, "act-vote-figures-hint")),
            kind: Kind::Vote(Box::new(VoteControl {
                majorities: majorities(case),
                seats: case.chamber().and_then(|chamber| chamber.members),
                figures: VoteFigures {
                    yes: ask::typed(typed, "yes"),
                    no: ask::typed(typed, "no"),
                    abstain: ask::typed(typed, "abstain"),
                    present: ask::typed(typed, "present"),
                    not_voting: ask::typed(typed, "not_voting"),
                },
            })),
        };
        let mut controls = vec![
            figures,
            ask::number(typed, "members", say!(words, "act-vote-members"), None),
            ask::choice(typed, "ruling", say!(words, "act-vote-ruling"), rulings),
            ask::choice(typed, "on", say!(words, "act-vote-on"), on),
        ];
        let overriding = overriding(case);
        if overriding.len() > 1 {
            let nowhere = Offered::new("", say!(words, "act-vote-overriding-none"));
            let chambers = overriding.iter().map(|chamber| {
                Offered::new(chamber.key.as_str(), chamber.name_en.as_str().to_owned())
            });
            let offered = std::iter::once(nowhere).chain(chambers).collect();
            controls.push(ask::select(
                typed,
                OVERRIDING,
                say!(words, "act-vote-overriding"),
                offered,
            ));
        }
        controls.push(ask::line(
            typed,
            "number",
            say!(words, "act-vote-number"),
            None,
        ));
        controls.extend(vote_conditions::controls(words, typed));
        controls
    }

    fn act(&self, reader: &mut Reader<'_>) -> Option<Act> {
        let tally = Tally {
            yes: reader.number_of(FIGURES, "yes"),
            no: reader.number_of(FIGURES, "no"),
            abstain: reader.number_of(FIGURES, "abstain"),
            present: reader.number_of(FIGURES, "present"),
            not_voting: reader.number_of(FIGURES, "not_voting"),
            members: reader.number("members"),
            ..Tally::default()
        };
        let on = reader.choice("on", &ON);
        let ruling = reader.choice("ruling", &RULINGS);
        let number = reader.text("number");
        let conditions = vote_conditions::read(reader);
        let is_empty = [
            tally.yes,
            tally.no,
            tally.abstain,
            tally.present,
            tally.not_voting,
        ]
        .iter()
        .all(Option::is_none);
        if is_empty && ruling == Some(Ruling::NotKnown) {
            reader.wrong(FIGURES, Wrong::NothingKnown);
        }
        if contradicts(&tally) {
            reader.wrong(FIGURES, Wrong::FiguresContradict);
        }
        let chamber = match on {
            // The chamber that overrides is often another than the one overridden.
            Some(VoteOn::Override) => {
                let offered = overriding(reader.case);
                match offered.as_slice() {
                    [chamber] => Some(chamber.key.clone()),
                    [] => None,
                    several => {
                        let keys: Vec<Key> = several.iter().map(|one| one.key.clone()).collect();
                        reader.key_of(OVERRIDING, &keys)
                    }
                }
            }
            _ => reader.case.stage().and_then(|stage| stage.chamber.clone()),
        };
        Some(Act::VoteTaken(VoteTaken {
            chamber,
            on: on?,
            tally,
            ruling: ruling?,
            number,
            conditions: conditions?,
        }))
    }

    fn typed(&self, act: &Act, fields: &mut Fields) {
        if let Act::VoteTaken(vote) = act {
            let figures = [
                ("yes", vote.tally.yes),
                ("no", vote.tally.no),
                ("abstain", vote.tally.abstain),
                ("present", vote.tally.present),
                ("not_voting", vote.tally.not_voting),
                ("members", vote.tally.members),
            ];
            if let (VoteOn::Override, Some(chamber)) = (vote.on, &vote.chamber) {
                ask::put(fields, OVERRIDING, chamber.as_str());
            }
            for (name, figure) in figures {
                if let Some(figure) = figure {
                    ask::put(fields, name, figure.to_string());
                }
            }
            ask::put_choice(fields, "on", &ON, &vote.on);
            ask::put_choice(fields, "ruling", &RULINGS, &vote.ruling);
            ask::put_text(fields, "number", vote.number.as_ref());
            vote_conditions::typed(&vote.conditions, fields);
        }
    }

    fn offered(&self, case: &Case, fields: &mut Fields) {
        let on = match case.stage().and_then(|stage| stage.vote_on) {
            Some(Question::Objection) => VoteOn::Objection,
            Some(Question::Approval) | None => VoteOn::Approval,
        };
        ask::put_choice(fields, "on", &ON, &on);
        if let Some(seats) = case.chamber().and_then(|chamber| chamber.members) {
            ask::put(fields, "members", seats.to_string());
        }
    }
}

/// Whether the figures cannot all be right: more votes than members in the room, or more in the room
/// than there are seats.
fn contradicts(tally: &Tally) -> bool {
    let sum =
        |figures: &[Option<u32>]| figures.iter().flatten().map(|n| u64::from(*n)).sum::<u64>();
    let voted = sum(&[tally.yes, tally.no, tally.abstain]);
    let all = sum(&[tally.yes, tally.no, tally.abstain, tally.not_voting]);
    let more_than =
        |votes: u64, most: Option<u32>| most.is_some_and(|most| votes > u64::from(most));
    more_than(voted, tally.present)
        || more_than(all, tally.members)
        || more_than(sum(&[tally.present]), tally.members)
}
