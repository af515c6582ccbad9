import { describe, expect, test } from 'vitest'
import { inUtc } from '@/domain/corrections'
import { correctionReasonSchema, wantedEntrySchema } from '@/domain/corrections-schema'

const KIND = '01890a5d-ac96-774b-bcce-b302099a8057'
const wanted = {
  startedAt: '2026-03-29T01:30:00+01:00',
  endedAt: '2026-03-29T10:00:00+02:00',
  breaks: [{ startedAt: '2026-03-29T06:00:00+02:00', endedAt: '2026-03-29T06:30:00+02:00' }],
  kindId: KIND,
}

describe('what an entry is to be', () => {
  test('is kept in UTC, whatever the offset it was said with', () => {
    expect(inUtc({ ...wanted, workedThrough: true })).toEqual({
      startedAt: '2026-03-29T00:30:00.000Z',
      endedAt: '2026-03-29T08:00:00.000Z',
      breaks: [{ startedAt: '2026-03-29T04:00:00.000Z', endedAt: '2026-03-29T04:30:00.000Z' }],
      kindId: KIND,
      workedThrough: true,
    })
  })

  test('says instants: an hour without an offset happens twice in some nights, or never', () => {
    expect(wantedEntrySchema.safeParse(wanted).success).toBe(true)
    const vague = { ...wanted, startedAt: '2026-03-29T02:30:00' }
    expect(wantedEntrySchema.safeParse(vague).success).toBe(false)
  })

  test('has twenty breaks at most', () => {
    const [pause = { startedAt: '', endedAt: '' }] = wanted.breaks
    const breaks = (count: number) => ({ ...wanted, breaks: Array.from({ length: count }, () => pause) })
    expect(wantedEntrySchema.safeParse(breaks(20)).success).toBe(true)
    expect(wantedEntrySchema.safeParse(breaks(21)).success).toBe(false)
  })

  test('comes with a reason', () => {
    expect(correctionReasonSchema.safeParse('Forgot my break').success).toBe(true)
    expect(correctionReasonSchema.safeParse('').success).toBe(false)
    expect(correctionReasonSchema.safeParse('x'.repeat(301)).success).toBe(false)
  })
})
