import 'server-only'
import type { ActorContext } from '../context/context'

/** The recogniser in use; null where faces cannot be recognised at all, and then why. */
async function recognition(ctx: ActorContext) {
  try {
    const { recogniser, own, pad } = await ctx.faceEngine()
    return { recogniser, own, pad, problem: null }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { recogniser: null, own: null, pad: false, problem }
  }
}

/** The state of the installation: what it runs with and how much it holds. Numbers only, nobody's data. */
export async function status(ctx: ActorContext) {
  const { db } = ctx
  const [faces, accounts, teachers, students, disabled, classes, archivedClasses, openSessions] =
    await Promise.all([
      recognition(ctx),
      db.user.count(),
      db.user.count({ where: { roles: { has: 'TEACHER' } } }),
      db.user.count({ where: { roles: { has: 'STUDENT' } } }),
      db.user.count({ where: { disabledAt: { not: null } } }),
      db.schoolClass.count({ where: { place: { archivedAt: null } } }),
      db.schoolClass.count({ where: { place: { archivedAt: { not: null } } } }),
      db.classSession.count({ where: { state: 'OPEN' } }),
    ])
  const [photos, templates, evidence] = await Promise.all([
    db.enrolmentPhoto.count({ where: { image: { not: null } } }),
    db.template.count(),
    db.evidence.count(),
  ])
  return {
    version: process.env.CLOCKFACE_VERSION ?? 'unknown',
    ...faces,
    accounts: { all: accounts, teachers, students, disabled },
    classes: { current: classes, archived: archivedClasses },
    openSessions,
    kept: { photos, templates, evidence },
    photosKept: ctx.settings.keepEnrolmentPhotos,
    evidenceDays: ctx.settings.evidenceDays,
  }
}
