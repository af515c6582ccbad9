import { createHash } from 'node:crypto'
import { z } from 'zod'
import { classSchema } from '@/domain/classes-schema'
import { AppError } from '@/domain/errors'
import { idSchema } from '@/domain/id'
import { createClass, ownClass, setArchived, taughtClasses } from '@/server/classes/service'
import type { Actor, ServiceContext } from '@/server/context/context'
import { feedsRouter } from '@/server/feeds/router'
import { restHandler } from '@/server/rest/handler'
import { sessionsOfClass } from '@/server/sessions/service'
import { formInput, once, pictureField, several } from '@/server/trpc/form-input'
import { classInput, pageFields } from '@/server/trpc/inputs'
import { pageOf } from '@/server/trpc/outputs'
import { procedureFor, publicProcedure, router, signedInProcedure } from '@/server/trpc/procedure'
import { testWorld } from './world'

const teacher = procedureFor('TEACHER')
const query = z.strictObject({
  ids: z.array(idSchema).optional(),
  numbers: z.array(z.number()).max(3).optional(),
  count: z.number().int().optional(),
  deep: z.boolean().optional(),
  ...pageFields,
})
const sizes = z.array(z.object({ size: z.number(), hash: z.string() }))

/** How often the write that fails at first was tried. */
const tries = { count: 0 }

const sizesOf = (files: Blob[]) =>
  Promise.all(
    files.map(async (file) => ({
      size: file.size,
      hash: createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('hex'),
    })),
  )

/** Real procedures with addresses of their own, and a few that answer what they were given. */
export const restRouter = router({
  classes: router({
    create: teacher
      .meta({ rest: { method: 'POST', path: '/classes', summary: 'Make a class' } })
      .input(classSchema)
      .output(z.object({ id: idSchema }))
      .mutation(({ ctx, input }) => createClass(ctx, input)),
    byId: teacher
      .meta({ rest: { method: 'GET', path: '/classes/{classId}' } })
      .input(classInput)
      .output(z.object({ id: idSchema, name: z.string(), archivedAt: z.date().nullable() }))
      .query(({ ctx, input }) => ownClass(ctx, input.classId)),
    taught: teacher
      .meta({ rest: { method: 'GET', path: '/classes' } })
      .input(z.strictObject({ archived: z.boolean() }))
      .output(z.array(z.object({ id: idSchema, name: z.string() })))
      .query(({ ctx, input }) => taughtClasses(ctx, input)),
    setArchived: teacher
      .meta({ rest: { method: 'PUT', path: '/classes/{classId}/archived' } })
      .input(classInput.extend({ archived: z.boolean() }))
      .output(z.void())
      .mutation(({ ctx, input }) => setArchived(ctx, input)),
    sessions: teacher
      .meta({ rest: { method: 'GET', path: '/classes/{classId}/sessions' } })
      .input(classInput.extend(pageFields))
      .output(pageOf(z.object({ id: idSchema })))
      .query(({ ctx, input }) => sessionsOfClass(ctx, input)),
  }),
  feeds: feedsRouter,
  echo: router({
    query: publicProcedure
      .meta({ rest: { method: 'GET', path: '/echo' } })
      .input(z.object({ at: z.string().optional() }))
      .input(query.omit({ cursor: true }).partial().loose())
      .output(z.object({ got: z.unknown(), now: z.date(), nothing: z.string().optional() }))
      .query(({ ctx, input }) => ({ got: input, now: ctx.clock(), nothing: undefined })),
    strict: publicProcedure
      .meta({ rest: { method: 'GET', path: '/strict' } })
      .input(query)
      .output(z.unknown())
      .query(({ input }) => input),
    pictures: signedInProcedure
      .meta({ rest: { method: 'POST', path: '/things/{thingId}/pictures' } })
      .input(
        formInput({
          thingId: once(idSchema),
          photo: once(pictureField),
          note: once(z.string().max(10)).optional(),
          frame: several(pictureField, 1, 3).optional(),
        }),
      )
      .output(z.object({ thingId: idSchema, note: z.string().optional(), sizes }))
      .mutation(async ({ input: { thingId, note, photo, frame = [] } }) => ({
        ...{ thingId, note },
        sizes: await sizesOf([photo, ...frame]),
      })),
    secret: signedInProcedure
      .meta({ rest: { method: 'POST', path: '/secrets', secret: true } })
      .output(z.object({ secret: z.string() }))
      .mutation(() => ({ secret: 'shown once' })),
    failing: signedInProcedure
      .meta({ rest: { method: 'POST', path: '/failing' } })
      .output(z.object({ tries: z.number() }))
      .mutation(() => {
        tries.count++
        if (tries.count % 2 === 1) throw new Error('the disk is full')
        return { tries: tries.count }
      }),
    busy: signedInProcedure
      .meta({ rest: { method: 'POST', path: '/busy' } })
      .output(z.void())
      .mutation(() => {
        throw new AppError('request.too_many', { seconds: 7 })
      }),
  }),
})

interface Ask {
  as?: Actor
  method?: string
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
}

/** The interface for programs over real services; a token here is the id of its person. */
export function restWorld() {
  const world = testWorld()
  const contextOf = async (request: Request): Promise<ServiceContext> => {
    const address = request.headers.get('x-clockface-address') ?? 'here'
    const id = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    const found = id
      ? await world.db.user.findUnique({
          where: { id, disabledAt: null },
          select: { id: true, name: true, email: true, roles: true, sessionVersion: true },
        })
      : null
    if (id && !found) throw new AppError('auth.sign_in_first')
    return world.context(found, { via: 'API', address })
  }
  const handle = restHandler({
    router: restRouter,

    services: () => world.context(),
    contextOf,
  })

  function ask(path: string, { as, method, json, body, headers = {} }: Ask = {}): Promise<Response> {
    const sent = json === undefined ? body : JSON.stringify(json)
    return handle(
      new Request(`http://clockface.test/api/v1${path}`, {
        method: method ?? (sent === undefined ? 'GET' : 'POST'),
        ...(sent === undefined ? {} : { body: sent, duplex: 'half' }),
        headers: {
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(as ? { authorization: `Bearer ${as.id}` } : {}),
          ...headers,
        },
      }),
    )
  }
  return { ...world, ask, handle }
}

export const aClass = { name: 'Physics 9b', timeZone: 'Asia/Kathmandu', lateAfterMinutes: 10 }
