import { eraseReason } from './face-opt-out'
import { fieldError } from './field-errors'
import { text } from './text'

export const eraseReasonSchema = text(eraseReason.max).min(eraseReason.min, fieldError('reason_missing'))
