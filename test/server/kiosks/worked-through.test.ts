import { cafe, workKiosk } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

async function after(minutes: number, deducted = true) {
  const { staff, own, workplaceId, job } = await cafe(world)
  const rules = { breaks: [{ afterMinutes: 360, minutes: 30, paid: !deducted }] }
  await staff.workplaces.setRules({ workplaceId, from: '2026-03-02', preset: 'none', rules })
  await staff.employments.setPin({ employmentId: job.id, pin: '4711' })
  const { atKiosk } = await workKiosk(world, staff, workplaceId)
  const byPin = () => atKiosk.workByPin({ number: 1, pin: '4711' })
  await byPin()
  world.wait(minutes)
  const paid = async () => {
    const day = '2026-03-02'
    return (await own.payPeriods.ownTimesheet({ employmentId: job.id, day })).sheet.paidMinutes
  }
  return { atKiosk, asked: await byPin(), paid }
}

test('who leaves after long work without a break is asked whether they worked through: nothing is taken off then', async () => {
  const { atKiosk, asked, paid } = await after(480)
  expect(asked).toMatchObject({ kind: 'asked', mayHaveWorkedThrough: true })
  await atKiosk.workAct({ ticket: asked.ticket, act: 'out', workedThrough: true })
  expect(await world.db.timeEntry.findMany()).toMatchObject([{ workedThrough: true }])
  expect(await paid()).toBe(480)
})

test('who only leaves has the break taken off by rule', async () => {
  const { atKiosk, asked, paid } = await after(480)
  await atKiosk.workAct({ ticket: asked.ticket, act: 'out' })
  expect(await world.db.timeEntry.findMany()).toMatchObject([{ workedThrough: false }])
  expect(await paid()).toBe(450)
})

test('after short work nobody is asked', async () => {
  expect((await after(120)).asked.mayHaveWorkedThrough).toBe(false)
})

test('where no break is taken off nobody is asked, however long they worked', async () => {
  expect((await after(480, false)).asked.mayHaveWorkedThrough).toBe(false)
})
