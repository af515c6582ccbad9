import { Agent, request } from 'node:http'

/** An address that attacks from another one of this machine than those who only want to use the app. */
export const ATTACKER = '127.0.0.2'
export const VISITOR = '127.0.0.1'

const TIMEOUT_MS = 20_000
const agents = new Map<string, Agent>()

function agentOf(localAddress: string): Agent {
  const known = agents.get(localAddress) ?? new Agent({ keepAlive: true, localAddress })
  agents.set(localAddress, known)
  return known
}

export interface Call {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
  from?: string
}

export interface Answer {
  /** Null where the connection ended without an answer. */
  status: number | null
  text: string
}

/** One request over a connection of its address; never throws. */
export function call(origin: string, asked: Call): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body, from = ATTACKER } = asked
  return new Promise((resolve) => {
    const none = () => resolve({ status: null, text: '' })
    const sent = request(
      `${origin}${path}`,
      { method, headers, agent: agentOf(from), timeout: TIMEOUT_MS },
      (response) => {
        let text = ''
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part
          })
          .on('end', () => resolve({ status: response.statusCode ?? null, text }))
          .on('error', none)
      },
    )
    sent.on('error', none).on('timeout', () => sent.destroy())
    sent.end(body)
  })
}

export const postJson = (origin: string, path: string, body: unknown, more: Partial<Call> = {}) =>
  call(origin, {
    ...{ method: 'POST', path, body: JSON.stringify(body) },
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
  })

export function endCalls(): void {
  for (const agent of agents.values()) agent.destroy()
}
