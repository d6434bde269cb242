//! Which pager shows the minutes, and how it is called. Starting it belongs to the run floor.

use crate::{t, text::Texts};

/// Where the minutes are opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The command line: a text shorter than the screen just stands there.
    CommandLine,
    /// The leading window: the pager always waits for a key, or a short text would flash by.
    Window,
}

/// What shows the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pager {
    /// Nothing: the text goes straight out.
    None,
    /// A program and its arguments, started without a shell.
    Command(Vec<String>),
}

/// A pager's command whose quotes do not close.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pager {0:?} cannot be read: a quote does not close")]
pub struct BadCommand(pub String);

/// Chooses the pager: the flag, then `SAMTAL_PAGER`, then the config, then `PAGER`, then less.
///
/// The nearest one that is set counts, as in git; one that is set to nothing, or to `cat`, means none.
pub fn choose(
    flag: Option<&str>,
    samtal_pager: Option<&str>,
    pager: Option<&str>,
    config: Option<&str>,
) -> Result<Pager, BadCommand> {
    let command = flag.or(samtal_pager).or(config).or(pager).unwrap_or("less");
    let words = shell_words::split(command).map_err(|_unclosed| BadCommand(command.to_owned()))?;
    Ok(match words.first().map(|first| program(first)) {
        None | Some("cat") => Pager::None,
        Some(_) => Pager::Command(words),
    })
}

impl Pager {
    /// Opens at a row, counted from 0, where the pager is one that is known to take that.
    #[must_use]
    pub fn at(mut self, row: usize) -> Self {
        if let Self::Command(words) = &mut self
            && row > 0
            && words.first().is_some_and(|first| program(first) == "less")
        {
            words.insert(1, format!("+{}g", row + 1));
        }
        self
    }

    /// Adds what less needs whatever the user's own `LESS` says: styles pass through, and from the window it never quits by itself.
    #[must_use]
    pub fn called_from(mut self, from: From) -> Self {
        if let Self::Command(words) = &mut self
            && words.first().is_some_and(|first| program(first) == "less")
        {
            words.insert(1, "-R".to_owned());
            if from == From::Window {
                words.insert(2, "-+F".to_owned());
            }
        }
        self
    }
}

/// Returns what to add to the pager's environment, given the `LESS` and `LESSCHARSET` of ours: what a user has set stays.
///
/// Less alone shows a colon, and who has never met it does not find out of it: the prompt tells how to find and how to leave. From the
/// window it has the other screen to itself, so that nothing of the minutes is left behind on the first.
pub fn environment(
    less: Option<&str>,
    charset: Option<&str>,
    from: From,
    texts: &Texts,
) -> Vec<(&'static str, String)> {
    let options = match from {
        From::CommandLine => "FRX",
        From::Window => "R",
    };
    let mut add = Vec::new();
    if less.is_none() {
        let prompt = t!(texts, "report-less-prompt");
        add.push(("LESS", format!("-{options} -Ps{prompt}$")));
    }
    if charset.is_none() {
        add.push(("LESSCHARSET", "utf-8".to_owned()));
    }
    add
}

/// Returns the name of a program without its folder and `.exe`.
fn program(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.strip_suffix(".exe").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn command(words: &[&str]) -> Pager {
        Pager::Command(words.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn the_nearest_pager_that_is_set_counts() {
        let all = choose(Some("a"), Some("b"), Some("c"), Some("d"));
        assert_eq!(all, Ok(command(&["a"])));
        assert_eq!(
            choose(None, Some("b"), Some("c"), Some("d")),
            Ok(command(&["b"]))
        );
        assert_eq!(
            choose(None, None, Some("c"), Some("d")),
            Ok(command(&["d"]))
        );
        assert_eq!(choose(None, None, Some("c"), None), Ok(command(&["c"])));
        assert_eq!(choose(None, None, None, None), Ok(command(&["less"])));
    }

    #[test]
    fn words_are_split_without_a_shell() {
        for (text, pager) in [
            ("less -S", command(&["less", "-S"])),
            (
                "'/opt/my tools/ov' --plain",
                command(&["/opt/my tools/ov", "--plain"]),
            ),
            ("less; rm x", command(&["less;", "rm", "x"])),
            ("", Pager::None),
            ("  ", Pager::None),
            ("cat", Pager::None),
            ("/bin/cat -v", Pager::None),
        ] {
            assert_eq!(choose(Some(text), None, None, None), Ok(pager), "{text}");
        }
        assert_eq!(
            choose(Some("less 'x"), None, None, None),
            Err(BadCommand("less 'x".to_owned()))
        );
    }

    #[test]
    fn less_lets_styles_through_and_waits_in_the_window() {
        let less = |from| command(&["/usr/bin/less", "-S"]).called_from(from);
        assert_eq!(
            less(From::Window),
            command(&["/usr/bin/less", "-R", "-+F", "-S"])
        );
        assert_eq!(
            less(From::CommandLine),
            command(&["/usr/bin/less", "-R", "-S"])
        );
        assert_eq!(
            command(&["more"]).called_from(From::Window),
            command(&["more"])
        );
        assert_eq!(Pager::None.called_from(From::Window), Pager::None);
    }

    #[test]
    fn a_users_own_less_stays() {
        let texts = Texts::new(Lang::En);
        let prompt = t!(texts, "report-less-prompt");
        let options = |options: &str| ("LESS", format!("-{options} -Ps{prompt}$"));
        assert_eq!(
            environment(None, None, From::CommandLine, &texts),
            [options("FRX"), ("LESSCHARSET", "utf-8".to_owned())]
        );
        assert_eq!(
            environment(None, Some("utf-8"), From::Window, &texts),
            [options("R")]
        );
        assert_eq!(
            environment(Some("i"), Some("latin1"), From::CommandLine, &texts),
            []
        );
    }

    #[test]
    fn the_prompt_of_less_holds_nothing_that_less_would_read_as_more_than_words() {
        for lang in Lang::ALL {
            let prompt = t!(Texts::new(lang), "report-less-prompt");
            assert!(
                !prompt.contains(['?', ':', '.', '%', '\\', '$']),
                "{prompt}"
            );
            // Less 668 shows other letters byte by byte in its prompt.
            assert!(prompt.is_ascii() && prompt.len() < 49, "{prompt}");
        }
    }
}
