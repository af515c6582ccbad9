import { expect, it } from 'vitest'
import { nextJob } from '@/server/face/next-job'

const quick = { long: false }
const long = { long: true }

it.each([
  ['nothing waits', [], false, false, -1],
  ['who came first is first', [long, quick], false, false, 0],
  ['one long job at a time', [long, quick], true, false, 1],
  ['no other long job meanwhile', [long, long], true, false, -1],
  ['after a long job a quick one goes first', [long, long, quick], false, true, 2],
  ['after a long job the next long one, where nobody else waits', [long, long], false, true, 0],
  ['a long job that came first does not wait for those behind it', [long, quick, quick], false, false, 0],
])('%s', (_, queue, longRunning, lastWasLong, place) => {
  expect(nextJob(queue, { longRunning, lastWasLong })).toBe(place)
})
