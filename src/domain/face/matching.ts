/** The length of a vector. */
function length(v: Float32Array): number {
  let sum = 0
  for (const x of v) sum += x * x
  return Math.sqrt(sum)
}

/** The vector of unit length in the same direction; a zero vector stays zero. */
export function unit(v: ArrayLike<number>): Float32Array {
  const out = Float32Array.from(v)
  const size = length(out)
  if (size > 0) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) / size
  return out
}

/**
 * Cosine of the angle between two vectors of unit length: 1 the same, 0 unrelated.
 * Throws RangeError where their lengths differ, which means two different recognisers.
 */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length)
    throw new RangeError(`Vectors of ${a.length} and ${b.length} numbers cannot be compared`)
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return Math.max(-1, Math.min(1, sum))
}

/**
 * One template for several photos of one person: the unit vectors' mean, of unit length again. Averaging cancels
 * what differs from photo to photo; docs/recognition.md has the figures. Throws RangeError for an empty list.
 */
export function meanTemplate(vectors: readonly Float32Array[]): Float32Array {
  const [first] = vectors
  if (!first) throw new RangeError('A template needs at least one vector')
  const sum = new Float32Array(first.length)
  for (const v of vectors) {
    if (v.length !== sum.length) throw new RangeError('The vectors come from different recognisers')
    const one = unit(v)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (one[i] ?? 0)
  }
  return unit(sum)
}

/** An order of vectors by their numbers alone. */
export function byNumbers(x: Float32Array, y: Float32Array): number {
  for (let i = 0; i < x.length; i++) {
    const difference = (x[i] as number) - (y[i] as number)
    if (difference) return difference
  }
  return 0
}

/** The mean template, whatever the order of the vectors: sums of floats depend on it in the last digit, decisions must not. */
export function meanInOrder(vectors: readonly Float32Array[]): Float32Array {
  return meanTemplate([...vectors].sort(byNumbers))
}

/**
 * Enrolment: the index of the photo that is not the person of the others, null when all agree.
 * With three photos or more each is held against the mean of the others, and the one that fits worst is named when
 * it falls below the threshold. Of two that disagree nobody can say which is wrong: the later one is named,
 * because it is the one that was just added.
 */
export function mostDifferent(vectors: readonly Float32Array[], threshold: number): number | null {
  if (vectors.length < 2) return null
  let worst = vectors.length - 1
  let lowest = Number.POSITIVE_INFINITY
  for (let i = vectors.length - 1; i >= 0; i--) {
    const vector = vectors[i]
    if (!vector) continue
    const similarity = cosine(unit(vector), meanTemplate(vectors.filter((_, j) => j !== i)))
    if (similarity < lowest) {
      lowest = similarity
      worst = i
    }
  }
  return lowest < threshold ? worst : null
}
