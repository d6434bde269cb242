//! What went wrong, as a person is told: one sentence, what to do about it, and the exit code.

use std::process::ExitCode;

use crate::{
    format::problem::Problem,
    store::{StoreError, session_store::OpenError},
    t,
    text::{SafeText, Texts},
};

/// It did not work.
pub const FAILED: u8 = 1;
/// The command was not understood, or a name was not unique.
pub const USAGE: u8 = 2;

/// A failure on its way to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// One clear sentence, with a place where there is one. More lines may show the place.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// The exit code.
    pub code: u8,
}

impl Failure {
    /// Says that something did not work.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: None,
            code: FAILED,
        }
    }

    /// Says that the command could not be understood as meant.
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            code: USAGE,
            ..Self::new(message)
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says what the store said.
    pub fn of_store(error: &StoreError, texts: Texts) -> Self {
        Self {
            hint: error.hint(texts),
            ..Self::new(error.sentence(texts))
        }
    }

    /// Says what is wrong in a file, with the place.
    pub fn of_problem(problem: &Problem, texts: Texts) -> Self {
        Self {
            hint: problem.hint(&texts),
            ..Self::new(problem.line(&texts))
        }
    }

    /// Says what opening a session said.
    pub fn of_open(error: &OpenError, texts: Texts) -> Self {
        Self {
            hint: error.hint(texts),
            ..Self::new(error.sentence(texts))
        }
    }

    /// Returns the words on one line, for a window.
    pub fn in_window(&self) -> SafeText {
        let hint = self
            .hint
            .as_ref()
            .map(|hint| format!(" {hint}"))
            .unwrap_or_default();
        SafeText::line(&format!("{}{hint}", self.message))
    }

    /// Returns the words as one text that is safe on a terminal.
    pub fn words(&self, texts: Texts) -> String {
        let said = format!("samtal: {}", SafeText::block(&self.message));
        match &self.hint {
            Some(hint) => format!(
                "{said}\n{}: {}",
                t!(texts, "cli-hint"),
                SafeText::block(hint)
            ),
            None => said,
        }
    }

    /// Returns the exit code.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}
