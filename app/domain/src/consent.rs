//! A participant's consent over time: begun, withdrawn, taken back, begun again.

use serde::Serialize;

use crate::act::ConsentMode;
use crate::clause::record::Consent;
use crate::day::Day;
use crate::legal_date::LegalDate;

/// What bears on a participant's consent, in any order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsentActs {
    /// Consents expressed.
    pub given: Vec<Given>,
    /// Withdrawals notified.
    pub withdrawn: Vec<Withdrawn>,
    /// Days on which a notice of withdrawal was taken back.
    pub retracted: Vec<Ordered>,
    /// Acts on record without a date to count by.
    pub undated: Vec<Undated>,
}

/// A day with the place of the act among the participant's acts of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Ordered {
    /// The day.
    pub day: Day,
    /// The place on that day.
    pub sequence: u32,
}

/// A consent expressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Given {
    /// When.
    pub at: Ordered,
    /// Whether the day is exact, not only the latest possible one.
    pub exact: bool,
    /// By what means.
    pub mode: ConsentMode,
}

/// A withdrawal notified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Withdrawn {
    /// When the notice was given.
    pub notified: Ordered,
    /// The first day on which the consent no longer holds.
    pub effective: Day,
}

/// Something in the acts that has no effect, and why. It is shown, never dropped in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WithoutEffect {
    /// A withdrawal of a consent that did not hold.
    NothingToWithdraw(Withdrawn),
    /// A notice taken back when none was pending (VCLT art. 68: only before it takes effect).
    NothingToRetract(Ordered),
    /// A second consent while the first still held.
    AlreadyConsented(Given),
    /// An act whose date is unknown: it cannot be counted.
    DateUnknown(Undated),
}

/// An act of consent that has no date to count by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Undated {
    /// A consent.
    Consent,
    /// A withdrawal, or the day on which it takes effect.
    Withdrawal,
    /// A retraction of a notice of withdrawal.
    Retraction,
}

/// The latest possible day of a date, with its place on that day; `None` if nothing is known of it.
pub fn ordered(date: &LegalDate, sequence: u32) -> Option<Ordered> {
    date.latest().map(|day| Ordered { day, sequence })
}

impl ConsentActs {
    /// The periods in which consent holds, in the order in which they begin, and the acts without effect.
    ///
    /// A withdrawal ends the consent that holds when notice is given. It is as if it had not been
    /// given if it is taken back before the day it takes effect.
    pub fn periods(&self) -> (Vec<Consent>, Vec<WithoutEffect>) {
        let mut without_effect: Vec<WithoutEffect> = self
            .undated
            .iter()
            .map(|undated| WithoutEffect::DateUnknown(*undated))
            .collect();
        let withdrawn = self.standing_withdrawals(&mut without_effect);
        let mut given = self.given.clone();
        given.sort_by_key(|given| (given.at, !given.exact, given.mode));
        let mut withdrawals = Withdrawals {
            standing: &withdrawn,
            without_effect: &mut without_effect,
        };
        let mut periods: Vec<Consent> = Vec::new();
        let mut begun = None;
        for given in given {
            // What was withdrawn before this consent has ended the one before it.
            withdrawals.end_last(&mut periods, begun, Some(given.at));
            // Consent given again while a notice runs takes the notice back: it never ceased.
            if let Some(last) = periods.last_mut()
                && last.end.is_some_and(|end| given.at.day < end)
            {
                last.end = None;
                continue;
            }
            if periods.last().is_some_and(|last| last.end.is_none()) {
                withdrawals
                    .without_effect
                    .push(WithoutEffect::AlreadyConsented(given));
                continue;
            }
            begun = Some(given.at);
            periods.push(Consent {
                begin: given.at.day,
                exact: given.exact,
                end: None,
                mode: given.mode,
            });
        }
        withdrawals.end_last(&mut periods, begun, None);
        (periods, without_effect)
    }

    /// The withdrawals that were not taken back in time, in order.
    fn standing_withdrawals(&self, without_effect: &mut Vec<WithoutEffect>) -> Vec<Withdrawn> {
        let mut withdrawn = self.withdrawn.clone();
        withdrawn.sort_by_key(|withdrawal| (withdrawal.notified, withdrawal.effective));
        let mut retracted = self.retracted.clone();
        retracted.sort_unstable();
        for retraction in retracted {
            let pending = withdrawn.iter().rposition(|withdrawal| {
                withdrawal.notified <= retraction && retraction.day < withdrawal.effective
            });
            match pending {
                Some(position) => {
                    withdrawn.remove(position);
                }
                None => without_effect.push(WithoutEffect::NothingToRetract(retraction)),
            }
        }
        withdrawn
    }
}

/// The withdrawals still to be matched with a consent, in order.
struct Withdrawals<'a> {
    standing: &'a [Withdrawn],
    without_effect: &'a mut Vec<WithoutEffect>,
}

impl Withdrawals<'_> {
    /// Ends the last period, begun then, by the first withdrawal notified since and before `before`.
    fn end_last(
        &mut self,
        periods: &mut [Consent],
        begun: Option<Ordered>,
        before: Option<Ordered>,
    ) {
        while let Some((withdrawal, rest)) = self.standing.split_first() {
            if before.is_some_and(|before| before < withdrawal.notified) {
                return;
            }
            self.standing = rest;
            match periods.last_mut() {
                Some(last)
                    if last.end.is_none()
                        && begun.is_some_and(|begun| begun <= withdrawal.notified) =>
                {
                    // A notice cannot take effect before it is given.
                    last.end = Some(withdrawal.effective.max(withdrawal.notified.day));
                }
                _ => self
                    .without_effect
                    .push(WithoutEffect::NothingToWithdraw(*withdrawal)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> Ordered {
        Ordered {
            day: day.parse().unwrap(),
            sequence: 0,
        }
    }

    fn given(day: &str) -> Given {
        Given {
            at: at(day),
            exact: true,
            mode: ConsentMode::Ratification,
        }
    }

    fn withdrawn(notified: &str, effective: &str) -> Withdrawn {
        Withdrawn {
            notified: at(notified),
            effective: effective.parse().unwrap(),
        }
    }

    fn spans(acts: &ConsentActs) -> Vec<String> {
        acts.periods()
            .0
            .iter()
            .map(|c| {
                format!(
                    "{}..{}",
                    c.begin,
                    c.end.map(|d| d.to_string()).unwrap_or_default()
                )
            })
            .collect()
    }

    /// The United States and the Paris Agreement.
    #[test]
    fn a_state_can_leave_and_come_back_and_leave_again() {
        let acts = ConsentActs {
            given: vec![given("2021-01-20"), given("2016-09-03")],
            withdrawn: vec![
                withdrawn("2025-01-27", "2026-01-27"),
                withdrawn("2019-11-04", "2020-11-04"),
            ],
            ..ConsentActs::default()
        };
        assert_eq!(
            spans(&acts),
            ["2016-09-03..2020-11-04", "2021-01-20..2026-01-27"]
        );
        assert_eq!(acts.periods().1, []);
    }

    /// VCLT art. 68: before it takes effect, not after.
    #[test]
    fn a_notice_can_be_taken_back_only_before_it_takes_effect() {
        let mut acts = ConsentActs {
            given: vec![given("2002-01-01")],
            withdrawn: vec![withdrawn("2016-10-19", "2017-10-19")],
            retracted: vec![at("2017-03-07")],
            undated: vec![],
        };
        assert_eq!(spans(&acts), ["2002-01-01.."]);
        acts.retracted = vec![at("2017-10-19")];
        assert_eq!(spans(&acts), ["2002-01-01..2017-10-19"]);
        assert_eq!(
            acts.periods().1,
            [WithoutEffect::NothingToRetract(at("2017-10-19"))]
        );
    }

    #[test]
    fn what_has_no_effect_is_reported() {
        let acts = ConsentActs {
            given: vec![given("2020-01-01"), given("2021-01-01")],
            withdrawn: vec![withdrawn("2019-01-01", "2019-02-01")],
            ..ConsentActs::default()
        };
        assert_eq!(spans(&acts), ["2020-01-01.."]);
        assert_eq!(
            acts.periods().1,
            [
                WithoutEffect::NothingToWithdraw(withdrawn("2019-01-01", "2019-02-01")),
                WithoutEffect::AlreadyConsented(given("2021-01-01")),
            ]
        );
    }

    #[test]
    fn consent_given_again_while_a_notice_runs_never_ceased() {
        let mut acts = ConsentActs {
            given: vec![given("2020-01-01"), given("2020-08-01")],
            withdrawn: vec![withdrawn("2020-06-01", "2021-06-01")],
            ..ConsentActs::default()
        };
        assert_eq!(spans(&acts), ["2020-01-01.."]);
        acts.withdrawn.push(withdrawn("2022-01-01", "2023-01-01"));
        assert_eq!(spans(&acts), ["2020-01-01..2023-01-01"]);
    }

    #[test]
    fn a_return_on_the_day_of_leaving_is_a_new_consent() {
        let mut back = given("2020-06-01");
        back.at.sequence = 1;
        let acts = ConsentActs {
            given: vec![given("2020-01-01"), back],
            withdrawn: vec![withdrawn("2020-05-01", "2020-06-01")],
            ..ConsentActs::default()
        };
        assert_eq!(spans(&acts), ["2020-01-01..2020-06-01", "2020-06-01.."]);
    }
}
