//! Periods that the law sets for a stage.

use serde::{Deserialize, Serialize};

use crate::procedure::stage::StageEffect;
use crate::text::Body;

/// A period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How many units it runs.
    pub value: u32,
    /// In which unit.
    pub unit: PeriodUnit,
    /// What it does.
    pub kind: PeriodKind,
    /// What starts it.
    pub starts: Body,
    /// Whether the day of the event that starts it is its first day.
    #[serde(default, skip_serializing_if = "StartDay::is_usual")]
    pub start_day: StartDay,
    /// From when what had to wait may happen; of a minimum wait only.
    #[serde(default, skip_serializing_if = "Opening::is_usual")]
    pub opens: Opening,
    /// What follows when it has run out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_expiry: Option<Body>,
    /// Whether the stage is passed when the period has run out and nothing else has happened at it:
    /// silence is a yes. Where it is left out, the kind says it: [`Self::passes_by_silence`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence_passes: Option<bool>,
    /// How it can be prolonged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extendable: Option<Body>,
    /// The articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Vec<Body>>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Body>,
}

impl Period {
    /// Whether silence to its end passes a stage with this effect: that is what consent deemed given
    /// means, and what a stage does at which only time passes.
    pub fn passes_by_silence(&self, effect: StageEffect) -> bool {
        self.silence_passes.unwrap_or(match self.kind {
            PeriodKind::DeemedConsent => true,
            PeriodKind::MinimumWait => effect == StageEffect::Waiting,
            PeriodKind::Deadline | PeriodKind::Window | PeriodKind::Target => false,
        })
    }
}

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodUnit {
    /// Days of the calendar.
    CalendarDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Days on which the one house sits.
    SittingDays,
    /// Days on which both Houses sit (United Kingdom).
    SittingDaysBothHouses,
    /// Days on which both Houses sit (Australia).
    JointSittingDays,
    /// Days other than Sundays (United States).
    DaysExcludingSundays,
    /// Days other than those of a recess (Japan).
    CalendarDaysExcludingRecess,
}

/// What a period does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// Nothing may happen before its end.
    MinimumWait,
    /// Somebody must act by its end.
    Deadline,
    /// Silence to its end is a yes.
    DeemedConsent,
    /// Somebody may act while it runs.
    Window,
    /// A custom that binds nobody.
    Target,
}

/// Whether the day of the event that starts a period is its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartDay {
    /// The first day is the next one: the rule.
    #[default]
    NotCounted,
    /// It is (Japan, Diet Act art. 133).
    Counted,
}

impl StartDay {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference"
    )]
    fn is_usual(&self) -> bool {
        *self == Self::NotCounted
    }
}

/// From when what had to wait may happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// From the day after the last day of the wait: the rule.
    #[default]
    AfterLastDay,
    /// On its last day already: *not earlier than the tenth day* (Latvia, Constitution art. 69).
    OnLastDay,
}

impl Opening {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference"
    )]
    fn is_usual(&self) -> bool {
        *self == Self::AfterLastDay
    }
}
