import { refusal } from '@test/support/errors'
import { openLesson } from '@test/support/open-lesson'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test('a mark that is sent later counts where what its teacher saw still stands, and once where it is sent twice', async () => {
  const { api, of, record, byCode } = await openLesson(world, ['Amit', 'Bea'])
  const late = { ...of(0), status: 'LATE' as const, seen: 'WAITING' as const }
  await api.attendance.mark(late)
  await api.attendance.mark(late)
  expect(await record(0)).toMatchObject({ status: 'LATE' })
  expect((await api.attendance.recordHistory(of(0))).changes).toHaveLength(1)

  await byCode(1, 'in')
  const absent = { ...of(1), status: 'ABSENT' as const, seen: 'WAITING' as const }
  expect(await refusal(api.attendance.mark(absent))).toBe('attendance.changed_meanwhile')
  expect(await record(1)).toMatchObject({ status: 'PRESENT', method: 'CODE' })
  await api.attendance.mark({ ...absent, seen: 'PRESENT' })
  expect(await record(1)).toMatchObject({ status: 'ABSENT' })
})

test('a record is taken back later where it is still the one that was seen', async () => {
  const { api, of, record } = await openLesson(world, ['Amit'])
  await api.attendance.mark({ ...of(0), status: 'ABSENT' })
  const clear = { ...of(0), seen: 'PRESENT' as const }
  expect(await refusal(api.attendance.clear(clear))).toBe('attendance.changed_meanwhile')
  await api.attendance.clear({ ...clear, seen: 'ABSENT' })
  await api.attendance.clear({ ...clear, seen: 'ABSENT' })
  expect(await record(0)).toBeNull()
})

test('whoever came and left meanwhile is asked about, be it the same mark that is wanted', async () => {
  const { api, of, record, byCode } = await openLesson(world, ['Amit'])
  await byCode(0, 'in')
  world.wait(1)
  await byCode(0, 'out')
  const left = await record(0)
  const present = { ...of(0), status: 'PRESENT' as const, left: false }
  for (const seen of ['WAITING', 'LATE'] as const)
    expect(await refusal(api.attendance.mark({ ...present, seen }))).toBe('attendance.changed_meanwhile')
  expect(await record(0)).toEqual(left)
  await api.attendance.mark({ ...present, seen: 'LEFT' })
  expect(await record(0)).toMatchObject({ status: 'PRESENT', clockedOutAt: null })
})
