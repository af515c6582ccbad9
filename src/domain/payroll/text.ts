import type { PayrollCell, PayrollData, PayrollProblem, PayrollTable } from './data'
import type { Encoding } from './format'
import type { PayrollFormat } from './format-schema'

/** Beginnings that make spreadsheets calculate with a text instead of showing it. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** A text with what some program takes for the end of a cell, which is quoted whatever separates the cells; no number. */
export const separated = /^(?!-?\d+[.,]\d+$).*[,;\t|]/s

/** A text that no spreadsheet takes for a formula. */
export const neutralised = (text: string) => (formula.test(text) ? `'${text}` : text)

const dayIn: Record<PayrollFormat['dates'], string> = {
  'YYYY-MM-DD': '$1-$2-$3',
  'DD.MM.YYYY': '$3.$2.$1',
  'DD/MM/YYYY': '$3/$2/$1',
  'MM/DD/YYYY': '$2/$3/$1',
}

/** A cell as its format writes it. */
export function cellText(cell: PayrollCell, { decimalMark, dates }: PayrollFormat): string {
  if (cell === null) return ''
  if (cell.is === 'number') return cell.decimal.replace('.', decimalMark)
  if (cell.is === 'day') return cell.day.replace(/^(\d+)-(\d+)-(\d+)$/, dayIn[dates])
  return neutralised(cell.text)
}

/** The rows of a file, its header among them where it has one. */
export function rowsOfText({ header, rows }: PayrollTable, format: PayrollFormat): string[][] {
  const cells = rows.map((row) => row.map((cell) => cellText(cell, format)))
  return format.header ? [header.map(neutralised), ...cells] : cells
}

/** What a file for DATEV LODAS begins with: for whom it is, and which columns its rows have. */
export function lodasBeginning({ columns, lodas, decimalMark, separator }: PayrollFormat): string[] {
  if (!lodas) return []
  const fields = columns.map(({ header }) => header)
  return [
    '[Allgemein]',
    'Ziel=LODAS',
    'Version_SST=1.0',
    `BeraterNr=${lodas.consultant}`,
    `MandantenNr=${lodas.client}`,
    `Feldtrennzeichen=${separator}`,
    `Zahlenkomma=${decimalMark}`,
    'Datumsformat=TT/MM/JJJJ',
    '[Satzbeschreibung]',
    fields.join(separator),
    '[Bewegungsdaten]',
  ]
}

/** What windows-1252 has between 0x80 and 0x9f; the five that it leaves free are blanks here. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

function byteOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  const at = upper.indexOf(character)
  return at < 0 ? null : 0x80 + at
}

/** A file's bytes; what its encoding has no sign for must have been refused before. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`)
  return Uint8Array.from([...text], (character) => {
    const byte = byteOf(character)
    if (byte === null) throw new RangeError(`windows-1252 has no ${character}`)
    return byte
  })
}

/** Texts of an export that its encoding cannot write, each with the characters that it lacks. */
export function unwritableTexts(
  { header, rows }: PayrollTable,
  { people }: PayrollData,
  { encoding, ...format }: PayrollFormat,
): PayrollProblem[] {
  if (encoding !== 'windows-1252') return []
  const cells = rows.flat().map((cell) => cellText(cell, { encoding, ...format }))
  const texts = new Set([...(format.header ? header : []), ...cells])
  return [...texts].flatMap((text) => {
    const missing = [...new Set(text)].filter((character) => byteOf(character) === null)
    if (missing.length === 0) return []
    const whole = people.find(({ name }) => name.includes(text))?.name
    return [{ code: 'unwritable' as const, text: whole ?? text, characters: missing.join('') }]
  })
}
