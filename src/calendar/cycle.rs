//! The cycle of sixty years, each named by one of ten stems and one of twelve branches: `Giáp Thìn`.

/// The place of a stem (0 is Giáp) and a branch (0 is Tý) in the cycle of sixty; `None` if they never meet, as Giáp and Sửu.
pub(crate) fn place(stem: u8, branch: u8) -> Option<u8> {
    (0..60).find(|place| place % 10 == stem && place % 12 == branch)
}

/// The year of this place in the cycle that lies nearest to another year; of two, the later.
pub(crate) fn nearest_year(place: u8, year: i16) -> i16 {
    // The year 4 is Giáp Tý.
    let ahead = (i16::from(place) + 4 - year).rem_euclid(60);
    if ahead <= 30 { year + ahead } else { year + ahead - 60 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_cycle() {
        let (jia, chen) = (0, 4);
        let dragon = place(jia, chen).unwrap();
        assert_eq!([2024, 2000, 1980].map(|year| nearest_year(dragon, year)), [2024, 2024, 1964]);
        assert_eq!(place(0, 1), None);
        assert_eq!(nearest_year(place(2, 6).unwrap(), 2025), 2026);
        assert_eq!(nearest_year(place(4, 8).unwrap(), 1975), 1968);
    }
}
