import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { neutralised, separated } from '@/domain/payroll/text'

/** Says to spreadsheets in which encoding the rest is. */
export const CSV_MARK = '\ufeff'

/** A row of a CSV file; formulas are harmless in it. */
export const csvRow = (cells: readonly string[]) =>
  stringify([cells.map(neutralised)], { record_delimiter: '\r\n', quoted_match: separated })

/** Texts as the body of a file, made as they are read. */
export function textStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
