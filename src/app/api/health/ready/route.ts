import { pool } from '@/server/db/pool'
import { env } from '@/server/env'
import { isReady } from '@/server/health/service'

export const dynamic = 'force-dynamic'

/** Whether requests should be sent here. What is missing stands in the log. */
export async function GET() {
  const ready = await isReady({ pool: pool(), dataDir: env().DATA_DIR })
  return Response.json(
    { status: ready ? 'ok' : 'down' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
