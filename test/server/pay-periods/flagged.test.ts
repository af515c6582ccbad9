import { refusal } from '@test/support/errors'
import { cafe, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
})

describe('a correction of a forgotten clock-out', () => {
  const forgotten = (place: Parameters<typeof worked>[1]) =>
    worked(world, place, ['2026-03-31T06:00:00Z', '2026-03-31T20:00:00Z'], {
      ...{ outMethod: 'LONGEST_SHIFT', flag: 'FORGOTTEN_OUT' },
      undisputedUntil: new Date('2026-03-31T10:00:00Z'),
    })
  const until = (endedAt: string) => ({
    startedAt: '2026-03-31T06:00:00.000Z',
    endedAt,
    breaks: [],
    kindId: null,
  })

  test('is decided though its own period is approved, and not where it reaches into another one that is', async () => {
    const place = await cafe(world)
    const { id: entryId } = await forgotten(place)
    await worked(world, place, ['2026-04-01T08:00:00Z', '2026-04-01T16:00:00Z'])
    const { payPeriods, timeEntries } = world.api(place.owner)
    const { workplaceId, employmentId } = place
    const march = { workplaceId, employmentId, day: '2026-03-10' }
    await payPeriods.approve({ ...march, minutes: 240 })
    await payPeriods.approve({ ...march, day: '2026-04-01', minutes: 480 })
    const edit = (endedAt: string) => timeEntries.edit({ entryId, wanted: until(endedAt), reason: 'Asked' })
    expect(await refusal(edit('2026-04-01T02:00:00.000Z'))).toBe('payPeriods.locked')
    await edit('2026-03-31T14:00:00.000Z')
    const { sheet } = await payPeriods.timesheet(march)
    expect([sheet.state, sheet.paidMinutes]).toEqual(['OPEN', 480])
  })
})
