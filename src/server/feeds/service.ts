import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { type Feed, type FeedKey, feedKey, together, type WantedFeed } from '@/domain/feeds'
import { sessionTopic, type Topic, userTopic, workplaceTopic } from '@/domain/live'
import type { Role } from '@/domain/roles'
import { todayTopics } from '../attendance/today'
import type { ActorContext } from '../context/context'
import { eventStream, happenings, latestEventId, type Part } from '../live/stream'
import { ownSessionIds } from '../sessions/service'
import { ownWorkplaceIds } from '../time-entries/board'
import { ownTopics } from '../time-entries/today'

interface Listening {
  /** For whom the page was made: where somebody else has signed in since, it is told nothing. */
  viewerId: string
  feeds: WantedFeed[]
  lastEventId?: string | undefined
}

/** So many browsers of one person may listen at a time in this process; each has one stream. */
const MOST_STREAMS = 30

const shared = globalThis as typeof globalThis & { clockfaceStreams?: Map<string, number> }
shared.clockfaceStreams ??= new Map()
const openStreams = shared.clockfaceStreams

/** The one stream of a browser: every event of the feeds that its pages want, each from where they know it. */
export async function* feedEvents(ctx: ActorContext, input: Listening, signal: AbortSignal | undefined) {
  if (input.viewerId !== ctx.actor.id) throw new AppError('auth.sign_in_first')
  const { id } = ctx.actor
  const open = openStreams.get(id) ?? 0
  if (open >= MOST_STREAMS) throw new AppError('request.too_many', { seconds: 10 })
  openStreams.set(id, open + 1)
  try {
    yield* eventStream(ctx, { parts: () => partsOf(ctx, input), signal })
  } finally {
    const left = (openStreams.get(id) ?? 1) - 1
    if (left > 0) openStreams.set(id, left)
    else openStreams.delete(id)
  }
}

/** From where a page can be followed that is read after this. */
export async function feedStart(ctx: ActorContext) {
  return { viewerId: ctx.actor.id, lastEventId: await latestEventId(ctx) }
}

/** What happens in a session that the person leads: after the last event that they know, else from now on. */
export async function* sessionEvents(
  ctx: ActorContext,
  { sessionId, lastEventId }: { sessionId: string; lastEventId?: string | undefined },
  signal: AbortSignal | undefined,
) {
  const after = lastEventId ?? (await latestEventId(ctx))
  const feeds: WantedFeed[] = [{ feed: { kind: 'session', sessionId }, after }]
  yield* happenings(feedEvents(ctx, { viewerId: ctx.actor.id, feeds }, signal))
}

/** Null is for everybody who is signed in. */
const listener: Record<Feed['kind'], Role | null> = {
  account: null,
  session: 'TEACHER',
  today: 'STUDENT',
  work: 'EMPLOYEE',
  workplace: 'EMPLOYER',
}

/** What the person may listen to: a feed without topics is refused. Throws where that is every one. */
async function partsOf(ctx: ActorContext, input: Listening): Promise<Part<FeedKey>[]> {
  const wanted = together(input.feeds)
  const told = BigInt(input.lastEventId ?? 0)
  const allowed = wanted
    .map(({ feed }) => feed)
    .filter(({ kind }) => {
      const role = listener[kind]
      return role === null || ctx.actor.roles.includes(role)
    })
  const topics = await topicsOf(ctx, allowed)
  const parts = wanted.map(({ feed, after }) => {
    const key = feedKey(feed)
    const known = BigInt(after)
    return {
      key,
      topics: topics.get(key) ?? [],
      after: known > told ? known : told,
      ...(topics.has(key) ? {} : { refusal: refusalOf(allowed.includes(feed)) }),
    }
  })
  const [first] = parts
  if (first?.refusal && parts.every(({ refusal }) => refusal)) throw new AppError(first.refusal)
  return parts
}

/** What is not the person's does not exist for them. */
const refusalOf = (mayAsk: boolean): ErrorCode => (mayAsk ? 'request.not_found' : 'auth.not_allowed')

async function topicsOf(ctx: ActorContext, feeds: Feed[]): Promise<Map<FeedKey, Topic[]>> {
  const sessionIds = feeds.flatMap((feed) => (feed.kind === 'session' ? feed.sessionId : []))
  const own = sessionIds.length > 0 ? await ownSessionIds(ctx, sessionIds) : []
  const topics = new Map<FeedKey, Topic[]>(own.map((id) => [`session:${id}`, [sessionTopic(id)]]))
  const workplaceIds = feeds.flatMap((feed) => (feed.kind === 'workplace' ? feed.workplaceId : []))
  for (const id of workplaceIds.length > 0 ? await ownWorkplaceIds(ctx, workplaceIds) : [])
    topics.set(`workplace:${id}`, [workplaceTopic(id)])
  if (feeds.some(({ kind }) => kind === 'account')) topics.set('account', [userTopic(ctx.actor.id)])
  if (feeds.some(({ kind }) => kind === 'today')) topics.set('today', await todayTopics(ctx))
  if (feeds.some(({ kind }) => kind === 'work')) topics.set('work', ownTopics(ctx))
  return topics
}
