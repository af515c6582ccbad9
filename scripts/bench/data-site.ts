import { NOTICE_VERSION } from '../../src/domain/enrolment'
import { appRouter } from '../../src/server/api/app-router'
import { currentCalibration } from '../../src/server/calibration/current'
import { neighboursOf } from '../../src/server/calibration/neighbours'
import { createCallerFactory } from '../../src/server/trpc/procedure'
import { makeUser } from '../../test/support/factories'
import { photoForm, portraitFile } from '../../test/support/pictures'
import type { DataRow } from './data'
import { type DataSetting, measured } from './data-rounds'

const createCaller = createCallerFactory(appRouter)
/** As many as a site has that was calibrated on each school day of a year. */
const CALIBRATIONS = 200

/** Somebody's first photo, as the browser sends it; and of it what comparing it with everybody takes. */
export async function enrolment(setting: DataSetting): Promise<DataRow[]> {
  const { ctx, engine } = setting
  const actor = await makeUser(ctx.db, { roles: ['STUDENT'], now: ctx.clock(), name: 'Anna' })
  const api = createCaller({ ...ctx, actor }).enrolment
  await api.giveConsent({ noticeVersion: NOTICE_VERSION })
  const photo = await portraitFile('anna')
  const people = await ctx.db.user.count({ where: { templates: { some: {} } } })
  const size = people.toLocaleString('en-GB')
  const whole = await measured(
    `a photo is added, ${size} people enrolled`,
    setting,
    async () => {
      await api.deleteAllPhotos()
      await ctx.db.tryCount.deleteMany()
    },
    () => api.addPhoto(photoForm(photo)),
  )
  const selfie = await engine.readSelfie(new Uint8Array(await photo.arrayBuffer()))
  if (!selfie.ok) throw new Error(`The sample picture was refused: ${selfie.problem}`)
  const self = { userId: actor.id, model: engine.recogniser, vectors: [selfie.selfie.vector] }
  const site = await currentCalibration(ctx, engine.recogniser)
  const compared = await measured(
    'of it: who else looks like this',
    setting,
    async () => undefined,
    () => neighboursOf(ctx, self, site),
  )
  await api.withdraw()
  return [whole, compared]
}

/** Somebody withdraws from a site that has been calibrated many times. */
export async function withdrawal(setting: DataSetting): Promise<DataRow> {
  const { ctx } = setting
  await ctx.db.$executeRaw`
    INSERT INTO "Calibration" (model, people, photos, "impostorPairs", "genuinePairs", score, verify, sure, likely,
      margin, wanted, "verifyFmr", "sureFmr", curves, "createdAt")
    SELECT model, people, photos, "impostorPairs", "genuinePairs", score, verify, sure, likely,
      margin, wanted, "verifyFmr", "sureFmr", curves, "createdAt"
    FROM (SELECT * FROM "Calibration" ORDER BY id DESC LIMIT 1) AS newest, generate_series(2, ${CALIBRATIONS})`
  const people = await ctx.db.user.findMany({
    where: { templates: { some: {} } },
    orderBy: { id: 'asc' },
    take: setting.rounds + 2,
    select: { id: true, name: true, email: true, roles: true, sessionVersion: true },
  })
  return measured(
    `somebody withdraws, 3,000 people enrolled, ${CALIBRATIONS} calibrations`,
    setting,
    async (round) => {
      const actor = people[round]
      if (!actor) throw new Error('Too few people are enrolled')
      return createCaller({ ...ctx, actor }).enrolment
    },
    (api) => api.withdraw(),
  )
}
