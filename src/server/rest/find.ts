import 'server-only'
import { type Operation, paramOf, segmentsOf } from './operations'

export interface Found {
  operation: Operation
  params: Record<string, string>
}

/** Where no operation is: the methods that the address takes, none for an address that does not exist. */
export interface Missing {
  allow: string[]
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

function paramsIn(template: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (template.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [at, segment] of segments.entries()) {
    const piece = template[at] ?? ''
    const name = paramOf(piece)
    const value = decoded(segment)
    if (value === null) return null
    if (name) params[name] = value
    else if (piece !== value) return null
  }
  return params
}

/** What is written out comes before what may be anything, from the left. */
const rank = ({ segments }: Operation) => segments.map((segment) => (paramOf(segment) ? '1' : '0')).join('')

/** The operation that a request means; HEAD asks as GET does. */
export function find(operations: readonly Operation[], method: string, path: string): Found | Missing {
  const segments = segmentsOf(path)
  const wanted = method === 'HEAD' ? 'GET' : method
  const matching = operations
    .flatMap((operation) => {
      const params = paramsIn(operation.segments, segments)
      return params ? { operation, params } : []
    })
    .sort((a, b) => rank(a.operation).localeCompare(rank(b.operation)))
  const methods = new Set<string>(matching.map(({ operation }) => operation.rest.method))
  const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort()
  return matching.find(({ operation }) => operation.rest.method === wanted) ?? { allow }
}
