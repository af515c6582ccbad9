import { type AddressFields, MOST_SEARCHED } from './address-fields'
import { idSchema } from './id'
import { daySchema } from './sessions-schema'
import { text } from './text'
import { z } from './zod'

const held = {
  search: () => text(MOST_SEARCHED).optional(),
  day: () => daySchema.optional(),
  id: () => idSchema.optional(),
}

type Word<Choice> = z.ZodEnum<{ [Key in Choice & string]: Key }>
type FieldSchema<Field> = Field extends { choices: readonly (infer Choice)[]; usual: string }
  ? z.ZodDefault<Word<Choice>>
  : Field extends { choices: readonly (infer Choice)[] }
    ? z.ZodOptional<Word<Choice>>
    : z.ZodOptional<z.ZodType<string, string>>

type FieldsSchema<Fields> = z.ZodObject<
  { -readonly [Key in keyof Fields]: FieldSchema<Fields[Key]> },
  z.core.$strict
>

/** The same fields as an address has them, as programs send them: what does not fit is refused. */
export function schemaOf<const Fields extends AddressFields>(fields: Fields): FieldsSchema<Fields> {
  const shape = Object.entries(fields).map(([key, field]) => {
    if ('holds' in field) return [key, held[field.holds]()]
    const words = z.enum(field.choices)
    return [key, field.usual === undefined ? words.optional() : words.default(field.usual)]
  })
  return z.strictObject(Object.fromEntries(shape)) as unknown as FieldsSchema<Fields>
}
