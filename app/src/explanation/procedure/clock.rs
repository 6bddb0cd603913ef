//! A period that has begun, in sentences.

use domain::calendar::{Clock, ClockState, Elapsed, End, Gap};
use domain::procedure::{PeriodUnit, Procedure};

use crate::say;
use crate::tracker::status;
use crate::words::Words;

/// How the period stands, its end and what that means.
pub(crate) fn clock_in_words(words: Words, procedure: &Procedure, clock: &Clock<'_>) -> String {
    let length = status::period(words, clock.term.units, clock.period.unit);
    let mut sentences = vec![match &clock.state {
        ClockState::Running { elapsed, end } => running(words, clock, &length, *elapsed, *end),
        ClockState::Ended(end) => ended(words, &length, *end),
        ClockState::NotComputableYet { at_best, gap, .. } => {
            not_computable(words, procedure, &length, *at_best, gap)
        }
        ClockState::StartNotKnown => {
            say!(
                words,
                "tracker-clock-start-not-known",
                length = length.as_str()
            )
        }
    }];
    if let ClockState::NotComputableYet {
        elapsed: Some(elapsed),
        ..
    } = &clock.state
    {
        sentences.push(say!(
            words,
            "tracker-clock-counted-so-far",
            counted = elapsed.counted
        ));
    }
    if let Some(start) = clock.start().filter(|_| !clock.start_is_exact()) {
        sentences.push(say!(
            words,
            "tracker-clock-start-latest",
            day = words.day(start)
        ));
    }
    let added = clock.term.units.saturating_sub(clock.period.value);
    if added > 0 {
        sentences.push(say!(
            words,
            "tracker-clock-prolonged",
            added = status::period(words, added, clock.period.unit)
        ));
    }
    sentences.join(" ")
}

fn running(words: Words, clock: &Clock<'_>, length: &str, elapsed: Elapsed, end: End) -> String {
    let end = ends(words, end);
    match clock.period.unit {
        PeriodUnit::Weeks | PeriodUnit::Months => say!(
            words,
            "tracker-clock-running-in-days",
            counted = elapsed.counted,
            of = elapsed.of,
            length = length,
            end = end
        ),
        PeriodUnit::CalendarDays
        | PeriodUnit::SittingDays
        | PeriodUnit::SittingDaysBothHouses
        | PeriodUnit::JointSittingDays
        | PeriodUnit::DaysExcludingSundays
        | PeriodUnit::CalendarDaysExcludingRecess => say!(
            words,
            "tracker-clock-running",
            counted = elapsed.counted,
            length = length,
            end = end
        ),
    }
}

fn ends(words: Words, end: End) -> String {
    let last = words.day(end.last_day());
    match end {
        End::MinimumWait { free_from, .. } => say!(
            words,
            "tracker-clock-ends-wait",
            last = last,
            from = words.day(free_from)
        ),
        End::Deadline { .. } => say!(words, "tracker-clock-ends-deadline", last = last),
        End::DeemedConsent { deemed_on, .. } => say!(
            words,
            "tracker-clock-ends-deemed-consent",
            last = last,
            from = words.day(deemed_on)
        ),
        End::Window { .. } => say!(words, "tracker-clock-ends-window", last = last),
        End::Target { .. } => say!(words, "tracker-clock-ends-target", last = last),
    }
}

fn ended(words: Words, length: &str, end: End) -> String {
    let last = words.day(end.last_day());
    match end {
        End::MinimumWait { free_from, .. } => say!(
            words,
            "tracker-clock-ended-wait",
            length = length,
            from = words.day(free_from)
        ),
        End::Deadline { .. } => {
            say!(
                words,
                "tracker-clock-ended-deadline",
                length = length,
                last = last
            )
        }
        End::DeemedConsent { deemed_on, .. } => say!(
            words,
            "tracker-clock-ended-deemed-consent",
            length = length,
            from = words.day(deemed_on)
        ),
        End::Window { .. } => {
            say!(
                words,
                "tracker-clock-ended-window",
                length = length,
                last = last
            )
        }
        End::Target { .. } => {
            say!(
                words,
                "tracker-clock-ended-target",
                length = length,
                last = last
            )
        }
    }
}

fn not_computable(
    words: Words,
    procedure: &Procedure,
    length: &str,
    at_best: End,
    gap: &Gap,
) -> String {
    let chamber = procedure
        .chamber(&gap.chamber)
        .map_or(gap.chamber.as_str(), |chamber| chamber.name_en.as_str());
    let best = words.day(at_best.last_day());
    let Some(until) = gap.published_until else {
        return say!(
            words,
            "tracker-clock-not-computable",
            length = length,
            chamber = chamber,
            best = best
        );
    };
    say!(
        words,
        "tracker-clock-not-computable-until",
        length = length,
        chamber = chamber,
        until = words.day(until),
        best = best
    )
}
