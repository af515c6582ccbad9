import 'server-only'
import { AppError } from '@/domain/errors'
import { idSchema } from '@/domain/id'
import type { Role } from '@/domain/roles'
import type { ActorContext } from '../context/context'
import { foreseen } from '../foreseen'
import { httpStatusOf } from '../trpc/errors'
import { requestContext } from './request-context'

function refusal(error: unknown): Response {
  const { code } = foreseen(error, 'a picture could not be given')
  return Response.json({ code }, { status: httpStatusOf(code) })
}

/** Who may ask for a picture at all; whose it is, its service finds out. */
type PictureAccess = 'signed-in' | Role[]

/**
 * Answers with a JPEG that only this person may see, so nothing on the way may keep it. To whoever may not ask, no
 * picture exists.
 */
export async function pictureResponse(
  access: PictureAccess,
  id: string,
  read: (ctx: ActorContext, id: string) => Promise<Buffer>,
): Promise<Response> {
  try {
    const ctx = await requestContext()
    if (!ctx.actor) throw new AppError('auth.sign_in_first')
    const { roles } = ctx.actor
    if (access !== 'signed-in' && !access.some((role) => roles.includes(role)))
      throw new AppError('request.not_found')
    const known = idSchema.safeParse(id)
    if (!known.success) throw new AppError('request.not_found')
    const picture = await read({ ...ctx, actor: ctx.actor }, known.data)
    return new Response(new Uint8Array(picture), {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' },
    })
  } catch (error) {
    return refusal(error)
  }
}
