import 'server-only'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { queueCalibration } from '../biometrics/faces-changed'
import { runCalibration } from '../calibration/run'
import type { Actor, ServiceContext } from '../context/context'
import { keepPhoto } from '../enrolment/keep-photo'
import { giveConsent } from '../enrolment/service'
import type { FaceEngine } from '../face/face-engine'
import { transact } from '../live/publish'
import { enrolmentPortraits, hasSample } from './portraits'
import type { SampleFace } from './sample-faces'

/**
 * Enrols people of the demo with faces of the sample photos, and measures the site that they are. Only here two views of
 * one picture pass for two photos. Whose photo is not installed, or does not pass the gate, has none.
 * @returns whose face is known.
 */
export async function enrolDemoPeople(
  ctx: ServiceContext,
  people: ReadonlyArray<{ actor: Actor; sample: SampleFace }>,
): Promise<SampleFace[]> {
  const engine = await ctx.faceEngine()
  const enrolled: SampleFace[] = []
  for (const { actor, sample } of people)
    if (hasSample(sample) && (await enrol(ctx, engine, { actor, sample }))) enrolled.push(sample)
  if (enrolled.length > 0) await runCalibration(ctx, engine.recogniser)
  return enrolled
}

async function enrol(
  ctx: ServiceContext,
  engine: FaceEngine,
  { actor, sample }: { actor: Actor; sample: SampleFace },
): Promise<boolean> {
  const looks = await engine.readBurst(await enrolmentPortraits(sample))
  const selfies = looks.flatMap((look) => (look.ok ? [look.selfie] : []))
  if (selfies.length < looks.length) return false
  const userId = actor.id
  await giveConsent({ ...ctx, actor }, { noticeVersion: NOTICE_VERSION })
  await transact(ctx, async (ctx) => {
    await lockEnrolment(ctx.tx, userId)
    for (const selfie of selfies) await keepPhoto(ctx, { userId, selfie })
    await ctx.tx.demoAccount.update({ where: { userId }, data: { sample } })
    await queueCalibration(ctx.tx)
  })
  return true
}
