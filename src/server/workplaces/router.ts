import 'server-only'
import { z } from 'zod'
import { reasonSchema } from '@/domain/employments-schema'
import { exceptionSettingsSchema } from '@/domain/exceptions-schema'
import { idSchema } from '@/domain/id'
import { presetIds } from '@/domain/pay/presets'
import { rulesSchema } from '@/domain/rule-sets-schema'
import { daySchema } from '@/domain/sessions-schema'
import {
  holidaySchema,
  leaderRightsSchema,
  newWorkplaceSchema,
  siteSchema,
  workKindNameSchema,
  workplaceChangesSchema,
} from '@/domain/workplaces-schema'
import { employmentInput, workplaceInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { setExceptions } from './exceptions'
import { setJoinCode } from './join-code'
import { setRights } from './leaders'
import * as lists from './lists'
import * as o from './output'
import { ownRules, rules, setRules } from './rules'
import * as workplaces from './service'

const employer = procedureFor('EMPLOYER')

export const workplacesRouter = router({
  create: employer
    .meta(
      at('POST', '/workplaces', 'Make a workplace; what is left out follows the usage of its country', {
        example: { name: 'Corner Café' },
      }),
    )
    .input(newWorkplaceSchema)
    .output(madeOutput)
    .mutation(({ ctx, input }) => workplaces.createWorkplace(ctx, input)),
  update: employer
    .meta(
      at('PATCH', '/workplaces/{workplaceId}', 'Change a workplace; what is left out stays', {
        example: { name: 'Corner Café', longestShiftMinutes: 720 },
      }),
    )
    .input(workplaceChangesSchema.extend(workplaceInput.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => workplaces.updateWorkplace(ctx, input)),
  setArchived: employer
    .meta(at('PUT', '/workplaces/{workplaceId}/archived', 'Archive a workplace, or restore it'))
    .input(workplaceInput.extend({ archived: z.boolean() }))
    .output(nothing)
    .mutation(({ ctx, input }) => workplaces.setArchived(ctx, input)),
  led: employer
    .meta(at('GET', '/workplaces', 'The workplaces that one runs'))
    .input(z.strictObject({ archived: z.boolean().default(false) }))
    .output(o.ledOutput)
    .query(({ ctx, input }) => workplaces.ledWorkplaces(ctx, input)),
  byId: employer
    .meta(at('GET', '/workplaces/{workplaceId}', 'One workplace that one runs'))
    .input(workplaceInput)
    .output(o.workplaceOutput)
    .query(({ ctx, input }) => workplaces.workplaceById(ctx, input)),
  rules: employer
    .meta(at('GET', '/workplaces/{workplaceId}/rules', 'The rules of pay of a workplace, version by version'))
    .input(workplaceInput)
    .output(o.rulesOutput)
    .query(({ ctx, input }) => rules(ctx, input)),
  ownRules: procedureFor('EMPLOYEE')
    .meta(at('GET', '/me/employments/{employmentId}/rules', 'The rules by which one’s own hours become pay'))
    .input(employmentInput)
    .output(o.rulesOutput)
    .query(({ ctx, input }) => ownRules(ctx, input)),
  setRules: employer
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/rules',
        'Other rules of pay from a day on: those of a preset, or one’s own made from it',
        { example: { from: '2027-01-01', preset: 'germany' } },
      ),
    )
    .input(
      workplaceInput.extend({
        ...{ from: daySchema, preset: z.enum(presetIds) },
        ...{ rules: rulesSchema.optional(), reason: reasonSchema.optional() },
      }),
    )
    .output(nothing)
    .mutation(({ ctx, input }) => setRules(ctx, input)),
  setExceptions: employer
    .meta(
      at(
        'PUT',
        '/workplaces/{workplaceId}/exceptions',
        'What counts as an exception, how badly, and who is told; what is left out is as usual',
        { example: { exceptions: [{ code: 'day_long', grace: 30, severity: 'NOTE', told: 'MANAGER' }] } },
      ),
    )
    .input(workplaceInput.extend({ exceptions: exceptionSettingsSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => setExceptions(ctx, input)),
  setJoinCode: employer
    .meta(at('PUT', '/workplaces/{workplaceId}/code', 'A new join code, or none'))
    .input(workplaceInput.extend({ on: z.boolean() }))
    .output(o.joinCodeOutput)
    .mutation(({ ctx, input }) => setJoinCode(ctx, input)),
  setRights: employer
    .meta(
      at(
        'PUT',
        '/workplaces/{workplaceId}/leaders/{userId}/rights',
        'What an assistant may do with hours and pay',
      ),
    )
    .input(leaderRightsSchema.safeExtend({ ...workplaceInput.shape, userId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => setRights(ctx, input)),

  addKind: employer
    .meta(
      at('POST', '/workplaces/{workplaceId}/kinds', 'Add a kind of work', { example: { name: 'Kitchen' } }),
    )
    .input(workplaceInput.extend({ name: workKindNameSchema }))
    .output(madeOutput)
    .mutation(({ ctx, input }) => lists.addKind(ctx, input)),
  archiveKind: employer
    .meta(at('DELETE', '/workplaces/{workplaceId}/kinds/{kindId}', 'Put a kind of work away; its hours stay'))
    .input(workplaceInput.extend({ kindId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => lists.archiveKind(ctx, input)),
  addSite: employer
    .meta(
      at('POST', '/workplaces/{workplaceId}/sites', 'Add a site', {
        example: { name: 'Old town', latitude: 48.137, longitude: 11.575 },
      }),
    )
    .input(siteSchema.extend(workplaceInput.shape))
    .output(madeOutput)
    .mutation(({ ctx, input }) => lists.addSite(ctx, input)),
  removeSite: employer
    .meta(at('DELETE', '/workplaces/{workplaceId}/sites/{siteId}', 'Remove a site'))
    .input(workplaceInput.extend({ siteId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => lists.removeSite(ctx, input)),
  addHoliday: employer
    .meta(
      at('PUT', '/workplaces/{workplaceId}/holidays/{day}', 'A day that counts as a holiday', {
        example: { name: 'May Day' },
      }),
    )
    .input(holidaySchema.extend(workplaceInput.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => lists.addHoliday(ctx, input)),
  removeHoliday: employer
    .meta(at('DELETE', '/workplaces/{workplaceId}/holidays/{day}', 'No holiday after all'))
    .input(workplaceInput.extend({ day: daySchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => lists.removeHoliday(ctx, input)),
})
