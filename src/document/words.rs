//! Maps by words of an article.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map by words or numbers, which are hashed in a few steps: there is one of some kind for each article.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A set of words or numbers, like [`Map`].
pub(super) type Set<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// A map with room for so much.
pub(super) fn with_room<K, V>(count: usize) -> Map<K, V> {
    Map::with_capacity_and_hasher(count, BuildHasherDefault::default())
}

/// A multiplicative hash over eight bytes at a time.
#[derive(Debug, Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.write_u64(chunk.try_into().map_or(0, u64::from_le_bytes));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            // The last eight bytes are read again, if there are so many: that is one step.
            self.write_u64(match bytes.last_chunk() {
                Some(last) => u64::from_le_bytes(*last),
                None => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
            });
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(byte.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
        self.0 = (self.0 ^ number).wrapping_mul(SEED).rotate_left(29);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
