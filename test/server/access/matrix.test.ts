import { randomUUID } from 'node:crypto'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { type Role, roleSchema } from '@/domain/roles'
import { appRouter } from '@/server/api/app-router'
import type { KioskActor } from '@/server/context/context'

const world = testWorld()

/** Who may call what: written out, so that a change of it is made on purpose. */
const access: Record<string, 'public' | 'signed-in' | 'kiosk' | Role[]> = {
  'account.signUp': 'public',
  'account.me': 'signed-in',
  'account.updateProfile': 'signed-in',
  'account.changePassword': 'signed-in',
  'account.addRole': 'signed-in',
  'account.devices': 'signed-in',
  'account.revokeDevice': 'signed-in',
  'account.revokeAllDevices': 'signed-in',
  'account.signOutEverywhere': 'signed-in',
  'admin.status': ['ADMIN'],
  'admin.renewal': ['ADMIN'],
  'clocking.startChallenge': ['STUDENT'],
  'clocking.byFace': ['STUDENT'],
  'clocking.byCode': ['STUDENT'],
  'attendance.today': ['STUDENT'],
  'attendance.ownRecords': ['STUDENT'],
  'attendance.ownTotals': ['STUDENT'],
  'attendance.ownRecordHistory': ['STUDENT'],
  'attendance.mark': ['TEACHER'],
  'attendance.recordHistory': ['TEACHER'],
  'calibration.report': ['ADMIN', 'TEACHER'],
  'classes.create': ['TEACHER'],
  'classes.update': ['TEACHER'],
  'classes.setArchived': ['TEACHER'],
  'classes.regenerateCode': ['TEACHER'],
  'classes.taught': ['TEACHER'],
  'classes.byId': ['TEACHER'],
  'places.members': ['TEACHER'],
  'places.removeMember': ['TEACHER'],
  'places.toJoin': ['STUDENT'],
  'places.join': ['STUDENT'],
  'places.leave': ['STUDENT'],
  'places.joined': ['STUDENT'],
  'places.leaders': ['TEACHER'],
  'places.removeLeader': ['TEACHER'],
  'places.stopLeading': ['TEACHER'],
  'places.handOver': ['TEACHER'],
  'places.invite': ['TEACHER'],
  'places.withdrawInvitation': ['TEACHER'],
  'places.invitations': 'signed-in',
  'places.acceptInvitation': 'signed-in',
  'places.declineInvitation': 'signed-in',
  'duplicates.cases': ['ADMIN'],
  'duplicates.decide': ['ADMIN'],
  'enrolment.status': ['STUDENT'],
  'enrolment.advice': ['STUDENT'],
  'enrolment.giveConsent': ['STUDENT'],
  'enrolment.withdraw': ['STUDENT'],
  'enrolment.addPhoto': ['STUDENT'],
  'enrolment.deletePhoto': ['STUDENT'],
  'enrolment.deleteAllPhotos': ['STUDENT'],
  'faceOptOut.setOwn': ['STUDENT'],
  'faceOptOut.setOf': ['TEACHER', 'ADMIN'],
  'faceOptOut.people': ['ADMIN'],
  'faceOptOut.byEmail': ['ADMIN'],
  'feeds.events': 'signed-in',
  'rollCalls.ofSession': ['TEACHER'],
  'rollCalls.create': ['TEACHER'],
  'rollCalls.addPhoto': ['TEACHER'],
  'rollCalls.begin': ['TEACHER'],
  'rollCalls.review': ['TEACHER'],
  'rollCalls.refuse': ['TEACHER'],
  'rollCalls.takeBackRefusal': ['TEACHER'],
  'rollCalls.confirm': ['TEACHER'],
  'rollCalls.discard': ['TEACHER'],
  'faceSignIn.settings': 'signed-in',
  'faceSignIn.set': 'signed-in',
  'faceSignIn.offered': 'public',
  'faceSignIn.start': 'public',
  'faceSignIn.verify': 'public',
  'kiosks.add': ['TEACHER'],
  'kiosks.renewLink': ['TEACHER'],
  'kiosks.update': ['TEACHER'],
  'kiosks.revoke': ['TEACHER'],
  'kiosks.ofPlace': ['TEACHER'],
  'kiosks.walkThroughBar': ['TEACHER'],
  'kiosks.byLink': 'public',
  'kiosks.state': 'kiosk',
  'kiosks.stepUp': 'kiosk',
  'kiosks.door': 'kiosk',
  'kiosks.answer': 'kiosk',
  'sessions.create': ['TEACHER'],
  'sessions.open': ['TEACHER'],
  'sessions.update': ['TEACHER'],
  'sessions.cancel': ['TEACHER'],
  'sessions.planned': ['TEACHER'],
  'sessions.ofClass': ['TEACHER'],
  'sessions.board': ['TEACHER'],
  'sessions.code': ['TEACHER'],
  'sessions.closingPreview': ['TEACHER'],
  'sessions.close': ['TEACHER'],
}

async function atKiosk(): Promise<KioskActor> {
  const teacher = await world.user(['TEACHER'])
  const { id: classId } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  return {
    id: randomUUID(),
    placeId: classId,
    name: 'Front door',
    speaks: false,
    mode: 'ONE_AT_A_TIME',
    locale: null,
  }
}

const procedures = Object.keys(appRouter._def.procedures).sort()

test('the table names every procedure there is, and no other', () => {
  expect(Object.keys(access).sort()).toEqual(procedures)
})

/** Calls a procedure with an input that no procedure accepts: whoever may call it gets past the door and no further. */
async function knock(path: string, role: Role | null, kiosk: KioskActor | null = null): Promise<string> {
  const api: unknown = world.api(role && (await world.user([role])), { kiosk })
  const call = path.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], api)
  try {
    await (call as (input: unknown) => Promise<unknown>)({ noSuchField: true })
    return 'answered'
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error)
  }
}

describe.each(procedures)('%s', (path) => {
  test.each([null, ...roleSchema.options])('called by %s', async (role) => {
    const allowed = access[path]
    const answer = await knock(path, role)
    if (allowed === 'kiosk') expect(answer).toBe('UNAUTHORIZED')
    else if (role === null && allowed !== 'public') expect(answer).toBe('UNAUTHORIZED')
    else if (Array.isArray(allowed) && role && !allowed.includes(role)) expect(answer).toBe('FORBIDDEN')
    else expect(['answered', 'BAD_REQUEST']).toContain(answer)
  })
  test('called by a kiosk at a door', async () => {
    const answer = await knock(path, null, await atKiosk())
    if (access[path] === 'kiosk' || access[path] === 'public')
      expect(['answered', 'BAD_REQUEST']).toContain(answer)
    else expect(answer).toBe('UNAUTHORIZED')
  })
})
