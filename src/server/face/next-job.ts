import 'server-only'

/**
 * The place in the queue of the job to begin next, -1 where none may begin. Who came first is first, but
 * long jobs run one at a time, and after a long one a quick one goes first: who clocks in waits behind one
 * group photo at most, on a machine with a single worker too, and a photo never waits for more than those before it.
 */
export function nextJob(
  queue: readonly { long: boolean }[],
  { longRunning, lastWasLong }: { longRunning: boolean; lastWasLong: boolean },
): number {
  const quick = queue.findIndex((job) => !job.long)
  if (longRunning || (lastWasLong && quick >= 0)) return quick
  return queue.length > 0 ? 0 : -1
}
