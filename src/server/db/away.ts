import 'server-only'

/** Prisma cannot reach the database, was cut off from it, or waited in vain for a connection. */
const prismaCodes = ['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2037']
/** The same as the system and PostgreSQL (classes 08 and 57, too many connections) tell it. */
const systemCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN']
const sqlStates = /^(08\w{3}|57P0[1-5]|53300)$/
const driverKinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
/** What the pool says, which gives no code. */
const sentences = /timeout exceeded when trying to connect|Connection terminated|Can't reach database server/

const DEEPEST = 5

function tellsOfIt(error: object): boolean {
  const { code, kind, message, originalCode } = error as Record<string, unknown>
  const codes = [code, originalCode].filter((one) => typeof one === 'string')
  if (codes.some((one) => prismaCodes.includes(one) || systemCodes.includes(one) || sqlStates.test(one)))
    return true
  if (typeof kind === 'string' && driverKinds.includes(kind)) return true
  return typeof message === 'string' && sentences.test(message)
}

/** Whether a call failed because the database is not there at this moment, and not for what was asked of it. */
export function isDatabaseAway(error: unknown, levels = DEEPEST): boolean {
  if (typeof error !== 'object' || error === null || levels === 0) return false
  if (tellsOfIt(error)) return true
  const { cause, meta, driverAdapterError, errors } = error as Record<string, unknown>
  const within = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])]
  return within.some((one) => isDatabaseAway(one, levels - 1))
}
