import 'server-only'
import {
  deleteAccountSchema,
  peopleFilters,
  personByEmailSchema,
  personSchema,
  setRolesSchema,
  switchAccountSchema,
} from '@/domain/people-schema'
import { pageFields } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as deleting from './deletion'
import * as list from './list'
import * as o from './output'
import * as people from './service'

const admin = procedureFor('ADMIN')

export const peopleRouter = router({
  list: admin
    .meta(at('GET', '/accounts', 'The accounts of the installation, all or narrowed down'))
    .input(peopleFilters.extend(pageFields))
    .output(o.accountsOutput)
    .query(({ ctx, input }) => list.accounts(ctx, input)),
  byId: admin
    .meta(at('GET', '/accounts/{userId}', 'One account, with what it runs and how often it is signed in'))
    .input(personSchema)
    .output(o.wholeAccountOutput)
    .query(({ ctx, input }) => list.accountById(ctx, input)),
  byEmail: admin
    .meta(at('GET', '/account-by-email', 'One account by its email'))
    .input(personByEmailSchema)
    .output(o.accountOutput)
    .query(({ ctx, input }) => list.accountByEmail(ctx, input)),
  disable: admin
    .meta(at('POST', '/accounts/{userId}/disable', 'Disable an account, which ends its sign-ins and tokens'))
    .input(switchAccountSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => people.disableAccount(ctx, input)),
  endSignIns: admin
    .meta(at('POST', '/accounts/{userId}/sign-out', 'End the sign-ins and tokens of an account'))
    .input(switchAccountSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => people.endSignInsOf(ctx, input)),
  enable: admin
    .meta(at('POST', '/accounts/{userId}/enable', 'Let a disabled account count again'))
    .input(switchAccountSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => people.enableAccount(ctx, input)),
  setRoles: admin
    .meta(at('PUT', '/accounts/{userId}/roles', 'Say what somebody is'))
    .input(setRolesSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => people.setRoles(ctx, input)),
  deletion: signedInProcedure
    .meta(at('GET', '/me/deletion', 'What stands in the way of deleting one’s account, and what stays'))
    .output(o.deletionOutput)
    .query(({ ctx }) => deleting.deletion(ctx)),
  deleteOwn: signedInProcedure
    .meta(at('POST', '/me/deletion', 'Delete one’s own account'))
    .input(deleteAccountSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => deleting.deleteAccount(ctx, input)),
})
