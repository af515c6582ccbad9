import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import superjson from 'superjson'
import { errorShape } from '@/server/trpc/errors'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

export interface Answer {
  path: string
  answer: unknown
}

function told(path: string, error: unknown): unknown {
  if (!(error instanceof TRPCError)) throw error
  const { message, code } = error
  const data = { code, httpStatus: getHTTPStatusCodeFromError(error), path } as const
  return errorShape({ message, code: -32600, data }, error)
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

/** The same as it goes over the wire. */
const onWire = (answer: unknown): unknown => superjson.serialize(answer)

/** A world in which everything that a procedure answers, or refuses with, is written down. */
export function recordingWorld(world: World): World & { answers: Answer[]; note: (answer: Answer) => void } {
  const answers: Answer[] = []
  const note = ({ path, answer }: Answer) => answers.push({ path, answer: onWire(answer) })

  async function* heard(path: string, events: AsyncIterable<unknown>) {
    note({ path, answer: 'begins' })
    for await (const event of events) {
      note({ path, answer: event })
      yield event
    }
  }

  function recording(target: object, path: string[]): object {
    return new Proxy(target, {
      get: (inner, key) => recording(Reflect.get(inner, key) as object, [...path, String(key)]),
      async apply(inner, _, args) {
        const name = path.join('.')
        try {
          const answer: unknown = await Reflect.apply(
            inner as (...all: unknown[]) => unknown,
            undefined,
            args,
          )
          if (isStream(answer)) return heard(name, answer)
          note({ path: name, answer })
          return answer
        } catch (error) {
          note({ path: name, answer: told(name, error) })
          throw error
        }
      },
    })
  }
  const api: World['api'] = (...who) => recording(world.api(...who), []) as ReturnType<World['api']>
  return { ...world, api, answers, note }
}
