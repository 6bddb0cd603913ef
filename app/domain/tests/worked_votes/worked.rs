//! A worked vote: a majority, the article it rests on, and tallies with what follows from each.

use domain::act::{Ruling, Tally, VoteOn, VoteTaken};
use domain::majority::{
    Arithmetic, Checked, Decision, FiguresFound, Label, Meaning, Question, QuorumFinding, Rule,
    decide,
};
use domain::name::Key;
use domain::procedure::{Case, Determinations, Library, Trigger, library};

use crate::figures;
use crate::files::{Part, Place, majorities};

/// A majority with its tallies.
#[derive(Debug, Clone)]
pub struct Worked {
    pub place: Place,
    pub label: Label,
    /// The article.
    basis: &'static str,
    /// The house, where the file names none or several.
    house: Option<&'static str>,
    question: Option<Question>,
    /// How many must be there at least.
    pub quorum: Option<u32>,
    pub rows: Vec<Row>,
}

/// A tally and what follows.
#[derive(Debug, Clone)]
pub struct Row {
    text: &'static str,
    tally: Tally,
    pub outcome: Outcome,
    /// The votes in favour that are needed, all else being as it was; `None` if they depend on
    /// figures that the row does not give, or the rule asks for none.
    pub needed: Option<u32>,
}

/// What follows from a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Carried, with a quorum if one is asked for.
    Carried,
    /// Lost by the votes.
    Lost,
    /// It depends on a figure that is not given.
    CannotBeTold,
    /// Lost, for want of a quorum or beside it.
    Inquorate,
    /// Carried without a quorum, since nobody raised it.
    Unchallenged,
}

/// A route of a participant.
#[derive(Debug, Clone, Copy)]
pub struct On {
    entity: &'static str,
    route: &'static str,
}

/// On a route of a participant.
pub fn on(entity: &'static str, route: &'static str) -> On {
    On { entity, route }
}

impl On {
    /// The vote of a stage, on approval.
    pub fn vote(self, stage: &'static str, label: Label, basis: &'static str) -> Worked {
        self.worked(stage, Part::Own, label, basis, Some(Question::Approval))
    }

    /// The vote of a stage in a case.
    pub fn vote_if(
        self,
        stage: &'static str,
        case: Trigger,
        label: Label,
        basis: &'static str,
    ) -> Worked {
        self.worked(
            stage,
            Part::If(case),
            label,
            basis,
            Some(Question::Approval),
        )
    }

    /// The vote that overcomes a veto or an objection; in this house, if anybody votes.
    pub fn overcoming(
        self,
        stage: &'static str,
        house: impl Into<Option<&'static str>>,
        label: Label,
        basis: &'static str,
    ) -> Worked {
        Worked {
            house: house.into(),
            ..self.worked(stage, Part::Overcoming, label, basis, None)
        }
    }

    /// The same in a case.
    pub fn overcoming_if(
        self,
        stage: &'static str,
        case: Trigger,
        house: &'static str,
        label: Label,
        basis: &'static str,
    ) -> Worked {
        Worked {
            house: Some(house),
            ..self.worked(stage, Part::OvercomingIf(case), label, basis, None)
        }
    }

    /// The objection of this house that asks for more to be overcome.
    pub fn larger_objection(
        self,
        stage: &'static str,
        house: &'static str,
        label: Label,
        basis: &'static str,
    ) -> Worked {
        Worked {
            house: Some(house),
            ..self.worked(stage, Part::LargerObjection, label, basis, None)
        }
    }

    /// The vote that overcomes such an objection, in this house.
    pub fn overcoming_larger_objection(
        self,
        stage: &'static str,
        house: &'static str,
        label: Label,
        basis: &'static str,
    ) -> Worked {
        Worked {
            house: Some(house),
            ..self.worked(stage, Part::OvercomingLargerObjection, label, basis, None)
        }
    }

    fn worked(
        self,
        stage: &'static str,
        part: Part,
        label: Label,
        basis: &'static str,
        question: Option<Question>,
    ) -> Worked {
        Worked {
            place: Place {
                entity: self.entity.to_owned(),
                route: self.route.to_owned(),
                stage: stage.to_owned(),
                part,
            },
            label,
            basis,
            house: None,
            question,
            quorum: None,
            rows: Vec::new(),
        }
    }
}

impl Worked {
    /// It is an objection that is put to the vote.
    pub fn objection(mut self) -> Self {
        self.question = Some(Question::Objection);
        self
    }

    /// Nobody votes on the treaty: the rule says when the stage is passed.
    pub fn no_vote_on_the_treaty(mut self) -> Self {
        self.question = None;
        self
    }

    /// In this house; the file names none, since both vote.
    pub fn in_house(mut self, house: &'static str) -> Self {
        self.house = Some(house);
        self
    }

    /// So many must be there.
    pub fn quorum(mut self, least: u32) -> Self {
        self.quorum = Some(least);
        self
    }

    pub fn carried(self, text: &'static str, needed: impl Into<Option<u32>>) -> Self {
        self.row(text, Outcome::Carried, needed.into())
    }

    pub fn lost(self, text: &'static str, needed: impl Into<Option<u32>>) -> Self {
        self.row(text, Outcome::Lost, needed.into())
    }

    pub fn cannot_be_told(self, text: &'static str, needed: impl Into<Option<u32>>) -> Self {
        self.row(text, Outcome::CannotBeTold, needed.into())
    }

    pub fn inquorate(self, text: &'static str, needed: impl Into<Option<u32>>) -> Self {
        self.row(text, Outcome::Inquorate, needed.into())
    }

    pub fn unchallenged(self, text: &'static str, needed: impl Into<Option<u32>>) -> Self {
        self.row(text, Outcome::Unchallenged, needed.into())
    }

    fn row(mut self, text: &'static str, outcome: Outcome, needed: Option<u32>) -> Self {
        self.rows.push(Row {
            text,
            tally: figures::tally(text),
            outcome,
            needed,
        });
        self
    }
}

impl Row {
    /// The votes in favour, weighted if they have weights.
    pub fn in_favour(&self) -> Option<u32> {
        self.tally.yes_weight.or(self.tally.yes)
    }

    /// Whether these are its votes for and against.
    pub fn is(&self, yes: u32, no: Option<u32>) -> bool {
        (self.tally.yes, self.tally.no) == (Some(yes), no)
    }

    /// Those who voted or abstained.
    pub fn voting(&self) -> Option<u32> {
        Some(self.tally.yes? + self.tally.no? + self.tally.abstain.unwrap_or(0))
    }

    /// Those in the room.
    pub fn present(&self) -> Option<u32> {
        self.tally.present.or(self.voting())
    }
}

/// Whether a rule is carried, whoever was there.
pub fn carried(rule: &Rule, tally: &Tally) -> bool {
    decide(rule, None, tally, None).decision == Decision::Carried
}

/// Holds worked votes against the files and the arithmetic.
pub fn hold(votes: Vec<Worked>) {
    let majorities = majorities();
    for worked in votes {
        let place = &worked.place;
        let Some(majority) = majorities.get(place) else {
            panic!("{place:?}: no such majority");
        };
        assert_eq!(majority.rule.label, worked.label, "{place:?}");
        assert_eq!(majority.question, worked.question, "{place:?}");
        let seats = seats(&worked, majority.chamber.as_ref().map(Key::as_str));
        for row in &worked.rows {
            let case = format!(
                "{place:?}, {}: {} by “{}”",
                worked.basis, row.text, majority.rule.expr
            );
            let found = decide(&majority.rule, majority.quorum.as_ref(), &row.tally, seats);
            assert_eq!(found.figures, FiguresFound::Consistent, "{case}");
            let decision = match row.outcome {
                Outcome::Carried | Outcome::Unchallenged => Decision::Carried,
                Outcome::Lost | Outcome::Inquorate => Decision::Lost,
                Outcome::CannotBeTold => Decision::CannotBeTold,
            };
            assert_eq!(found.decision, decision, "{case}");
            if place.part != Part::LargerObjection {
                assert_eq!(as_recorded(&worked, row), found, "as recorded: {case}");
            }
            assert_eq!(found.needed, row.needed, "votes needed: {case}");
            if let (Some(needed), Some(have)) = (row.needed, row.in_favour()) {
                assert_eq!(found.have, Some(have), "{case}");
                assert_eq!(found.lacking, Some(needed.saturating_sub(have)), "{case}");
            }
            let quorum_as_expected = match (row.outcome, found.quorum) {
                (Outcome::Carried | Outcome::Lost, QuorumFinding::NotAsked) => {
                    majority.quorum.is_none()
                }
                (Outcome::Carried | Outcome::Lost, QuorumFinding::Met)
                | (Outcome::Inquorate, QuorumFinding::Missing(_))
                | (Outcome::Unchallenged, QuorumFinding::Missing(Checked::OnChallenge)) => true,
                // Nobody asked, and the voters alone do not make one.
                (
                    Outcome::Carried | Outcome::Lost,
                    QuorumFinding::CannotBeTold(Checked::OnChallenge),
                ) => row.tally.present.is_none() && row.voting() < worked.quorum,
                (Outcome::CannotBeTold, finding) => !matches!(finding, QuorumFinding::Missing(_)),
                _ => false,
            };
            assert!(quorum_as_expected, "quorum {:?}: {case}", found.quorum);
            if let Some(question) = worked.question {
                let meaning = match (question, decision) {
                    (_, Decision::CannotBeTold) => Meaning::CannotBeTold,
                    (Question::Approval, Decision::Carried)
                    | (Question::Objection, Decision::Lost) => Meaning::Passed,
                    (Question::Approval, Decision::Lost)
                    | (Question::Objection, Decision::Carried) => Meaning::NotPassed,
                };
                assert_eq!(question.meaning(found.decision), meaning, "{case}");
            }
        }
    }
}

/// What the procedure that the participant follows makes of the vote, were it recorded.
fn as_recorded(worked: &Worked, row: &Row) -> Arithmetic {
    let place = &worked.place;
    let parse = |key: &str| -> Key {
        key.parse()
            .unwrap_or_else(|error| panic!("{place:?}: {key}: {error}"))
    };
    let followed = place
        .entity
        .parse()
        .ok()
        .and_then(|code| Library::new().followed(code, &[]))
        .unwrap_or_else(|| panic!("{place:?}: no such participant"))
        .on_route(&parse(&place.route));
    let Some(stage) = followed.route.stage(&parse(&place.stage)) else {
        panic!("{place:?}: no such stage");
    };
    // Where a single house overrides, the file tells which.
    let overriding = stage.overcome_by.as_ref().filter(|_| {
        matches!(
            place.part,
            Part::Overcoming | Part::OvercomingIf(_) | Part::OvercomingLargerObjection
        )
    });
    let is_told = overriding.is_some_and(|overriding| overriding.chambers.len() == 1);
    let vote = VoteTaken {
        chamber: worked.house.filter(|_| !is_told).map(parse),
        on: match (place.part, worked.question) {
            (Part::Own | Part::If(_), _) if stage.ends_debate() => VoteOn::Cloture,
            (Part::Own | Part::If(_), Some(Question::Objection)) => VoteOn::Objection,
            (Part::Own | Part::If(_), Some(Question::Approval) | None) => VoteOn::Approval,
            _ => VoteOn::Override,
        },
        tally: row.tally.clone(),
        ruling: Ruling::NotKnown,
        number: None,
        conditions: Vec::new(),
    };
    let is_this = |case: Case<'_>| match (place.part, case) {
        (Part::Own | Part::Overcoming, Case::Ordinary)
        | (Part::OvercomingLargerObjection, Case::Objection(_)) => true,
        (Part::If(trigger) | Part::OvercomingIf(trigger), Case::Trigger(when)) => {
            trigger == when.trigger
        }
        _ => false,
    };
    // Nothing is determined, so that every majority may be in force.
    let under = followed
        .arithmetic(stage, &vote, Determinations::now(&[]))
        .map(|arithmetic| arithmetic.under)
        .unwrap_or_default();
    let found = under
        .into_iter()
        .find(|(majority, _)| is_this(majority.case));
    let Some((_, arithmetic)) = found else {
        panic!("{place:?}: {}: no majority for this vote", row.text);
    };
    arithmetic
}

/// The seats of the house that votes.
fn seats(worked: &Worked, of_file: Option<&str>) -> Option<u32> {
    let house = match (of_file, worked.house) {
        (Some(house), None) | (None, Some(house)) => house,
        (None, None) => return None,
        (Some(_), Some(_)) => panic!("{:?}: the file names the house", worked.place),
    };
    let chamber = library::all()
        .find(|filed| filed.procedure.entity.to_string() == worked.place.entity)
        .and_then(|filed| {
            let mut chambers = filed.procedure.chambers.iter();
            chambers.find(|chamber| chamber.key.as_str() == house)
        });
    let Some(chamber) = chamber else {
        panic!("{:?}: {house} is no chamber", worked.place);
    };
    chamber.members
}
