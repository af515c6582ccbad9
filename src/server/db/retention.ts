import 'server-only'
import type { Database } from './prisma'

/**
 * Says to the database, until the transaction ends, that records from before this day (`YYYY-MM-DD`) are past their years and
 * may go; without it, it refuses. `invented`: records of people whom the demo made up, which no law keeps.
 */
export async function liftRetention(tx: Database, before: string | 'invented'): Promise<void> {
  const said = before === 'invented' ? 'yes' : before
  await tx.$executeRaw`SELECT set_config('clockface.retention_over', ${said}, true)`
}
