import 'server-only'
import { formatHours } from '@/domain/pay/durations'
import { dayOf, localTimeOf, offsetAt } from '@/domain/time'
import { beginDocument, type DocumentData, endDocument, writeLines } from './document'
import { drawTable } from './pdf/table'
import { type ExportWords, exportWords } from './words'

export interface RecordedEntry {
  readonly startedAt: Date
  /** Null while they are in. */
  readonly endedAt: Date | null
  readonly breaks: readonly { readonly startedAt: Date; readonly endedAt: Date | null }[]
  readonly remark: 'HAND' | 'CORRECTED' | 'FORGOTTEN' | null
}

export interface RecordData extends DocumentData {
  /** In order of time; each belongs to the day on which it began. */
  readonly entries: readonly RecordedEntry[]
}

const minute = 60_000
const minutesOf = ({ startedAt, endedAt }: { startedAt: Date; endedAt: Date | null }) =>
  endedAt ? Math.floor(endedAt.getTime() / minute) - Math.floor(startedAt.getTime() / minute) : 0
export const pausedIn = ({ breaks }: RecordedEntry) => breaks.reduce((all, each) => all + minutesOf(each), 0)
export const workedIn = (entry: RecordedEntry) => (entry.endedAt ? minutesOf(entry) - pausedIn(entry) : 0)

/** The record of somebody's working hours for an inspector: each day with its beginnings, ends, breaks and hours. */
export function recordPdf(data: RecordData): Promise<Buffer> {
  const words = exportWords(data.reader)
  const { t } = words
  const title = t('record.title')
  const sheet = beginDocument(data, words, title)
  if (data.entries.length === 0) writeLines(sheet, t('record.none'), { size: 9.5 }, 15)
  else {
    const all = data.entries.reduce((sum, each) => sum + workedIn(each), 0)
    const paused = data.entries.reduce((sum, each) => sum + pausedIn(each), 0)
    const total = ['', '', formatHours(paused), formatHours(all), '']
    drawTable(
      sheet,
      [
        { title: t('day'), share: 0.24 },
        { title: t('record.in'), share: 0.14 },
        { title: t('record.out'), share: 0.14 },
        { title: t('record.breaks'), share: 0.11, align: 'right' },
        { title: t('hours'), share: 0.11, align: 'right' },
        { title: t('record.remark'), share: 0.26 },
      ],
      [...rowsOf(data, words), { cells: [t('record.total'), ...total], bold: true }],
    )
  }
  return endDocument(sheet, data, words, title, [t('record.zone', { zone: data.employer.timeZone })])
}

function rowsOf({ entries, employer, reader }: RecordData, words: ExportWords) {
  const { t } = words
  let before = ''
  return entries.map((entry) => {
    const day = dayOf(entry.startedAt, employer.timeZone)
    const shown = day === before ? '' : words.shortDay(day)
    before = day
    const at = (time: Date) => clockTime(time, day, employer.timeZone, reader.format)
    const paused = pausedIn(entry)
    return {
      cells: [
        shown,
        at(entry.startedAt),
        entry.endedAt ? at(entry.endedAt) : t('record.notOver'),
        paused ? formatHours(paused) : '',
        entry.endedAt ? formatHours(workedIn(entry)) : '',
        entry.remark ? t(`record.remarks.${entry.remark}`) : '',
      ],
    }
  })
}

/** A time by the clock on the wall; with its day where that is another one, with its zone where clocks show it twice. */
export function clockTime(time: Date, day: string, timeZone: string, locale: string): string {
  const other = dayOf(time, timeZone) !== day
  const twice = [-1, 1].some((hours) => showsTheSame(time, hours, timeZone))
  return new Intl.DateTimeFormat(locale, {
    ...{ hour: 'numeric', minute: '2-digit', timeZone },
    ...(other ? { day: 'numeric', month: 'numeric' } : {}),
    ...(twice ? { timeZoneName: 'shortOffset' } : {}),
  }).format(time)
}

function showsTheSame(time: Date, hours: number, timeZone: string): boolean {
  const other = new Date(time.getTime() + hours * 60 * minute)
  return (
    offsetAt(other, timeZone) !== offsetAt(time, timeZone) &&
    localTimeOf(other, timeZone) === localTimeOf(time, timeZone)
  )
}
