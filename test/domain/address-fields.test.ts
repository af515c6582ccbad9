import { describe, expect, test } from 'vitest'
import { type AddressFields, readAddress } from '@/domain/address-fields'
import { schemaOf } from '@/domain/address-fields-schema'
import { placesFields } from '@/domain/administration'
import { listFields } from '@/domain/lists'
import { peopleFields } from '@/domain/people'

const id = '01A22c33-dfac-7586-90c4-dfd9703d0af3'
const asked = [
  ...['', ' ', ' Anna ', 'x'.repeat(80), 'x'.repeat(81), 'a\u0000b', '\ud800', 'A\nB', 'NAME', 'name'],
  ...['PAST', 'CURRENT', 'ORPHANED', 'HOURS', 'AMOUNT', 'OPEN', 'CLASS', 'ADMIN', 'TEACHER'],
  ...['2026-02-28', '2026-02-29', '2028-02-29', '1999-12-31', '2100-01-01', '2026-2-8', '2026-02-28T00:00'],
  ...[id, id.toLowerCase(), `${id}0`, id.replaceAll('-', ''), 'soon', '0', '__proto__'],
]

const all: Record<string, AddressFields> = { ...listFields, places: placesFields, people: peopleFields }

describe.each(Object.entries(all))('an address of %s', (_, fields) => {
  const schema = schemaOf(fields)

  test.each(Object.keys(fields))('says of %s what a program can say of it, and nothing else', (key) => {
    for (const value of asked) {
      const given = schema.safeParse({ [key]: value })
      const read = readAddress(fields, { [key]: value })
      // What a program is refused is left out, as what is empty is.
      const left = schema.parse({})
      expect(read, JSON.stringify(value)).toEqual(given.success && value ? given.data : left)
    }
  })

  test('says what is usual where it says nothing', () => {
    expect(readAddress(fields, {})).toEqual(schema.parse({}))
  })
})
