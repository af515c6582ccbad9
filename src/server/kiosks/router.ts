import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { kioskModes, kioskNameSchema, studentNumberSchema } from '@/domain/kiosks'
import { languages } from '@/domain/locale'
import { formInput, once, pictureField, several } from '../trpc/form-input'
import { placeInput } from '../trpc/inputs'
import { kioskProcedure, procedureFor, publicProcedure, router } from '../trpc/procedure'
import { answerKiosk } from './answer'
import { MEMORY_LENGTH } from './door-memory'
import * as kiosks from './service'
import { kioskState } from './state'
import { stepUp } from './step-up'
import { readPassing } from './walk-through'
import { ownWalkThroughBar } from './walk-through-rules'

const teacher = procedureFor('TEACHER')

const kioskInput = z.strictObject({ kioskId: idSchema })

/** In which language it speaks; null follows its browser. */
const locale = z.enum(languages).nullable().optional()

const stepUpForm = formInput({
  frame: several(pictureField, 1, 3),
  number: once(studentNumberSchema).optional(),
})

const doorForm = formInput({
  frame: once(pictureField),
  memory: once(z.string().max(MEMORY_LENGTH)).optional(),
})

export const kiosksRouter = router({
  add: teacher
    .input(placeInput.extend({ name: kioskNameSchema, mode: z.enum(kioskModes).optional(), locale }))
    .mutation(({ ctx, input }) => kiosks.addKiosk(ctx, input)),
  renewLink: teacher.input(kioskInput).mutation(({ ctx, input }) => kiosks.renewLink(ctx, input)),
  update: teacher
    .input(kioskInput.extend({ speaks: z.boolean().optional(), mode: z.enum(kioskModes).optional(), locale }))
    .mutation(({ ctx, input }) => kiosks.updateKiosk(ctx, input)),
  revoke: teacher.input(kioskInput).mutation(({ ctx, input }) => kiosks.revokeKiosk(ctx, input)),
  walkThroughBar: teacher.input(placeInput).query(({ ctx, input }) => ownWalkThroughBar(ctx, input)),
  ofPlace: teacher.input(placeInput).query(({ ctx, input }) => kiosks.kiosksOfPlace(ctx, input)),

  byLink: publicProcedure
    .input(z.strictObject({ link: z.string().max(100) }))
    .query(({ ctx, input }) => kiosks.kioskOfLink(ctx, input)),

  state: kioskProcedure.query(({ ctx }) => kioskState(ctx)),
  stepUp: kioskProcedure
    .input(stepUpForm)
    .mutation(({ ctx, input: { frame, number } }) => stepUp(ctx, { frames: frame, number })),
  door: kioskProcedure.input(doorForm).mutation(({ ctx, input }) => readPassing(ctx, input)),
  answer: kioskProcedure
    .input(z.strictObject({ ticket: z.string().max(1000) }))
    .mutation(({ ctx, input }) => answerKiosk(ctx, input)),
})
