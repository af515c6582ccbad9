import pg from 'pg'
import type { Acknowledged } from './punches'

interface Kept {
  sessionId: string
  studentId: string
  in: boolean
  out: boolean
  /** The marks that the ledger has of it, in their order. */
  marks: string[]
}

async function everyRecord(databaseUrl: string): Promise<Map<string, Kept>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Kept>(
      `SELECT a."sessionId", a."studentId", a."clockedInAt" IS NOT NULL AS "in", a."clockedOutAt" IS NOT NULL AS "out",
         coalesce((SELECT json_agg(c."after" ->> 'status' ORDER BY c.id) FROM "Change" c
           WHERE c."subjectId" = a.id AND c."subject" = 'attendance'), '[]') AS marks
       FROM "Attendance" a`,
    )
    return new Map(rows.map((row) => [`${row.sessionId} ${row.studentId}`, row]))
  } finally {
    await client.end()
  }
}

/** Whether the marks that were acknowledged stand in the ledger, one after the other. */
function holdsAll(marks: readonly string[], said: readonly string[]): boolean {
  let at = -1
  return said.every((mark) => {
    at = marks.indexOf(mark, at + 1)
    return at >= 0
  })
}

/** What was acknowledged and is not there. */
export async function lostOf(
  databaseUrl: string,
  acknowledged: readonly Acknowledged[],
): Promise<Acknowledged[]> {
  const kept = await everyRecord(databaseUrl)
  const byRecord = new Map<string, Acknowledged[]>()
  for (const one of acknowledged) {
    const key = `${one.sessionId} ${one.studentId}`
    byRecord.set(key, [...(byRecord.get(key) ?? []), one])
  }
  return [...byRecord].flatMap(([key, told]) => {
    const record = kept.get(key)
    const marks = told.flatMap(({ said }) => (said === 'in' || said === 'out' ? [] : said))
    const marksStand = holdsAll(record?.marks ?? [], marks)
    return told.filter(({ said }) => (said === 'in' || said === 'out' ? !record?.[said] : !marksStand))
  })
}
