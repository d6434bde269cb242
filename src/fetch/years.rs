//! Years as a person says them: `2015-2024`, `2015-`, `2020,2022`.

/// Which years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// From and to, both within; none is open.
    spans: Vec<(Option<u16>, Option<u16>)>,
}

/// A text that names no years.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no years: {0:?}")]
pub struct NoYears(pub String);

impl Years {
    /// Makes a span of years, both within.
    pub fn span(from: u16, to: u16) -> Self {
        Self {
            spans: vec![(Some(from), Some(to))],
        }
    }

    /// Reads years. An open end stays open.
    pub fn parse(said: &str) -> Result<Self, NoYears> {
        let wrong = || NoYears(said.to_owned());
        let year = |text: &str| -> Result<Option<u16>, NoYears> {
            match text.trim() {
                "" => Ok(None),
                text if text.len() == 4 => text.parse().map(Some).map_err(|_no_number| wrong()),
                _ => Err(wrong()),
            }
        };
        let mut spans = Vec::new();
        for part in said.split(',') {
            let span = match part.split_once(['-', '–']) {
                Some((from, to)) => (year(from)?, year(to)?),
                None => (year(part)?, year(part)?),
            };
            let turned = matches!(span, (Some(from), Some(to)) if from > to);
            if span == (None, None) || turned {
                return Err(wrong());
            }
            spans.push(span);
        }
        Ok(Self { spans })
    }

    /// Says whether a year is among them.
    pub fn has(&self, year: u16) -> bool {
        self.spans.iter().any(|(from, to)| {
            from.is_none_or(|from| year >= from) && to.is_none_or(|to| year <= to)
        })
    }

    /// Says whether a period is among them by its year: `2024`, `2024M01`, `2023/24`.
    pub fn has_period(&self, period: &str) -> bool {
        period
            .get(..4)
            .and_then(|year| year.parse().ok())
            .is_some_and(|year| self.has(year))
    }

    /// Lists the years between two, both within, for servers that want each by name.
    pub fn list(&self, first: u16, last: u16) -> Vec<u16> {
        (first..=last).filter(|year| self.has(*year)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_people_say_them() {
        for (said, list) in [
            ("2022", vec![2022]),
            ("2019-2021", vec![2019, 2020, 2021]),
            ("2019–2020", vec![2019, 2020]),
            ("2023-", vec![2023, 2024, 2025]),
            ("-2018", vec![2017, 2018]),
            ("2017, 2020-2021", vec![2017, 2020, 2021]),
        ] {
            assert_eq!(Years::parse(said).unwrap().list(2017, 2025), list, "{said}");
        }
        for said in [
            "",
            "-",
            "20",
            "2020-2019",
            "x",
            "2020,,2021",
            "20200-2021",
            "år",
        ] {
            assert_eq!(Years::parse(said), Err(NoYears(said.to_owned())), "{said}");
        }
    }

    #[test]
    fn a_period_belongs_to_its_first_year() {
        let years = Years::span(2023, 2024);
        assert!(years.has_period("2023/24") && years.has_period("2024M12"));
        assert!(!years.has_period("2025K1") && !years.has_period("år") && !years.has_period("T"));
    }
}
