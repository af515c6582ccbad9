import { payrollPresets } from '../../../src/domain/payroll/presets'
import { appRouter } from '../../../src/server/api/app-router'
import { payrollExport } from '../../../src/server/exports/payroll'
import { payrollCsv } from '../../../src/server/exports/payroll-file'
import { peopleOf } from '../../../src/server/pay-periods/people'
import { periodOn } from '../../../src/server/pay-periods/periods'
import { seenWorkplace } from '../../../src/server/pay-periods/workplace'
import { createCallerFactory } from '../../../src/server/trpc/procedure'
import { NOW, PERIODS } from './seed'
import type { WorkWorld } from './world'

const createCaller = createCallerFactory(appRouter)
const day = PERIODS.last

export interface WorkQuery {
  name: string
  /** Milliseconds at p95, where the issue says. */
  most?: number
  prepare?: (world: WorkWorld) => Promise<unknown>
  /** Answers with how many rows came of it. */
  ask: (world: WorkWorld) => Promise<number>
}

const employer = (world: WorkWorld) => createCaller(world.ctx(world.employerId))

async function employee({ client, ctx, workplaceId }: WorkWorld) {
  const { rows } = await client.query<{ id: string; userId: string }>(
    `SELECT id, "userId" FROM "Employment" WHERE "workplaceId" = $1 ORDER BY id LIMIT 1`,
    [workplaceId],
  )
  const [{ id, userId } = { id: '', userId: '' }] = rows
  return { employmentId: id, api: createCaller(ctx(userId)) }
}

/** The last complete period as it was: signed by everybody, approved by nobody, neither paid nor exported. */
async function asItWas({ client, workplaceId }: WorkWorld, approved: boolean): Promise<void> {
  const period = `(SELECT id FROM "PayPeriod" WHERE "workplaceId" = $1 AND "from" = $2)`
  const payments = `(SELECT id FROM "Payment" WHERE "periodId" = ${period})`
  for (const table of ['PaymentLine', 'PaidStretch'])
    await client.query(`DELETE FROM "${table}" WHERE "paymentId" IN ${payments}`, [workplaceId, day])
  for (const table of ['Payment', 'PayrollExport'])
    await client.query(`DELETE FROM "${table}" WHERE "periodId" = ${period}`, [workplaceId, day])
  await client.query(
    `UPDATE "Timesheet" SET "approvedAt" = $3, "approvedById" = $4 WHERE "periodId" = ${period}`,
    [workplaceId, day, approved ? NOW : null, approved ? workplaceId : null],
  )
}

const open = (world: WorkWorld) => asItWas(world, false)
const approved = (world: WorkWorld) => asItWas(world, true)

const dueOf = async (world: WorkWorld) =>
  (await employer(world).payments.due({ workplaceId: world.workplaceId, day })).people

/** What everybody is due, as the payer has seen it. */
const seen = new Map<WorkWorld, Awaited<ReturnType<typeof dueOf>>>()

async function payable(world: WorkWorld): Promise<void> {
  await approved(world)
  if (!seen.has(world)) seen.set(world, await dueOf(world))
}

async function payAll(world: WorkWorld): Promise<number> {
  const payments = (seen.get(world) ?? []).map(({ employmentId, total }) => ({
    employmentId,
    amount: total.amount,
  }))
  const { workplaceId } = world
  const paid = { workplaceId, day, paidOn: '2026-11-27', method: 'TRANSFER' as const, payments }
  return (await employer(world).payments.pay(paid)).paymentIds.length
}

async function exported(world: WorkWorld): Promise<number> {
  const { workplaceId } = world
  const plain = payrollPresets.find(({ id }) => id === 'plain')
  if (!plain) throw new Error('There is no such format')
  const format = { ...plain.format, name: 'plain' }
  const { id } = await employer(world).exports.exportPeriod({ workplaceId, day, format })
  const { table, format: kept } = await payrollExport(world.ctx(world.employerId), { exportId: id })
  payrollCsv(table, kept)
  return table.rows.length
}

async function calculatedPeriod(world: WorkWorld): Promise<number> {
  const ctx = world.ctx(world.employerId)
  const { place } = await seenWorkplace(ctx, { workplaceId: world.workplaceId })
  return (await peopleOf(ctx.db, place, await periodOn(ctx.db, place, day), { now: NOW })).length
}

const length = async (rows: Promise<readonly unknown[]>) => (await rows).length

const at = ({ workplaceId }: WorkWorld) => ({ workplaceId })
const board = async (world: WorkWorld) => (await employer(world).timeEntries.board(at(world))).people
const review = async (world: WorkWorld) =>
  (await employer(world).payPeriods.review({ ...at(world), day })).people.length
const approveAll = async (world: WorkWorld) =>
  (await employer(world).payPeriods.approveAll({ ...at(world), day })).approved

async function ownPeriod(world: WorkWorld): Promise<number> {
  const { api, employmentId } = await employee(world)
  return (await api.payPeriods.ownTimesheet({ employmentId, day })).sums.length
}

async function personsPage(world: WorkWorld): Promise<number> {
  const { employmentId } = await employee(world)
  return (await employer(world).overview.person({ employmentId })).weeks.length
}

/** What the employer's first page is made from; what today and the period come to is asked for once it is there. */
async function dashboard(world: WorkWorld): Promise<number> {
  const api = employer(world)
  const [{ workplaces }] = await Promise.all([
    api.overview.now({}),
    api.workplaces.led({ archived: false }),
    api.payPeriods.waiting(),
  ])
  return workplaces.length
}

/** What people ask most, and what takes most; another one is another line. */
export const workQueries: WorkQuery[] = [
  { name: 'who is in now', ask: (w) => length(board(w)) },
  { name: 'employer’s dashboard', most: 150, ask: dashboard },
  {
    name: 'today and the period so far',
    ask: async (w) => [await employer(w).overview.pay(at(w))].length,
  },
  {
    name: 'trends of three months, by kind of work',
    ask: async (w) =>
      (await employer(w).overview.trends({ ...at(w), months: 3, split: 'kind' })).spans.length,
  },
  { name: 'a person’s page', ask: personsPage },
  { name: 'what waits for a decision', ask: (w) => length(employer(w).timeEntries.corrections(at(w))) },
  {
    name: 'list of periods',
    ask: async (w) => (await employer(w).payPeriods.ofWorkplace(at(w))).items.length,
  },
  {
    name: 'list of payments',
    ask: async (w) => (await employer(w).payments.ofWorkplace(at(w))).items.length,
  },
  {
    name: 'employee’s today',
    ask: async (w) => (await (await employee(w)).api.timeEntries.today()).workplaces.length,
  },
  {
    name: 'employee’s week',
    ask: async (w) => (await (await employee(w)).api.timeEntries.ownWeek(at(w))).entries.length,
  },
  { name: 'employee’s periods', ask: async (w) => length((await employee(w)).api.payPeriods.own()) },
  { name: 'employee’s period with its sums', ask: ownPeriod },
  {
    name: 'employee’s corrections',
    ask: async (w) => length((await employee(w)).api.timeEntries.ownCorrections()),
  },
  {
    name: 'employee’s payments',
    ask: async (w) => (await (await employee(w)).api.payments.own({})).items.length,
  },
  { name: 'a period calculated', most: 2000, prepare: open, ask: calculatedPeriod },
  { name: 'a period to review', most: 2000, prepare: open, ask: review },
  { name: 'what is due', prepare: approved, ask: (w) => length(dueOf(w)) },
  { name: 'payroll export', most: 3000, prepare: approved, ask: exported },
  { name: 'approve all', prepare: open, ask: approveAll },
  { name: 'pay all', prepare: payable, ask: payAll },
]
