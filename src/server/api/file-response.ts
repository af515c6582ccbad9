import 'server-only'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import type { ActorContext, ServiceContext } from '../context/context'
import { foreseen } from '../foreseen'
import { httpStatusOf } from '../trpc/errors'
import { requestContext } from './request-context'

interface GivenFile {
  name: string
  type: string
  body: Uint8Array | ReadableStream<Uint8Array>
}

/** Names of files as every browser reads them (RFC 6266), whatever letters they have. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

function given({ name, type, body }: GivenFile): Response {
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      'content-type': type,
      'content-disposition': disposition(name),
      'cache-control': 'private, no-store',
    },
  })
}

async function answered(read: () => Promise<GivenFile>): Promise<Response> {
  try {
    return given(await read())
  } catch (error) {
    const { code } = foreseen(error, 'a file could not be given')
    return Response.json({ code }, { status: httpStatusOf(code) })
  }
}

/**
 * Answers with a file that only this person may have, so nothing on the way may keep it: anybody who has signed in, or people
 * with one of these roles.
 */
export function fileResponse(
  access: 'signed-in' | Role[],
  read: (ctx: ActorContext) => Promise<GivenFile>,
): Promise<Response> {
  return answered(async () => {
    const ctx = await requestContext()
    if (!ctx.actor) throw new AppError('auth.sign_in_first')
    const { roles } = ctx.actor
    if (access !== 'signed-in' && !access.some((role) => roles.includes(role)))
      throw new AppError('request.not_found')
    return read({ ...ctx, actor: ctx.actor })
  })
}

/** The same for whoever brings a link that opens it: whether they have signed in says nothing. */
export function linkFileResponse(read: (ctx: ServiceContext) => Promise<GivenFile>): Promise<Response> {
  return answered(async () => read({ ...(await requestContext()), actor: null }))
}
