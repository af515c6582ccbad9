/** An exact number: numerator and denominator in lowest terms, the denominator positive. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))
const absolute = (a: bigint) => (a < 0n ? -a : a)

/** The fraction of two whole numbers. */
export function fraction(over: bigint | number, under: bigint | number = 1n): Fraction {
  const [a, b] = [BigInt(over), BigInt(under)]
  if (b === 0n) throw new RangeError('A fraction of nothing')
  if (b === 1n) return { over: a, under: b }
  const by = divisor(absolute(a), absolute(b)) * (b < 0n ? -1n : 1n)
  return { over: a / by, under: b / by }
}

export const none = fraction(0)
export const one = fraction(1)

export const plus = (a: Fraction, b: Fraction) =>
  a.under === b.under
    ? fraction(a.over + b.over, a.under)
    : fraction(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Fraction, b: Fraction) =>
  fraction(a.over * b.under - b.over * a.under, a.under * b.under)
export const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under)
export const dividedBy = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over)
export const sum = (all: readonly Fraction[]) => all.reduce(plus, none)

/** Below 0 where `a` is the smaller one, 0 where they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : Number(difference > 0n)
}

/** The greater of two; the first where they are equal. */
export const greater = (a: Fraction, b: Fraction) => (compare(b, a) > 0 ? b : a)

/** The nearest whole number; exactly half goes away from zero (2.5 is 3, −2.5 is −3). */
export function halfUp({ over, under }: Fraction): bigint {
  const whole = (2n * absolute(over) + under) / (2n * under)
  return over < 0n ? -whole : whole
}

/** The greatest whole number that is not above it. */
export function floorOf({ over, under }: Fraction): bigint {
  return over >= 0n ? over / under : -((-over + under - 1n) / under)
}

/** The exact value of a decimal such as `1.5`. */
export function ofDecimal(text: string): Fraction {
  const [whole = '', part = ''] = text.split('.')
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length))
}

/** A fraction that ends as a decimal, without noughts at its end: `1.5`, `2`, `0.25`. */
export function toDecimal({ over, under }: Fraction): string {
  let digits = 0
  while (10n ** BigInt(digits) % under !== 0n) digits++
  const all = ((absolute(over) * 10n ** BigInt(digits)) / under).toString().padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits)
  return `${over < 0n ? '-' : ''}${whole}${digits ? `.${all.slice(-digits)}` : ''}`
}
