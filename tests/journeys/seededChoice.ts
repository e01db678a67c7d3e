/** Choices that are the same for the same seed. */
export interface SeededChoice {
  /** A number in [0, 1). */
  share(): number;
  /** One of a list. */
  of<T>(list: readonly T[]): T;
}

/** Mulberry32 (Ettinger 2017): 32 bits of state, plenty for a few thousand choices. */
export function seededChoice(seed: number): SeededChoice {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    of(list) {
      const found = list[Math.floor(share() * list.length)];
      if (found === undefined) throw new Error('Nothing to choose from.');
      return found;
    },
  };
}
