//! Leaving a treaty: how, from when, and what is out of order in a notice (VCLT art. 54, 56, 65, 67, 68).

use serde::Serialize;

use crate::act::WithdrawalOf;
use crate::clause::own_effect::OwnEffect;
use crate::clause::record::Consent;
use crate::day::{Day, DayError};
use crate::instrument::ExitRule;

/// Months of notice where withdrawal is implied and the instrument is silent (art. 56(2)).
const MONTHS_OF_NOTICE_WHERE_SILENT: u32 = 12;

/// A notice of withdrawal on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The day on which it was given, at the latest.
    pub notified: Day,
    /// The first day on which the State is no longer bound, at the latest.
    pub effective: Day,
    /// Whether that day is exact.
    pub exact: bool,
    /// What it is said to withdraw.
    pub of: WithdrawalOf,
}

/// How a State can leave, at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Exit {
    /// It has not consented: there is nothing to leave.
    NotBound,
    /// The treaty is not yet in force for it: a consent taken back ends when the notice is received.
    /// The VCLT has no article on it; depositaries accept it (UPC 2020, CTBT 2023).
    BeforeEntryIntoForce {
        /// The earliest day on which the consent would no longer hold.
        leaves: Day,
    },
    /// By a notice, as the instrument provides (art. 54(a)).
    ByNotice {
        /// The first day on which this State could give notice at all.
        first_notice: Day,
        /// The earliest day on which it can give notice from today.
        notice: Day,
        /// The first day on which it would then no longer be bound.
        leaves: Day,
    },
    /// The instrument is silent: only if the parties intended to admit it, or the nature of the
    /// treaty implies it, and then at twelve months' notice (art. 56). Otherwise not at all without
    /// the consent of all (art. 54(b)). Which of the two is not computed.
    OnlyIfImplied {
        /// The first day on which it would no longer be bound, by a notice of today.
        leaves: Day,
    },
    /// It has given notice.
    NoticeGiven {
        /// The first day on which it no longer is bound.
        leaves: Day,
        /// Whether that is the latest possible day only.
        at_the_latest: bool,
        /// The last day on which the notice can be taken back (art. 68).
        take_back_until: Option<Day>,
    },
    /// It has left.
    Left {
        /// The first day on which it no longer was bound.
        on: Day,
        /// Whether that is the latest possible day only.
        at_the_latest: bool,
    },
}

/// What is out of order in a notice. It is shown; the recorded day counts all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// It was given before the first day on which notice can be given.
    TooEarly {
        /// When it was given.
        notified: Day,
        /// The first day.
        first: Day,
    },
    /// It is said to take effect before the instrument lets it.
    EffectTooEarly {
        /// When it was given.
        notified: Day,
        /// The day recorded.
        recorded: Day,
        /// The day that follows from the instrument's rule.
        computed: Day,
    },
    /// The instrument does not provide for withdrawal (art. 56).
    NotProvidedFor {
        /// When it was given.
        notified: Day,
        /// The earliest day of effect if withdrawal is implied (art. 56(2)).
        if_implied: Day,
    },
    /// It is said to withdraw the consent, and the treaty was already in force for the State.
    AlreadyInForce {
        /// When it was given.
        notified: Day,
        /// Since when the treaty was in force for it.
        since: Day,
    },
}

/// How a State can leave, by what is recorded by the end of `day`.
///
/// `consents` are its consents, each with its effect; `notices` its notices that were not taken back.
///
/// # Errors
/// [`DayError`] if a day would lie after the year 9999.
pub fn exit(
    rule: &ExitRule,
    consents: &[(Consent, Option<OwnEffect>)],
    notices: &[Notice],
    day: Day,
) -> Result<Exit, DayError> {
    let Some((consent, effect)) = consents.iter().rfind(|(consent, _)| consent.begin <= day) else {
        return Ok(Exit::NotBound);
    };
    if let Some(end) = consent.end {
        // The day itself says no more than the notice that gave it.
        let at_the_latest = notices
            .iter()
            .any(|notice| notice.effective.max(notice.notified) == end && !notice.exact);
        return Ok(if end <= day {
            Exit::Left {
                on: end,
                at_the_latest,
            }
        } else {
            Exit::NoticeGiven {
                leaves: end,
                at_the_latest,
                take_back_until: end.previous(),
            }
        });
    }
    let Some(since) = effect.map(|effect| effect.from).filter(|from| *from <= day) else {
        return Ok(Exit::BeforeEntryIntoForce { leaves: day });
    };
    match rule {
        ExitRule::NotProvided => Ok(Exit::OnlyIfImplied {
            leaves: day.plus_months(MONTHS_OF_NOTICE_WHERE_SILENT)?,
        }),
        ExitRule::Notice(_) => {
            let first_notice = first_notice(rule, since)?;
            let notice = first_notice.max(day);
            Ok(Exit::ByNotice {
                first_notice,
                notice,
                leaves: effect_of_notice(rule, notice)?,
            })
        }
    }
}

/// The first day on which a State can give notice for which the treaty is in force since then: the
/// period runs from entry into force for that State (Paris Agreement, art. 28(1)).
///
/// # Errors
/// [`DayError`] if it would lie after the year 9999.
pub fn first_notice(rule: &ExitRule, in_force_since: Day) -> Result<Day, DayError> {
    match rule {
        ExitRule::NotProvided => Ok(in_force_since),
        ExitRule::Notice(notice) => notice
            .not_before
            .as_ref()
            .map_or(Ok(in_force_since), |period| period.on(in_force_since)),
    }
}

/// The first day on which a State that gives notice on that day is no longer bound; where the
/// instrument is silent, if withdrawal is implied (art. 56(2)).
///
/// # Errors
/// [`DayError`] if it would lie after the year 9999.
pub fn effect_of_notice(rule: &ExitRule, notified: Day) -> Result<Day, DayError> {
    match rule {
        ExitRule::NotProvided => notified.plus_months(MONTHS_OF_NOTICE_WHERE_SILENT),
        ExitRule::Notice(notice) => notice.effect.on(notified),
    }
}

/// What is out of order in the notices of a State, in the order in which they were given.
///
/// # Errors
/// [`DayError`] if a day would lie after the year 9999.
pub fn findings(
    rule: &ExitRule,
    consents: &[(Consent, Option<OwnEffect>)],
    notices: &[Notice],
) -> Result<Vec<Finding>, DayError> {
    let mut found = Vec::new();
    for notice in notices {
        let notified = notice.notified;
        let since = consents
            .iter()
            .rfind(|(consent, _)| consent.begin <= notified)
            .and_then(|(_, effect)| *effect)
            .map(|effect| effect.from);
        let in_force = since.filter(|since| *since <= notified);
        if let (WithdrawalOf::Consent, Some(since)) = (notice.of, in_force) {
            found.push(Finding::AlreadyInForce { notified, since });
            continue;
        }
        // Before entry into force there is no rule to go by.
        if notice.of == WithdrawalOf::Consent {
            continue;
        }
        let Some(since) = since else { continue };
        if *rule == ExitRule::NotProvided {
            found.push(Finding::NotProvidedFor {
                notified,
                if_implied: effect_of_notice(rule, notified)?,
            });
            continue;
        }
        let first = first_notice(rule, since)?;
        if notified < first {
            found.push(Finding::TooEarly { notified, first });
        }
        let computed = effect_of_notice(rule, notified)?;
        if notice.effective < computed {
            found.push(Finding::EffectTooEarly {
                notified,
                recorded: notice.effective,
                computed,
            });
        }
    }
    Ok(found)
}
