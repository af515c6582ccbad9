import 'server-only'
import type { ReaderLocale } from '@/domain/locale'
import { dayOf } from '@/domain/time'
import type { ActorContext } from '../context/context'
import { countTry } from '../limits/limits'
import { statementOf } from './documents'
import { ownAccount } from './own-account'
import { ownAttendance, ownNotes, ownSessions } from './own-classes'
import { ownFaceData, ownPictures } from './own-face'
import { ownEmployments, ownEntries, ownTerms, statementName, toldToPayroll } from './own-work'
import { type ZippedFile, zipStream } from './zip'

/** Days of the database are instants at midnight of UTC; amounts may be more than a number of JSON holds exactly. */
const written = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)

const json = (name: string, value: unknown): ZippedFile => ({
  name: `${name}.json`,
  body: Buffer.from(`${JSON.stringify(value, written, 2)}\n`),
})

/** What may stand in the name of a file of an archive, whoever opens it. */
const safe = (name: string) =>
  name
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)

async function* filesOf(ctx: ActorContext, reader: ReaderLocale): AsyncGenerator<ZippedFile> {
  yield json('account', await ownAccount(ctx))
  yield json('attendance', await ownAttendance(ctx))
  yield json('sessions', await ownSessions(ctx))
  yield json('notes', await ownNotes(ctx))
  yield json('face', await ownFaceData(ctx))
  yield* ownPictures(ctx)
  for (const [at, { id, ...employment }] of (await ownEmployments(ctx)).entries())
    yield* filesOfWork(ctx, { id, reader, employment, at: at + 1 })
}

interface Work {
  id: string
  /** Which of the person's employments it is, counted from 1. */
  at: number
  employment: { workplace: { place: { name: string } } }
  reader: ReaderLocale
}

async function* filesOfWork(ctx: ActorContext, work: Work): AsyncGenerator<ZippedFile> {
  const { id, at, employment, reader } = work
  const folder = `work/${at} ${safe(employment.workplace.place.name)}`.trim()
  yield json(`${folder}/employment`, employment)
  const entries = []
  for await (const entry of ownEntries(ctx, id)) entries.push(entry)
  yield json(`${folder}/entries`, entries)
  yield json(`${folder}/payroll`, await toldToPayroll(ctx, id))
  const { payments, ...terms } = await ownTerms(ctx, id)
  for (const [name, rows] of Object.entries({ ...terms, payments })) yield json(`${folder}/${name}`, rows)
  for (const payment of payments)
    yield {
      name: `${folder}/statements/${statementName(payment)}`,
      body: await statementOf(ctx, { paymentId: payment.id, reader }),
    }
}

/** Everything that is held about somebody, as an archive that is written while it is read. */
export async function ownDataFile(ctx: ActorContext, { reader }: { reader: ReaderLocale }) {
  await countTry(ctx.db, 'own data', ctx.actor.id)
  const now = ctx.clock()
  const body = zipStream(filesOf(ctx, reader), now)
  return { name: `clockface ${dayOf(now, 'UTC')}.zip`, type: 'application/zip', body }
}
