/** What decides who can reach this server. */
export interface Reach {
  /** The address it listens on. */
  HOST?: string | undefined
  TRUST_PROXY: boolean
  PUBLIC_URL?: string | undefined
  /** Whether there is a demo, where somebody has said so. */
  DEMO?: boolean | undefined
}

/** What a request says about its way here. */
export interface Arrival {
  /** Its Host header. */
  host: string | null
  /** Its Origin header: of what page a browser says that it comes. */
  origin: string | null
  /** Whether any header says that somebody passed it on. */
  forwarded: boolean
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/i

const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

const localOrigin = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/** Whether only people at this very machine can reach the server, as far as it can know. */
export function keptToItself({ HOST, TRUST_PROXY, PUBLIC_URL }: Reach): boolean {
  return HOST !== undefined && loopback.test(HOST) && !TRUST_PROXY && !PUBLIC_URL
}

/** Whether this installation has a demo: somebody says so, or nobody else can reach it. */
export function hasDemo(reach: Reach): boolean {
  return reach.DEMO ?? keptToItself(reach)
}

/**
 * Whether whoever sent this request may become one of the demo's people by one click. Where nobody has asked for a demo
 * that is for whoever sits at this machine: the Host keeps out pages of others that point their name here, the Origin
 * whoever comes through a proxy that writes a Host of its own.
 */
export function demoDoorOpen(reach: Reach, { host, origin, forwarded }: Arrival): boolean {
  if (reach.DEMO !== undefined) return reach.DEMO
  if (!keptToItself(reach) || forwarded) return false
  return host !== null && localHost.test(host) && (origin === null || localOrigin.test(origin))
}
