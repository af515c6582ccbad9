import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { kioskModes } from '@/domain/kiosks'
import { kioskNameSchema, studentNumberSchema, typedPinSchema } from '@/domain/kiosks-schema'
import { languages } from '@/domain/locale'
import { clockActs } from '@/domain/time-entries'
import { formInput, once, pictureField, several } from '../trpc/form-input'
import { placeInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { kioskProcedure, procedureFor, publicProcedure, router } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import { answerKiosk } from './answer'
import { MEMORY_LENGTH } from './door-memory'
import { kioskState } from './kiosk-state'
import * as o from './output'
import * as kiosks from './service'
import { stepUp } from './step-up'
import { readPassing } from './walk-through'
import { ownWalkThroughBar } from './walk-through-rules'
import { workAct, workByPin, workStepUp } from './work-clock'

const leader = procedureFor('TEACHER', 'EMPLOYER')

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

const DEVICE = 'A kiosk is a browser with a cookie of its own.'

export const kiosksRouter = router({
  add: leader
    .meta(
      at('POST', '/places/{placeId}/kiosks', 'Add a kiosk; its link is told once', {
        secret: true,
        example: { name: 'Front door' },
      }),
    )
    .input(placeInput.extend({ name: kioskNameSchema, mode: z.enum(kioskModes).optional(), locale }))
    .output(o.linkOutput)
    .mutation(({ ctx, input }) => kiosks.addKiosk(ctx, input)),
  renewLink: leader
    .meta(
      at('POST', '/kiosks/{kioskId}/link', 'Replace a kiosk’s link, which is told once', { secret: true }),
    )
    .input(kioskInput)
    .output(o.linkOutput)
    .mutation(({ ctx, input }) => kiosks.renewLink(ctx, input)),
  update: leader
    .meta(at('PATCH', '/kiosks/{kioskId}', 'Change how a kiosk works', { example: { speaks: true } }))
    .input(kioskInput.extend({ speaks: z.boolean().optional(), mode: z.enum(kioskModes).optional(), locale }))
    .output(nothing)
    .mutation(({ ctx, input }) => kiosks.updateKiosk(ctx, input)),
  revoke: leader
    .meta(at('DELETE', '/kiosks/{kioskId}', 'Take a kiosk out of use'))
    .input(kioskInput)
    .output(nothing)
    .mutation(({ ctx, input }) => kiosks.revokeKiosk(ctx, input)),
  walkThroughBar: leader
    .meta(browserOnly('It says why a switch of the page cannot be set.'))
    .input(placeInput)
    .output(o.walkThroughBarOutput)
    .query(({ ctx, input }) => ownWalkThroughBar(ctx, input)),
  ofPlace: leader
    .meta(at('GET', '/places/{placeId}/kiosks', 'The kiosks of a class or a workplace'))
    .input(placeInput)
    .output(o.kiosksOutput)
    .query(({ ctx, input }) => kiosks.kiosksOfPlace(ctx, input)),

  byLink: publicProcedure
    .meta(browserOnly(DEVICE))
    .input(z.strictObject({ link: z.string().max(100) }))
    .output(o.byLinkOutput)
    .query(({ ctx, input }) => kiosks.kioskOfLink(ctx, input)),

  state: kioskProcedure
    .meta(browserOnly(DEVICE))
    .output(o.stateOutput)
    .query(({ ctx }) => kioskState(ctx)),
  stepUp: kioskProcedure
    .meta(browserOnly(DEVICE))
    .input(stepUpForm)
    .output(o.answerOutput)
    .mutation(({ ctx, input: { frame, number } }) => stepUp(ctx, { frames: frame, number })),
  door: kioskProcedure
    .meta(browserOnly(DEVICE))
    .input(doorForm)
    .output(o.doorOutput)
    .mutation(({ ctx, input }) => readPassing(ctx, input)),
  answer: kioskProcedure
    .meta(browserOnly(DEVICE))
    .input(z.strictObject({ ticket: z.string().max(1000) }))
    .output(o.answerOutput)
    .mutation(({ ctx, input }) => answerKiosk(ctx, input)),
  workStepUp: kioskProcedure
    .meta(browserOnly(DEVICE))
    .input(stepUpForm)
    .output(o.workAnswerOutput)
    .mutation(({ ctx, input: { frame, number } }) => workStepUp(ctx, { frames: frame, number })),
  workByPin: kioskProcedure
    .meta(browserOnly(DEVICE))
    .input(z.strictObject({ number: studentNumberSchema, pin: typedPinSchema }))
    .output(o.workAnswerOutput)
    .mutation(({ ctx, input }) => workByPin(ctx, input)),
  workAct: kioskProcedure
    .meta(browserOnly(DEVICE))
    .input(
      z.strictObject({
        ticket: z.string().max(1000),
        act: z.enum([...clockActs, 'take_back']),
        kindId: idSchema.optional(),
        workedThrough: z.boolean().optional(),
      }),
    )
    .output(o.workAnswerOutput)
    .mutation(({ ctx, input }) => workAct(ctx, input)),
})
