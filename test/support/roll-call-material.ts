import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Logger, runOnce } from 'graphile-worker'
import sharp from 'sharp'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { sealVector } from '@/server/biometrics/templates'
import type { Actor, ServiceContext } from '@/server/context/context'
import type { GroupPhoto, SelfieResult } from '@/server/face/face-engine'
import { tasks } from '@/server/process/tasks'
import { makeClass } from './factories'
import { type GroupPhotoName, groupPhotoFile } from './group-photos'
import { portraitFile } from './pictures'
import type { PortraitOptions, Sitter } from './sample-portraits'
import type { testWorld } from './world'

/** A group photo as a file; `again` is the same scene in another file. */
export async function groupPhoto(name: GroupPhotoName, { again = false } = {}): Promise<File> {
  const bytes = await readFile(groupPhotoFile(name))
  const picture = again ? await sharp(bytes).jpeg({ quality: 91 }).toBuffer() : bytes
  return new File([new Uint8Array(picture)], `${name}.jpg`, { type: 'image/jpeg' })
}

export function rollCallForm(rollCallId: string, photo: Blob): FormData {
  const form = new FormData()
  form.append('rollCallId', rollCallId)
  form.append('photo', photo)
  return form
}

type World = ReturnType<typeof testWorld>

const own: Record<'anna' | 'berta' | 'clara' | 'dora', [Sitter, PortraitOptions][]> = {
  anna: [
    ['anna', {}],
    ['annaAgain', {}],
  ],
  berta: [
    ['berta', {}],
    ['berta', { share: 0.5 }],
  ],
  clara: [
    ['clara', {}],
    ['clara', { share: 0.5 }],
  ],
  dora: [
    ['dora', {}],
    ['dora', { share: 0.5 }],
  ],
}

export type Student = keyof typeof own
export const everybody = ['anna', 'berta', 'clara', 'dora'] as const satisfies Student[]

/** What the engine made of a file, once a run: it says the same each time. */
function once<Result>() {
  const known = new Map<string, Promise<Result>>()
  return (key: string, read: () => Promise<Result>) => {
    const reading = known.get(key) ?? read()
    known.set(key, reading)
    return reading
  }
}

const selfieOnce = once<SelfieResult>()
const groupOnce = once<GroupPhoto>()

/** Consents and enrols, as the screens would, with selfies that this engine has taken. */
export async function enrol(world: World, user: Actor, who: Student): Promise<void> {
  const context = world.context()
  const engine = await context.faceEngine()
  await world.api(user).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  for (const portrait of own[who]) {
    const file = await portraitFile(...portrait)
    const key = `${engine.recogniser} ${JSON.stringify(portrait)}`
    const result = await selfieOnce(key, async () =>
      engine.readSelfie(new Uint8Array(await file.arrayBuffer())),
    )
    if (!result.ok) throw new Error(result.problem)
    const id = randomUUID()
    const vector = sealVector(context, id, result.selfie.vector)
    const template = { model: engine.recogniser, vector, createdAt: world.clock.now }
    await world.db.enrolmentPhoto.create({
      data: { id, userId: user.id, createdAt: world.clock.now, templates: { create: template } },
    })
  }
}

/** A class of Anna, Berta, Clara and Dora, of whom some are enrolled, with an open session. */
export async function lesson(world: World, { enrolled = everybody as readonly Student[] } = {}) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const people = {
    anna: await world.user(['STUDENT'], 'Anna'),
    berta: await world.user(['STUDENT'], 'Berta'),
    clara: await world.user(['STUDENT'], 'Clara'),
    dora: await world.user(['STUDENT'], 'Dora'),
  }
  for (const who of enrolled) await enrol(world, people[who], who)
  const students = Object.values(people)
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  const api = world.api(teacher)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  return { teacher, people, classId, sessionId, api }
}

/** Does the work that waits, as the server's worker would, until none is left. */
export async function doJobs(world: World, changes: Partial<ServiceContext> = {}): Promise<void> {
  await runOnce({
    connectionString: world.url,
    taskList: tasks(() => world.context(null, changes)),
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  })
}

/** Uploads photos and has them read: the roll call is ready for review. */
export async function readRollCall(
  world: World,
  api: ReturnType<World['api']>,
  sessionId: string,
  photos: File[],
): Promise<string> {
  const { rollCallId } = await api.rollCalls.create({ sessionId })
  for (const photo of photos) await api.rollCalls.addPhoto(rollCallForm(rollCallId, photo))
  await api.rollCalls.begin({ rollCallId })
  await readWhatWaits(world)
  return rollCallId
}

/** Has photos read that were added, each file once a run. */
export async function readWhatWaits(world: World): Promise<void> {
  const engine = await world.context().faceEngine()
  const readGroup = (picture: Uint8Array) => {
    const key = createHash('sha256').update(engine.recogniser).update(picture).digest('hex')
    return groupOnce(key, () => engine.readGroup(picture))
  }
  await doJobs(world, { faceEngine: async () => ({ ...engine, readGroup }) })
}

/** As what its engine named them a teacher would mark them, whoever it is sure of or not. */
export function marksOf(faces: readonly { id: string; studentId: string | null }[]) {
  const named = new Map(faces.flatMap(({ id, studentId }) => (studentId ? [[studentId, id] as const] : [])))
  return [...named].map(([studentId, faceId]) => ({ faceId, studentId, evenIfExcused: false }))
}
