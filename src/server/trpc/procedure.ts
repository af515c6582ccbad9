import 'server-only'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import type { z } from 'zod'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import { type Scopes, scopeOf } from '@/domain/scopes'
import type { ServiceContext } from '../context/context'
import { errorShape, toTrpcError } from './errors'

/** An operation of the interface for programs: its method, and its path under `/api/v1` with `{param}` for inputs. */
export interface RestOperation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  /** What it does, in a line. */
  summary?: string
  /** Its input as a program writes it, where the examples of its fields do not do. A picture is the name of a file. */
  example?: Record<string, unknown>
  /** Its answer holds a secret, which is never kept: it takes no Idempotency-Key. */
  secret?: boolean
  /** What each event of a stream holds. */
  event?: z.ZodType
}

export interface ProcedureMeta {
  /** Who may call it: everybody, browsers in which somebody has signed in before, everybody signed in, kiosks at a door, or people with one of these roles. */
  access?: 'public' | 'known-browser' | 'signed-in' | 'kiosk' | Role[]
  /** Its address for programs, or why it is the browser's alone. */
  rest?: RestOperation | { browserOnly: string }
}

const t = initTRPC
  .context<ServiceContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter: ({ shape, error }) => ({ ...shape, ...errorShape(shape, error) }),
    sse: {
      ping: { enabled: true, intervalMs: 5_000 },
      // A stream ends now and then, so that whoever may no longer look is asked again who they are.
      maxDurationMs: 5 * 60_000,
      client: { reconnectAfterInactivityMs: 12_000 },
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

interface Called {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  access: ProcedureMeta['access']
}

/** A token opens no more than its scopes say, each made of the procedure's own path. */
function requireScope(scopes: Scopes, { path, type }: Called): void {
  if (scopes === 'all') return
  const scope = scopeOf(path, type)
  if (!scope) throw toTrpcError(new AppError('tokens.sign_in_needed'), path)
  if (!scopes.includes(scope)) throw toTrpcError(new AppError('tokens.scope_missing', { scope }), path)
}

/** Whether whoever asks may call a procedure at all; what of it is theirs, its service finds out. Throws where not. */
export function requireAccess(ctx: ServiceContext, called: Called): void {
  const { access, path } = called
  if (!access) throw new TRPCError({ code: 'FORBIDDEN', message: `${path} does not say who may call it` })
  if (access === 'public') return
  if (access === 'known-browser') {
    if (!ctx.device) throw toTrpcError(new AppError('auth.use_password'), path)
    return
  }
  if (access === 'kiosk') {
    if (!ctx.kiosk) throw toTrpcError(new AppError('kiosks.not_registered'), path)
    return
  }
  if (!ctx.actor) throw toTrpcError(new AppError('auth.sign_in_first'), path)
  const { roles } = ctx.actor
  if (access !== 'signed-in' && !access.some((role) => roles.includes(role)))
    throw toTrpcError(new AppError('auth.not_allowed'), path)
  requireScope(ctx.scopes, called)
}

/** Denies unless the procedure says who may call it, and turns our errors into tRPC's. */
const baseProcedure = t.procedure.use(async ({ ctx, meta, next, path, type }) => {
  requireAccess(ctx, { path, type, access: meta?.access })
  const result = await next()
  if (!result.ok) throw toTrpcError(result.error, path)
  return result
})

const withActor = t.middleware(({ ctx, next, path }) => {
  if (!ctx.actor) throw toTrpcError(new AppError('auth.sign_in_first'), path)
  return next({ ctx: { ...ctx, actor: ctx.actor } })
})

const withKiosk = t.middleware(({ ctx, next, path }) => {
  if (!ctx.kiosk) throw toTrpcError(new AppError('kiosks.not_registered'), path)
  return next({ ctx: { ...ctx, kiosk: ctx.kiosk, via: 'KIOSK' as const } })
})

export const publicProcedure = baseProcedure.meta({ access: 'public' })
/** A procedure before a sign-in that takes much work: a browser that nobody signed in with is refused before any of it. */
export const knownBrowserProcedure = baseProcedure.meta({ access: 'known-browser' })
export const signedInProcedure = baseProcedure.meta({ access: 'signed-in' }).use(withActor)

/** A procedure for a kiosk at a door, whoever stands before it: being signed in does not open it. */
export const kioskProcedure = baseProcedure.meta({ access: 'kiosk' }).use(withKiosk)

/** A procedure for people who hold one of these roles. */
export function procedureFor(...roles: Role[]) {
  return baseProcedure.meta({ access: roles }).use(withActor)
}
