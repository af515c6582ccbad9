import 'server-only'
import { z } from 'zod'
import { fieldError, fieldsOfIssue } from '@/domain/field-errors'

const MEGABYTE = 1024 * 1024

/** A picture as a form field: its bytes are read by the service, its type is found out by decoding. */
export function pictureFieldOf(maxBytes: number) {
  const tooLarge = fieldError('file_too_large', { megabytes: Math.floor(maxBytes / MEGABYTE) })
  return z
    .instanceof(Blob)
    .refine((file) => file.size <= maxBytes, tooLarge)
    .meta({ type: 'string', format: 'binary' })
}

/** A picture of one person. */
export const pictureField = pictureFieldOf(10 * MEGABYTE)

const singles = new WeakMap<z.core.$ZodType, z.ZodType>()
const shapes = new WeakMap<z.core.$ZodType, z.ZodRawShape>()

/** A field that stands in the form exactly once. */
export function once<Schema extends z.ZodType>(schema: Schema) {
  const field = z
    .array(z.unknown())
    .length(1)
    .transform(([value]) => value)
    .pipe(schema)
  singles.set(field, schema)
  return field
}

/** A field that stands in the form from `min` to `max` times. */
export function several<Schema extends z.ZodType>(schema: Schema, min: number, max: number) {
  return z.array(schema).min(min).max(max)
}

/** What a form holds by name, in one pass: it may have a hundred thousand names. */
export function valuesOf(form: FormData): Map<string, FormDataEntryValue[]> {
  const values = new Map<string, FormDataEntryValue[]>()
  for (const [name, value] of form) {
    const known = values.get(name)
    if (known) known.push(value)
    else values.set(name, [value])
  }
  return values
}

/** Multipart input: every field as the list of its values, unknown fields refused, whose names are not told back. */
export function formInput<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields = z.strictObject(shape)
  const form = z.instanceof(FormData)
  shapes.set(form, shape)
  return form.transform((form, context) => {
    const parsed = fields.safeParse(Object.fromEntries(valuesOf(form)))
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      if (issue.code === 'unrecognized_keys')
        context.addIssue({ code: 'custom', message: fieldError('unknown'), path: [], input: form })
      else
        for (const { message, path } of fieldsOfIssue(issue))
          context.addIssue({ code: 'custom', message, path: [...path], input: form })
    return z.NEVER
  })
}

/** What a form holds, as an object of its fields: for descriptions. Null for any other input. */
export function formFieldsOf(input: z.ZodType): z.ZodObject | null {
  let inner: z.core.$ZodType = input
  while (inner instanceof z.ZodPipe) inner = inner.in
  const shape = shapes.get(inner)
  if (!shape) return null
  const fields = Object.entries(shape).map(([name, field]) => [name, fieldOf(field)])
  return z.strictObject(Object.fromEntries(fields))
}

function fieldOf(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodOptional) return z.optional(fieldOf(field.unwrap()))
  return singles.get(field) ?? field
}
