/**
 * Milliseconds by what they were spent on; `total` from the JPEG's bytes to the vector, `cpu` the processor's time for
 * the same, all threads together: what other programs on the machine do hardly touches it.
 */
export type Timings = Record<string, number>

export interface Contender {
  /** Works on one picture and says how long it took; undefined where no face was found. */
  time(jpeg: Buffer): Promise<Timings | undefined>
}

/** Milliseconds of processor time since an earlier `process.cpuUsage()`. */
export function cpuSince(earlier: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(earlier)
  return (user + system) / 1000
}
