import { randomUUID } from 'node:crypto'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { unit } from '@/domain/face/matching'
import { sealVector } from '@/server/biometrics/templates'
import { runCalibration } from '@/server/calibration/run'
import type { ServiceContext } from '@/server/context/context'

/** Directions of random faces, the same in every run: any two lie far apart, pictures of one person near together. */
function randomVectors(people: number, photos: number, size: number): Float32Array[][] {
  let state = 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647 - 0.5
  }
  const draw = () => Float32Array.from({ length: size }, random)
  return Array.from({ length: people }, () => {
    const own = draw()
    return Array.from({ length: photos }, () => {
      const noise = draw()
      return unit(own.map((value, i) => value + 0.4 * (noise[i] ?? 0)))
    })
  })
}

type CrowdContext = Pick<ServiceContext, 'db' | 'clock' | 'settings'>

interface Crowd {
  /** The recogniser whose templates they get. */
  model: string
  people: number
  /** In this class too, from this number on. */
  classId?: string
  firstNumber?: number
}

/** Enrols so many invented people, whose templates are random: a site large enough to know its own error rates. */
export async function enrolCrowd(ctx: CrowdContext, { model, people, classId, firstNumber = 1000 }: Crowd) {
  const createdAt = ctx.clock()
  const crowd = randomVectors(people, 3, 256).map((vectors) => ({ id: randomUUID(), vectors }))
  await ctx.db.user.createMany({
    data: crowd.map(({ id }, i) => ({
      id,
      email: `${id}@example.org`,
      name: `Person ${i + 1}`,
      passwordHash: '-',
      roles: ['STUDENT' as const],
      createdAt,
    })),
  })
  await ctx.db.consent.createMany({
    data: crowd.map(({ id }) => ({ userId: id, noticeVersion: NOTICE_VERSION, givenAt: createdAt })),
  })
  const photos = crowd.flatMap(({ id, vectors }) =>
    vectors.map((vector) => ({ id: randomUUID(), userId: id, vector })),
  )
  await ctx.db.enrolmentPhoto.createMany({
    data: photos.map(({ id, userId }) => ({ id, userId, createdAt })),
  })
  await ctx.db.template.createMany({
    data: photos.map(({ id, userId, vector }) => ({
      userId,
      photoId: id,
      model,
      vector: sealVector(ctx, id, vector),
      createdAt,
    })),
  })
  if (classId)
    await ctx.db.member.createMany({
      data: crowd.map(({ id }, i) => ({
        placeId: classId,
        userId: id,
        number: firstNumber + i,
        joinedAt: createdAt,
      })),
    })
  await runCalibration(ctx, model)
}
