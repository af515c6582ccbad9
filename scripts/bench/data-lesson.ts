import { randomUUID } from 'node:crypto'
import { appRouter } from '../../src/server/api/app-router'
import type { Actor } from '../../src/server/context/context'
import { seal } from '../../src/server/crypto/seal'
import { cropLabel } from '../../src/server/roll-calls/sealing'
import { createCallerFactory } from '../../src/server/trpc/procedure'
import { makeClass, makeUser } from '../../test/support/factories'
import type { DataRow } from './data'
import { type DataSetting, measured } from './data-rounds'

const createCaller = createCallerFactory(appRouter)
const BOARD = 200
const MARKS = 60
const CROP_BYTES = 8_000

/** A class with an open session. */
async function lesson({ ctx }: DataSetting, size: number) {
  const now = ctx.clock()
  const teacher = await makeUser(ctx.db, { roles: ['TEACHER'], now })
  const students: Actor[] = []
  for (let i = 0; i < size; i++)
    students.push(await makeUser(ctx.db, { roles: ['STUDENT'], now, name: `Student ${i + 1}` }))
  const { id: classId } = await makeClass(ctx.db, { teacher, students, now })
  const api = createCaller({ ...ctx, actor: teacher })
  const open = () => api.sessions.create({ classId, openNow: true })
  return { teacher, students, api, open }
}

/** The live board of a class of 200, three quarters of whom have a record. */
export async function boardOf200(setting: DataSetting): Promise<DataRow> {
  const { students, api, open } = await lesson(setting, BOARD)
  const { id: sessionId } = await open()
  for (const { id: studentId } of students.slice(0, (BOARD * 3) / 4))
    await api.attendance.mark({ sessionId, studentId, status: 'PRESENT' })
  const rounds = 5 * setting.rounds
  return measured(
    `board of ${BOARD} students`,
    { ...setting, rounds },
    async () => undefined,
    () => api.sessions.board({ sessionId }),
  )
}

/** A roll call that is ready, with a face for each of these people. */
async function readyRollCall(
  { ctx, engine }: DataSetting,
  sessionId: string,
  teacher: Actor,
  people: Actor[],
) {
  const now = ctx.clock()
  const fingerprint = new Uint8Array(32)
  const { id: rollCallId } = await ctx.db.rollCall.create({
    data: { sessionId, createdById: teacher.id, state: 'READY', model: engine.recogniser, createdAt: now },
  })
  const { id: photoId } = await ctx.db.rollCallPhoto.create({
    data: { rollCallId, position: 1, fingerprint, width: 4000, height: 3000, doneAt: now },
  })
  const marks = people.map(({ id }) => ({ faceId: randomUUID(), studentId: id, evenIfExcused: false }))
  await ctx.db.rollCallFace.createMany({
    data: marks.map(({ faceId, studentId }) => ({
      id: faceId,
      rollCallId,
      photoId,
      box: { x: 0, y: 0, width: 60, height: 60 },
      crop: seal(ctx.settings.faceKey, cropLabel(faceId), new Uint8Array(CROP_BYTES)),
      band: 'SURE' as const,
      studentId,
      similarity: 0.9,
    })),
  })
  return { rollCallId, marks }
}

/** A teacher confirms a roll call of 60: 60 records, with their history and their events. */
export async function sixtyMarks(setting: DataSetting): Promise<DataRow> {
  const { teacher, students, api, open } = await lesson(setting, MARKS)
  let last: string | null = null
  return measured(
    `${MARKS} marks at once (a roll call confirmed)`,
    setting,
    async () => {
      if (last) await api.sessions.close({ sessionId: last })
      const { id } = await open()
      last = id
      return readyRollCall(setting, id, teacher, students)
    },
    (rollCall) => api.rollCalls.confirm(rollCall),
  )
}
