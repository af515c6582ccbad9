/**
 * Minutes of a typed duration; null where it is none. `1:45` and `1.75` (or `1,75`) are both an hour and three
 * quarters; `8.20` is 8 hours and 12 minutes. A part of a minute is rounded, half up.
 */
export function parseDuration(typed: string): number | null {
  const text = typed.trim()
  const clock = /^(-?)(\d{1,6}):([0-5]\d)$/.exec(text)
  if (clock) return signed(clock[1], Number(clock[2]) * 60 + Number(clock[3]))
  const decimal = /^(-?)(\d{1,6})(?:[.,](\d{1,6}))?$/.exec(text)
  if (!decimal) return null
  const part = decimal[3] ?? ''
  const scale = 10 ** part.length
  const hours = Number(`${decimal[2]}${part}`)
  return signed(decimal[1], Math.floor((120 * hours + scale) / (2 * scale)))
}

const signed = (sign: string | undefined, minutes: number) => (sign && minutes ? -minutes : minutes)

/** Minutes as hours and minutes, for people: 105 is `1:45`. */
export function formatHours(minutes: number): string {
  const all = Math.abs(minutes)
  return `${minutes < 0 ? '-' : ''}${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`
}

/** Minutes as a decimal number of hours, for payroll, half up: 105 is `1.75`, 20 is `0.33`. */
export function decimalHours(minutes: number, digits = 2): string {
  const scale = 10 ** digits
  const units = Math.floor((2 * Math.abs(minutes) * scale + 60) / 120)
  const all = String(units).padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits)
  return `${minutes < 0 && units ? '-' : ''}${whole}${digits ? `.${all.slice(-digits)}` : ''}`
}
