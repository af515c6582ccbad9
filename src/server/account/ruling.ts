import 'server-only'
import { AppError } from '@/domain/errors'
import type { Actor, ActorContext, ServiceContext } from '../context/context'

/** An administrator who is signed in, or whoever sits at the machine itself: then there is no actor. */
export type Ruling = ServiceContext & { actor: Actor | null }

/** Whoever came in by one click, where a demo is open to everybody, decides about nobody's account. */
export async function requireNotOfDemo({ db, actor, settings }: Ruling): Promise<void> {
  if (!actor || settings.reach.DEMO !== true) return
  if ((await db.demoAccount.count({ where: { userId: actor.id } })) > 0)
    throw new AppError('people.not_in_demo')
}

/** An account of the demo is everybody's: nobody deletes it, or gives it another address. */
export async function requireNoDemoAccount({ db, actor }: ActorContext): Promise<void> {
  if ((await db.demoAccount.count({ where: { userId: actor.id } })) > 0)
    throw new AppError('people.not_in_demo')
}

/** Refuses whoever would decide about their own account, or may decide about none. */
export async function requireRuling(ctx: Ruling, userId: string): Promise<void> {
  if (ctx.actor?.id === userId) throw new AppError('people.yourself')
  await requireNotOfDemo(ctx)
}
