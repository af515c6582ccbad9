import 'server-only'
import { keptToItself } from '@/domain/demo'
import type { DemoRole } from '@/domain/demo-schema'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import type { ActorContext, ServiceContext } from '../context/context'
import { accountOfDemo } from '../context/of-demo'
import { offerFirstAdmin } from '../first-admin/service'
import { type DemoRemoved, removeDemo } from './remove'

const firstOf = (db: ServiceContext['db'], role: DemoRole) =>
  db.user.findFirst({
    where: { ...accountOfDemo, roles: { has: role }, disabledAt: null },
    orderBy: [{ email: 'asc' }],
    select: { id: true, sessionVersion: true },
  })

/** The account that one click makes of somebody. Only for a request to which the door is open. */
export async function demoAccount(
  { db }: Pick<ServiceContext, 'db'>,
  role: DemoRole,
): Promise<{ id: string; sessionVersion: number }> {
  const account = await firstOf(db, role)
  if (!account) throw new AppError('demo.gone')
  return account
}

/** Whether there is anybody to become. */
export async function demoIsThere({ db }: Pick<ServiceContext, 'db'>): Promise<boolean> {
  return (await db.demoAccount.findFirst({ select: { userId: true } })) !== null
}

export interface ReachableDemo {
  accounts: { name: string; email: string; roles: Role[] }[]
  /** Whether everybody who reaches the server may enter by one click. */
  open: boolean
  /** Whether the actor may take the demo away here. */
  removable: boolean
}

/** The demo accounts that others can reach: none where the server keeps to its machine. */
export async function reachableDemo(ctx: ActorContext): Promise<ReachableDemo> {
  const { reach } = ctx.settings
  const open = reach.DEMO === true
  if (!open && keptToItself(reach)) return { accounts: [], open, removable: false }
  const accounts = await ctx.db.user.findMany({
    where: accountOfDemo,
    orderBy: { name: 'asc' },
    select: { name: true, email: true, roles: true },
  })
  return { accounts, open, removable: await mayRemove(ctx) }
}

/** Whoever came in by one click may not decide for whoever runs the server. */
async function mayRemove({ db, actor, settings }: ActorContext): Promise<boolean> {
  if (settings.reach.DEMO !== true) return true
  return (await db.demoAccount.count({ where: { userId: actor.id } })) === 0
}

/** Takes the demo away; with the way to an administrator where none is left. */
export async function removeByAdmin(
  ctx: ActorContext,
): Promise<DemoRemoved & { firstAdminPath: string | null }> {
  if (!(await mayRemove(ctx))) throw new AppError('demo.by_command')
  const removed = await removeDemo(ctx)
  return { ...removed, firstAdminPath: await offerFirstAdmin(ctx) }
}
