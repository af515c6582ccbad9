import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { formInput, once, pictureField, several } from '../trpc/form-input'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { identifiedOutput } from './output'
import { identifyInSession } from './service'

const identifyForm = formInput({
  sessionId: once(idSchema),
  /** Up to three pictures of one person, taken one after the other. */
  frame: several(pictureField, 1, 3),
  /** Whether somebody who is sure is clocked in. */
  mark: once(z.stringbool()).optional(),
})

export const identificationRouter = router({
  identify: procedureFor('TEACHER')
    .meta(at('POST', '/sessions/{sessionId}/identify', 'Say who of the class a face is, and clock them in'))
    .input(identifyForm)
    .output(identifiedOutput)
    .mutation(({ ctx, input: { sessionId, frame, mark = false } }) =>
      identifyInSession(ctx, { sessionId, frames: frame, mark }),
    ),
})
