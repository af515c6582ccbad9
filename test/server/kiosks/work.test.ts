import { refusal } from '@test/support/errors'
import { enrolAs } from '@test/support/kiosk-world'
import { cafe, workKiosk } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()
const start = new Date('2026-03-02T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

beforeEach(() => {
  world.clock.now = start
})

async function atDoor(workplace = {}) {
  const place = await cafe(world, workplace)
  const { staff, workplaceId, job } = place
  await staff.employments.setPin({ employmentId: job.id, pin: '4711' })
  const door = await workKiosk(world, staff, workplaceId)
  const byPin = (pin = '4711', number = 1) => door.atKiosk.workByPin({ number, pin })
  return { ...place, ...door, byPin }
}

describe('by number and PIN at the kiosk of a workplace', () => {
  test('in; asked whether to leave or take a break; back, and out, with the hours of today', async () => {
    const { byPin, atKiosk } = await atDoor()
    expect(await byPin()).toMatchObject({ kind: 'clocked_in', firstName: 'Ben', minutesToday: 0, at: start })
    expect(await byPin()).toMatchObject({ kind: 'asked', standing: 'in', acts: [] })
    world.wait(120)
    const asked = await byPin()
    expect(asked).toMatchObject({ kind: 'asked', acts: ['out', 'break_start'], minutesToday: 120 })
    const pause = await atKiosk.workAct({ ticket: asked.ticket, act: 'break_start' })
    expect(pause).toMatchObject({ kind: 'break_started', standing: 'on_break' })
    world.wait(30)
    const back = await byPin()
    expect(back.acts).toEqual(['break_end', 'out'])
    await atKiosk.workAct({ ticket: back.ticket, act: 'break_end' })
    world.wait(90)
    const { ticket } = await byPin()
    expect(await atKiosk.workAct({ ticket, act: 'out' })).toMatchObject({
      ...{ kind: 'clocked_out', standing: 'out', minutesToday: 210, at: later(240) },
    })
    expect(await world.db.timeEntry.findMany()).toMatchObject([{ inMethod: 'PIN', outMethod: 'PIN' }])
  })

  test('five wrong PINs in a row lock it until a leader sets another; a right one ends the row', async () => {
    const { byPin, staff, job } = await atDoor()
    for (let i = 0; i < 4; i++) expect(await refusal(byPin('0000'))).toBe('kiosks.pin_wrong')
    expect((await byPin()).kind).toBe('clocked_in')
    for (let i = 0; i < 4; i++) expect(await refusal(byPin('0000'))).toBe('kiosks.pin_wrong')
    expect(await refusal(byPin('0000'))).toBe('kiosks.pin_locked')
    expect(await refusal(byPin())).toBe('kiosks.pin_locked')
    await staff.employments.setPin({ employmentId: job.id, pin: '83920175' })
    expect((await byPin('83920175')).kind).toBe('asked')
    const { hash } = await world.db.kioskPin.findFirstOrThrow()
    expect(hash).toMatch(/^\$argon2id\$/)
  })

  test('many wrong ones at once are counted one by one', async () => {
    const { byPin } = await atDoor()
    await Promise.all(Array.from({ length: 8 }, () => refusal(byPin('0000'))))
    expect(await world.db.kioskPin.findFirst()).toMatchObject({ misses: 5 })
    expect(await refusal(byPin())).toBe('kiosks.pin_locked')
  })

  test('a number that is nobody’s, and one without a PIN, are told as a wrong PIN', async () => {
    const { byPin, staff, job } = await atDoor()
    expect(await refusal(byPin('4711', 77))).toBe('kiosks.pin_wrong')
    await staff.employments.setPin({ employmentId: job.id, pin: null })
    expect(await refusal(byPin())).toBe('kiosks.pin_wrong')
    const stranger = world.api(await world.user(['EMPLOYER'])).employments
    expect(await refusal(stranger.setPin({ employmentId: job.id, pin: '4093' }))).toBe('request.not_found')
  })

  test('what was clocked is taken back within five minutes, once, and stays in the history', async () => {
    const { byPin, atKiosk, own, workplaceId } = await atDoor()
    const came = await byPin()
    expect(came.takeBack).toEqual({ what: 'in', at: start })
    const gone = await atKiosk.workAct({ ticket: came.ticket, act: 'take_back' })
    expect(gone).toMatchObject({ kind: 'taken_back', standing: 'out', takeBack: null })
    expect(await refusal(atKiosk.workAct({ ticket: came.ticket, act: 'take_back' }))).toBe(
      'timeEntries.too_late',
    )
    expect((await own.timeEntries.ownWeek({ workplaceId })).entries).toEqual([])
    const { id: entryId } = await world.db.timeEntry.findFirstOrThrow()
    const { changes } = await own.timeEntries.ownHistory({ entryId })
    expect(changes.map(({ after }) => after.removed)).toEqual([true, false])
    await byPin()
    world.wait(6)
    const { ticket, takeBack } = await byPin()
    expect(takeBack).toBeNull()
    expect(await refusal(atKiosk.workAct({ ticket, act: 'take_back' }))).toBe('timeEntries.too_late')
  })

  test('the kind of work is asked for where there are several', async () => {
    const { byPin, atKiosk, workplaceId } = await atDoor()
    const kind = (name: string) => world.db.workKind.create({ data: { workplaceId, name, createdAt: start } })
    const [bar] = [await kind('Bar'), await kind('Kitchen')]
    const asked = await byPin()
    expect(asked).toMatchObject({
      kind: 'asked',
      acts: ['in'],
      kinds: [{ name: 'Bar' }, { name: 'Kitchen' }],
    })
    const { ticket } = asked
    expect(await refusal(atKiosk.workAct({ ticket, act: 'in' }))).toBe('timeEntries.kind_needed')
    expect(await atKiosk.workAct({ ticket, act: 'in', kindId: bar.id })).toMatchObject({ kind: 'clocked_in' })
    expect(await world.db.timeEntry.findFirst()).toMatchObject({ kindId: bar.id })
  })

  test('whoever forgot to clock out hears of it at the next scan', async () => {
    const { byPin } = await atDoor({ longestShiftMinutes: 600 })
    await byPin()
    world.wait(24 * 60)
    expect(await byPin()).toMatchObject({ kind: 'clocked_in', forgotten: true })
  })

  test('a ticket is good for half a minute and at this kiosk alone', async () => {
    const { byPin, atKiosk, staff, workplaceId } = await atDoor()
    const { ticket } = await byPin()
    const other = await workKiosk(world, staff, workplaceId)
    expect(await refusal(other.atKiosk.workAct({ ticket, act: 'out' }))).toBe('kiosks.answered_late')
    world.wait(0.6)
    expect(await refusal(atKiosk.workAct({ ticket, act: 'out' }))).toBe('kiosks.answered_late')
  })
})

describe('by face at the kiosk of a workplace', () => {
  test('with the number: in, and no picture is kept where it only asks', async () => {
    const { scan, ben, workplaceId } = await atDoor()
    await enrolAs(world, ben, 'anna')
    expect(await scan('anna', 1)).toMatchObject({ kind: 'clocked_in', firstName: 'Ben' })
    world.wait(10)
    expect(await scan('anna', 1)).toMatchObject({ kind: 'asked', acts: ['out', 'break_start'] })
    expect(await refusal(scan('berta', 1))).toBe('kiosks.not_matched')
    const checks = await world.db.faceCheck.findMany({ include: { evidence: true }, orderBy: { at: 'asc' } })
    expect(checks.map(({ placeId, evidence }) => [placeId, evidence !== null])).toEqual([
      [workplaceId, true],
      [workplaceId, false],
      [workplaceId, false],
    ])
  })

  test('nobody where the workplace reads no faces; the PIN stays', async () => {
    const { scan, byPin, atKiosk } = await atDoor({ faceClocking: false })
    expect(await refusal(scan('anna', 1))).toBe('timeEntries.face_off_here')
    expect((await byPin()).kind).toBe('clocked_in')
    expect((await atKiosk.state()).work).toMatchObject({
      face: false,
      identifies: false,
      here: 1,
      onBreak: 0,
    })
  })

  test('the code that it shows is the one that counts on people’s own devices', async () => {
    const { atKiosk, own, workplaceId } = await atDoor()
    const { work } = await atKiosk.state()
    const code = work?.code ?? ''
    expect(await own.clocking.workByCode({ workplaceId, direction: 'in', code })).toMatchObject({
      kind: 'clocked_in',
    })
  })
})
