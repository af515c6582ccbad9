/** A share around a dial: where it begins and how far it goes, as parts of one turn. */
export interface Arc {
  start: number
  length: number
}

/**
 * Lays values out clockwise from twelve o'clock. `total` may be more than their sum: the rest stays empty.
 * A total of zero gives arcs of no length. Lengths never add up to more than one turn.
 */
export function layOutArcs(values: readonly number[], total: number): Arc[] {
  const whole = Math.max(
    total,
    values.reduce((sum, value) => sum + value, 0),
  )
  let start = 0
  return values.map((value) => {
    const length = whole > 0 ? value / whole : 0
    const arc = { start, length }
    start += length
    return arc
  })
}

/** A tick of the clock face: its ends on circles around (100, 100), and where on the turn it stands. */
export interface Tick {
  at: number
  major: boolean
  x1: number
  y1: number
  x2: number
  y2: number
}

/** `count` ticks from radius 98 inwards; every fifth of sixty, or every one of twelve, is a major one. */
export function layOutTicks(count: 12 | 60): Tick[] {
  return Array.from({ length: count }, (_, index) => {
    const at = index / count
    const major = count === 12 || index % 5 === 0
    const angle = at * 2 * Math.PI
    // Rounded so that the server's and the browser's markup are the same to the digit.
    const place = (radius: number, of: (angle: number) => number, sign: number) =>
      Math.round((100 + sign * radius * of(angle)) * 100) / 100
    const inner = major ? 89 : 93
    return {
      at,
      major,
      x1: place(98, Math.sin, 1),
      y1: place(98, Math.cos, -1),
      x2: place(inner, Math.sin, 1),
      y2: place(inner, Math.cos, -1),
    }
  })
}
