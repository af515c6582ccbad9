import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/server/db/generated/client'

interface Sent {
  text: string
  values: unknown[]
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** A client of the database that writes down what it sends, and how the database goes about each of it. */
export function recordedPlans(connectionString: string) {
  const pool = new pg.Pool({ connectionString })
  const sent: Sent[] = []
  pool.on('connect', (client) => {
    const query = client.query
    client.query = (...args: unknown[]) => {
      const [first, values] = args
      const asked = typeof first === 'string' ? { text: first, values } : first
      if (typeof asked === 'object' && asked !== null) sent.push(asked as Sent)
      return Reflect.apply(query, client, args)
    }
  })
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    db,
    /** The tables that are read from end to end for this call, with the statement. */
    async walksOf(call: () => Promise<unknown>): Promise<string[]> {
      sent.length = 0
      await call()
      const asked = sent.filter(({ text }) => /^\s*(SELECT|UPDATE)/.test(text))
      const walks: string[] = []
      for (const { text, values } of asked) {
        const { rows } = await pool.query(`EXPLAIN (FORMAT JSON) ${text}`, values ?? [])
        const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan)
        const walked = nodes.filter((node) => node['Node Type'] === 'Seq Scan')
        walks.push(...walked.map((node) => `${node['Relation Name']}: ${text}`))
      }
      return walks
    },
    async close() {
      await db.$disconnect()
      await pool.end()
    },
  }
}
