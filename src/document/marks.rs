//! Sets of numbers that may err on one side.

/// Numbers that are there: what is not among them is surely not.
#[derive(Debug)]
pub(super) struct Marks {
    /// A power of two of them.
    bits: Vec<u64>,
    /// How far a hash is shifted to tell which of them.
    shift: u32,
}

impl Marks {
    /// None yet, with room for so many numbers: however many there are, few others seem to be there.
    pub(super) fn with_room(numbers: usize) -> Self {
        /// Bits for a number.
        const ROOM: usize = 16;
        /// What an article of usual length takes.
        const LEAST: usize = 64;
        let len = (numbers * ROOM / u64::BITS as usize).next_power_of_two().max(LEAST);
        Self { bits: vec![0; len], shift: u64::BITS - len.ilog2() }
    }

    /// The same room with none.
    pub(super) fn emptied(mut self) -> Self {
        self.bits.fill(0);
        self
    }

    /// The place of a number, and its bit there.
    fn bit(&self, number: u64) -> (usize, u64) {
        const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
        let hash = number.wrapping_mul(SEED);
        ((hash >> self.shift) as usize, 1 << (hash >> 32 & 63))
    }

    pub(super) fn add(&mut self, number: u64) {
        let (place, bit) = self.bit(number);
        self.bits.get_mut(place).into_iter().for_each(|bits| *bits |= bit);
    }

    pub(super) fn has(&self, number: u64) -> bool {
        let (place, bit) = self.bit(number);
        self.bits.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether there is any number.
    pub(super) fn any(&self) -> bool {
        self.bits.iter().any(|bits| *bits != 0)
    }

    /// Leaves those that may be among others, which have the same room.
    pub(super) fn meet(&mut self, others: &Self) {
        self.bits.iter_mut().zip(&others.bits).for_each(|(one, other)| *one &= other);
    }
}
