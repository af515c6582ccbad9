import 'server-only'
import { z } from 'zod'
import { fieldError } from '@/domain/field-errors'

const MEGABYTE = 1024 * 1024

/** A picture as a form field: its bytes are read by the service, its type is found out by decoding. */
export function pictureFieldOf(maxBytes: number) {
  const tooLarge = fieldError('file_too_large', { megabytes: Math.floor(maxBytes / MEGABYTE) })
  return z.instanceof(Blob).refine((file) => file.size <= maxBytes, tooLarge)
}

/** A picture of one person. */
export const pictureField = pictureFieldOf(10 * MEGABYTE)

/** A field that stands in the form exactly once. */
export function once<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(z.unknown())
    .length(1)
    .transform(([value]) => value)
    .pipe(schema)
}

/** A field that stands in the form from `min` to `max` times. */
export function several<Schema extends z.ZodType>(schema: Schema, min: number, max: number) {
  return z.array(schema).min(min).max(max)
}

/** Multipart input: every field as the list of its values, unknown fields refused. */
export function formInput<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields = z.strictObject(shape)
  return z.instanceof(FormData).transform((form, context) => {
    const values = Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key)]))
    const parsed = fields.safeParse(values)
    if (parsed.success) return parsed.data
    for (const { message, path } of parsed.error.issues) {
      context.addIssue({ code: 'custom', message, path, input: form })
    }
    return z.NEVER
  })
}
