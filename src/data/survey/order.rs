//! The order in which answers stand on their scale.

/// How the order was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The answers are those of a known scale.
    Scale,
    /// By the numbers in them: `1` to `5`, `1 Stämmer inte alls` to `5 Stämmer helt`.
    Numbers,
    /// By the spans in them: `less than 5 hours`, `5–6 hours`.
    Spans,
    /// Nothing tells: they stand as they come in the file.
    File,
    /// Somebody said it.
    Given,
}

/// Answers in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// Their places among those that were given.
    pub order: Vec<usize>,
    /// How it was found.
    pub how: How,
}

/// Answers that stand beside a scale, last: not knowing is an answer and has no place on it.
const BESIDE: &str = "vet ej|vet inte|vet ej/vill ej svara|vet inte/vill inte svara|vet ej/ej aktuellt|kan ej bedöma|kan inte bedöma|\
    kan inte svara|ingen åsikt|ingen uppfattning|ej aktuellt|inte aktuellt|ej relevant|inte relevant|ej tillämpligt|vill ej svara|\
    vill inte svara|vill ej uppge|vill inte uppge|vill inte säga|annat|annan|annat svar|övrigt|osäker|\
    don't know|don’t know|dont know|do not know|not sure|unsure|no opinion|not applicable|not relevant|prefer not to say|\
    prefer not to answer|rather not say|other|cannot say|can't say";

/// Scales, each from one end to the other; what stands on the same step is parted by `|`.
const SCALES: &[&[&str]] = &[
    &[
        "stämmer helt|stämmer helt och hållet|stämmer precis|stämmer mycket bra|stämmer absolut",
        "stämmer till stor del|stämmer ganska bra|stämmer i stort sett|stämmer bra|stämmer i hög grad",
        "stämmer delvis|stämmer i viss mån|stämmer till viss del|stämmer någorlunda",
        "stämmer varken eller|varken eller|varken bra eller dåligt",
        "stämmer till liten del|stämmer ganska dåligt|stämmer dåligt|stämmer i liten grad|stämmer knappast|stämmer inte särskilt bra",
        "stämmer inte|stämmer inte alls|stämmer ej|stämmer mycket dåligt|stämmer absolut inte",
    ],
    &[
        "instämmer helt|instämmer helt och hållet|instämmer fullt ut|instämmer starkt|håller helt med",
        "instämmer till stor del|instämmer i stort sett|instämmer|instämmer i hög grad|håller med",
        "instämmer delvis|instämmer till viss del|instämmer i viss mån|håller delvis med",
        "varken eller|neutral|varken instämmer eller tar avstånd",
        "instämmer till liten del|instämmer knappast|instämmer i liten grad|tar delvis avstånd|håller inte med",
        "instämmer inte|instämmer inte alls|instämmer ej|tar helt avstånd|tar avstånd|håller inte alls med",
    ],
    &[
        "utmärkt|fantastiskt",
        "mycket bra|jättebra|väldigt bra",
        "bra",
        "ganska bra|rätt bra|någorlunda bra",
        "varken bra eller dåligt|varken bra eller dålig|varken eller|okej|ok|sådär|så där|någorlunda|acceptabelt",
        "ganska dåligt|ganska dålig|mindre bra|inte så bra|inte särskilt bra",
        "dåligt|dålig|inte bra",
        "mycket dåligt|mycket dålig|jättedåligt|väldigt dåligt|inte alls bra|uselt",
    ],
    &[
        "mycket nöjd|helt nöjd|väldigt nöjd",
        "nöjd",
        "ganska nöjd|ganska nöjda|rätt nöjd",
        "varken nöjd eller missnöjd|varken eller|neutral",
        "ganska missnöjd|inte så nöjd|mindre nöjd",
        "missnöjd|inte nöjd",
        "mycket missnöjd|inte alls nöjd|väldigt missnöjd",
    ],
    &[
        "mycket trygg|helt trygg|alltid trygg",
        "trygg|för det mesta trygg",
        "ganska trygg",
        "varken trygg eller otrygg|varken eller",
        "ganska otrygg|inte så trygg|mindre trygg",
        "otrygg|inte trygg",
        "mycket otrygg|inte alls trygg",
        "går inte ut|jag går inte ut",
    ],
    &[
        "alltid|ja, alltid|jämt",
        "nästan alltid|oftast|för det mesta|mestadels|ja, oftast|ja, för det mesta",
        "ofta|ja, ofta",
        "ganska ofta",
        "ibland|då och då|ja, ibland|någon gång ibland",
        "sällan|ganska sällan|inte så ofta|nej, sällan",
        "mycket sällan|nästan aldrig|i stort sett aldrig|väldigt sällan",
        "aldrig|nej, aldrig",
    ],
    &[
        "flera gånger om dagen|flera gånger per dag|flera gånger varje dag",
        "varje dag|dagligen|en gång om dagen",
        "nästan varje dag|så gott som varje dag|i stort sett varje dag",
        "flera gånger i veckan|flera gånger per vecka|några gånger i veckan|ett par gånger i veckan|mer än en gång i veckan",
        "varje vecka|en gång i veckan|någon gång i veckan|cirka en gång i veckan|ungefär en gång i veckan|varannan vecka",
        "flera gånger i månaden|några gånger i månaden|ett par gånger i månaden",
        "varje månad|en gång i månaden|någon gång i månaden|cirka en gång i månaden|ungefär en gång i månaden",
        "några gånger per år|några gånger om året|någon gång per år|någon gång om året|någon gång per termin|en gång om året",
        "sällan|mer sällan|mindre än en gång i månaden|enstaka gång|någon enstaka gång",
        "aldrig|sällan eller aldrig|nästan aldrig",
    ],
    &[
        "flera gånger|många gånger",
        "några gånger|två eller flera gånger",
        "en gång|en enda gång",
        "aldrig|nej|ingen gång|nej, aldrig",
    ],
    &[
        "ja, absolut|ja, helt och hållet|absolut|ja, helt|ja, definitivt|ja, i hög grad|ja, mycket",
        "ja",
        "ja, till stor del|ja, ganska mycket|ja, oftast|ja, i stort sett",
        "ja, delvis|delvis|till viss del|ja, i viss mån|ja, till viss del|kanske|både ja och nej|ja, lite",
        "nej, knappast|nej, inte riktigt|nej, inte så mycket|knappast|nej, inte särskilt",
        "nej",
        "nej, inte alls|inte alls|absolut inte|nej, absolut inte|nej, aldrig",
    ],
    &[
        "i mycket hög grad|i mycket stor utsträckning|i mycket hög utsträckning|i mycket stor omfattning",
        "i hög grad|i stor utsträckning|till stor del|i ganska hög grad|i hög utsträckning|i ganska stor utsträckning",
        "i viss mån|i viss grad|i viss utsträckning|delvis|till viss del|i någon mån",
        "i liten grad|i liten utsträckning|i låg grad|till liten del|i ringa grad|i mycket liten utsträckning",
        "inte alls|ingen alls|i mycket låg grad|ej alls",
    ],
    &[
        "väldigt mycket|mycket|jättemycket",
        "ganska mycket|rätt mycket",
        "varken mycket eller lite|lagom|måttligt|något",
        "ganska lite|lite|litet|en del|lite grann",
        "mycket lite|väldigt lite|nästan ingenting",
        "inte alls|inget|ingenting|inget alls",
    ],
    &[
        "mycket viktigt|väldigt viktigt|mycket viktig",
        "viktigt|viktig",
        "ganska viktigt|ganska viktig",
        "varken viktigt eller oviktigt|varken eller",
        "mindre viktigt|inte så viktigt|ganska oviktigt|mindre viktig|inte särskilt viktigt",
        "oviktigt|inte viktigt|inte alls viktigt|helt oviktigt|inte alls viktig",
    ],
    &[
        "mycket lätt|väldigt lätt",
        "lätt",
        "ganska lätt",
        "varken lätt eller svårt|varken eller|lagom",
        "ganska svårt",
        "svårt",
        "mycket svårt|väldigt svårt",
    ],
    &[
        "mycket lycklig",
        "lycklig|ganska lycklig",
        "varken eller",
        "ganska olycklig|inte så lycklig",
        "olycklig|mycket olycklig|inte alls lycklig",
    ],
    &[
        "bättre|mycket bättre",
        "lite bättre|något bättre",
        "lika|oförändrat|samma|som förut",
        "lite sämre|något sämre",
        "sämre|mycket sämre",
    ],
    &["hög|högt", "medel|mellan|medelhög", "låg|lågt"],
    &[
        "förskola|förskoleklass",
        "lågstadiet|grundskola 1-3",
        "mellanstadiet",
        "högstadiet",
        "grundskola|grundskolan",
        "gymnasium|gymnasiet|gymnasieskola|gymnasieskolan",
        "eftergymnasial|eftergymnasial utbildning|yrkeshögskola",
        "högskola|universitet|högskola/universitet|universitet/högskola|högskola eller universitet",
        "forskarutbildning",
    ],
    &[
        "strongly agree|completely agree|totally agree|fully agree",
        "agree|mostly agree",
        "somewhat agree|slightly agree|partly agree|tend to agree",
        "neither agree nor disagree|neither|neutral|undecided",
        "somewhat disagree|slightly disagree|partly disagree|tend to disagree",
        "disagree|mostly disagree",
        "strongly disagree|completely disagree|totally disagree|fully disagree",
    ],
    &[
        "very satisfied|extremely satisfied|completely satisfied",
        "satisfied",
        "somewhat satisfied|fairly satisfied|quite satisfied",
        "neither satisfied nor dissatisfied|neither|neutral",
        "somewhat dissatisfied|fairly dissatisfied|not very satisfied|slightly dissatisfied",
        "dissatisfied|unsatisfied|not satisfied",
        "very dissatisfied|extremely dissatisfied|very unsatisfied|not at all satisfied",
    ],
    &[
        "excellent|outstanding",
        "very good",
        "good",
        "fairly good|quite good",
        "fair|average|ok|okay|acceptable|neither good nor bad|neither good nor poor|neutral",
        "fairly bad|quite bad|fairly poor|not very good|below average",
        "poor|bad",
        "very poor|very bad|terrible|not good at all",
    ],
    &[
        "always|all the time|all of the time|constantly",
        "almost always|nearly always|most of the time|usually|mostly",
        "very often",
        "often|frequently",
        "fairly often|quite often",
        "sometimes|occasionally|some of the time|now and then",
        "seldom|rarely|not often|a little of the time",
        "very rarely|almost never|hardly ever|very seldom",
        "never|none of the time|not at all",
    ],
    &[
        "several times a day|more than once a day",
        "every day|daily|once a day",
        "almost every day|nearly every day|most days",
        "several times a week|a few times a week|more than once a week",
        "weekly|once a week|every week|about once a week",
        "several times a month|a few times a month",
        "monthly|once a month|every month|about once a month",
        "several times a year|a few times a year|yearly|once a year",
        "less often|rarely|less than once a month|less than monthly|seldom",
        "never",
    ],
    &[
        "most of the day",
        "few hours a day|a few hours a day|several hours a day",
        "less than an hour a day",
        "no time at all",
    ],
    &[
        "a great deal|very much|extremely",
        "a lot|much|very|quite a lot|quite a bit",
        "moderately|somewhat|a moderate amount|fairly|to some extent",
        "a little|slightly|a bit|not much|not very",
        "not at all|none|nothing|none at all",
    ],
    &[
        "to a very great extent|to a very large extent",
        "to a great extent|to a large extent",
        "to some extent|somewhat|to a moderate extent",
        "to a small extent|to a little extent|very little",
        "not at all",
    ],
    &[
        "very important|extremely important|essential",
        "important",
        "fairly important|quite important|moderately important|somewhat important",
        "neutral|neither",
        "slightly important|not very important|of little importance",
        "unimportant|not important|not at all important",
    ],
    &[
        "very likely|extremely likely",
        "likely",
        "somewhat likely|fairly likely",
        "neutral|neither likely nor unlikely|neither",
        "somewhat unlikely|fairly unlikely|not very likely",
        "unlikely",
        "very unlikely|extremely unlikely|not at all likely",
    ],
    &[
        "very easy|extremely easy",
        "easy",
        "fairly easy|quite easy|somewhat easy",
        "neither easy nor difficult|neither|neutral",
        "fairly difficult|quite difficult|somewhat difficult",
        "difficult|hard",
        "very difficult|extremely difficult|very hard",
    ],
    &[
        "very safe",
        "safe",
        "fairly safe|quite safe|somewhat safe",
        "neither safe nor unsafe|neither",
        "a bit unsafe|fairly unsafe|somewhat unsafe|not very safe",
        "unsafe|not safe",
        "very unsafe|not safe at all|not at all safe",
    ],
    &[
        "much better",
        "better",
        "somewhat better|a little better|slightly better",
        "about the same|the same|unchanged|same",
        "somewhat worse|a little worse|slightly worse",
        "worse",
        "much worse",
    ],
    &[
        "definitely|yes, definitely|definitely yes",
        "probably|probably yes|yes, probably",
        "yes",
        "maybe|possibly|might or might not|yes and no|partly|sometimes",
        "no",
        "probably not|not really",
        "definitely not|no, not at all|not at all",
    ],
    &["high", "medium|moderate|average", "low"],
    &[
        "current smoker|current",
        "former smoker|former",
        "tried smoking|tried",
        "never smoked|never",
    ],
    &["drink a lot", "social drinker", "never"],
    &[
        "i am often early",
        "i am always on time",
        "i am often running late",
    ],
    &[
        "currently a primary school pupil",
        "primary school|elementary school|primary education",
        "lower secondary|lower secondary school|middle school",
        "secondary school|high school|upper secondary|upper secondary school|secondary education",
        "vocational school|vocational|some college",
        "college/bachelor degree|bachelor|bachelor's degree|bachelors degree|bachelor degree|college",
        "masters degree|master's degree|master|master degree",
        "doctorate degree|doctorate|phd|doctoral degree",
    ],
];

/// Finds the order of answers, which are all different.
///
/// Nothing is guessed: every answer must have its place on one scale, a number, or a span of its own, apart from those beside it.
pub fn find<'a>(answers: impl IntoIterator<Item = &'a str>) -> Ordered {
    let plain: Vec<String> = answers.into_iter().map(plain).collect();
    let (beside, on): (Vec<usize>, Vec<usize>) =
        (0..plain.len()).partition(|at| BESIDE.split('|').any(|word| word.trim() == plain[*at]));
    // Where nothing else stands, what stands beside a scale is the scale: "Other", "Unsure".
    let in_file = || Ordered {
        order: on.iter().chain(&beside).copied().collect(),
        how: How::File,
    };
    if on.len() < 2 {
        return in_file();
    }
    let of = |at: usize| plain[at].as_str();
    let begin = beginning(on.iter().map(|at| of(*at)));
    let found = by_key(&on, |at| number(of(at)).map(|n| (n, 0_i8)))
        .map(|order| (order, How::Numbers))
        .or_else(|| on_scale(&on, &plain).map(|order| (order, How::Scale)))
        .or_else(|| by_key(&on, |at| span(of(at))).map(|order| (order, How::Spans)))
        .or_else(|| {
            let rest = |at: usize| number(of(at).get(begin..)?.trim_start());
            let numbered = by_key(&on, |at| rest(at).map(|n| (n, 0)));
            numbered.map(|order| (order, How::Numbers))
        });
    match found {
        Some((mut order, how)) => {
            order.extend(beside);
            Ordered { order, how }
        }
        None => in_file(),
    }
}

/// Puts the answers that somebody named first, in that order, and the rest behind; nothing where one that was named is not there.
pub fn given(answers: &[&str], named: &[&str]) -> Result<Ordered, usize> {
    let all: Vec<String> = answers.iter().map(|answer| plain(answer)).collect();
    let mut order = Vec::with_capacity(all.len());
    for (at, name) in named.iter().enumerate() {
        let name = plain(name);
        let place = all.iter().position(|answer| *answer == name).ok_or(at)?;
        if !order.contains(&place) {
            order.push(place);
        }
    }
    let rest = find(answers.iter().copied()).order;
    order.extend(
        rest.into_iter()
            .filter(|at| named.len() < all.len() && !order.contains(at))
            .collect::<Vec<_>>(),
    );
    Ok(Ordered {
        order,
        how: How::Given,
    })
}

/// Returns an answer as scales are written: small letters, one space, no mark at its ends.
pub fn plain(answer: &str) -> String {
    let words: Vec<String> = answer.split_whitespace().map(str::to_lowercase).collect();
    let joined = words.join(" ");
    joined
        .trim_matches(|c: char| matches!(c, '.' | '!' | '"' | '\'' | ':' | ';'))
        .replace(" / ", "/")
}

/// Sorts by a key that each has, and that no two share.
fn by_key(on: &[usize], key: impl Fn(usize) -> Option<(f64, i8)>) -> Option<Vec<usize>> {
    let mut keyed: Vec<((f64, i8), usize)> = on
        .iter()
        .map(|at| key(*at).map(|key| (key, *at)))
        .collect::<Option<_>>()?;
    keyed.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let apart = keyed.windows(2).all(|two| two[0].0 != two[1].0);
    apart.then(|| keyed.into_iter().map(|(_, at)| at).collect())
}

/// Returns how long the words are that all answers begin with, as in `åk 7`, `åk 8`.
fn beginning<'a>(mut answers: impl Iterator<Item = &'a str>) -> usize {
    let words = |answer: &str| answer.find(|c: char| c.is_ascii_digit());
    let Some(first) = answers.next() else {
        return 0;
    };
    let Some((begin, _)) = words(first).and_then(|at| first.split_at_checked(at)) else {
        return 0;
    };
    if answers.all(|answer| answer.starts_with(begin)) {
        begin.len()
    } else {
        0
    }
}

/// Finds the scale that has a place of its own for each answer.
fn on_scale(on: &[usize], plain: &[String]) -> Option<Vec<usize>> {
    SCALES.iter().find_map(|scale| {
        let place = |at: usize| {
            let step = scale
                .iter()
                .position(|step| step.split('|').any(|word| word == plain[at]))?;
            Some((step as f64, 0))
        };
        by_key(on, place)
    })
}

/// Reads the number that an answer is or begins with: `5`, `5 Stämmer helt`, `1. Ja`, `3 = ibland`.
fn number(answer: &str) -> Option<f64> {
    let end = answer
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '−')))
        .unwrap_or(answer.len());
    let (digits, rest) = answer.split_at(end);
    let value = crate::text::number::parse(digits.trim_end_matches(['.', '-', ',']))?;
    // "5-6" and "5 hours" are spans; "2019" is no step.
    let words = rest
        .trim_start()
        .trim_start_matches(['=', ':', ')', '-', '–'])
        .trim_start();
    let unit = words.split_whitespace().next().unwrap_or_default();
    (words.is_empty() || !is_unit(unit)).then_some(value)
}

fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 26] = [
        "år", "timmar", "timme", "tim", "minuter", "min", "dagar", "dag", "gånger", "gång",
        "veckor", "månader", "kronor", "kr", "years", "year", "hours", "hour", "minutes", "days",
        "times", "weeks", "months", "till", "to", "eller",
    ];
    UNITS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads where a span begins: `less than 5 hours`, `5-6 hours`, `13–15 år`, `more than 8`, `65+`.
fn span(answer: &str) -> Option<(f64, i8)> {
    const BELOW: [&str; 8] = [
        "less than",
        "under",
        "mindre än",
        "färre än",
        "below",
        "högst",
        "upp till",
        "up to",
    ];
    const ABOVE: [&str; 8] = [
        "more than",
        "over",
        "mer än",
        "fler än",
        "över",
        "above",
        "minst",
        "at least",
    ];
    const NONE: [&str; 8] = [
        "aldrig",
        "never",
        "ingen",
        "inga",
        "none",
        "ingen gång",
        "inget",
        "no time at all",
    ];
    if NONE.contains(&answer) {
        return Some((f64::NEG_INFINITY, 0));
    }
    let from = answer.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = answer.split_at(from);
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || c == ','))
        .unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let value = crate::text::number::parse(digits)?;
    let before = before.trim();
    let side = if BELOW.contains(&before) || before == "<" {
        -1
    } else if ABOVE.contains(&before) || before == ">" || after.trim_start().starts_with('+') {
        1
    } else if before.is_empty() {
        0
    } else {
        return None;
    };
    Some((value, side))
}

#[cfg(test)]
mod tests;
