import 'server-only'
import type { JsonSchema } from '../json-schema'
import type { Schemas } from './schemas'

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

function fieldLines({ properties = {}, required = [] }: JsonSchema, write: (schema: unknown) => string) {
  return Object.entries(properties).map(([name, field]) => {
    const mark = required.includes(name) ? '' : '?'
    return `${name}${mark}: ${write(field)}`.replaceAll('\n', '\n  ')
  })
}

function objectText(schema: JsonSchema, write: (schema: unknown) => string): string {
  const lines = fieldLines(schema, write)
  if (isSchema(schema.additionalProperties))
    lines.push(`[name]: ${write(schema.additionalProperties)}`.replaceAll('\n', '\n  '))
  return lines.length === 0 ? '{}' : `{\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
}

function plainText({ type, format }: JsonSchema): string {
  if (type === undefined) return 'any'
  const name = [type].flat().join(' | ')
  return format ? `${name} (${format})` : name
}

/** A schema as one reads it at a glance: names, types, `?` for what may be left out. */
export function outlineOf(schema: unknown, schemas: Schemas, within: readonly string[] = []): string {
  const write = (inner: unknown) => outlineOf(inner, schemas, within)
  if (!isSchema(schema)) return 'any'
  const { $ref, enum: choices, const: only, anyOf, oneOf, allOf, items } = schema
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? ''
    return within.includes(name) ? name : outlineOf(schemas[name], schemas, [...within, name])
  }
  if (only !== undefined) return JSON.stringify(only)
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ')
  const either = anyOf ?? oneOf
  if (either) return [...new Set(either.map(write))].join(' | ')
  if (allOf) return allOf.map(write).join(' & ')
  if (schema.type === 'array') {
    const one = write(items)
    return one.includes(' | ') && !one.startsWith('{') ? `(${one})[]` : `${one}[]`
  }
  return schema.type === 'object' ? objectText(schema, write) : plainText(schema)
}
