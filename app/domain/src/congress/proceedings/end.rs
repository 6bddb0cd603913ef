//! What the passing of days does: the end of a Congress, and of the President's ten days.

use crate::congress::action::Action;
use crate::congress::chamber::Chamber;
use crate::congress::presentment::Presentment;
use crate::congress::proceedings::Proceedings;
use crate::congress::route::AtEndOfCongress;
use crate::congress::status::{Death, Place, Status};
use crate::congress::term::Congress;
use crate::day::Day;

impl Proceedings {
    /// Passes to a day on which something happens. On the day of the change a Congress can still act.
    pub(super) fn pass_to(&mut self, action: &Action, day: Day) {
        let congress = *self.congress.get_or_insert_with(|| first_of(day));
        // Not acted on before it began: the obstacle is found elsewhere.
        if day <= congress.ends() {
            return;
        }
        if is_of_the_president(action) && is_within_ten_days_of(congress, day) {
            return;
        }
        self.end(congress, day);
    }

    /// Passes to the end of a day on which nothing happens.
    pub(super) fn pass_to_the_end_of(&mut self, day: Day) {
        let Some(congress) = self.congress else {
            return;
        };
        if let Status::BeforePresident(Some(presented)) = self.status
            && presented.last_day >= congress.ends()
            && presented.last_day < day
        {
            self.status = Status::Died(Death::PocketVeto);
        }
        let awaits_the_president =
            self.status == Status::Passed && is_within_ten_days_of(congress, day);
        if congress.is_over_at_the_end_of(day) && !awaits_the_president {
            self.end(congress, day);
        }
    }

    fn end(&mut self, congress: Congress, day: Day) {
        match self.measure.route.at_end_of_congress() {
            AtEndOfCongress::Untouched => {}
            AtEndOfCongress::Dies => {
                if self.dies_at_the_end() {
                    self.status = Status::Died(Death::EndOfCongress(congress));
                }
            }
            AtEndOfCongress::BeginsAgain => {
                if let Some(now) = Congress::on(day).filter(|now| *now > congress) {
                    if self.is_before_the_senate() {
                        // Without an action it lies in committee again, by the rule itself.
                        self.status = Status::Pending {
                            chamber: Chamber::Senate,
                            place: Place::Committee,
                        };
                        self.began_again = Some(now);
                    }
                    self.congress = Some(now);
                }
            }
        }
    }

    fn dies_at_the_end(&self) -> bool {
        match self.status {
            Status::BeforePresident(_) => false,
            status => !status.is_over_in_congress(),
        }
    }

    fn is_before_the_senate(&self) -> bool {
        matches!(
            self.status,
            Status::Pending { .. } | Status::Rejected { .. }
        )
    }
}

/// Whether the President can still sign a measure as if presented on the last day of its Congress.
fn is_within_ten_days_of(congress: Congress, day: Day) -> bool {
    Presentment::on(congress.ends()).is_ok_and(|latest| day <= latest.last_day)
}

/// The Congress of a first action. Before 1789 there was none; the first is then too late for it.
fn first_of(day: Day) -> Congress {
    Congress::on(day).unwrap_or(Congress::FIRST)
}

fn is_of_the_president(action: &Action) -> bool {
    match action {
        Action::Happened(event) => event.is_of_the_president(),
        Action::Voted(..) => false,
    }
}
