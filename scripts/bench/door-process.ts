import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { appRouter } from '../../src/server/api/app-router'
import { runCalibration } from '../../src/server/calibration/run'
import type { ServiceContext } from '../../src/server/context/context'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { identificationRules } from '../../src/server/kiosks/rules'
import { createCallerFactory } from '../../src/server/trpc/procedure'
import { enrolCrowd } from '../../test/support/crowd'
import { makeClass, makeUser } from '../../test/support/factories'
import { withBenchServer } from './bench-server'
import { startClockface } from './clockface'
import { type DoorRounds, FRAMES_A_SECOND, SECONDS } from './door-limits'
import { peopleOf, type Scene, scenesOf, type Walker } from './door-scenes'
import { enrolPictures } from './enrol-pictures'
import { cpuSince } from './timings'

const createCaller = createCallerFactory(appRouter)

/** So many of each person's pictures are enrolled; the next one walks past. */
const ENROLLED_PHOTOS = 3
const CROWD = 150

/** A class of the people of LFW, an open session and a kiosk to walk past. */
async function place(ctx: ServiceContext, engine: FaceEngine) {
  const now = ctx.clock()
  const model = engine.recogniser
  const teacher = await makeUser(ctx.db, { roles: ['TEACHER'], now })
  const people = peopleOf('lfw')
  const students = []
  for (const { name, pictures } of people) {
    const student = await makeUser(ctx.db, { roles: ['STUDENT'], now, name })
    const enrolled = await Promise.all(pictures.slice(0, ENROLLED_PHOTOS).map((path) => readFile(path)))
    await enrolPictures(ctx, engine, student.id, enrolled)
    students.push(student)
  }
  const { id: classId } = await makeClass(ctx.db, { teacher, students, now })
  await runCalibration(ctx, model)
  const alone = await identificationRules(ctx, model, students.length)
  if (!alone) await enrolCrowd(ctx, { model, people: CROWD })
  const api = createCaller({ ...ctx, actor: teacher })
  await api.sessions.create({ classId, openNow: true })
  const { kioskId } = await api.kiosks.add({ placeId: classId, name: 'Front door', mode: 'WALK_THROUGH' })
  const kiosk = {
    id: kioskId,
    placeId: classId,
    name: 'Front door',
    speaks: false,
    mode: 'WALK_THROUGH' as const,
    locale: null,
  }
  const atKiosk = createCaller({ ...ctx, kiosk }).kiosks
  const state = await atKiosk.state()
  if (!state.session?.walksThrough) throw new Error('Nobody may be named in passing here')
  return { atKiosk, others: alone ? 0 : CROWD, people }
}

/** Everybody of the class, and strangers spread among them. */
function walkersOf(people: ReturnType<typeof peopleOf>): Walker[] {
  const members = people.map(({ name, pictures }) => ({
    name,
    picture: pictures[ENROLLED_PHOTOS] ?? '',
    enrolled: true,
  }))
  const known = new Set(people.map(({ name }) => name))
  const strangers = peopleOf('alike').filter(({ name }) => !known.has(name))
  return members.flatMap((member, i) => {
    const stranger = i % 3 === 2 ? strangers[(i - 2) / 3] : undefined
    const { name, pictures } = stranger ?? { name: '', pictures: [] }
    return stranger ? [member, { name, picture: pictures[0] ?? '', enrolled: false }] : [member]
  })
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

type Kiosk = Awaited<ReturnType<typeof place>>['atKiosk']

/** Plays the minute as a kiosk would send it: one frame at a time, and what comes meanwhile is never sent. */
async function play(atKiosk: Kiosk, scenes: readonly Scene[], into: DoorRounds): Promise<void> {
  const firstSeen = new Map<string, number>()
  const named = new Set<string>()
  let memory = ''
  const start = performance.now()
  for (let next = 0; ; ) {
    await wait((next * 1000) / FRAMES_A_SECOND - (performance.now() - start))
    // A timer may ring a moment early.
    const frame = Math.max(next, Math.floor(((performance.now() - start) * FRAMES_A_SECOND) / 1000))
    const scene = scenes[frame]
    if (!scene) break
    next = frame + 1
    for (const { walker } of scene.walkers)
      if (!firstSeen.has(walker.name)) firstSeen.set(walker.name, performance.now())
    const form = new FormData()
    form.append('frame', new Blob([new Uint8Array(scene.jpeg)]))
    if (memory) form.append('memory', memory)
    const used = process.cpuUsage()
    const sent = performance.now()
    const answer = await atKiosk.door(form)
    into.frameMs.push(performance.now() - sent)
    into.cpuMs.push(cpuSince(used))
    into.faces.push(answer.people.length)
    memory = answer.memory
    for (const { firstName, box } of answer.people) {
      if (firstName === null) continue
      const [nearest] = scene.walkers.toSorted(
        (a, b) => Math.abs(a.x - box.x - box.width / 2) - Math.abs(b.x - box.x - box.width / 2),
      )
      const who = nearest?.walker.name ?? 'nobody'
      if (who !== firstName) into.wrong.push(`${who} as ${firstName}`)
    }
    for (const { firstName } of answer.greetings) {
      named.add(firstName)
      into.namedAfterMs.push(performance.now() - (firstSeen.get(firstName) ?? sent))
    }
  }
  into.named = named.size
  into.wrong = [...new Set(into.wrong)]
  const walked = new Map(scenes.flatMap(({ walkers }) => walkers.map(({ walker }) => [walker.name, walker])))
  into.unknown = [...walked.values()].filter((w) => w.enrolled && !named.has(w.name)).map(({ name }) => name)
}

async function measure(ctx: ServiceContext, engine: FaceEngine): Promise<DoorRounds> {
  const { atKiosk, others, people } = await place(ctx, engine)
  const walkers = walkersOf(people)
  const scenes = await scenesOf(walkers)
  const results: DoorRounds = {
    recogniser: engine.recogniser,
    workers: availableParallelism(),
    enrolled: people.length,
    strangers: walkers.length - people.length,
    others,
    seconds: SECONDS,
    named: 0,
    wrong: [],
    unknown: [],
    frameMs: [],
    cpuMs: [],
    faces: [],
    bareMs: [],
    namedAfterMs: [],
    clockedIn: 0,
  }
  await play(atKiosk, scenes, results)
  results.clockedIn = await ctx.db.attendance.count({ where: { clockedInAt: { not: null } } })
  results.bareMs = await bareRuns(scenes, results.faces)
  return results
}

/** Bare runs for frames with so many faces: the detector once, everything else for each face. */
async function bareRuns(scenes: readonly Scene[], faces: readonly number[]): Promise<number[]> {
  const bare = await startClockface()
  const jpeg = scenes[0]?.jpeg ?? Buffer.alloc(0)
  const sums: { detector: number; face: number }[] = []
  for (let round = 0; round < 20; round++) {
    const timings = (await bare.time(jpeg)) ?? {}
    const detector = timings['bare blazeface'] ?? 0
    let face = -detector
    for (const [key, value] of Object.entries(timings)) if (key.startsWith('bare ')) face += value
    sums.push({ detector, face })
  }
  const middle = sums.toSorted((a, b) => a.face - b.face)[10] ?? { detector: 0, face: 0 }
  return faces.map((count) => middle.detector + count * middle.face)
}

process.send?.(await withBenchServer(measure))
process.disconnect?.()
