import { randomUUID } from 'node:crypto'
import { makeClass } from '@test/support/factories'
import { makeAccount, makeToken, password, programApi } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { type Role, roleSchema } from '@/domain/roles'
import { allScopes, scopeOf } from '@/domain/scopes'
import { appRouter } from '@/server/api/app-router'
import type { Actor, KioskActor } from '@/server/context/context'

const world = testWorld()

/** Who may call what: written out, so that a change of it is made on purpose. */
const access: Record<string, 'public' | 'signed-in' | 'kiosk' | Role[]> = {
  'about.installation': 'public',
  'account.signUp': 'public',
  'account.me': 'signed-in',
  'account.updateProfile': 'signed-in',
  'account.setReading': 'signed-in',
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
  'clocking.startWorkChallenge': ['EMPLOYEE'],
  'clocking.workByFace': ['EMPLOYEE'],
  'clocking.workByCode': ['EMPLOYEE'],
  'timeEntries.today': ['EMPLOYEE'],
  'timeEntries.startBreak': ['EMPLOYEE'],
  'timeEntries.endBreak': ['EMPLOYEE'],
  'timeEntries.ownWeek': ['EMPLOYEE'],
  'timeEntries.ownHistory': ['EMPLOYEE'],
  'timeEntries.ask': ['EMPLOYEE'],
  'timeEntries.withdraw': ['EMPLOYEE'],
  'timeEntries.answer': ['EMPLOYEE'],
  'timeEntries.ownCorrections': ['EMPLOYEE'],
  'timeEntries.board': ['EMPLOYER'],
  'timeEntries.week': ['EMPLOYER'],
  'timeEntries.history': ['EMPLOYER'],
  'timeEntries.corrections': ['EMPLOYER'],
  'timeEntries.decide': ['EMPLOYER'],
  'timeEntries.edit': ['EMPLOYER'],
  'timeEntries.add': ['EMPLOYER'],
  'attendance.today': ['STUDENT'],
  'attendance.ownRecords': ['STUDENT'],
  'attendance.ownTotals': ['STUDENT'],
  'attendance.ownRecordHistory': ['STUDENT'],
  'attendance.ownStanding': ['STUDENT'],
  'attendance.taughtToday': ['TEACHER'],
  'attendance.summary': ['TEACHER'],
  'attendance.ofClass': ['TEACHER'],
  'attendance.mark': ['TEACHER'],
  'attendance.recordHistory': ['TEACHER'],
  'calibration.report': ['ADMIN', 'TEACHER'],
  'classes.create': ['TEACHER'],
  'classes.update': ['TEACHER'],
  'classes.setArchived': ['TEACHER'],
  'classes.regenerateCode': ['TEACHER'],
  'classes.taught': ['TEACHER'],
  'classes.byId': ['TEACHER'],
  'payPeriods.ofWorkplace': ['EMPLOYER'],
  'payPeriods.review': ['EMPLOYER'],
  'payPeriods.timesheet': ['EMPLOYER'],
  'payPeriods.why': ['EMPLOYER'],
  'payPeriods.approve': ['EMPLOYER'],
  'payPeriods.approveAll': ['EMPLOYER'],
  'payPeriods.unlock': ['EMPLOYER'],
  'payPeriods.own': ['EMPLOYEE'],
  'payPeriods.ownTimesheet': ['EMPLOYEE'],
  'payPeriods.ownWhy': ['EMPLOYEE'],
  'payPeriods.signOff': ['EMPLOYEE'],
  'exports.formats': ['EMPLOYER'],
  'exports.makeFormat': ['EMPLOYER'],
  'exports.changeFormat': ['EMPLOYER'],
  'exports.removeFormat': ['EMPLOYER'],
  'exports.exportPeriod': ['EMPLOYER'],
  'exports.ofPeriod': ['EMPLOYER'],
  'exports.byId': ['EMPLOYER'],
  'payments.due': ['EMPLOYER'],
  'payments.pay': ['EMPLOYER'],
  'payments.ofWorkplace': ['EMPLOYER'],
  'payments.byId': ['EMPLOYER'],
  'payments.own': ['EMPLOYEE'],
  'payments.ownById': ['EMPLOYEE'],
  'places.members': ['TEACHER'],
  'places.addMember': ['TEACHER'],
  'places.removeMember': ['TEACHER'],
  'places.toJoin': ['STUDENT'],
  'places.join': ['STUDENT'],
  'places.leave': ['STUDENT'],
  'places.joined': ['STUDENT'],
  'places.leaders': ['TEACHER', 'EMPLOYER'],
  'places.removeLeader': ['TEACHER', 'EMPLOYER'],
  'places.stopLeading': ['TEACHER', 'EMPLOYER'],
  'places.handOver': ['TEACHER', 'EMPLOYER'],
  'places.invite': ['TEACHER', 'EMPLOYER'],
  'places.withdrawInvitation': ['TEACHER', 'EMPLOYER'],
  'places.invitations': 'signed-in',
  'places.acceptInvitation': 'signed-in',
  'places.declineInvitation': 'signed-in',
  'demo.samples': 'signed-in',
  'demo.clock': ['STUDENT'],
  'demo.reachable': ['ADMIN'],
  'demo.remove': ['ADMIN'],
  'duplicates.cases': ['ADMIN'],
  'duplicates.decide': ['ADMIN'],
  'enrolment.status': ['STUDENT', 'EMPLOYEE'],
  'enrolment.advice': ['STUDENT', 'EMPLOYEE'],
  'enrolment.giveConsent': ['STUDENT', 'EMPLOYEE'],
  'enrolment.withdraw': ['STUDENT', 'EMPLOYEE'],
  'enrolment.addPhoto': ['STUDENT', 'EMPLOYEE'],
  'enrolment.deletePhoto': ['STUDENT', 'EMPLOYEE'],
  'enrolment.deleteAllPhotos': ['STUDENT', 'EMPLOYEE'],
  'faceOptOut.setOwn': ['STUDENT', 'EMPLOYEE'],
  'faceOptOut.setOf': ['TEACHER', 'ADMIN'],
  'faceOptOut.people': ['ADMIN'],
  'faceOptOut.byEmail': ['ADMIN'],
  'feeds.events': 'signed-in',
  'firstAdmin.link': 'public',
  'firstAdmin.make': 'public',
  'feeds.session': ['TEACHER'],
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
  'identification.identify': ['TEACHER'],
  'kiosks.add': ['TEACHER', 'EMPLOYER'],
  'kiosks.renewLink': ['TEACHER', 'EMPLOYER'],
  'kiosks.update': ['TEACHER', 'EMPLOYER'],
  'kiosks.revoke': ['TEACHER', 'EMPLOYER'],
  'kiosks.ofPlace': ['TEACHER', 'EMPLOYER'],
  'kiosks.walkThroughBar': ['TEACHER', 'EMPLOYER'],
  'kiosks.workStepUp': 'kiosk',
  'kiosks.workByPin': 'kiosk',
  'kiosks.workAct': 'kiosk',
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
  'sessions.byId': ['TEACHER'],
  'sessions.ofClass': ['TEACHER'],
  'sessions.board': ['TEACHER'],
  'sessions.code': ['TEACHER'],
  'sessions.closingPreview': ['TEACHER'],
  'sessions.close': ['TEACHER'],
  'employments.ofWorkplace': ['EMPLOYER'],
  'employments.byId': ['EMPLOYER'],
  'employments.update': ['EMPLOYER'],
  'employments.end': ['EMPLOYER'],
  'employments.rehire': ['EMPLOYER'],
  'employments.rates': ['EMPLOYER'],
  'employments.addRate': ['EMPLOYER'],
  'employments.setPin': ['EMPLOYER'],
  'employments.previewTeam': ['EMPLOYER'],
  'employments.addTeam': ['EMPLOYER'],
  'employments.invite': ['EMPLOYER'],
  'employments.invitations': ['EMPLOYER'],
  'employments.renewLink': ['EMPLOYER'],
  'employments.withdraw': ['EMPLOYER'],
  'employments.asked': 'signed-in',
  'employments.accept': 'signed-in',
  'employments.decline': 'signed-in',
  'employments.byLink': 'signed-in',
  'employments.acceptLink': 'signed-in',
  'employments.toJoin': ['EMPLOYEE'],
  'employments.join': ['EMPLOYEE'],
  'employments.own': ['EMPLOYEE'],
  'employments.setOwnPin': ['EMPLOYEE'],
  'workplaces.create': ['EMPLOYER'],
  'workplaces.update': ['EMPLOYER'],
  'workplaces.setArchived': ['EMPLOYER'],
  'workplaces.led': ['EMPLOYER'],
  'workplaces.byId': ['EMPLOYER'],
  'workplaces.setRules': ['EMPLOYER'],
  'workplaces.setJoinCode': ['EMPLOYER'],
  'workplaces.setRights': ['EMPLOYER'],
  'workplaces.addKind': ['EMPLOYER'],
  'workplaces.archiveKind': ['EMPLOYER'],
  'workplaces.addSite': ['EMPLOYER'],
  'workplaces.removeSite': ['EMPLOYER'],
  'workplaces.addHoliday': ['EMPLOYER'],
  'workplaces.removeHoliday': ['EMPLOYER'],
  'tokens.list': 'signed-in',
  'tokens.create': 'signed-in',
  'tokens.revoke': 'signed-in',
  'tokens.signIn': 'public',
  'tokens.refresh': 'public',
  'tokens.signOut': 'public',
  'tokens.programs': 'signed-in',
  'tokens.endProgram': 'signed-in',
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
async function knockWith(api: unknown, path: string): Promise<string> {
  const call = path.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], api)
  try {
    await (call as (input: unknown) => Promise<unknown>)({ noSuchField: true })
    return 'answered'
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error)
  }
}

async function knock(path: string, role: Role | null, kiosk: KioskActor | null = null): Promise<string> {
  return knockWith(world.api(role && (await world.user([role])), { kiosk }), path)
}

/** What the table says that a person with this role is told. */
function expected(path: string, role: Role): string {
  const allowed = access[path]
  if (allowed === 'kiosk') return 'UNAUTHORIZED'
  return Array.isArray(allowed) && !allowed.includes(role) ? 'FORBIDDEN' : 'let in'
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

type Api = Awaited<ReturnType<typeof programApi>>

/** Knocks everywhere and gives back where the answer is another than the one that is due. */
async function elsewhere(due: (path: string) => string, door: (path: string) => Promise<Api>) {
  const wrong: string[] = []
  // Last what ends every sign-in of the person.
  const ending = (path: string) => Number(path === 'account.signOutEverywhere')
  for (const path of procedures.toSorted((a, b) => ending(a) - ending(b))) {
    const answer = await knockWith(await door(path), path)
    const told = ['answered', 'BAD_REQUEST'].includes(answer) ? 'let in' : answer
    if (told !== due(path)) wrong.push(`${path}: ${answer}`)
  }
  return wrong
}

const scopeOfProcedure = (path: string) => {
  const all = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  return scopeOf(path, all[path]?._def.type === 'mutation' ? 'mutation' : 'query')
}

describe.each(roleSchema.options)('through the door for programs, %s', (role) => {
  test('finds the same doors open as in a browser, once signed in', async () => {
    const { email } = await makeAccount(world, [role])
    const { accessToken } = await world.api().tokens.signIn({ email, password })
    expect(
      await elsewhere(
        (path) => expected(path, role),
        () => programApi(world, accessToken),
      ),
    ).toEqual([])
  })

  test('finds the same doors open with a token of every scope, but those that no token opens', async () => {
    const token = await makeToken(world, await makeAccount(world, [role]), allScopes)
    const due = (path: string) =>
      expected(path, role) === 'let in' && access[path] !== 'public' && !scopeOfProcedure(path)
        ? 'FORBIDDEN'
        : expected(path, role)
    expect(await elsewhere(due, () => programApi(world, token))).toEqual([])
  })

  test('finds every door closed for which the token has no scope, whatever else it has', async () => {
    const tokens = await tokensLackingOne(await makeAccount(world, [role]))
    const due = (path: string) =>
      access[path] === 'kiosk' ? 'UNAUTHORIZED' : access[path] === 'public' ? 'let in' : 'FORBIDDEN'
    const door = (path: string) => programApi(world, tokens.get(scopeOfProcedure(path)) ?? '')
    expect(await elsewhere(due, door)).toEqual([])
  })
})

/** For each scope a token that has all the others; and one with all of them, for where none will do. */
async function tokensLackingOne(actor: Actor) {
  const tokens = new Map<string | null, string>()
  for (const lacking of [null, ...allScopes]) {
    const scopes = allScopes.filter((scope) => scope !== lacking)
    tokens.set(lacking, await makeToken(world, actor, scopes))
  }
  return tokens
}
