//! `--log`: what the program did, in a file in the state folder. No word of any note is ever in it.

use std::sync::Mutex;

use super::{Context, Failure};

/// Begins to log to the file.
pub(super) fn begin(context: &Context) -> Result<(), Failure> {
    let path = context.places.log_file();
    let file = context
        .disk
        .log_file(&path)
        .map_err(|error| Failure::of_store(&error, context.texts))?;
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .with_env_filter("samtal=info")
        .finish();
    // A second subscriber in one process is refused; the first one goes on.
    drop(tracing::subscriber::set_global_default(subscriber));
    tracing::info!(version = super::version(), "samtal began");
    Ok(())
}
