/** Minor units for minutes at an hourly rate, half up. */
export function extraAmount(minutes: number, minorPerHour: number): number {
  return Math.floor((2 * minutes * minorPerHour + 60) / 120)
}
