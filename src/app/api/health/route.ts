import { pool } from '@/server/db/pool'
import { health } from '@/server/health/service'
import { currentUser } from '@/server/sign-in/current-user'

export const dynamic = 'force-dynamic'

/** Whether it is well is all that a stranger is told; what it runs on, an administrator. */
export async function GET() {
  const body = await health({ pool: pool() })
  const user = body.status === 'ok' ? await currentUser() : null
  const told = user?.roles.includes('ADMIN') ? body : { status: body.status }
  return Response.json(told, {
    status: body.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
