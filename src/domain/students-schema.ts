import { fieldError } from './field-errors'
import { text } from './text'
import { z } from './zod'

/** What one student's records in one class add up to. */

/** What leaders of a class write down about a student. */
export const studentNoteSchema = z.strictObject({ text: text(1000).min(1, fieldError('note_missing')) })
