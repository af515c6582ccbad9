import { readPdf } from './read-pdf'

/** Numbers as a page shows them, whatever kind of blank stands in them. */
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ')

const cents = (text: string) => Math.round(Number(text.replaceAll(',', '')) * 100)

/** Every sum of money in a text with two decimals, in minor units. */
export const sumsIn = (text: string): number[] =>
  [...plain(text).matchAll(/(-?)(?:US)?[$€](\d[\d,]*\.\d\d)/g)].map(
    ([, sign, sum = '']) => cents(sum) * (sign ? -1 : 1),
  )

/** The lines and sums of a statement of hours and gross pay in English, as whoever opens it reads them. */
export async function readStatement(bytes: Uint8Array) {
  const { text } = await readPdf(bytes)
  const said = plain(text)
  const [lines = '', days = ''] = said.split('By day')
  const [rows = '', gross = ''] = lines.split(/Gross pay (?=(?:US)?[$€])/)
  // A line has its rate and its amount: of each the last stands for the line.
  const amounts = rows.split(/(?=Regular hours|Overtime |Premium:)/).map((row) => sumsIn(row).at(-1) ?? 0)
  return {
    said,
    gross: sumsIn(gross)[0] ?? 0,
    lines: amounts.filter((amount) => amount !== 0),
    days: sumsIn(days),
  }
}
