export type Fraction = { n: bigint; d: bigint }

const floor = (n: bigint, d: bigint) => (n >= 0n || n % d === 0n ? n / d : n / d - 1n)
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export function fraction(n: bigint | number, d: bigint | number = 1): Fraction {
  const by = gcd(BigInt(n), BigInt(d)) || 1n
  return { n: BigInt(n) / by, d: BigInt(d) / by }
}

export const zero = fraction(0)
export const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d)
export const over = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n)
export const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d
export const whole = (a: Fraction) => Number(floor(a.n, a.d))
export const sum = (all: Fraction[]) => all.reduce(plus, zero)

/** Half goes away from zero: 2.5 → 3, -2.5 → -3. */
export const halfUp = (a: Fraction) =>
  a.n < 0n ? -Number(floor(-a.n * 2n + a.d, a.d * 2n)) || 0 : Number(floor(a.n * 2n + a.d, a.d * 2n))

export function decimal(text: string): Fraction {
  const [before = '0', after = ''] = text.split('.')
  return fraction(BigInt(before + after), 10n ** BigInt(after.length))
}

/** Of a fraction that is a decimal number: `1.50` → `1.5`. */
export function written(a: Fraction): string {
  const million = times(a, fraction(1_000_000)).n
  const after = String(million % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${million / 1_000_000n}${after && `.${after}`}`
}
