import 'server-only'
import { AppError } from '@/domain/errors'
import { requireFaceOn } from '../biometrics/face-on'
import type { ActorContext, ServiceContext } from '../context/context'
import { status } from '../enrolment/service'
import { type StartedChallenge, startChallenge } from '../face-checks/challenge'
import { checkFace } from '../face-checks/check'
import { requireNoPause, takeBackOnError } from '../face-checks/locks'
import { saveFaceCheck } from '../face-checks/save'
import { needsSecondFactor } from '../face-checks/second-factor'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import type { Obstacle } from './output'
import { type Owner, ownerHere } from './owner'
import { asSignInRefusal } from './refusals'
import { issueTicket } from './ticket'

/** Without presentation-attack detection a picture could sign in. */
async function available(ctx: ServiceContext): Promise<boolean> {
  return ctx.faceEngine().then(
    ({ pad }) => pad,
    () => false,
  )
}

/** Why the person cannot sign in by face; null where they can. */
async function obstacle(ctx: ActorContext): Promise<Obstacle | null> {
  if (ctx.actor.roles.includes('ADMIN')) return 'auth.face_not_for_admins'
  if (!(await available(ctx))) return 'auth.face_not_available'
  return (await status(ctx)).enrolled ? null : 'auth.face_enrol_first'
}

/** Whether the person signs in by face, and why they could not. */
export async function faceSignInSettings(ctx: ActorContext) {
  const { faceSignIn, faceOff } = await ctx.db.user.findUniqueOrThrow({
    where: { id: ctx.actor.id },
    select: { faceSignIn: true, faceOff: true },
  })
  return { on: faceSignIn, faceOff: faceOff !== null, obstacle: await obstacle(ctx) }
}

/** Switches signing in by face on or off for the person. */
export async function setFaceSignIn(ctx: ActorContext, { on }: { on: boolean }): Promise<void> {
  if (on) {
    const reason = await obstacle(ctx)
    if (reason) throw new AppError(reason)
    await requireFaceOn(ctx.db, ctx.actor.id, null)
  }
  await ctx.db.user.update({ where: { id: ctx.actor.id }, data: { faceSignIn: on } })
}

/** Whether signing in by face is offered in this browser. A browser that nobody signed in with is told no, whoever it asks for. */
export async function offered(ctx: ServiceContext, input: { email: string }): Promise<{ offered: boolean }> {
  return { offered: (await ownerHere(ctx, input)) !== null }
}

async function requireOwner(ctx: ServiceContext, input: { email: string }): Promise<Owner> {
  const owner = await ownerHere(ctx, { email: input.email })
  if (!owner || !(await available(ctx))) throw new AppError('auth.use_password')
  await countTry(ctx.db, 'face sign-in', ctx.device ?? ctx.address)
  return owner
}

/** The movements that are asked for before a sign-in. */
export async function startSignIn(ctx: ServiceContext, input: { email: string }): Promise<StartedChallenge> {
  const owner = await requireOwner(ctx, input)
  await asSignInRefusal(requireNoPause(ctx, owner.id))
  return startChallenge(ctx, { userId: owner.id, purpose: 'SIGN_IN', occasion: null })
}

interface SignInFrames {
  email: string
  frames: Blob[]
  challenge: { id: string; at: number[] }
}

/** One to one, alive: a ticket for signing in, where the face is that of the person with this email. */
export function verifySignIn(ctx: ServiceContext, input: SignInFrames): Promise<{ ticket: string }> {
  return asSignInRefusal(verify(ctx, input))
}

async function verify(ctx: ServiceContext, input: SignInFrames): Promise<{ ticket: string }> {
  const { frames, challenge } = input
  const owner = await requireOwner(ctx, input)
  const check = await checkFace(ctx, {
    userId: owner.id,
    purpose: 'SIGN_IN',
    occasion: null,
    liveness: 'CHALLENGE',
    frames,
    challenge,
  })
  const { second, refused } = await takeBackOnError(ctx, check.begun, async () => {
    // No code could stand beside the face here: whoever has a look-alike signs in with the password.
    const second = (await needsSecondFactor(ctx, check)) ? ('missing' as const) : null
    const { refused } = await transact(ctx, (ctx) => saveFaceCheck(ctx, { ...check, second }))
    return { second, refused }
  })
  if (second) throw new AppError('auth.use_password')
  if (refused) throw refused
  return { ticket: issueTicket(ctx, { owner, challengeId: challenge.id }) }
}
