import { requestContext } from '@/server/api/request-context'
import { keepKioskCookie } from '@/server/auth/kiosk-cookie'
import { foreseen } from '@/server/foreseen'
import { registerKiosk } from '@/server/kiosks/service'
import { signOutHere } from '@/server/sign-in/here'
import { httpStatusOf, retryAfter } from '@/server/trpc/errors'
import { isForeign } from '@/server/trpc/origin'

/** Makes the browser that brings an unused link the kiosk. No procedure, because the answer is a cookie. */
export async function POST(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 })
  try {
    const body: unknown = await request.json().catch(() => null)
    const link = body && typeof body === 'object' && 'link' in body ? String(body.link) : ''
    const { token } = await registerKiosk(await requestContext(), { link })
    await signOutHere().catch((error: unknown) => foreseen(error, 'a sign-in could not be ended'))
    await keepKioskCookie(token)
    return new Response(null, { status: 204 })
  } catch (error) {
    const known = foreseen(error, 'a kiosk could not be set up')
    const { code, params } = known
    return Response.json(
      { data: { appCode: code, params } },
      { status: httpStatusOf(code), headers: retryAfter([known]) },
    )
  }
}
