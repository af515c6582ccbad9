import 'server-only'
import { z } from 'zod'
import { AppError, errorText } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { errorFields, logger } from '../logger'
import { httpStatusOf } from '../trpc/errors'
import { requestContext } from './request-context'

function refusal(error: unknown): Response {
  const known = error instanceof AppError ? error : new AppError('server.failed')
  if (known !== error) logger.error('a picture could not be given', errorFields(error))
  const status = httpStatusOf(known.code)
  return Response.json({ code: known.code, message: errorText(known.code) }, { status })
}

/** Answers with a JPEG that only this person may see, so nothing on the way may keep it. */
export async function pictureResponse(
  id: string,
  read: (ctx: ActorContext, id: string) => Promise<Buffer>,
): Promise<Response> {
  try {
    const ctx = await requestContext()
    if (!ctx.actor) throw new AppError('auth.sign_in_first')
    if (!z.uuid().safeParse(id).success) throw new AppError('request.not_found')
    const picture = await read({ ...ctx, actor: ctx.actor }, id)
    return new Response(new Uint8Array(picture), {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' },
    })
  } catch (error) {
    return refusal(error)
  }
}
