import { normaliseSessionCode, sessionCodeProblem } from './session-code'
import { z } from './zod'

export const sessionCodeSchema = z
  .string()
  .max(40)
  .transform(normaliseSessionCode)
  .superRefine((code, context) => {
    const message = sessionCodeProblem(code)
    if (message) context.addIssue({ code: 'custom', message })
  })
