import { request } from 'node:http'

interface Answer {
  status: number
  body: string
  cookies: string[]
}

type Headers = Record<string, string>

/** A request with just these headers, the Host among them: what a browser would not let a page choose. */
function send(
  address: string,
  path: string,
  { headers = {}, form }: { headers?: Headers; form?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address)
  const body = form && new URLSearchParams(form).toString()
  const contentHeaders: Headers = body
    ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
    : {}
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method: body ? 'POST' : 'GET', headers: { ...contentHeaders, ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => {
          const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '')
          resolve({ status: answer.statusCode ?? 0, body: text, cookies })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Whether the start page has the buttons; their words are in its catalogue in any case. */
export async function offersDemo(address: string, headers: Headers = {}): Promise<boolean> {
  return (await send(address, '/', { headers })).body.includes('</svg>As a teacher')
}

/** Whether one click would make whoever sends these headers somebody of the demo. */
export async function entersDemo(
  address: string,
  { headers = {}, csrf = true }: { headers?: Headers; csrf?: boolean } = {},
): Promise<boolean> {
  const { body, cookies } = await send(address, '/api/auth/csrf')
  const token = csrf ? (JSON.parse(body) as { csrfToken: string }).csrfToken : 'made up'
  const answer = await send(address, '/api/auth/callback/demo', {
    headers: { cookie: cookies.join('; '), ...headers },
    form: { csrfToken: token, role: 'ADMIN', json: 'true' },
  })
  return answer.cookies.some((cookie) => cookie.includes('session-token='))
}
