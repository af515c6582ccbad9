import { isDay } from './time'
import { unwritable } from './writable'

/**
 * What the address of a page says of one of its settings: one of several words, a search, a calendar day or an id. With
 * `usual`, that where it says nothing. The schemas of programs are made of the same (`address-fields-schema`).
 */
export type AddressField = { choices: readonly string[]; usual?: string } | { holds: 'search' | 'day' | 'id' }
export type AddressFields = Readonly<Record<string, AddressField>>

/** So long a search is at most. */
export const MOST_SEARCHED = 80

type Read<Field> = Field extends { choices: readonly (infer Choice)[]; usual: string }
  ? Choice
  : (Field extends { choices: readonly (infer Choice)[] } ? Choice : string) | undefined

type Needed<Fields> = {
  [Key in keyof Fields as Fields[Key] extends { usual: string } ? Key : never]: Read<Fields[Key]>
}
type Other<Fields> = {
  [Key in keyof Fields as Fields[Key] extends { usual: string } ? never : Key]?: Read<Fields[Key]>
}

/** What an address was read as. */
export type ReadFields<Fields extends AddressFields> = Needed<Fields> & Other<Fields>

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const readAs = {
  search: (asked: string) => {
    const text = asked.trim()
    return text.length > MOST_SEARCHED || unwritable.test(text) ? undefined : text
  },
  day: (asked: string) => (isDay(asked) ? asked : undefined),
  id: (asked: string) => (idForm.test(asked.toLowerCase()) ? asked.toLowerCase() : undefined),
}

function readField(field: AddressField, asked: string | undefined): string | undefined {
  if ('holds' in field) return asked ? readAs[field.holds](asked) : undefined
  return asked && field.choices.includes(asked) ? asked : field.usual
}

/** What an address says of these fields; what does not fit is as if it were not there. */
export function readAddress<const Fields extends AddressFields>(
  fields: Fields,
  asked: Readonly<Record<string, string | undefined>>,
): ReadFields<Fields> {
  const read = Object.entries(fields).map(([key, field]) => [key, readField(field, asked[key])] as const)
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as ReadFields<Fields>
}
