import 'server-only'
import { AppError } from '@/domain/errors'
import type { Actor, ServiceContext } from '../context/context'

/** Whoever came in by one click, where a demo is open to everybody, decides about nobody's account. */
export async function requireNotOfDemo({
  db,
  actor,
  settings,
}: Pick<ServiceContext, 'db' | 'settings'> & { actor: Actor | null }): Promise<void> {
  if (!actor || settings.reach.DEMO !== true) return
  if ((await db.demoAccount.count({ where: { userId: actor.id } })) > 0)
    throw new AppError('people.not_in_demo')
}
