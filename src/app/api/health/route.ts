import { pool } from '@/server/db/pool'
import { env } from '@/server/env'
import { health } from '@/server/health/service'

export const dynamic = 'force-dynamic'

export async function GET() {
  const body = await health({ pool: pool(), dataDir: env().DATA_DIR })
  return Response.json(body, {
    status: body.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
