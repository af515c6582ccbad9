import type { Actor } from '@/server/context/context'
import type { Scene } from './contract-scene'
import { worked } from './hours'
import { presetFormat } from './payroll'
import { makeAccount } from './tokens'
import { employ, makeWorkplace } from './workplaces'

/** As a case of contract-cases.ts. */
interface PayCase {
  as: Actor
  given: Record<string, string>
}

const day = '2026-03-02'
const minutes = 480

/** A workplace where somebody has worked eight hours today. */
async function workplace({ world }: Scene) {
  const now = world.clock.now
  const owner = await makeAccount(world, ['EMPLOYER'])
  const person = await makeAccount(world, ['EMPLOYEE'])
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: owner, now })
  const { id: employmentId } = await employ(world.db, { workplaceId, person, now })
  await worked(world, { workplaceId, employmentId, person }, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
  const sheet = { workplaceId, employmentId, day }
  return { owner, person, sheet, leader: world.api(owner), own: world.api(person) }
}

const byOwner = async (scene: Scene): Promise<PayCase> => {
  const { owner, sheet } = await workplace(scene)
  return { as: owner, given: sheet }
}

const byPerson = async (scene: Scene): Promise<PayCase> => {
  const { person, sheet } = await workplace(scene)
  return { as: person, given: sheet }
}

async function approved(scene: Scene): Promise<PayCase> {
  const { owner, sheet, leader } = await workplace(scene)
  await leader.payPeriods.approve({ ...sheet, minutes })
  return { as: owner, given: sheet }
}

async function paid(scene: Scene) {
  const { owner, person, sheet, leader } = await workplace(scene)
  const { employmentId, ...period } = sheet
  await leader.payPeriods.approve({ ...sheet, minutes })
  const payments = [{ employmentId, amount: 16_000 }]
  const { paymentIds } = await leader.payments.pay({ ...period, payments, paidOn: day, method: 'CASH' })
  return { owner, person, given: { ...sheet, paymentId: paymentIds[0] ?? '' } }
}

const paidByOwner = async (scene: Scene): Promise<PayCase> => {
  const { owner, given } = await paid(scene)
  return { as: owner, given }
}

const paidToPerson = async (scene: Scene): Promise<PayCase> => {
  const { person, given } = await paid(scene)
  return { as: person, given }
}

async function exported(scene: Scene): Promise<PayCase> {
  const { owner, sheet, leader } = await workplace(scene)
  const { employmentId, workplaceId, ...period } = sheet
  await leader.payPeriods.approve({ ...sheet, minutes })
  const format = presetFormat('plain', { columns: [{ field: 'hours', header: 'hours' }] })
  const { id: formatId } = await leader.exports.makeFormat({ workplaceId, format })
  const { id: exportId } = await leader.exports.exportPeriod({ ...period, workplaceId, format })
  return { as: owner, given: { ...sheet, exportId, formatId } }
}

async function withExtra(scene: Scene): Promise<PayCase> {
  const { owner, sheet, leader } = await workplace(scene)
  const { id: extraId } = await leader.extras.add({
    ...sheet,
    name: 'call-back',
    minutes: 60,
    reason: 'Called in',
  })
  return { as: owner, given: { ...sheet, extraId } }
}

/** How the examples of hours and pay are called. */
export const payCases: Record<string, (scene: Scene) => Promise<PayCase>> = {
  'overview.now': byOwner,
  'overview.pay': byOwner,
  'overview.week': byOwner,
  'overview.trends': byOwner,
  'overview.person': byOwner,
  'overview.own': byPerson,
  'payPeriods.ofWorkplace': byOwner,
  'payPeriods.review': byOwner,
  'payPeriods.timesheet': approved,
  'payPeriods.why': byOwner,
  'payPeriods.approve': byOwner,
  'payPeriods.approveAll': byOwner,
  'payPeriods.unlock': approved,
  'payPeriods.waiting': byOwner,
  'payPeriods.ownWaiting': byPerson,
  'payPeriods.own': byPerson,
  'payPeriods.ownTimesheet': byPerson,
  'payPeriods.ownWhy': byPerson,
  'payPeriods.signOff': byPerson,
  'extras.ofTimesheet': byOwner,
  'extras.add': byOwner,
  'extras.remove': withExtra,
  'extras.own': byPerson,
  'exports.formats': byOwner,
  'exports.makeFormat': byOwner,
  'exports.changeFormat': exported,
  'exports.removeFormat': exported,
  'exports.exportPeriod': approved,
  'exports.preview': approved,
  'exports.ofPeriod': exported,
  'exports.byId': exported,
  'payments.due': approved,
  'payments.pay': approved,
  'payments.ofWorkplace': paidByOwner,
  'payments.byId': paidByOwner,
  'payments.own': paidToPerson,
  'payments.ownById': paidToPerson,
}
