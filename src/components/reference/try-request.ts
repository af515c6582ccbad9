import type { FormField, ReferenceParameter } from '@/server/rest/openapi/reference'

/** What is needed of an operation to try it. */
export interface Tried {
  method: string
  path: string
  secured: boolean
  parameters: ReferenceParameter[]
  body: { kind: 'json'; example: string } | { kind: 'form'; fields: FormField[] } | null
}

const written = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

function addressOf({ path, parameters }: Tried, form: FormData): string {
  let filled = path
  const query = new URLSearchParams()
  for (const { name, place } of parameters) {
    const value = written(form, name)
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(value))
    if (place === 'query' && value !== '') query.set(name, value)
  }
  return `/api/v1${filled}${query.size > 0 ? `?${query}` : ''}`
}

function formBody(fields: readonly FormField[], form: FormData): FormData {
  const body = new FormData()
  for (const { name } of fields)
    for (const value of form.getAll(`body.${name}`))
      if (typeof value === 'string' ? value !== '' : value.size > 0) body.append(name, value)
  return body
}

/** What the filled form sends. The browser's own cookies stay out of it. */
export function requestOf(tried: Tried, form: FormData, token: string): [address: string, init: RequestInit] {
  const { method, secured, parameters, body } = tried
  const headers = new Headers()
  if (secured && token) headers.set('authorization', `Bearer ${token.trim()}`)
  for (const { name, place } of parameters) {
    const value = written(form, name)
    if (place === 'header' && value !== '') headers.set(name, value)
  }
  if (body?.kind === 'json') headers.set('content-type', 'application/json')
  const sent =
    body?.kind === 'json'
      ? String(form.get('body') ?? '')
      : body?.kind === 'form'
        ? formBody(body.fields, form)
        : null
  return [addressOf(tried, form), { method, headers, body: sent, credentials: 'omit', cache: 'no-store' }]
}
