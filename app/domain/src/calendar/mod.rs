//! The clocks of the law: when a period that a procedure sets runs out.
//!
//! A [`Term`] is a number of units in a [`Measure`]: weeks and months by the calendar of everybody,
//! sitting days by the [`Calendars`] that a participant's chambers have published. [`count`] says
//! when a [`Period`](crate::procedure::Period) that began on a day ends and what its end means, or
//! that this is [not computable yet](Reckoned::NotComputableYet), because a calendar is published
//! only until some day. A [`Clock`] is a period that began, and [`clocks`] are those of a participant.
//!
//! The day of the event is not counted (*dies a quo non computatur*: CRaG s. 20(2), BGB § 187(1),
//! the European Convention on the Calculation of Time-Limits, art. 3), unless the procedure file says
//! that it is. No end is moved because it falls on a Saturday, a Sunday or a holiday: where a law does
//! that, the recorded act shows it.

mod backward;
mod calendars;
mod clock;
mod end;
mod measure;
mod reckoned;
mod running;
mod sitting;
mod start;
mod term;

pub use backward::NotPublished;
pub use calendars::Calendars;
pub use clock::{Clock, ClockState, Extension};
pub use end::{End, count};
pub use measure::{Measure, MeasureError};
pub use reckoned::{Gap, Reckoned};
pub use running::clocks;
pub use sitting::{Sits, SittingCalendar};
pub use start::{StartedBy, started_by};
pub use term::{Elapsed, Term};
