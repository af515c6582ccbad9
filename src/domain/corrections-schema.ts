import { fieldError } from './field-errors'
import { idSchema } from './id'
import { text } from './text'
import { z } from './zod'

const MOST_BREAKS = 20

const moment = z.iso.datetime({ offset: true })

/** An entry as it is to be; instants, because an hour of the night of a clock change happens twice. */
export const wantedEntrySchema = z.strictObject({
  startedAt: moment,
  endedAt: moment,
  breaks: z.array(z.strictObject({ startedAt: moment, endedAt: moment })).max(MOST_BREAKS),
  kindId: idSchema.nullable(),
  /** No break is to be deducted; as it stands where nothing is said. */
  workedThrough: z.boolean().optional(),
})
export type WantedEntry = z.infer<typeof wantedEntrySchema>

export const correctionReasonSchema = text(300).min(1, fieldError('reason_missing'))
