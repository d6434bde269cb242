//! The words of soft dates: leads, phrases and what trails them.

/// A word of a text, as it is compared.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things seen once about a word, not states"
)]
pub(super) struct Word {
    /// The byte where it begins.
    pub(super) start: usize,
    /// In small letters, without the marks around it.
    plain: String,
    /// It begins with a capital letter.
    capital: bool,
    /// A comma or the like follows.
    pub(super) pauses: bool,
    /// It names a month; looked up once, the list is long.
    month: bool,
    /// It names a weekday.
    weekday: bool,
}

impl Word {
    pub(super) fn new(start: usize, shown: &str) -> Self {
        let bare = shown.trim_matches(|c: char| !c.is_alphanumeric());
        let plain = bare.to_lowercase();
        Self {
            start,
            month: parts(&plain, MONTHS),
            weekday: parts(&plain, WEEKDAYS),
            plain,
            capital: bare.chars().next().is_some_and(char::is_uppercase),
            pauses: shown.ends_with([',', ';', ':', '-', '–', '—', ')']),
        }
    }

    pub(super) fn is(&self, words: &str) -> bool {
        words.split(' ').any(|word| word == self.plain)
    }

    /// Says that some words begin with it, letter by letter.
    pub(super) fn begins(&self, words: &str) -> bool {
        words.starts_with(&self.plain)
    }

    fn number(&self) -> Option<u32> {
        number(&self.plain)
    }
}

/// One or two digits, or four, as a number.
fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|digit| digit.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

/// A kind of word.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// One of these.
    Is(&'static str),
    /// `v49`, `w49`, `v49-50`.
    Week,
    /// A number of a week, after `vecka`.
    WeekNumber,
    /// A month's name, short or long; also `nov-dec`.
    Month,
    /// A day of the month: `12`, `12:e`, `12th`.
    Day,
    /// A day of the month that says so: `12:e`, `12th`.
    Ordinal,
    /// `2026-12-01`, `2026-12`.
    Iso,
    /// `12/1`, `12/1-27`.
    Slashed,
    /// `måndag`, `mån`, `Friday`; also `tors-fre`.
    Weekday,
    /// `Q1`, `kv1`.
    Quarter,
    /// `ht`, `vt27`.
    Term,
    /// `2027`.
    Year,
    /// `10:30`, `10.30`.
    Clock,
    /// `10`, `10:30`, after `kl`.
    Hour,
    /// A number in digits or words.
    Count,
}

/// Words in a row that are a time.
pub(super) struct Phrase {
    pub(super) words: &'static [Kind],
    /// Where it can stand.
    pub(super) stands: Stands,
}

/// Where a phrase can stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// Anywhere.
    Free,
    /// Only behind a lead.
    Led,
    /// Not behind a preposition, which is then a verb's: "hälsa på löpande".
    Adverb,
}

use Kind::{
    Clock, Count, Day, Hour, Is, Iso, Month, Ordinal, Quarter, Slashed, Term, Week, WeekNumber,
    Weekday, Year,
};

/// Leads after which a date is never what a step is about.
pub(super) const STRONG_LEADS: &str =
    "senast före innan by before löpande ongoing snarast asap inom within gärna helst";

/// Leads after which a bare number of four digits is a year and no figure's.
const YEAR_LEADS: &str = "senast före innan by before";

/// Leads that are prepositions.
pub(super) const PREPOSITIONS: &str =
    "på i till vid under efter mot on in at after until during over";

/// Words before a date that make it the object: "siffror för nästa år", "figures for December".
pub(super) const OBJECTS: &str = "för från per mellan sedan än kontra och eller samt gällande angående for of from since than vs between and or \
    regarding";

/// Verbs that a particle belongs to: "stäm av fredag".
pub(super) const PARTICLE_VERBS: &str = "stäm stämma stämmer hör höra hörs checka bocka";

/// Words that make the name of a time behind them the object ("om december", "en fredag"), but are often a verb's too ("stäm av nästa
/// vecka").
pub(super) const WEAK_OBJECTS: &str =
    "om av med kring about with en ett alla som a an all as the den det this";

/// What stands between two times.
pub(super) const CONNECTORS: &str = "eller och or and till to alternativt annars";

/// Single words that lead up to a time.
pub(super) const LEADS: &str = "senast före innan efter till i på under vid mot kring omkring runt ca cirka ungefär redan gärna \
    helst kanske troligen prel preliminärt sent tidigt senare tidigast klart klar inom fr.o.m f.o.m \
    t.o.m by before after on in at until during around latest early late sometime maybe perhaps probably \
    preferably mid due starting within over hela";

/// Several words that lead up to a time.
pub(super) const LONG_LEADS: &[&str] = &[
    "fram till",
    "någon gång",
    "nån gång",
    "någon dag",
    "i början av",
    "i mitten av",
    "i slutet av",
    "början av",
    "mitten av",
    "slutet av",
    "början på",
    "slutet på",
    "i början på",
    "i slutet på",
    "med start",
    "från och med",
    "fr o m",
    "till och med",
    "no later than",
    "not later than",
    "some time",
    "in early",
    "in late",
    "by early",
    "by late",
    "end of",
    "the end of",
    "the beginning of",
    "the start of",
    "the middle of",
    "beginning of",
    "start of",
    "middle of",
    "this coming",
];

const PERIODS: &str = "dag dagar dagars vecka veckor veckors månad månader mån termin terminer år arbetsdagar timme timmar day days \
    week weeks month months term terms year years hour hours fortnight";
const UNITS: &str = "dag vecka månad termin år läsår skolår kvartal möte gång träff samtal dialog tillfälle nätverksmöte styrgrupp \
    arbetsplatsträff apt höst vår sommar vinter jul day week month term semester year quarter meeting time \
    session dialogue autumn fall spring summer winter weekend helg";
const NEXT: &str = "nästa denna detta kommande följande next this coming";
const EVERY: &str = "varje varannan every each";
const THIS: &str = "den det";
const AFTER_I: &str = "dag morgon övermorgon kväll natt förmiddag eftermiddag veckan månaden höst vår sommar vinter jul år påsk \
    helgen morron";
/// Leads that make a gathering a time; "på mötet" is a place.
const DEADLINES: &str = "till före innan efter before after until by";
const EVENTS: &str = "mötet träffen samtalet lunch meeting session";
/// Ways to say when that no preposition leads up to.
const ADVERBS: &str = "löpande snarast omgående direkt genast snart framöver asap veckovis ongoing soon continuously weekly monthly \
    kvartalsvis";
/// Words that are a time by themselves.
const ALONE: &str = "idag imorgon imorron övermorgon ikväll terminsstart terminsslut terminsstarten terminsslutet \
    skolstart today tomorrow tonight månadsskiftet julavslutningen";
/// Times of the year by name.
const SEASONS: &str = "hösten våren sommaren vintern höstterminen vårterminen årsskiftet höstlovet jullovet sportlovet påsklovet \
    sommarlovet skolstarten skolavslutningen midsommar helgen";
/// Words that are a time behind a lead.
const LED: &str = "jul julen nyår påsk påsken lucia lovet loven veckan månaden terminen semestern semestrarna helgerna dess \
    sommar höst vår vinter christmas easter midsummer halloween summer autumn fall spring winter term week month \
    weekend holidays";
const DAY_PARTS: &str = "fm em förmiddag eftermiddag kväll morgon förmiddagen eftermiddagen kvällen lunch morning afternoon evening am \
    pm a.m p.m";

const fn free(words: &'static [Kind]) -> Phrase {
    Phrase {
        words,
        stands: Stands::Free,
    }
}

const fn led(words: &'static [Kind]) -> Phrase {
    Phrase {
        words,
        stands: Stands::Led,
    }
}

const fn adverb(words: &'static [Kind]) -> Phrase {
    Phrase {
        words,
        stands: Stands::Adverb,
    }
}

/// Says that a word names a time, rather than points to it from now.
pub(super) fn is_name(word: &Word) -> bool {
    [
        Month,
        Weekday,
        Week,
        Iso,
        Slashed,
        Term,
        Quarter,
        Is(SEASONS),
    ]
    .into_iter()
    .any(|name| kind(name, word, true))
}

/// Every form a time has.
pub(super) const PHRASES: &[Phrase] = &[
    free(&[Week]),
    free(&[Week, Year]),
    free(&[Is("v w wk vecka veckan veckorna week weeks"), WeekNumber]),
    free(&[Is("v w vecka week"), WeekNumber, Year]),
    free(&[Iso]),
    free(&[Slashed]),
    free(&[Slashed, Year]),
    free(&[Is("den"), Slashed]),
    free(&[Is("den"), Slashed, Year]),
    free(&[Day, Month]),
    free(&[Day, Month, Year]),
    free(&[Is("den"), Day, Month]),
    free(&[Is("den"), Day, Month, Year]),
    free(&[Is("den"), Ordinal]),
    free(&[Month, Day]),
    free(&[Month, Day, Year]),
    free(&[Month]),
    free(&[Month, Year]),
    free(&[Day, Is("of"), Month]),
    free(&[Is("the"), Day, Is("of"), Month]),
    free(&[Is("the"), Ordinal]),
    free(&[Weekday]),
    free(&[Weekday, Is("den"), Day]),
    free(&[Weekday, Is("the"), Ordinal]),
    free(&[Weekday, Is("i"), Is("veckan")]),
    adverb(&[Is(EVERY), Is(UNITS)]),
    adverb(&[Is(EVERY), Weekday]),
    free(&[Is(NEXT), Is(UNITS)]),
    free(&[Is("the"), Is(NEXT), Is(UNITS)]),
    free(&[Is(NEXT), Weekday]),
    free(&[Is(NEXT), Month]),
    free(&[Is("nu"), Weekday]),
    free(&[
        Is(THIS),
        Is("här"),
        Is("veckan månaden terminen hösten våren året"),
    ]),
    free(&[Is("i"), Is(AFTER_I)]),
    free(&[Is("om inom in within"), Count, Is(PERIODS)]),
    free(&[
        Is("om inom in within"),
        Is("ett a en"),
        Is("par few couple halv"),
        Is(PERIODS),
    ]),
    free(&[
        Is("in within"),
        Is("a"),
        Is("couple"),
        Is("of"),
        Is(PERIODS),
    ]),
    adverb(&[Is("så"), Is("snart fort"), Is("som"), Is("möjligt")]),
    adverb(&[Is("så"), Is("snart fort"), Is("det"), Is("går")]),
    adverb(&[Is("as"), Is("soon"), Is("as"), Is("possible")]),
    adverb(&[Is("tills"), Is("vidare")]),
    adverb(&[Is("right"), Is("away")]),
    adverb(&[Is("once"), Is("a"), Is("week month term")]),
    adverb(&[Is("en"), Is("gång"), Is("i"), Is("veckan månaden terminen")]),
    free(&[Is(YEAR_LEADS), Year]),
    adverb(&[Is(ADVERBS)]),
    free(&[Is(ALONE)]),
    free(&[Is(SEASONS)]),
    free(&[Is(SEASONS), Year]),
    adverb(&[Is(DEADLINES), Is(EVENTS)]),
    adverb(&[Is(DEADLINES), Is("the"), Is(EVENTS)]),
    free(&[Quarter]),
    free(&[Quarter, Year]),
    free(&[Is("kvartal kv quarter"), Day]),
    free(&[
        Is("första andra tredje fjärde first second third fourth"),
        Is("kvartalet quarter"),
    ]),
    free(&[Term]),
    free(&[Term, Year]),
    free(&[Is("kl klockan"), Hour]),
    free(&[Is("at"), Clock]),
    led(&[Is(LED)]),
    led(&[Is("the"), Is(LED)]),
    led(&[Is(LED), Year]),
    led(&[Is("new"), Is("year year's years")]),
    led(&[Is("sista första"), Weekday]),
    led(&[Is("veckans månadens årets terminens"), Is("slut början")]),
    led(&[Clock]),
];

/// What can stand behind a date.
pub(super) const TRAILERS: &[Phrase] = &[
    led(&[Is("kl klockan at"), Hour]),
    led(&[Clock]),
    led(&[Is(DAY_PARTS)]),
    led(&[
        Is("på in i"),
        Is("the förmiddagen eftermiddagen morgonen kvällen"),
    ]),
    led(&[Is("in"), Is("the"), Is(DAY_PARTS)]),
    led(&[Is("senast latest ungefär kanske prel maybe approx")]),
    led(&[Is("at"), Is("the"), Is("latest")]),
    led(&[Is("nån någon"), Is("gång")]),
];

/// Says that a word is of a kind; behind a lead a word that means several things is read as a time.
pub(super) fn kind(wanted: Kind, word: &Word, led: bool) -> bool {
    let plain = word.plain.as_str();
    match wanted {
        Is(words) => word.is(words),
        Week => week(plain),
        WeekNumber => plain
            .split(RANGE)
            .all(|part| number(part).is_some_and(|week| (1..=53).contains(&week))),
        Month => word.month && (led || word.capital || !word.is(UNSURE)),
        Day => day(plain),
        Ordinal => day(plain) && word.number().is_none(),
        Iso => iso(plain),
        Slashed => slashed(plain, led),
        Weekday => word.weekday && (led || word.capital || !word.is(UNSURE)),
        Quarter => {
            let digits = plain.strip_prefix("kv").or_else(|| plain.strip_prefix('q'));
            digits
                .and_then(number)
                .is_some_and(|quarter| (1..=4).contains(&quarter))
        }
        Term => {
            let rest = plain
                .strip_prefix("ht")
                .or_else(|| plain.strip_prefix("vt"));
            rest.is_some_and(|rest| {
                rest.is_empty() || short_year(rest.trim_start_matches(['-', ':', '.', '’', '\'']))
            })
        }
        Year => year(plain),
        Clock => clock(plain),
        Hour => {
            clock(plain)
                || word.number().is_some_and(|hour| hour < 25)
                || plain
                    .split(RANGE)
                    .all(|part| clock(part) || number(part).is_some_and(|hour| hour < 25))
        }
        Count => {
            word.number().is_some()
                || word.is(COUNTS)
                || plain.split(RANGE).all(|part| number(part).is_some())
        }
    }
}

const RANGE: [char; 3] = ['-', '–', '/'];

const COUNTS: &str = "en ett två tre fyra fem sex sju åtta nio tio tolv fjorton några a an one two three four five six seven eight \
    nine ten twelve some";

/// Names that are other words too; without a lead they count only with a capital letter.
const UNSURE: &str = "may march mar jul sat sun mon wed";

const MONTHS: &str = "jan feb febr mar apr maj jun jul aug sep sept okt nov dec januari februari mars april juni juli augusti \
    september oktober november december january february march may june july august october oct";

const WEEKDAYS: &str = "måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen \
    söndagen mån tis ons tors tor fre lör sön monday tuesday wednesday thursday friday saturday sunday mon tue \
    tues wed thu thur thurs fri sat sun";

fn parts(plain: &str, names: &str) -> bool {
    plain
        .split(RANGE)
        .all(|part| names.split(' ').any(|name| name == part))
}

fn week(plain: &str) -> bool {
    let Some(rest) = plain
        .strip_prefix("vecka")
        .or_else(|| plain.strip_prefix(['v', 'w']))
    else {
        return false;
    };
    rest.trim_start_matches('.').split(RANGE).all(|part| {
        let digits = part.strip_prefix(['v', 'w']).unwrap_or(part);
        digits.len() <= 2 && number(digits).is_some_and(|week| (1..=53).contains(&week))
    })
}

fn day(plain: &str) -> bool {
    let digits = [":e", ":a", ":de", "e", "a", "de", "th", "st", "nd", "rd"]
        .iter()
        .find_map(|ending| plain.strip_suffix(ending))
        .unwrap_or(plain);
    digits
        .split(RANGE)
        .all(|part| part.len() <= 2 && number(part).is_some_and(|day| (1..=31).contains(&day)))
}

fn year(plain: &str) -> bool {
    plain.len() == 4 && number(plain).is_some_and(|year| (2000..2100).contains(&year))
}

fn short_year(text: &str) -> bool {
    year(text) || (text.len() == 2 && number(text).is_some())
}

fn iso(plain: &str) -> bool {
    let mut parts = plain.split('-');
    let within = |part: Option<&str>, most: u32| {
        part.is_some_and(|part| {
            part.len() == 2 && number(part).is_some_and(|value| (1..=most).contains(&value))
        })
    };
    parts.next().is_some_and(year)
        && within(parts.next(), 12)
        && parts.next().is_none_or(|day| within(Some(day), 31))
        && parts.next().is_none()
}

/// `12/1` and `1/12`, with a year behind or not. `24/7` is how long something is open.
fn slashed(plain: &str, led: bool) -> bool {
    let (date, behind) = plain.split_once(['-', '–']).unwrap_or((plain, ""));
    let Some((one, other)) = date.split_once('/') else {
        return false;
    };
    let (other, last) = other.split_once('/').unwrap_or((other, behind));
    let value = |part: &str| number(part).filter(|_| part.len() <= 2).unwrap_or(99);
    let (one, other) = (value(one), value(other));
    let real = (1..=31).contains(&one.max(other)) && (1..=12).contains(&one.min(other));
    real && (last.is_empty() || short_year(last) || slashed(last, true)) && (led || plain != "24/7")
}

fn clock(plain: &str) -> bool {
    let parts = |text: &str| {
        let (hour, minute) = text.split_once([':', '.'])?;
        let in_time = minute.len() == 2 && number(hour)? < 25 && number(minute)? < 60;
        in_time.then_some(())
    };
    plain.split(['-', '–']).all(|part| parts(part).is_some())
}
