import 'server-only'
import { z } from 'zod'
import { formFieldsOf } from '../trpc/form-input'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** What an operation takes: nothing, fields of JSON or of a query, or the fields of a form. */
export interface InputShape {
  kind: 'none' | 'json' | 'form'
  schema: JsonSchema
}

/** Instants are texts in JSON, which no schema of a date says by itself. */
const dates: z.core.ToJSONSchemaParams['override'] = ({ zodSchema, jsonSchema }) => {
  if (zodSchema._zod.def.type !== 'date') return
  jsonSchema.type = 'string'
  jsonSchema.format = 'date-time'
}

export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: dates })
  return JSON.parse(JSON.stringify(rest))
}

const isTrue = (schema: unknown): schema is JsonSchema => typeof schema === 'object' && schema !== null

/** The fields of a schema, by name. */
export function fieldsOf({ properties = {} }: JsonSchema): Array<[string, JsonSchema]> {
  return Object.entries(properties).flatMap(([name, field]) => (isTrue(field) ? [[name, field]] : []))
}

/** Without what only our own pages send. */
function forPrograms(schema: JsonSchema): JsonSchema {
  if (!schema.properties) return schema
  const fields = fieldsOf(schema).filter(([, field]) => field.browserOnly !== true)
  return { ...schema, properties: Object.fromEntries(fields) }
}

function together(schemas: readonly JsonSchema[]): JsonSchema {
  const [first, ...more] = schemas
  if (first && more.length === 0) return first
  return {
    type: 'object',
    properties: Object.fromEntries(schemas.flatMap(fieldsOf)),
    required: [...new Set(schemas.flatMap(({ required = [] }) => required))],
  }
}

/** The shape of the inputs that a procedure was given one after the other: together they are one object. */
export function inputShapeOf(inputs: readonly z.ZodType[]): InputShape {
  if (inputs.length === 0) return { kind: 'none', schema: { type: 'object', properties: {} } }
  const forms = inputs.map(formFieldsOf)
  const schemas = inputs.map((input, at) => jsonSchemaOf(forms[at] ?? input, 'input'))
  return { kind: forms.some(Boolean) ? 'form' : 'json', schema: forPrograms(together(schemas)) }
}

/** Whether nothing is answered. */
export function isNothing(output: z.ZodType): boolean {
  return output instanceof z.ZodVoid || output instanceof z.ZodUndefined
}
