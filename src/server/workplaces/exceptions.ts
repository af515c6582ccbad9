import 'server-only'
import { type ExceptionSetting, unusual } from '@/domain/exceptions'
import { exceptionSettingsSchema } from '@/domain/exceptions-schema'
import type { ActorContext } from '../context/context'
import { transact } from '../live/publish'
import { lockActiveWorkplace } from './access'

interface Otherwise {
  workplaceId: string
  /** What is left out is as usual again. */
  exceptions: ExceptionSetting[]
}

/** What counts as an exception here, how badly, and who is told: the owner's to say. */
export async function setExceptions(
  ctx: ActorContext,
  { workplaceId, exceptions }: Otherwise,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { tx, actor, change } = ctx
    await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' })
    const where = { id: workplaceId }
    const found = await tx.workplace.findUniqueOrThrow({ where, select: { exceptions: true } })
    const otherwise = unusual(exceptions)
    await tx.workplace.update({ where, data: { exceptions: otherwise.map((one) => ({ ...one })) } })
    change({
      ...{ subject: 'exceptions', subjectId: workplaceId, actorId: actor.id, placeId: workplaceId },
      before: { otherwise: exceptionSettingsSchema.parse(found.exceptions) },
      after: { otherwise },
    })
  })
}
