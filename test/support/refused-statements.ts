import pg from 'pg'

/** What was tried, what is tried (`:name` stands for an id), and what the database answers: SQLSTATE and rule. */
export type Refused = readonly [title: string, sql: string, state: string, rule: string]

const answered = async (client: pg.Client, sql: string) => {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return ['accepted', '']
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return [error.code ?? '', error.constraint ?? '']
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Tries each of them on the same rows, alone; the answers, and those that were due. */
export async function tryAll(url: string, ids: Record<string, string>, statements: readonly Refused[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found: Record<string, string[]> = {}
  const due: Record<string, string[]> = {}
  try {
    for (const [title, sql, state, rule] of statements) {
      due[title] = [state, rule]
      const filled = sql.replaceAll(/(?<!:):([a-zA-Z]+)/g, (_, name: string) => `'${ids[name]}'`)
      found[title] = await answered(client, filled)
    }
  } finally {
    await client.end()
  }
  return { found, due }
}
