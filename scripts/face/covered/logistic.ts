/** A row of features, and whether it is a positive example. */
export interface Example {
  features: Float32Array
  positive: boolean
}

/** Log-odds are `bias` plus the sum of `weights` times features. */
export interface Logistic {
  weights: Float64Array
  bias: number
}

const STEPS = 12

export function logOddsOf({ weights, bias }: Logistic, features: Float32Array): number {
  return weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), bias)
}

/**
 * Logistic regression by Newton's method, with the squares of the weights of standardised features held down by
 * `ridge`; both classes weigh the same.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Logistic {
  const size = examples[0]?.features.length ?? 0
  const { mean, spread } = moments(examples, size)
  const rows = examples.map(({ features }) =>
    Float64Array.from({ length: size + 1 }, (_, i) =>
      i === size ? 1 : ((features[i] ?? 0) - at(mean, i)) / at(spread, i),
    ),
  )
  const positives = examples.filter(({ positive }) => positive).length
  const share = (positive: boolean) =>
    examples.length / 2 / (positive ? positives : examples.length - positives)
  const beta = new Float64Array(size + 1)
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((value, i) => (i === size ? 0 : -ridge * value))
    const matrix = Array.from(beta, (_, i) => {
      const row = new Float64Array(size + 1)
      row[i] = i === size ? 0 : ridge
      return row
    })
    for (const [n, row] of rows.entries()) {
      const positive = examples[n]?.positive ?? false
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * at(beta, i), 0)))
      const residual = ((positive ? 1 : 0) - p) * share(positive)
      const bend = p * (1 - p) * share(positive)
      for (let i = 0; i <= size; i++) {
        gradient[i] = at(gradient, i) + residual * at(row, i)
        const target = matrix[i] ?? gradient
        const scaled = bend * at(row, i)
        for (let j = 0; j <= i; j++) target[j] = at(target, j) + scaled * at(row, j)
      }
    }
    const change = solve(matrix, gradient)
    for (const [i, value] of change.entries()) beta[i] = at(beta, i) + value
  }
  const weights = Float64Array.from({ length: size }, (_, i) => at(beta, i) / at(spread, i))
  return { weights, bias: weights.reduce((sum, weight, i) => sum - weight * at(mean, i), at(beta, size)) }
}

const at = (values: ArrayLike<number>, i: number) => values[i] ?? 0

function moments(examples: readonly Example[], size: number) {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (const { features } of examples) {
    for (let i = 0; i < size; i++) {
      mean[i] = at(mean, i) + at(features, i) / examples.length
      square[i] = at(square, i) + at(features, i) ** 2 / examples.length
    }
  }
  return { mean, spread: mean.map((m, i) => Math.sqrt(Math.max(1e-12, at(square, i) - m * m))) }
}

/** Solves a symmetric positive definite system, of which the lower triangle is given, by Cholesky's method. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  const lower = matrix.map((row) => Float64Array.from(row))
  const row = (i: number) => lower[i] ?? right
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(row(i), j)
      for (let k = 0; k < j; k++) sum -= at(row(i), k) * at(row(j), k)
      row(i)[j] = i === j ? Math.sqrt(sum) : sum / at(row(j), j)
    }
  }
  const out = Float64Array.from(right)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) out[i] = at(out, i) - at(row(i), k) * at(out, k)
    out[i] = at(out, i) / at(row(i), i)
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) out[i] = at(out, i) - at(row(k), i) * at(out, k)
    out[i] = at(out, i) / at(row(i), i)
  }
  return out
}
