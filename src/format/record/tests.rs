use super::*;

/// A journal as a dialogue writes one: notes of many lengths, Swedish letters, an emoji, a payload that looks like a line.
fn journal(count: u64) -> (Vec<u8>, Vec<Line>) {
    let mut bytes = Vec::new();
    let mut lines = Vec::new();
    let mut prev = 0;
    for seq in 1..=count {
        let payload = match seq % 5 {
            0 => format!("Snap(n: {seq}, sha: \"ab12\")"),
            1 => format!(
                "Entry(e: (1, {seq}), x: Note(\"Skolan känns tryggare för {seq} av tio 👩‍👧\"))"
            ),
            2 => "Entry(x: Note(\"J2 7 00000000 8a9136aa 1 x\"))".to_owned(),
            3 => String::new(),
            _ => "å".repeat(usize::try_from(seq).unwrap()),
        };
        let link = encode(prev, seq, &payload, &mut bytes).unwrap();
        lines.push(Line { link, payload });
        prev = link.crc;
    }
    (bytes, lines)
}

fn read(bytes: &[u8]) -> Scan {
    scan(bytes, Position::default())
}

/// Every line read is one that was written.
fn assert_true(found: &Scan, written: &[Line], what: &str) {
    for line in &found.lines {
        assert!(written.contains(line), "{what}: read {line:?}");
    }
}

#[test]
fn a_journal_reads_back_as_written() {
    let (bytes, written) = journal(29);
    let found = read(&bytes);
    assert_eq!(found.lines, written);
    assert_eq!(found.gaps, []);
    assert_eq!(found.torn, 0);
    assert!(!found.open_ended);
    assert_eq!(
        found.end,
        Position {
            offset: bytes.len() as u64,
            lines: 29,
            link: written[28].link
        }
    );
}

#[test]
fn the_form_stays() {
    let mut bytes = Vec::new();
    let first = encode(0, 1, "å", &mut bytes).unwrap();
    encode(first.crc, 2, "", &mut bytes).unwrap();
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "J2 1 00000000 484b0f31 2 å\nJ2 2 484b0f31 b6fbdd02 0 \n"
    );
}

#[test]
fn a_line_has_one_line_and_a_bound() {
    let mut out = Vec::new();
    assert_eq!(encode(0, 1, "a\nb", &mut out), Err(Unfit::LineBreak));
    let long = "x".repeat(MAX_LINE);
    assert_eq!(encode(0, 1, &long, &mut out), Err(Unfit::TooLong(MAX_LINE)));
    assert!(out.is_empty());
    let fits = "x".repeat(MAX_LINE - 64);
    encode(0, 1, &fits, &mut out).unwrap();
    assert_eq!(read(&out).lines.len(), 1);
}

#[test]
fn no_flipped_byte_goes_unseen() {
    let (bytes, written) = journal(29);
    for at in 0..bytes.len() {
        for mask in [0x01, 0x20, 0x80, bytes[at] ^ b'\n'] {
            let mut damaged = bytes.clone();
            damaged[at] ^= mask;
            if damaged == bytes {
                continue;
            }
            let found = read(&damaged);
            let what = format!("byte {at} ^ {mask:#x}");
            assert_true(&found, &written, &what);
            assert!(found.lines.len() + 1 >= written.len(), "{what}");
            // At the very end of the file a lost break is no damage: the line is whole.
            let told = !found.gaps.is_empty() || found.torn > 0;
            assert!(told, "{what} was not told");
        }
    }
}

#[test]
fn a_file_cut_anywhere_keeps_its_whole_lines() {
    let (bytes, written) = journal(29);
    let mut whole = 0;
    for len in 0..bytes.len() {
        let cut = &bytes[..len];
        if len > 0 && bytes[len] == b'\n' {
            whole += 1;
        }
        let found = read(cut);
        assert_eq!(found.lines, written[..whole], "cut at {len}");
        assert_eq!(found.gaps, [], "cut at {len}");
        assert_eq!(
            found.open_ended,
            bytes[len] == b'\n' && len > 0,
            "cut at {len}"
        );
        assert_eq!(found.end.offset + found.torn, len as u64);
    }
}

fn by_line(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

#[test]
fn a_lost_line_is_counted() {
    let (bytes, written) = journal(29);
    let lines = by_line(&bytes);
    for lost in 0..lines.len() {
        let mut kept = lines.clone();
        kept.remove(lost);
        let found = read(&kept.concat());
        assert_eq!(found.lines.len(), 28);
        assert_true(&found, &written, "deleted");
        // The last line's loss leaves a shorter journal that is right in itself; only the snapshot's number tells.
        let expected: &[Fault] = if lost == 28 {
            &[]
        } else {
            &[Fault::Broken { missing: 1 }]
        };
        let faults: Vec<Fault> = found.gaps.iter().map(|gap| gap.fault).collect();
        assert_eq!(faults, expected, "line {lost}");
    }
}

#[test]
fn a_doubled_line_counts_once() {
    let (bytes, written) = journal(29);
    let lines = by_line(&bytes);
    for doubled in 0..lines.len() {
        for place in doubled + 1..=lines.len() {
            let mut more = lines.clone();
            more.insert(place, lines[doubled].clone());
            let found = read(&more.concat());
            assert_eq!(found.lines, written);
            assert!(found.gaps.iter().any(|gap| gap.fault == Fault::Repeated));
        }
    }
}

#[test]
fn swapped_lines_are_all_kept_and_told() {
    let (bytes, written) = journal(29);
    let lines = by_line(&bytes);
    for first in 0..lines.len() - 1 {
        let mut swapped = lines.clone();
        swapped.swap(first, first + 1);
        let found = read(&swapped.concat());
        assert_eq!(found.lines.len(), 29);
        assert_true(&found, &written, "swapped");
        assert!(found.gaps.iter().any(|gap| gap.fault.is_loss()));
        assert_eq!(found.end.link.seq, 29, "the next number is a new one");
    }
}

#[test]
fn a_closed_torn_tail_is_no_loss() {
    let (bytes, written) = journal(3);
    let mut next = Vec::new();
    let link = encode(written[2].link.crc, 4, "after the crash", &mut next).unwrap();
    let torn = &next[..next.len() - 6];
    let file = [&bytes, torn, b"\n", &next].concat();
    let found = read(&file);
    assert_eq!(found.lines.len(), 4);
    assert_eq!(found.end.link, link);
    assert_eq!(
        found.gaps,
        [Gap {
            offset: bytes.len() as u64,
            line: 4,
            bytes: torn.len() as u64,
            fault: Fault::Scrap
        }]
    );
}

#[test]
fn a_damaged_last_line_may_be_a_loss() {
    let (mut bytes, _) = journal(3);
    let last = bytes.len() - 3;
    bytes[last] ^= 1;
    assert_eq!(read(&bytes).gaps[0].fault, Fault::Damaged);
}

#[test]
fn a_tail_is_read_on_where_it_ended() {
    let (bytes, written) = journal(29);
    for cut in 0..=bytes.len() {
        let first = read(&bytes[..cut]);
        let from = usize::try_from(first.end.offset).unwrap();
        let second = scan(&bytes[from..], first.end);
        let both: Vec<Line> = first.lines.iter().chain(&second.lines).cloned().collect();
        assert_eq!(both, written, "cut at {cut}");
        assert!(second.gaps.is_empty(), "cut at {cut}: {:?}", second.gaps);
        assert_eq!(second.end.lines, 29);
    }
}

#[test]
fn endless_rubbish_is_not_read_twice() {
    let rubbish = vec![b'x'; MAX_LINE + 10];
    let found = read(&rubbish);
    assert_eq!(found.end.offset, rubbish.len() as u64);
    assert_eq!(found.torn, 0);
    assert_eq!(found.gaps.len(), 1);
}
