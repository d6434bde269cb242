//! What other tools found in the PC-Axis files.

use super::Facts;

pub(super) const FACTS: &[Facts] = &[
    Facts {
        file: "px-nordic/MultipleContentSmall.px",
        table: 0,
        sizes: &[2, 2, 3],
        values: 12,
        missing: &[],
        range: (15563.0, 51240.0, 329_408.0),
        cells: &[
            (&["Halden", "2021", "Innbyggere (antall)"], 31444.0),
            (&["Moss", "2021", "Innbyggere (antall)"], 50290.0),
            (&["3002", "2022", "KOSmenn0000"], 25433.0),
        ],
    },
    Facts {
        file: "px-nordic/BE0101A1_with_notes.px",
        table: 0,
        sizes: &[3, 4, 2, 2, 2, 1],
        values: 96,
        missing: &[],
        range: (19.93, 528_282.0, 4_895_141.0),
        cells: &[
            (
                &["01 Stockholm county", "single", "2004", "number", "men"],
                522_028.0,
            ),
            (
                &[
                    "03 Uppsala county",
                    "widowers/widows",
                    "2004",
                    "number",
                    "men",
                ],
                2993.0,
            ),
            (&["04", "SK", "2005", "Per cent", "2"], 54.92),
        ],
    },
    Facts {
        file: "px-nordic/SingleValueMultipleVariables.px",
        table: 0,
        sizes: &[1, 1, 1, 1, 1],
        values: 1,
        missing: &[],
        range: (10772.0, 10772.0, 10772.0),
        cells: &[(&[], 10772.0)],
    },
    Facts {
        file: "px-nordic/14216.px",
        table: 0,
        sizes: &[1, 2, 2],
        values: 4,
        missing: &[],
        range: (275.87, 1_110_887.0, 2_209_500.17),
        cells: &[
            (&["2025", "Areal av tettsted (km²)"], 275.87),
            (&["2025", "Bosatte"], 1_110_887.0),
            (&["2024", "Bosatte"], 1_098_061.0),
        ],
    },
    Facts {
        file: "px-nordic/PR0101B3.px",
        table: 0,
        sizes: &[8, 5, 1],
        values: 40,
        missing: &[],
        range: (208.83, 332.75, 9972.09),
        cells: &[
            (&["01 Food and non-alcoholic beverages", "2006M01"], 236.96),
            (&["01.1.3", "2006M03"], 321.89),
            (&["01.1.6 Fruit", "2006M05"], 238.17),
        ],
    },
    Facts {
        file: "px-other/1001.px",
        table: 0,
        sizes: &[7, 3, 24, 1],
        values: 504,
        missing: &[],
        range: (0.84, 20.9, 2303.02),
        cells: &[
            (&["Total", "Ambos sexos", "2013T4"], 0.86),
            (&["Construcciï¿œn", "Hombres", "2010T4"], 3.36),
            (
                &["Parados que buscan primer empleo", "Mujeres", "2008T1"],
                5.95,
            ),
        ],
    },
    Facts {
        file: "px-scb/BE0101A1elimtot.px",
        table: 0,
        sizes: &[5, 3, 6, 1],
        values: 90,
        missing: &[],
        range: (104_155.0, 9_113_257.0, 215_991_948.0),
        cells: &[
            (&["single", "men", "2001"], 2_391_644.0),
            (&["widowers/widows", "women", "2004"], 409_082.0),
            (&["total", "total", "2006"], 9_113_257.0),
        ],
    },
    Facts {
        file: "px-scb/BE0101F1datasymbols.px",
        table: 0,
        sizes: &[4, 3, 1, 2, 1],
        values: 18,
        missing: &[
            (".", 1),
            ("..", 1),
            ("...", 1),
            ("....", 1),
            (".....", 1),
            ("......", 1),
        ],
        range: (13.0, 924.0, 4474.0),
        cells: &[
            (&["00 Sweden", "20", "men"], 456.0),
            (&["0114 Upplands Väsby", "21", "women"], 36.0),
            (&["0115", "22", "women"], 23.0),
        ],
    },
    Facts {
        file: "px-scb/PR0101B3.px",
        table: 0,
        sizes: &[12, 27, 1],
        values: 324,
        missing: &[],
        range: (172.01, 357.57, 83285.53),
        cells: &[
            (&["01 Food and non-alcoholic beverages", "2006M10"], 240.25),
            (&["01.1.5 Oils and fats", "2006M10"], 213.19),
            (&["01.2 Non alcoholic beverages", "2008M12"], 182.84),
        ],
    },
    Facts {
        file: "px-scb/BE0101F1langensvfiolikacelln.px",
        table: 0,
        sizes: &[4, 3, 1, 2, 2],
        values: 48,
        missing: &[],
        range: (13.0, 1273.0, 17793.0),
        cells: &[
            (&["00 Sweden", "20", "men", "Inmigrated"], 456.0),
            (&["0114 Upplands Väsby", "20", "men", "Inmigrated"], 14.0),
            (&["0115 Vallentuna", "22", "women", "Outmigrated"], 35.0),
        ],
    },
    Facts {
        file: "px-scb/10variabler.PX",
        table: 0,
        sizes: &[4, 7, 2, 5, 2, 2, 2, 2, 2, 2, 1],
        values: 17_920,
        missing: &[],
        range: (0.0, 464.0, 107_880.0),
        cells: &[
            (
                &[
                    "aa1", "bb1", "cc1", "dd1", "ee1", "ff1", "gg1", "hh1", "ii1", "jj1",
                ],
                1.0,
            ),
            (
                &[
                    "aa1", "bb1", "cc2", "dd3", "ee1", "ff1", "gg2", "hh2", "ii2", "jj2",
                ],
                464.0,
            ),
            (
                &[
                    "aa4", "bb7", "cc2", "dd5", "ee2", "ff2", "gg2", "hh2", "ii2", "jj2",
                ],
                0.0,
            ),
        ],
    },
    Facts {
        file: "px-scb/BE0101F1symbnotkeys.px",
        table: 0,
        sizes: &[4, 3, 1, 2, 2],
        values: 42,
        missing: &[
            (".", 1),
            ("..", 1),
            ("...", 1),
            ("....", 1),
            (".....", 1),
            ("......", 1),
        ],
        range: (13.0, 993.0, 11_504.0),
        cells: &[
            (&["00 Sweden", "20", "men", "Inmigrated"], 456.0),
            (
                &["01 Stockholm county", "22", "women", "Outmigrated"],
                906.0,
            ),
            (&["0115", "22", "2", "BE0101F2"], 35.0),
        ],
    },
    Facts {
        file: "px-scb/PR0101B3hier2lang.px",
        table: 0,
        sizes: &[66, 11, 1],
        values: 684,
        missing: &[("..", 42)],
        range: (0.0, 987.87, 215_138.53),
        cells: &[
            (&["All products", "2005M08"], 279.95),
            (&["05.1 Furniture", "2005M09"], 230.12),
            (&["12.7 Other services n.e.c.", "2006M06"], 593.05),
        ],
    },
    Facts {
        file: "px-scb/HA0201E8doublecol.px",
        table: 0,
        sizes: &[9, 13, 1],
        values: 117,
        missing: &[],
        range: (85.0, 191.0, 15461.0),
        cells: &[
            (&["0+1 Food, beverages and tobacco", "2006K1"], 146.0),
            (
                &["5 Chemicals and related products, n.e.s.", "2007K3"],
                136.0,
            ),
            (&["8+9 Other manufactured articles", "2009K1"], 124.0),
        ],
    },
    Facts {
        file: "px-scb/BE0101F1nilSymbol.px",
        table: 0,
        sizes: &[4, 3, 1, 2, 2],
        values: 42,
        missing: &[("-", 3), ("..", 2), (".", 1)],
        range: (0.0, 993.0, 8750.0),
        cells: &[
            (&["00 Sweden", "20", "men", "Inmigrated"], 1.0),
            (&["0114 Upplands Väsby", "20", "women", "Outmigrated"], 43.0),
            (&["0115 Vallentuna", "22", "women", "Outmigrated"], 35.0),
        ],
    },
    Facts {
        file: "px-scb/BE0101A1proc.px",
        table: 0,
        sizes: &[9, 2, 4, 2, 2, 1],
        values: 288,
        missing: &[],
        range: (1.79, 528_282.0, 7_629_458.06),
        cells: &[
            (
                &["01 Stockholm county", "Number", "single", "men", "2004"],
                522_028.0,
            ),
            (
                &["06 Jönköping county", "Per cent", "single", "men", "2004"],
                52.35,
            ),
            (
                &[
                    "10 Blekinge county",
                    "Per cent",
                    "divorced",
                    "women",
                    "2005",
                ],
                9.56,
            ),
        ],
    },
    Facts {
        file: "pxweb-v2-ref/TAB004.px",
        table: 0,
        sizes: &[14, 11, 28, 1],
        values: 3209,
        missing: &[("..", 1103)],
        range: (-47_123.0, 321_021.0, 56_187_261.0),
        cells: &[
            (
                &[
                    "NATIONAL TOTAL (excluding LULUCF, excluding international transports)",
                    "Methane (CH4) (t)",
                    "1990",
                ],
                296_860.0,
            ),
            (&["WASTE, TOTAL", "CH4", "2007"], 83963.0),
            (
                &[
                    "HEATING OF HOUSES AND PREMISES, TOTAL",
                    "N2O_CO2-ekv.",
                    "2017",
                ],
                81.0,
            ),
        ],
    },
];
