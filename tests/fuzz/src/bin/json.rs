#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| samtal_fuzz::read(bytes, "a.json"));
