import type { documentOf } from '@/server/rest/openapi/document'
import type { describeOperation } from '@/server/rest/openapi/operation'

type Document = ReturnType<typeof documentOf>
export type Described = ReturnType<typeof describeOperation>

export interface Documented {
  id: string
  method: string
  path: string
  described: Described
}

/** Every operation of the document. */
export const operationsIn = ({ paths }: Document): Documented[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...{ id: described.operationId, method: method.toUpperCase(), path, described },
    })),
  )

type Given = Record<string, string | Blob>

/** The example with what is somebody's where it names the same thing. */
function filled(example: unknown, given: Given): unknown {
  if (Array.isArray(example)) return example.map((one) => filled(one, given))
  if (typeof example !== 'object' || example === null) return example
  const entries = Object.entries(example).map(([name, value]) => [name, given[name] ?? filled(value, given)])
  return Object.fromEntries(entries)
}

function formOf(example: object, given: Given): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(example)) form.append(name, given[name] ?? String(value))
  return form
}

function bodyOf({ described }: Documented, given: Given): { type?: string; body?: BodyInit } {
  if (!('requestBody' in described) || !described.requestBody) return {}
  const { content } = described.requestBody
  const form = content['multipart/form-data']
  if (form) return { body: formOf(form.example, given) }
  const json = content['application/json']
  return json ? { type: 'application/json', body: JSON.stringify(filled(json.example, given)) } : {}
}

/** The request that the document's example makes of an operation. */
export function exampleRequest(operation: Documented, token: string | null, given: Given = {}): Request {
  const query = new URLSearchParams()
  let path = operation.path
  for (const parameter of operation.described.parameters) {
    if (!('in' in parameter)) continue
    const { name, in: place } = parameter
    const example = 'example' in parameter ? String(parameter.example) : ''
    const value = String(given[name] ?? example)
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value))
    else if (parameter.required) query.set(name, value)
  }
  const { type, body } = bodyOf(operation, given)
  return new Request(`http://clockface.test/api/v1${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: operation.method,
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(type ? { 'content-type': type } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  })
}
