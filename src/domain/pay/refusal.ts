/** An input that cannot be calculated: where in it, and why, in one line. */
export class PayRefusal extends Error {
  /** `place` as a path in the input, such as `entries[2].out`. */
  constructor(
    readonly place: string,
    readonly why: string,
  ) {
    super(`${place}: ${why}`)
  }
}
