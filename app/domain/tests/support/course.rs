//! The facts of one participant in the making, and the acts of its procedure.

use std::sync::Arc;

use domain::act::{
    Act, Applies, ClockStarted, DepartureRecorded, Outcome, RouteChosen, Ruling,
    SittingCalendarPublished, StepBegun, StepConcluded, StepNotRequired, Tally, TriggerDetermined,
    VoteOn, VoteTaken,
};
use domain::day::Day;
use domain::entity::EntityCode;
use domain::majority::Question;
use domain::procedure::{
    Followed, Library, Progress, Refusal, Repeats, Stage, StageState, Trigger, check_act, progress,
};
use domain::register::RecordedAt;
use domain::snapshot::Fact;
use domain::statement::Statement;
use domain::status::InternationalStatus;

use super::{code, day, key, of, text};

/// A published fact.
pub fn fact(index: u64, statement: Statement) -> Fact {
    Fact {
        index,
        recorded_at: RecordedAt::from_unix_micros(1_767_690_000_000_000).unwrap(),
        offices: Arc::default(),
        hash: statement.hash().unwrap(),
        statement: Arc::new(statement),
        receipts: Vec::new(),
        superseded_at: None,
    }
}

/// The course of a participant in the making: its facts, a day apart.
#[derive(Debug, Clone)]
pub struct Course {
    pub code: EntityCode,
    pub facts: Vec<Fact>,
    /// Days on which nothing happened.
    pub idle: u32,
}

impl Course {
    pub fn of(who: &str) -> Self {
        Self {
            code: code(who),
            facts: Vec::new(),
            idle: 0,
        }
    }

    pub fn today(&self) -> Day {
        day("2026-01-01")
            .plus_days(u32::try_from(self.facts.len()).unwrap() + self.idle)
            .unwrap()
    }

    pub fn statement(&self, stage: Option<&str>, act: Act) -> Statement {
        let mut statement = of(self.code, self.today(), act);
        statement.stage = stage.map(key);
        statement
    }

    pub fn push(&mut self, statement: Statement) -> &mut Self {
        let index = u64::try_from(self.facts.len()).unwrap();
        self.facts.push(fact(index, statement));
        self
    }

    pub fn at(&mut self, stage: &str, act: Act) -> &mut Self {
        self.push(self.statement(Some(stage), act))
    }

    pub fn whole(&mut self, act: Act) -> &mut Self {
        self.push(self.statement(None, act))
    }

    pub fn done(&mut self, stage: &str) -> &mut Self {
        self.at(stage, concluded(Outcome::Completed))
    }

    pub fn followed(&self) -> Followed {
        Library::new().followed(self.code, &self.facts).unwrap()
    }

    /// Lets days go by.
    pub fn wait(&mut self, days: u32) -> &mut Self {
        self.idle += days;
        self
    }

    /// Says which route is followed.
    pub fn route(&mut self, route: &str) -> &mut Self {
        self.whole(Act::RouteChosen(RouteChosen {
            route: key(route),
            ground: None,
        }))
    }

    /// Determines a trigger.
    pub fn trigger(&mut self, trigger: Trigger, applies: Applies) -> &mut Self {
        self.whole(determined(trigger, applies))
    }

    /// Publishes that a chamber sits on each day for three years.
    pub fn sits_daily(&mut self, chamber: &str) -> &mut Self {
        let first = day("2026-01-01");
        let days = |n| first.plus_days(n).unwrap();
        self.whole(Act::SittingCalendarPublished(SittingCalendarPublished {
            chamber: key(chamber),
            from: first,
            until: days(1_000),
            sitting_days: (0..=1_000).map(days).collect(),
        }))
    }

    /// The stages of these keys take place as the treaty needs it, one after the other.
    pub fn pass(&mut self, stages: &[&str]) -> &mut Self {
        for name in stages {
            let followed = self.followed();
            let stage = followed.route.stage(&key(name)).unwrap();
            for _ in 0..readings(stage) {
                self.at(name, ending(stage));
            }
        }
        self
    }

    /// Whether an act of a stage is allowed next.
    pub fn check(&self, stage: &str, act: Act) -> Result<(), Refusal> {
        check_act(
            &self.followed(),
            &self.facts,
            &self.statement(Some(stage), act),
        )
    }
}

pub fn concluded(outcome: Outcome) -> Act {
    Act::StepConcluded(StepConcluded {
        outcome,
        note: None,
    })
}

pub fn begun() -> Act {
    Act::StepBegun(StepBegun { note: None })
}

pub fn vote(on: VoteOn, ruling: Ruling) -> Act {
    Act::VoteTaken(VoteTaken {
        chamber: None,
        on,
        tally: Tally::default(),
        ruling,
        number: None,
        conditions: vec![],
    })
}

/// A vote with these figures, of members who were all in the room.
pub fn counted(on: VoteOn, ruling: Ruling, (yes, no, abstain): (u32, u32, u32)) -> Act {
    let Act::VoteTaken(taken) = vote(on, ruling) else {
        unreachable!()
    };
    Act::VoteTaken(VoteTaken {
        tally: Tally {
            yes: Some(yes),
            no: Some(no),
            abstain: Some(abstain),
            present: Some(yes + no + abstain),
            ..Tally::default()
        },
        ..taken
    })
}

/// A vote of this chamber to override.
pub fn overriding(chamber: &str, ruling: Ruling) -> Act {
    let Act::VoteTaken(taken) = vote(VoteOn::Override, ruling) else {
        unreachable!()
    };
    Act::VoteTaken(VoteTaken {
        chamber: Some(key(chamber)),
        ..taken
    })
}

/// A period begins.
pub fn clock(period: u32) -> Act {
    Act::ClockStarted(ClockStarted { period, note: None })
}

pub fn carried() -> Act {
    vote(VoteOn::Approval, Ruling::Carried)
}

pub fn not_required() -> Act {
    Act::StepNotRequired(StepNotRequired {
        ground: text("No need"),
    })
}

pub fn departure() -> Act {
    Act::DepartureRecorded(DepartureRecorded {
        ground: text("Section 22"),
        course: text("A statement instead"),
    })
}

/// The act by which a stage ends as the treaty needs it.
pub fn ending(stage: &Stage) -> Act {
    match stage.vote_on {
        Some(Question::Approval) => carried(),
        Some(Question::Objection) => vote(VoteOn::Objection, Ruling::Lost),
        None => concluded(Outcome::Completed),
    }
}

/// The state of a stage.
pub fn state<'a>(progress: &Progress<'a>, stage: &str) -> StageState<'a> {
    progress.stage(&key(stage)).unwrap().state
}

/// How far the procedure is on the day after the last fact.
pub fn progress<'a>(
    followed: &'a Followed,
    facts: &'a [Fact],
    international: InternationalStatus,
) -> Progress<'a> {
    let last = facts.iter().filter_map(|fact| fact.date().latest()).max();
    let day = last.map_or(day("2026-01-01"), |last| last.plus_days(1).unwrap());
    progress::progress(followed, facts, international, day)
}

pub fn determined(trigger: Trigger, applies: Applies) -> Act {
    Act::TriggerDetermined(TriggerDetermined {
        trigger: key(trigger.name()),
        applies,
        ground: text("The legal department"),
    })
}

pub fn readings(stage: &Stage) -> u32 {
    let repeats = stage.repeats.as_ref().filter(|_| stage.kind.is_vote());
    repeats.map_or(1, Repeats::votes)
}
