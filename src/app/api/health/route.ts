import { pool } from '@/server/db/pool'
import { health } from '@/server/health/service'

export const dynamic = 'force-dynamic'

export async function GET() {
  const body = await health({ pool: pool() })
  return Response.json(body, {
    status: body.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
