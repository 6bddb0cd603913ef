//! When to stop: the signals of a terminal, a service manager or a container.

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Cancels `shutdown` when the process is told to end (SIGINT or SIGTERM).
///
/// # Errors
/// If the system does not let us hear of it.
pub fn on_signal(shutdown: CancellationToken) -> Result<(), std::io::Error> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        let name = tokio::select! {
            _ = interrupt.recv() => "SIGINT",
            _ = terminate.recv() => "SIGTERM",
        };
        tracing::info!(signal = name, "told to stop; requests in flight may finish");
        shutdown.cancel();
    });
    Ok(())
}
