import 'server-only'

/** Strings of a line may come from anybody; whoever reads it needs their beginning. */
export const LONGEST_FOREIGN = 200
/** Where an error came from is ours, and of use as a whole. */
const LONGEST_STACK = 4000
/** Of one cause, in a second: nobody reads more, and a flood of them would hide all others and fill the disk. */
export const LINES_A_SECOND = 20
/** Causes are our own few sentences; what comes beyond that counts as one. */
const MOST_CAUSES = 500

export type LogValue = string | number | boolean | null | undefined

/** A field as it may stand in a line. */
export function bounded(name: string, value: LogValue): LogValue {
  if (typeof value !== 'string') return value
  const longest = name === 'stack' ? LONGEST_STACK : LONGEST_FOREIGN
  return value.length > longest ? `${value.slice(0, longest)}…` : value
}

interface Cause {
  second: number
  lines: number
  leftOut: number
}

/** Lets so many lines of a cause pass in a second, and keeps count of the others. */
export function lineGate(most = LINES_A_SECOND) {
  const causes = new Map<string, Cause>()

  function causeOf(name: string, second: number): Cause {
    const key = causes.has(name) || causes.size < MOST_CAUSES ? name : 'others'
    const known = causes.get(key) ?? { second, lines: 0, leftOut: 0 }
    if (known.second !== second) Object.assign(known, { second, lines: 0 })
    causes.set(key, known)
    return known
  }

  return {
    passes(name: string, now: number): boolean {
      const cause = causeOf(name, Math.floor(now / 1000))
      cause.lines++
      if (cause.lines <= most) return true
      cause.leftOut++
      return false
    },
    /** What was left out since this was last asked, by cause. */
    leftOut(): Array<[name: string, lines: number]> {
      const told = [...causes].flatMap(
        ([name, { leftOut }]): Array<[string, number]> => (leftOut > 0 ? [[name, leftOut]] : []),
      )
      causes.clear()
      return told
    },
  }
}
