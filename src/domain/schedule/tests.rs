//! The numbers of the guide as cases, the promises of the schedule as properties.

use proptest::prelude::*;

use super::*;

const START: Moment = Moment(1_794_902_400_000);

fn stage(min: i64, wish: i64, max: i64) -> StageLoad {
    StageLoad {
        bounds: Bounds::minutes(min, wish, max),
        ..StageLoad::default()
    }
}

fn closing(minutes: i64) -> StageLoad {
    StageLoad {
        closing: true,
        ..stage(minutes, minutes, minutes)
    }
}

/// The agenda of the guide: 45 fixed minutes and two dialogues.
fn agenda(dialogue: StageLoad) -> Vec<StageLoad> {
    let concept = |minutes| StageLoad {
        skippable: true,
        ..stage(minutes, minutes, minutes)
    };
    vec![
        stage(10, 10, 10),
        concept(3),
        concept(2),
        stage(10, 10, 10),
        dialogue,
        dialogue,
        closing(20),
    ]
}

fn guide() -> Vec<StageLoad> {
    agenda(stage(10, 20, 25))
}

fn plan(slot: i64, passed: i64, stages: &[StageLoad]) -> Plan {
    fit(&Input {
        slot_end: START + Span::minutes(slot),
        now: START + Span::seconds(passed),
        stages,
    })
}

fn shown(plan: &Plan) -> Vec<String> {
    plan.rows.iter().map(|row| row.fitted.to_string()).collect()
}

/// The guide's agenda in the middle of a stage; everything before took what it was planned to take.
fn running(index: usize, spent: Span) -> Vec<StageLoad> {
    let mut stages = guide();
    for stage in &mut stages[..index] {
        stage.progress = Progress::Done;
        stage.spent = stage.bounds.wish;
    }
    stages[index].progress = Progress::Running;
    stages[index].spent = spent;
    stages
}

#[test]
fn the_slot_decides_how_long_the_dialogues_are() {
    for (slot, dialogue, ends) in [
        (65, "10:00", 65),
        (75, "15:00", 75),
        (85, "20:00", 85),
        (90, "22:30", 90),
        (95, "25:00", 95),
        (120, "25:00", 95),
    ] {
        let plan = plan(slot, 0, &guide());
        assert_eq!(
            shown(&plan),
            [
                "10:00", "3:00", "2:00", "10:00", dialogue, dialogue, "20:00"
            ],
            "{slot}"
        );
        assert_eq!(plan.ends, START + Span::minutes(ends));
        assert_eq!(plan.short_by, Span::ZERO);
        assert_eq!(plan.ways_out, []);
        assert_eq!(plan.closing_start, Some(START + Span::minutes(slot - 20)));
        assert_eq!(plan.rows[4].from_minimum, slot == 65);
    }
    assert_eq!(plan(75, 0, &guide()).wish_over, Span::minutes(10));
    assert_eq!(plan(90, 0, &guide()).wish_over, Span::ZERO);
}

#[test]
fn two_long_dialogues_are_told_not_to_fit() {
    let plan = plan(90, 0, &agenda(stage(25, 25, 25)));
    assert_eq!(plan.short_by, Span::minutes(5));
    assert_eq!(
        plan.rows[6].fitted,
        Span::minutes(20),
        "the closing is whole"
    );
    assert_eq!(plan.rows[5].fitted, plan.rows[4].fitted);
    assert_eq!(plan.ends, START + Span::minutes(90));
    assert!(plan.rows[..6].iter().all(|row| row.from_minimum));
    assert_eq!(
        plan.ways_out,
        [
            WayOut::Shorten {
                stage: 5,
                to: Span::minutes(20)
            },
            WayOut::Skip {
                stages: vec![1, 2],
                frees: Span::minutes(5)
            },
            WayOut::SecondMeeting { from_stage: 5 },
        ]
    );
}

#[test]
fn one_skipped_stage_is_enough_when_one_is() {
    let plan = plan(93, 0, &agenda(stage(25, 25, 25)));
    assert!(plan.ways_out.contains(&WayOut::Skip {
        stages: vec![2],
        frees: Span::minutes(2)
    }));
}

#[test]
fn a_stage_over_its_time_takes_from_the_later_ones_and_never_from_the_closing() {
    // Data, 10 minutes by plan, has taken 15.
    let plan = plan(90, 30 * 60, &running(3, Span::minutes(15)));
    assert_eq!(shown(&plan)[3..], ["15:00", "20:00", "20:00", "20:00"]);
    assert_eq!(plan.rows[3].allotted, Span::minutes(10));
    assert_eq!(pace(Span::minutes(15), plan.rows[3].allotted), Pace::Over);
    assert_eq!(plan.rows[3].ends, START + Span::minutes(30));
    assert_eq!(plan.closing_start, Some(START + Span::minutes(70)));
}

#[test]
fn the_closing_gives_last_of_all() {
    let mut stages = guide();
    stages[6].bounds = Bounds::minutes(8, 20, 20);
    assert_eq!(
        shown(&plan(60, 0, &stages))[4..],
        ["10:00", "10:00", "15:00"]
    );
    assert_eq!(
        shown(&plan(53, 0, &stages))[4..],
        ["10:00", "10:00", "8:00"]
    );
    let short = plan(45 + 8 - 17, 0, &stages);
    assert_eq!(short.short_by, Span::minutes(17));
    assert_eq!(short.rows[6].fitted, Span::minutes(8));
}

#[test]
fn past_the_end_everything_is_over_now() {
    let plan = plan(90, 100 * 60, &running(5, Span::minutes(50)));
    assert_eq!(plan.ends, START + Span::minutes(100));
    assert_eq!(plan.rows[6].fitted, Span::ZERO);
    assert_eq!(plan.short_by, Span::minutes(30));
    assert_eq!(
        plan.rows[5].allotted,
        Span::minutes(20),
        "what would have left 20 minutes for the closing"
    );
    // In the closing itself nothing is left to choose.
    let last = tests::plan(90, 92 * 60, &running(6, Span::minutes(22)));
    assert_eq!(
        (last.short_by, last.ways_out, last.closing_start),
        (Span::minutes(2), vec![], None)
    );
    assert_eq!(last.rows[6].allotted, Span::minutes(20));
}

#[test]
fn a_minute_comes_whole_from_the_others() {
    let mut stages = running(4, Span::minutes(8));
    let at = |stages: &[StageLoad]| plan(90, 33 * 60, stages);
    assert_eq!(shown(&at(&stages))[4..], ["22:30", "22:30", "20:00"]);
    stages[4].adjust = Span::minutes(1);
    assert_eq!(shown(&at(&stages))[4..], ["23:30", "21:30", "20:00"]);
    stages[4].adjust = Span::minutes(-2);
    assert_eq!(shown(&at(&stages))[4..], ["20:30", "24:30", "20:00"]);
    stages[4].adjust = Span::minutes(-30);
    assert_eq!(
        shown(&at(&stages))[4..],
        ["8:00", "25:00", "20:00"],
        "never below what is spent"
    );
    stages[4].adjust = Span::minutes(1);
    stages[5].adjust = Span::minutes(1);
    assert_eq!(
        shown(&at(&stages))[4..],
        ["22:30", "22:30", "20:00"],
        "one minute each way"
    );
    stages[4].adjust = Span::minutes(60);
    assert_eq!(shown(&at(&stages))[6], "20:00");
}

#[test]
fn the_closing_can_be_given_minutes_too() {
    let mut stages = guide();
    stages[6].adjust = Span::minutes(2);
    assert_eq!(
        shown(&plan(90, 0, &stages))[4..],
        ["21:30", "21:30", "22:00"]
    );
    stages[6].adjust = Span::minutes(-5);
    assert_eq!(
        shown(&plan(90, 0, &stages))[4..],
        ["25:00", "25:00", "15:00"]
    );
}

#[test]
fn an_adjustment_is_found_or_refused() {
    let slot_end = START + Span::minutes(90);
    let minute = Span::minutes(1);
    let more = |stages: &[StageLoad], now: i64, index, by| {
        adjustment(
            &Input {
                slot_end,
                now: START + Span::minutes(now),
                stages,
            },
            index,
            by,
        )
    };
    assert_eq!(
        more(&running(4, Span::minutes(8)), 33, 4, minute),
        Some(minute)
    );
    assert_eq!(
        more(&running(4, Span::minutes(8)), 33, 4, -minute),
        Some(-minute)
    );
    // Over its 22:30 by 1:30: a minute more means a minute from now.
    let mut late = running(4, Span::minutes(24));
    let change = more(&late, 49, 4, minute).expect("the second dialogue can give it");
    late[4].adjust = change;
    assert_eq!(
        shown(&plan(90, 49 * 60, &late))[4..],
        ["25:00", "20:00", "20:00"]
    );
    // Only the closing comes after: nobody gives, also not with many tries stored already.
    let mut last = running(5, Span::minutes(5));
    last[4].spent = Span::minutes(25);
    assert_eq!(more(&last, 55, 5, minute), None);
    // A minute less ends the dialogue earlier, since nobody else can take it either.
    let change = more(&last, 55, 5, -minute).expect("time can always be left over");
    let before = plan(90, 55 * 60, &last);
    last[5].adjust = change;
    let after = plan(90, 55 * 60, &last);
    assert_eq!(taken_from(&before, &after), [(5, -minute)]);
    assert_eq!(after.ends, START + Span::minutes(89));
    last[5].adjust = Span::minutes(3);
    assert_eq!(more(&last, 55, 5, minute), None);
    // There is room to the end of the slot: it is taken from there, above the maximum.
    let early = running(5, Span::minutes(5));
    assert_eq!(more(&early, 40, 5, minute), Some(minute));
    // What is spent is spent; what is over is over; what is not there is not there.
    assert_eq!(more(&running(5, Span::minutes(30)), 75, 5, -minute), None);
    assert_eq!(more(&early, 40, 1, minute), None);
    assert_eq!(more(&early, 40, 99, minute), None);
}

#[test]
fn two_minutes_by_hand_are_reckoned_one_after_the_other() {
    let mut stages = agenda(stage(10, 20, 25));
    stages.insert(4, stage(10, 20, 25));
    let slot_end = START + Span::minutes(105);
    for index in [4, 5, 5, 4] {
        let input = Input {
            slot_end,
            now: START,
            stages: &stages,
        };
        let before = fit(&input).rows[index].fitted;
        let change = adjustment(&input, index, Span::minutes(1)).expect("there is room");
        stages[index].adjust += change;
        let after = fit(&Input {
            slot_end,
            now: START,
            stages: &stages,
        });
        assert_eq!(after.rows[index].fitted, before + Span::minutes(1));
        assert_eq!(after.ends, slot_end);
    }
}

#[test]
fn going_back_keeps_what_a_stage_has_spent() {
    let mut stages = running(4, Span::minutes(12));
    stages[5].spent = Span::minutes(4);
    // 25 + 12 + 4 minutes are gone.
    let plan = plan(90, 41 * 60, &stages);
    assert_eq!(shown(&plan)[4..], ["22:30", "22:30", "20:00"]);
    assert_eq!(plan.rows[4].ends, START + Span::seconds(51 * 60 + 30));
    assert_eq!(
        plan.rows[5].ends - plan.rows[5].starts,
        Span::seconds(18 * 60 + 30)
    );
    assert_eq!(plan.ends, START + Span::minutes(90));
}

#[test]
fn pace_is_told_by_what_is_left() {
    let minutes = Span::minutes(20);
    for (spent, told) in [
        (Span::ZERO, Pace::OnPace),
        (Span::seconds(959), Pace::OnPace),
        (Span::seconds(960), Pace::Soon),
        (Span::seconds(1139), Pace::Soon),
        (Span::seconds(1140), Pace::AboutTo),
        (Span::seconds(1200), Pace::Over),
        (Span(i64::MAX), Pace::Over),
    ] {
        assert_eq!(pace(spent, minutes), told, "{spent}");
    }
    assert_eq!(pace(Span::ZERO, Span::ZERO), Pace::Over);
    assert_eq!(pace(Span(i64::MIN), Span(i64::MAX)), Pace::OnPace);
}

#[test]
fn drift_is_late_entry_and_what_goes_beyond() {
    let entered = |late: i64| START + Span::seconds(late);
    assert_eq!(
        drift(START, entered(100), Span::minutes(3), Span::minutes(10)),
        Span::seconds(100)
    );
    assert_eq!(
        drift(START, entered(-60), Span::minutes(3), Span::minutes(10)),
        Span::seconds(-60)
    );
    assert_eq!(
        drift(START, entered(-60), Span::minutes(13), Span::minutes(10)),
        Span::minutes(2)
    );
    assert_eq!(
        drift(START, entered(14), Span::ZERO, Span::ZERO),
        Span::ZERO
    );
    assert_eq!(
        drift(START, entered(-15), Span::ZERO, Span::ZERO),
        Span::seconds(-15)
    );
    assert_eq!(
        drift(
            Moment(i64::MIN),
            Moment(i64::MAX),
            Span(i64::MAX),
            Span(i64::MIN)
        ),
        Span(i64::MAX)
    );
}

#[test]
fn small_shifts_are_not_spoken_of() {
    let before = plan(90, 0, &guide());
    assert_eq!(taken_from(&before, &plan(90, 20, &guide())), []);
    assert_eq!(
        taken_from(&before, &plan(90, 40, &guide())),
        [(4, Span::seconds(-20)), (5, Span::seconds(-20))]
    );
}

/// Lengths as people set them: whole minutes.
fn sensible() -> impl Strategy<Value = Vec<StageLoad>> {
    let load = (0..15_i64, 0..15_i64, 0..15_i64, any::<bool>(), -5..5_i64).prop_map(
        |(min, more, most, skippable, adjust)| {
            let adjust = if adjust.abs() < 3 {
                Span::ZERO
            } else {
                Span::minutes(adjust)
            };
            StageLoad {
                adjust,
                skippable,
                ..stage(min, min + more, min + more + most)
            }
        },
    );
    (
        prop::collection::vec(load, 1..8),
        0..9_usize,
        0..40 * 60_000_i64,
    )
        .prop_map(|(mut stages, current, spent)| {
            let last = stages.len() - 1;
            stages[last].closing = true;
            for (index, stage) in stages.iter_mut().enumerate() {
                if index < current {
                    stage.progress = if stage.skippable {
                        Progress::Skipped
                    } else {
                        Progress::Done
                    };
                    stage.spent = Span(spent / 3);
                }
            }
            if let Some(stage) = stages.get_mut(current) {
                stage.progress = Progress::Running;
                stage.spent = Span(spent);
            }
            stages
        })
}

/// Anything that fits in the types.
fn hostile() -> impl Strategy<Value = Vec<StageLoad>> {
    let number = || {
        prop_oneof![
            any::<i64>(),
            Just(0),
            Just(i64::MIN),
            Just(i64::MAX),
            -1000..1000_i64
        ]
        .prop_map(Span)
    };
    let progress = prop_oneof![
        Just(Progress::Done),
        Just(Progress::Running),
        Just(Progress::Ahead),
        Just(Progress::Skipped)
    ];
    let load = (
        (number(), number(), number()),
        any::<[bool; 2]>(),
        progress,
        number(),
        number(),
    )
        .prop_map(
            |((min, wish, max), [closing, skippable], progress, spent, adjust)| StageLoad {
                bounds: Bounds { min, wish, max },
                closing,
                progress,
                spent,
                adjust,
                skippable,
            },
        );
    prop::collection::vec(load, 0..12)
}

fn live(stage: &StageLoad) -> bool {
    matches!(stage.progress, Progress::Running | Progress::Ahead)
}

fn at(stages: &[StageLoad], left: i64) -> Plan {
    fit(&Input {
        slot_end: START + Span(left),
        now: START,
        stages,
    })
}

proptest! {
    #[test]
    fn ends_with_the_slot_and_the_sum_is_exact(stages in sensible(), left in -10 * 60_000..120 * 60_000_i64) {
        let plan = at(&stages, left);
        let to_run: i64 = plan.rows.iter().zip(&stages).filter(|(_, stage)| live(stage))
            .map(|(row, stage)| row.fitted.0 - stage.spent.0).sum();
        prop_assert_eq!(plan.ends, START + Span(to_run));
        prop_assert!(to_run <= left.max(0), "never past the end");
        if stages.iter().any(live) && plan.short_by > Span::ZERO {
            prop_assert_eq!(to_run, left.max(0));
        }
        if to_run < left {
            for (row, stage) in plan.rows.iter().zip(&stages).filter(|(_, stage)| live(stage) && stage.adjust == Span::ZERO) {
                let most = if stage.closing || stage.bounds.wish == Span::ZERO { stage.bounds.wish } else { stage.bounds.max };
                prop_assert_eq!(row.fitted, most.max(stage.spent), "early only when all have their most");
            }
        }
    }

    #[test]
    fn the_closing_is_whole_unless_impossible(stages in sensible(), left in 0..120 * 60_000_i64) {
        let mut stages = stages;
        for stage in &mut stages {
            stage.adjust = Span::ZERO;
        }
        let plan = at(&stages, left);
        let closing = stages.len() - 1;
        let stage = &stages[closing];
        if !live(stage) {
            return Ok(());
        }
        let others: i64 = stages[..closing].iter().filter(|stage| live(stage))
            .map(|stage| (stage.bounds.min.0 - stage.spent.0).max(0)).sum();
        let room = (left - others).max(0) + stage.spent.0;
        let wish = stage.bounds.wish.max(stage.spent);
        if room >= wish.0 {
            prop_assert_eq!(plan.rows[closing].fitted, wish);
        } else {
            let least = stage.bounds.min.max(stage.spent).0;
            prop_assert_eq!(plan.rows[closing].fitted.0, room.max(least.min(left + stage.spent.0)));
        }
    }

    #[test]
    fn lengths_are_within_bounds(stages in sensible(), left in -10 * 60_000..120 * 60_000_i64) {
        let plan = at(&stages, left);
        for (row, stage) in plan.rows.iter().zip(&stages) {
            if !live(stage) {
                prop_assert_eq!(row.fitted, stage.spent);
                continue;
            }
            prop_assert!(row.fitted >= stage.spent);
            prop_assert!(row.fitted >= row.allotted);
            prop_assert!(row.fitted == row.allotted || row.fitted == stage.spent);
            if stage.adjust == Span::ZERO {
                prop_assert!(row.fitted <= stage.bounds.max.max(stage.spent));
                prop_assert!(plan.short_by > Span::ZERO || row.fitted >= stage.bounds.min);
            }
        }
    }

    #[test]
    fn later_never_gives_more_and_nothing_jumps(
        stages in sensible(), left in -10 * 60_000..120 * 60_000_i64, step in 1..2000_i64, paused: bool,
    ) {
        let before = at(&stages, left);
        let mut then = stages.clone();
        if let Some(running) = then.iter_mut().find(|stage| stage.progress == Progress::Running && !paused) {
            running.spent += Span(step);
        }
        let after = fit(&Input { slot_end: START + Span(left), now: START + Span(step), stages: &then });
        for (index, (old, new)) in before.rows.iter().zip(&after.rows).enumerate() {
            prop_assert!((new.fitted - old.fitted).abs() <= Span(step), "row {} jumped", index);
            if stages[index].progress == Progress::Ahead || paused {
                prop_assert!(new.fitted <= old.fitted, "row {} got more", index);
            }
            if stages[index].progress == Progress::Running && !paused {
                prop_assert_eq!(new.allotted, old.allotted, "a running stage keeps its promise");
            }
        }
        prop_assert!(after.ends >= before.ends || paused || stages.iter().all(|stage| stage.progress != Progress::Running));
    }

    #[test]
    fn an_adjustment_does_what_it_says(
        stages in sensible(), left in 0..120 * 60_000_i64, index in 0..7_usize, by in -4..4_i64,
    ) {
        let input = Input { slot_end: START + Span(left), now: START, stages: &stages };
        let by = Span::minutes(by);
        if let Some(change) = adjustment(&input, index, by) {
            let mut then = stages.clone();
            then[index].adjust += change;
            let (old, new) = (fit(&input), at(&then, left));
            let got = new.rows[index].fitted - old.rows[index].fitted;
            prop_assert_eq!(got.0.signum(), by.0.signum());
            prop_assert!(got.abs() >= QUIET && got.abs() <= by.abs() + Span::seconds(1));
            // Minutes taken earlier come back from whoever got them, be it the closing.
            if by > Span::ZERO && stages[index].adjust >= Span::ZERO {
                for (old, (new, stage)) in old.rows.iter().zip(new.rows.iter().zip(&stages)) {
                    prop_assert!(!stage.closing || new.fitted >= old.fitted || live(stage) && stages[index].closing);
                }
            }
        }
    }

    #[test]
    fn nothing_panics_and_rows_are_chained(stages in hostile(), slot_end: i64, now: i64, by: i64) {
        let input = Input { slot_end: Moment(slot_end), now: Moment(now), stages: &stages };
        let plan = fit(&input);
        prop_assert_eq!(plan.rows.len(), stages.len());
        for pair in plan.rows.windows(2) {
            prop_assert_eq!(pair[0].ends, pair[1].starts);
        }
        for row in &plan.rows {
            prop_assert!(row.fitted >= Span::ZERO && row.ends >= row.starts);
        }
        prop_assert!(plan.short_by >= Span::ZERO && plan.wish_over >= Span::ZERO);
        for index in 0..=stages.len() {
            adjustment(&input, index, Span(by));
        }
        taken_from(&plan, &plan);
    }
}
