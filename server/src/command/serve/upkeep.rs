//! What is done again and again while something is served.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Interval, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::register::Register;
use crate::session::Sessions;

/// How old what is shown may be, where another process publishes.
const CATCH_UP: Duration = Duration::from_secs(1);
/// How often sessions that ended long ago are forgotten.
const FORGET: Duration = Duration::from_hours(1);

/// Shows what another process published, until it is told to stop.
pub(super) fn catch_up(register: Arc<Register>, shutdown: CancellationToken) {
    tokio::spawn(async move {
        let mut rhythm = Rhythm::new(CATCH_UP, shutdown);
        // What goes wrong once a second is said once.
        let mut is_said = false;
        while rhythm.beats().await {
            match register.catch_up().await {
                Ok(()) => is_said = false,
                Err(_) if is_said => {}
                Err(error) => {
                    tracing::error!(%error, "what was published cannot be read");
                    is_said = true;
                }
            }
        }
    });
}

/// Forgets sessions that ended long ago, until it is told to stop.
pub(super) fn forget_sessions(sessions: Sessions, shutdown: CancellationToken) {
    tokio::spawn(async move {
        let mut rhythm = Rhythm::new(FORGET, shutdown);
        while rhythm.beats().await {
            if let Err(error) = sessions.prune().await {
                tracing::warn!(%error, "sessions that ended could not be forgotten");
            }
        }
    });
}

/// At once and then once a period, until it is told to stop.
struct Rhythm {
    ticks: Interval,
    shutdown: CancellationToken,
}

impl Rhythm {
    fn new(period: Duration, shutdown: CancellationToken) -> Self {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self { ticks, shutdown }
    }

    /// Waits for the next time; `false` if there is none.
    async fn beats(&mut self) -> bool {
        tokio::select! {
            _ = self.ticks.tick() => true,
            () = self.shutdown.cancelled() => false,
        }
    }
}
