/** Numbers that look random and are the same for the same text: mulberry32 over an FNV-1a hash of it. */
export function numbersFrom(text: string) {
  let state = 2_166_136_261
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    /** A number from 0 up to, not including, 1. */
    next,
    /** An integer from 0 up to, not including, `limit`. */
    below: (limit: number) => Math.floor(next() * limit),
  }
}
