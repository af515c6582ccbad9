import 'server-only'
import { z } from 'zod'
import { archivePlaceSchema, givePlaceSchema, placesFilters } from '@/domain/administration-schema'
import { eventIdSchema } from '@/domain/feeds-schema'
import { idSchema } from '@/domain/id'
import { pageFields, placeInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { history } from './history'
import { needs } from './needs'
import * as o from './output'
import * as places from './places'
import { renewalStatus } from './renewal'
import { status } from './service'

const admin = procedureFor('ADMIN')

export const adminRouter = router({
  status: admin
    .meta(at('GET', '/admin/status', 'What the installation runs with, and how much it holds'))
    .output(o.statusOutput)
    .query(({ ctx }) => status(ctx)),
  renewal: admin
    .meta(at('GET', '/admin/renewal', 'How far reading kept photos anew has come'))
    .output(o.renewalOutput)
    .query(({ ctx }) => renewalStatus(ctx)),
  needs: admin
    .meta(at('GET', '/admin/needs', 'What waits for an administrator'))
    .output(o.needsOutput)
    .query(({ ctx }) => needs(ctx)),
  places: admin
    .meta(at('GET', '/admin/places', 'Every class and workplace, all or narrowed down'))
    .input(placesFilters.extend(pageFields))
    .output(o.placesOutput)
    .query(({ ctx, input }) => places.places(ctx, input)),
  place: admin
    .meta(at('GET', '/admin/places/{placeId}', 'One class or workplace, with who runs it'))
    .input(placeInput)
    .output(o.placeOutput)
    .query(({ ctx, input }) => places.placeById(ctx, input)),
  givePlace: admin
    .meta(at('PUT', '/admin/places/{placeId}/owner', 'Give a class or a workplace to somebody'))
    .input(givePlaceSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => places.givePlace(ctx, input)),
  archivePlace: admin
    .meta(at('PUT', '/admin/places/{placeId}/archived', 'Archive a class or a workplace, or restore it'))
    .input(archivePlaceSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => places.archivePlace(ctx, input)),
  history: admin
    .meta(at('GET', '/admin/history', 'What was done to accounts, and by administrators to places'))
    .input(
      z.strictObject({
        userId: idSchema.optional(),
        placeId: idSchema.optional(),
        // A place in the ledger, not an id as elsewhere.
        cursor: eventIdSchema.nullish(),
        direction: pageFields.direction,
      }),
    )
    .output(o.historyOutput)
    .query(({ ctx, input }) => history(ctx, input)),
})
