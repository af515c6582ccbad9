import 'server-only'
import type { JsonSchema } from '../json-schema'

export type Schemas = Record<string, JsonSchema>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A schema that points to the document's shared ones, which are put there. */
export function shared(schema: JsonSchema, operation: string, schemas: Schemas): JsonSchema {
  // A schema without a name of its own has one that is only good within its operation.
  const nameOf = (name: string) => (name.startsWith('__') ? `${operation}${name}` : name)
  function moved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(moved)
    if (!isObject(value)) return value
    const { $defs, $ref, ...rest } = value
    for (const [name, one] of Object.entries(isObject($defs) ? $defs : {})) {
      schemas[nameOf(name)] = moved(one) as JsonSchema
    }
    // The name of a schema, where it is no field of that name.
    if (typeof rest.id === 'string') delete rest.id
    const entries = Object.entries(rest).map(([key, one]) => [key, moved(one)])
    const reference =
      typeof $ref === 'string' ? { $ref: referenceTo(nameOf($ref.split('/').at(-1) ?? '')) } : {}
    return { ...Object.fromEntries(entries), ...reference }
  }
  return moved(schema) as JsonSchema
}

export const referenceTo = (name: string) => `#/components/schemas/${name}`
