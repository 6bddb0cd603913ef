//! Periods that the law sets for a stage.

use serde::{Deserialize, Serialize};

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
    /// What follows when it has run out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_expiry: Option<Body>,
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
