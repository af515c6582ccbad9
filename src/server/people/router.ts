import 'server-only'
import { personByEmailSchema, setRolesSchema, switchAccountSchema } from '@/domain/people'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as o from './output'
import * as people from './service'

const admin = procedureFor('ADMIN')

export const peopleRouter = router({
  byEmail: admin
    .meta(at('GET', '/accounts', 'One account by its email'))
    .input(personByEmailSchema)
    .output(o.accountOutput)
    .query(({ ctx, input }) => people.accountByEmail(ctx, input)),
  disable: admin
    .meta(at('POST', '/accounts/{userId}/disable', 'Disable an account, which ends its sign-ins and tokens'))
    .input(switchAccountSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => people.disableAccount(ctx, input)),
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
})
