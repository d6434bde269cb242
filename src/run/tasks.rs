//! The only place that starts a task.
#![expect(
    clippy::disallowed_methods,
    reason = "tasks are started here, so that one look shows them all"
)]

/// Starts a task that only waits and passes on; it ends with the runtime.
pub(super) fn spawn(task: impl Future<Output = ()> + Send + 'static) {
    drop(tokio::spawn(task));
}
