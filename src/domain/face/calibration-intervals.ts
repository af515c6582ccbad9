/** A rate between 0 and 1 with the bounds that 95 of 100 such measurements keep to. */
export interface Rate {
  rate: number
  low: number
  high: number
}

/** Lanczos' coefficients for g = 7 (P. Godfrey): 15 digits for every positive argument. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

function logGamma(x: number): number {
  let sum = 0
  for (const [i, c] of LANCZOS.entries()) sum += i === 0 ? c : c / (x - 1 + i)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const TINY = 1e-300
const MAX_STEPS = 20_000

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return h
}

const nonZero = (x: number) => (Math.abs(x) < TINY ? TINY : x)

/** The regularised incomplete beta function I_x(a, b), for a and b above 0 (DLMF 8.17.2). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The x at which I_x(a, b) reaches `share`, by bisection: right to one part in a billion of x. */
export function betaQuantile(share: number, a: number, b: number): number {
  let low = 0
  let high = 1
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2
    if (incompleteBeta(middle, a, b) < share) low = middle
    else high = middle
    if (high < 1e-15) break
  }
  return (low + high) / 2
}

/**
 * The exact bounds of a share: `events` of `trials` (Clopper and Pearson 1934, in the form with the beta
 * distribution). Neither need be whole: Korn and Graubard (1998) put in the number of trials that dependent ones are
 * worth. Without a trial nothing is known: 0 to 1.
 */
export function clopperPearson(events: number, trials: number, confidence = 0.95): Rate {
  if (trials <= 0) return { rate: 0, low: 0, high: 1 }
  const tail = (1 - confidence) / 2
  const x = Math.min(events, trials)
  return {
    rate: x / trials,
    low: x <= 0 ? 0 : betaQuantile(tail, x, trials - x + 1),
    high: x >= trials ? 1 : betaQuantile(1 - tail, x + 1, trials - x),
  }
}

/** The rate that is not exceeded with this confidence, from one side. */
export function upperBound(events: number, trials: number, confidence = 0.95): number {
  return clopperPearson(events, trials, 2 * confidence - 1).high
}

/**
 * How many times fewer independent pairs the pairs of `people` people are worth, at least 1. All pairs of one person
 * rise and fall together (some faces resemble many), so the variance of the number of pairs above a threshold is that
 * of a U-statistic (Hoeffding 1948; for error rates: Bickel's estimate in Mansfield and Wayman, Best Practices in
 * Testing and Reporting Performance of Biometric Devices, 2002). Pairs without a person in common are independent.
 * @param above how many of the pairs above the threshold each person is part of; who has none may be left out
 */
export function designEffect(above: Iterable<number>, people: number): number {
  let twice = 0
  let shared = 0
  for (const count of above) {
    twice += count
    shared += count * (count - 1)
  }
  const events = twice / 2
  const pairs = (people * (people - 1)) / 2
  if (events === 0 || people < 3 || events >= pairs) return 1
  const binomial = events * (1 - events / pairs)
  const expected = (4 * events * events * (people - 2)) / (people * (people - 1))
  return Math.max(1, (binomial + shared - expected) / binomial)
}
