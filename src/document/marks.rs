//! Sets of numbers that may err on one side.

/// Numbers that are there: what is not among them is surely not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks([u64; 64]);

impl Default for Marks {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Marks {
    /// The place of a number, and its bit there.
    fn bit(number: u64) -> (usize, u64) {
        const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
        let hash = number.wrapping_mul(SEED);
        ((hash >> 58) as usize, 1 << (hash >> 52 & 63))
    }

    pub(super) fn add(&mut self, number: u64) {
        let (place, bit) = Self::bit(number);
        self.0.get_mut(place).into_iter().for_each(|bits| *bits |= bit);
    }

    pub(super) fn has(&self, number: u64) -> bool {
        let (place, bit) = Self::bit(number);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether there is any number.
    pub(super) fn any(&self) -> bool {
        self.meet(&Self([u64::MAX; 64]))
    }

    /// Whether a number of others may be among these.
    pub(super) fn meet(&self, others: &Self) -> bool {
        self.0.iter().zip(&others.0).fold(0, |both, (one, other)| both | one & other) != 0
    }
}
