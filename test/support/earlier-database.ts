import pg from 'pg'
import { oldDatabase } from './old-database'

interface Earlier {
  /** For the owner of its tables. */
  url: string
  query: pg.Client['query']
  /** Brings it up to date as a new version would. */
  upgrade: () => Promise<string[]>
}

/** Runs work on an old database (`oldDatabase`), which goes when it is done. */
export async function withEarlierDatabase(
  before: string,
  work: (earlier: Earlier) => Promise<void>,
): Promise<void> {
  const old = await oldDatabase(before)
  const client = new pg.Client({ connectionString: old.url })
  try {
    await client.connect()
    await work({ url: old.url, query: client.query.bind(client), upgrade: old.migrate })
  } finally {
    await client.end()
    await old.drop()
  }
}
