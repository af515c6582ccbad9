type Plain = Record<string, unknown>

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/**
 * A new answer, made of the parts of the last one wherever they say the same: what shows such a part need not be drawn again.
 * An instant is the same when it is the same moment, which the library does not know.
 */
export function sharedAnswer(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (before instanceof Date && after instanceof Date)
    return before.getTime() === after.getTime() ? before : after
  if (Array.isArray(before) && Array.isArray(after)) {
    const shared = after.map((item: unknown, at) => sharedAnswer(before[at], item))
    return before.length === shared.length && shared.every((item, at) => item === before[at])
      ? before
      : shared
  }
  if (!isPlain(before) || !isPlain(after)) return after
  const keys = Object.keys(after)
  const shared: Plain = Object.fromEntries(keys.map((key) => [key, sharedAnswer(before[key], after[key])]))
  const same = keys.length === Object.keys(before).length
  return same && keys.every((key) => key in before && Object.is(shared[key], before[key])) ? before : shared
}
