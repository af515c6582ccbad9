import { z } from 'zod'
import { correctionReasonSchema, type WantedEntry } from '@/domain/corrections-schema'
import { fieldError } from '@/domain/field-errors'
import { localTimeOf } from '@/domain/time'
import { instantOf } from '@/domain/zoned-time'
import type { Entry } from './use-work'

const moment = z.string().min(1, fieldError('time_missing'))

/** An entry as a form has it: times by the clock of the workplace. */
export const entryFormSchema = z.object({
  startedAt: moment,
  endedAt: moment,
  breaks: z.array(z.object({ startedAt: moment, endedAt: moment })),
  kindId: z.string(),
  /** Left out where no break is ever deducted. */
  workedThrough: z.boolean().optional(),
  reason: correctionReasonSchema,
})
export type EntryForm = z.infer<typeof entryFormSchema>

type Times = Pick<Entry, 'startedAt' | 'endedAt' | 'breaks' | 'workedThrough'> & { kind: Entry['kind'] }

/** What the form begins with. */
export function entryForm(
  entry: Times | null,
  { timeZone, deducts = false }: { timeZone: string; deducts?: boolean },
): EntryForm {
  const text = (at: Date | null | undefined) => (at ? localTimeOf(at, timeZone) : '')
  const times = (span: { startedAt: Date; endedAt: Date | null }) => ({
    startedAt: text(span.startedAt),
    endedAt: text(span.endedAt),
  })
  return {
    startedAt: text(entry?.startedAt),
    endedAt: text(entry?.endedAt),
    breaks: entry?.breaks.map(times) ?? [],
    kindId: entry?.kind?.id ?? '',
    ...(deducts && { workedThrough: entry?.workedThrough ?? false }),
    reason: '',
  }
}

/**
 * What the form says, as instants; null where a time does not exist, in the night in which clocks go forward. A time
 * that was left as it was keeps its seconds, and its turn in the night in which an hour comes twice.
 */
export function wantedOf(form: EntryForm, entry: Times | null, timeZone: string): WantedEntry | null {
  const known = [entry, ...(entry?.breaks ?? [])].flatMap((span) =>
    span ? [span.startedAt, ...(span.endedAt ? [span.endedAt] : [])] : [],
  )
  const instant = (local: string) =>
    (known.find((at) => localTimeOf(at, timeZone) === local) ?? instantOf(local, timeZone))?.toISOString()
  const span = (of: { startedAt: string; endedAt: string }) => {
    const [startedAt, endedAt] = [instant(of.startedAt), instant(of.endedAt)]
    return startedAt && endedAt ? { startedAt, endedAt } : null
  }
  const whole = span(form)
  const breaks = form.breaks.map(span)
  if (!whole || breaks.includes(null)) return null
  const { workedThrough, kindId } = form
  return { ...whole, breaks: breaks.flatMap((each) => each ?? []), kindId: kindId || null, workedThrough }
}
