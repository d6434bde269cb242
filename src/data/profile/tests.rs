/// Small files of every kind.
mod kinds;

use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::data::{csv, profile::column::Kind};

fn read(text: &str) -> Profile {
    let name = SafeText::from("x.csv");
    let mut source = Cursor::new(text.as_bytes());
    let mut opened = csv::open(&mut source, &name, &Wish::default()).unwrap();
    profile(&mut opened, &name, &Wish::default()).unwrap()
}

fn column<'a>(profile: &'a Profile, name: &str) -> &'a Column {
    let found = profile.columns.iter().find(|c| c.name.as_str() == name);
    found.unwrap_or_else(|| panic!("{name} in {:?}", profile.columns))
}

#[test]
fn a_publishers_export_is_read_with_what_stands_around_it() {
    let read = read(
        "Statistik, https://example.se\n\nAntal elever\nLäsår: 2012/13\n\nSkola;Kod;Elever;\nAskskolan;0114;1 088;\n\
         Boskolan;0115;.;\nCeskolan;0116;..;\n;0117;12,5;\n\nRapporten visar antal; och mer\n* se ovan\n \n",
    );
    assert_eq!(read.layout.headings, [6]);
    assert_eq!(read.layout.preamble.len(), 3);
    assert_eq!((read.rows, read.noted), (4, 2));
    assert_eq!(read.notes[1].1.as_str(), "* se ovan");
    let pupils = column(&read, "Elever");
    assert_eq!((pupils.numbers, pupils.sum), (2, Some(1100.5)));
    assert_eq!(pupils.missing, [(".".into(), 1), ("..".into(), 1)]);
    assert_eq!(column(&read, "Kod").kind, Kind::Code);
    assert_eq!(column(&read, "Kod").labels[0].0.as_str(), "0114");
    assert_eq!(column(&read, "D").kind, Kind::Empty);
    assert_eq!(read.columns.len(), 4);
}

#[test]
fn several_rows_of_headings_are_joined() {
    let read = read("Skola;2021;;2022;\n;Flickor;Pojkar;Flickor;Pojkar\nAsk;1;2;3;4\nBo;5;6;7;8\n");
    let names: Vec<&str> = read.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Skola",
            "2021 / Flickor",
            "2021 / Pojkar",
            "2022 / Flickor",
            "2022 / Pojkar"
        ]
    );
    assert_eq!(read.rows, 2);
}

#[test]
fn years_may_head_columns_and_numbers_alone_have_no_headings() {
    let years = read("Region;2021;2022\nHaninge;1,5;2,5\n");
    assert_eq!((years.rows, years.layout.headings.len()), (1, 1));
    let bare = read("1;2\n3;4\n");
    assert_eq!((bare.rows, bare.layout.headings.len()), (2, 0));
    assert_eq!(column(&bare, "B").sum, Some(6.0));
}

#[test]
fn what_may_be_thousands_or_decimals_follows_the_rest_and_is_told_otherwise() {
    let told = read("a;b\nx;1,234\ny;2,5\n");
    assert_eq!(column(&told, "b").sum, Some(3.734));
    assert_eq!(column(&told, "b").two_ways, None);
    let grouped = read("a;b\nx;1,234\ny;2.5\n");
    assert_eq!(column(&grouped, "b").sum, Some(1236.5));
    let open = read("a;b\nx;1,234\ny;2\n");
    assert_eq!(
        column(&open, "b").two_ways,
        Some((1, Sign::Comma, Use::Decimal))
    );
}

#[test]
fn odd_rows_and_headings_are_told() {
    let read = read("id,name,name\n1,a,b\n2,c\n3,d,e,f\n");
    assert_eq!(
        (read.shorter.count, read.longer.first.as_slice()),
        (1, &[4][..])
    );
    assert_eq!(read.columns[2].name.as_str(), "name (2)");
    assert_eq!(read.columns[2].heading.as_str(), "name");
}

#[test]
fn columns_have_the_letters_of_a_spreadsheet() {
    for (at, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(letters(at), name);
    }
}

/// Files of the shapes that publishers and spreadsheets write.
const SEEDS: [&str; 6] = [
    "Statistik, 2012\n\nSkola;Kod;Elever;\nAsk;0114;1 088;\nBo;0115;..;\n\nNot; och mer\n",
    "id,name,name\r\n1,\"a, b\",c\r\n2,\"d\ne\",f\r\n",
    "Region\t2021\t2022\nHaninge\t1,5\t-\n",
    "'a','b','c'\n'1','2,5','x'\n",
    "sep=|\nx|1,234\n\u{feff}y|2.5\n",
    "Skola;2021;;2022;\n;F;P;F;P\nAsk;1;2;3;4\n",
];

proptest! {
    #[test]
    fn whatever_bytes_a_file_holds_there_are_columns_or_a_sentence(
        seed in 0..SEEDS.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        utf16 in any::<bool>(),
    ) {
        let mut bytes = SEEDS[seed].as_bytes().to_vec();
        if utf16 {
            bytes = SEEDS[seed].encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        let name = SafeText::from("x.csv");
        let mut source = Cursor::new(bytes.as_slice());
        if let Ok(mut opened) = csv::open(&mut source, &name, &Wish::default())
            && let Ok(read) = profile(&mut opened, &name, &Wish::default())
        {
            prop_assert!(read.rows + read.noted <= bytes.len() as u64);
            for column in &read.columns {
                let missing: u64 = column.missing.iter().map(|(_, count)| count).sum();
                let all = column.numbers + column.texts + column.dates + missing;
                prop_assert_eq!(all, read.rows, "{}", column.name);
            }
        }
    }

    #[test]
    fn a_table_that_is_written_is_read_as_it_was(
        cells in prop::collection::vec(prop::collection::vec("[a-zåäö ;\"\n]{0,8}", 3), 1..20),
    ) {
        let mut text = String::from("first;second;third;n\n");
        for (at, row) in cells.iter().enumerate() {
            for cell in row {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push_str("\";");
            }
            text.push_str(&(at + 1000).to_string());
            text.push('\n');
        }
        let read = read(&text);
        prop_assert_eq!(read.rows, cells.len() as u64, "{}", text);
        prop_assert_eq!(read.columns.len(), 4);
        prop_assert_eq!(read.columns[3].numbers, cells.len() as u64);
    }
}
