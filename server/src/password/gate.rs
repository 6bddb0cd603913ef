//! The queue in front of argon2: as many at once as there are cores, and few that wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many may wait. At some 0.3 s a check, the last of them waits a few seconds.
const QUEUE: usize = 32;

/// Too many checks are waiting already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being checked just now; try again in a moment")]
pub struct Busy;

#[derive(Debug, Clone)]
pub(super) struct Gate {
    places: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

/// Counts somebody who waits, until they do not, whatever the reason.
struct Waiting(Arc<AtomicUsize>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Gate {
    /// Lets so many in at once.
    pub(super) fn new(places: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(places)),
            waiting: Arc::default(),
        }
    }

    /// Waits for a place, if not too many do.
    pub(super) async fn enter(&self) -> Result<OwnedSemaphorePermit, Busy> {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            return Ok(place);
        }
        let before = self.waiting.fetch_add(1, Ordering::SeqCst);
        let _waiting = Waiting(Arc::clone(&self.waiting));
        if before >= QUEUE {
            return Err(Busy);
        }
        // The gate is never closed; if it were, nobody could enter.
        Arc::clone(&self.places)
            .acquire_owned()
            .await
            .map_err(|_| Busy)
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[test]
    fn beyond_the_places_and_the_queue_the_answer_is_busy() {
        let gate = Gate::new(2);
        let enter = || gate.enter().now_or_never();
        let first = enter().unwrap().unwrap();
        let _second = enter().unwrap().unwrap();

        let mut queue: Vec<_> = (0..QUEUE).map(|_| Box::pin(gate.enter())).collect();
        for waiting in &mut queue {
            assert!(waiting.now_or_never().is_none());
        }
        assert_eq!(enter().unwrap().unwrap_err(), Busy);

        // Who gives up makes room in the queue, who is done makes room at the front.
        drop(queue.pop());
        let mut last = Box::pin(gate.enter());
        assert!((&mut last).now_or_never().is_none());
        assert_eq!(enter().unwrap().unwrap_err(), Busy);
        drop(first);
        assert!((&mut queue[0]).now_or_never().unwrap().is_ok());
    }
}
