import 'server-only'

/** Whether a write failed because a row with these unique values is there already. Prisma's code for it is P2002. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}

/**
 * Prisma's: no connection in time, a transaction that did not begin or end in time, a deadlock, too many connections.
 * Nothing was written.
 */
const noRoom = ['P2024', 'P2028', 'P2034', 'P2037']
/** Prisma's and PostgreSQL's: the database cannot be reached, or was shut down meanwhile. */
const away = ['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']
/** PostgreSQL's: serialization, deadlock, too many connections; shut down, crashed, starting. */
const ofRoom = ['40001', '40P01', '53300', '53400', '55P03']
const ofAway = /^(08\w{3}|57P0[1-5])$/

/** Its rules on accounts that are being deleted: what began beside that is asked for once more, and finds how it ended. */
const deletedBeside = /An account is deleted with all that it could do|Nothing begins for a deleted account/

/** What the pool says, which has no code for it. */
const poolIsFull = /^timeout exceeded when trying to connect$/
const connectionBroke =
  /^Connection terminated|^Client has encountered a connection error|server closed the connection|^Can't reach database server/

/** What Prisma says of the driver's error. */
const kinds: Record<string, 'no room' | 'away'> = {
  TransactionWriteConflict: 'no room',
  TooManyConnections: 'no room',
  DatabaseNotReachable: 'away',
  ConnectionClosed: 'away',
  SocketTimeout: 'away',
}

function textOf(value: unknown, name: string): string {
  const found = typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : ''
  return typeof found === 'string' ? found : ''
}

function inside(error: unknown): unknown[] {
  if (typeof error !== 'object' || error === null) return []
  const several: unknown = Reflect.get(error, 'errors')
  const parts: unknown[] = ['cause', 'meta', 'driverAdapterError'].map((name) => Reflect.get(error, name))
  return [...parts, ...(Array.isArray(several) ? several : [])].filter(
    (part) => typeof part === 'object' && part !== null,
  )
}

/**
 * Whether an error, or what it bears, means that the database has no room at this moment, or is away. Null for any other:
 * that is nothing which passes by itself.
 */
export function databaseTrouble(error: unknown, depth = 4): 'no room' | 'away' | null {
  const code = textOf(error, 'code') || textOf(error, 'originalCode')
  const message = textOf(error, 'message')
  if (noRoom.includes(code) || ofRoom.includes(code) || poolIsFull.test(message)) return 'no room'
  if (deletedBeside.test(message) || deletedBeside.test(textOf(error, 'originalMessage'))) return 'no room'
  if (away.includes(code) || ofAway.test(code) || connectionBroke.test(message)) return 'away'
  const kind = kinds[textOf(error, 'kind')]
  if (kind || depth === 0) return kind ?? null
  for (const part of inside(error)) {
    const trouble = databaseTrouble(part, depth - 1)
    if (trouble) return trouble
  }
  return null
}
