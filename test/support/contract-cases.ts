import { NOTICE_VERSION } from '@/domain/enrolment'
import type { ContractCase, Made } from './contract-case'
import { payCases } from './contract-pay'
import type { Scene } from './contract-scene'
import { hourCases } from './contract-work'
import { photoForm, portraitFile } from './pictures'
import { password } from './tokens'
import { workCases } from './work-cases'

const byTeacher = ({ teacher: as }: Scene, given = {}): ContractCase => ({ as, given })
const byStudent = ({ student: as }: Scene, given = {}): ContractCase => ({ as, given })
const byAdmin = ({ admin: as }: Scene, given = {}): ContractCase => ({ as, given })
const byColleague = ({ colleague: as }: Scene, given = {}): ContractCase => ({ as, given })

const ofClass = (scene: Scene) => byTeacher(scene, { classId: scene.classId })
const ofStudent = ({ teacher: as, classId, student }: Scene) => ({
  as,
  given: { classId, studentId: student.id },
})
const ofPlace = (scene: Scene) => byTeacher(scene, scene.place)
const ofSession = async (scene: Scene) => byTeacher(scene, await scene.session())
const ofPlan = async (scene: Scene) => byTeacher(scene, await scene.planned())
const ofEnded = async (scene: Scene) => byTeacher(scene, await scene.ended())
const ofNotTaken = async (scene: Scene) => byTeacher(scene, await scene.notTaken())
const ofOwnRecord = async (scene: Scene) => byStudent(scene, await scene.marked())
const ofKiosk = async (scene: Scene) => byTeacher(scene, await scene.kiosk())
const ofRollCall = async (scene: Scene) => byTeacher(scene, await scene.readyRollCall())
const ofLeader = async (scene: Scene) => byTeacher(scene, await scene.led())
const ofInvitation = async (scene: Scene) => byColleague(scene, await scene.invited())

async function consented(scene: Scene): Promise<ContractCase> {
  await scene.world.api(scene.student).enrolment.giveConsent({ noticeVersion: NOTICE_VERSION })
  return byStudent(scene)
}

async function withPhoto(scene: Scene): Promise<ContractCase> {
  await consented(scene)
  const { enrolment } = scene.world.api(scene.student)
  await enrolment.addPhoto(photoForm(await portraitFile('anna')))
  const { photos } = await enrolment.status()
  return byStudent(scene, { photoId: photos[0]?.id ?? '' })
}

async function atClock(scene: Scene): Promise<ContractCase> {
  await scene.enrolled()
  return byStudent(scene, { ...(await scene.session()), frame: await scene.frame() })
}

async function joining(scene: Scene): Promise<ContractCase> {
  return { as: await scene.elsewhere(), given: { joinCode: scene.joinCode } }
}

async function withToken(scene: Scene): Promise<ContractCase> {
  const { tokens } = scene.world.api(scene.student)
  const input = { name: 'Script', scopes: ['classes:read' as const], days: 7 as const }
  const { id } = await tokens.create({ ...input, currentPassword: password })
  return byStudent(scene, { tokenId: id })
}

async function withProgram(scene: Scene): Promise<ContractCase> {
  await scene.signedIn()
  const programs = await scene.world.api(scene.student).tokens.programs()
  return byStudent(scene, { programId: programs[0]?.id ?? '' })
}

async function withRefreshToken(scene: Scene): Promise<ContractCase> {
  return { as: null, given: { refreshToken: (await scene.signedIn()).refreshToken } }
}

/** How each operation's example is called, by the name of its procedure. */
export const contractCases: Record<string, (scene: Scene) => Made> = {
  ...workCases,
  'about.installation': () => ({ as: null }),
  'account.signUp': () => ({ as: null }),
  'account.me': byStudent,
  'account.updateProfile': byStudent,
  'account.setReading': byStudent,
  'account.changePassword': byStudent,
  'account.addRole': byStudent,
  'account.signOutEverywhere': byStudent,
  'admin.status': byAdmin,
  'admin.renewal': byAdmin,
  'admin.needs': byAdmin,
  'admin.places': byAdmin,
  'admin.place': (scene) => byAdmin(scene, scene.place),
  'admin.givePlace': async (scene) =>
    byAdmin(scene, { ...scene.place, email: (await scene.world.user(['TEACHER'])).email }),
  'admin.archivePlace': (scene) => byAdmin(scene, scene.place),
  'admin.history': byAdmin,
  'appointments.own': byStudent,
  'appointments.waiting': byAdmin,
  'appointments.decide': async (scene) => byAdmin(scene, await scene.roleAsked()),
  'appointments.invite': byAdmin,
  'appointments.invitations': byAdmin,
  'appointments.withdraw': async (scene) => byAdmin(scene, await scene.roleInvited()),
  'attendance.today': ofOwnRecord,
  'attendance.ownRecords': ofOwnRecord,
  'attendance.ownTotals': ofOwnRecord,
  'attendance.ownStanding': ofOwnRecord,
  'attendance.ownRecordHistory': ofOwnRecord,
  'attendance.taughtToday': async (scene) => byTeacher(scene, await scene.marked()),
  'attendance.summary': async (scene) => byTeacher(scene, await scene.marked()),
  'attendance.ofClass': async (scene) =>
    byTeacher(scene, { ...(await scene.marked()), classId: scene.classId }),
  'attendance.mark': async (scene) =>
    byTeacher(scene, { ...(await scene.session()), studentId: scene.student.id }),
  'attendance.clear': async (scene) => byTeacher(scene, await scene.marked()),
  'attendance.undo': async (scene) => byTeacher(scene, await scene.marked()),
  'attendance.markMany': async (scene) =>
    byTeacher(scene, { ...(await scene.session()), studentIds: [scene.student.id] }),
  'attendance.undoMany': async (scene) => {
    const { sessionId, studentId } = await scene.marked()
    return byTeacher(scene, { sessionId, studentIds: [studentId] })
  },
  'attendance.recordHistory': async (scene) => byTeacher(scene, await scene.marked()),
  'classes.create': byTeacher,
  'classes.taught': byTeacher,
  'classes.update': ofClass,
  'classes.byId': ofClass,
  'classes.setArchived': ofClass,
  'classes.regenerateCode': ofClass,
  'clocking.startChallenge': atClock,
  'clocking.byFace': atClock,
  'clocking.byCode': async (scene) => {
    const { sessionId } = await scene.session()
    return byStudent(scene, { sessionId, code: await scene.code(sessionId) })
  },
  'enrolment.status': withPhoto,
  'enrolment.advice': withPhoto,
  'enrolment.giveConsent': byStudent,
  'enrolment.withdraw': consented,
  'enrolment.addPhoto': async (scene) => ({
    ...(await consented(scene)),
    given: { photo: await portraitFile('anna') },
  }),
  'enrolment.deleteAllPhotos': withPhoto,
  'enrolment.deletePhoto': withPhoto,
  'faceOptOut.setOwn': byStudent,
  'faceOptOut.setOf': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'faceOptOut.setAt': (scene) => byTeacher(scene, { ...scene.place, userId: scene.student.id }),
  'faceOptOut.people': async (scene) => {
    await scene.world.api(scene.student).faceOptOut.setOwn({ off: true })
    return byAdmin(scene)
  },
  'faceOptOut.byEmail': (scene) => byAdmin(scene, { email: scene.student.email }),
  'feeds.session': ofSession,
  'identification.identify': async (scene) => byTeacher(scene, (await atClock(scene)).given),
  'kiosks.add': ofPlace,
  'kiosks.ofPlace': async (scene) => byTeacher(scene, { ...(await scene.kiosk()), ...scene.place }),
  'kiosks.renewLink': ofKiosk,
  'kiosks.update': ofKiosk,
  'kiosks.revoke': ofKiosk,
  ...payCases,
  'places.toJoin': joining,
  'places.join': joining,
  'places.joined': byStudent,
  'people.list': byAdmin,
  'people.byId': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'people.endSignIns': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'people.deletion': byStudent,
  'people.deleteOwn': byStudent,
  'people.byEmail': (scene) => byAdmin(scene, { email: scene.student.email }),
  'people.disable': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'people.enable': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'people.setRoles': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'passwordReset.handOut': (scene) => byAdmin(scene, { userId: scene.student.id }),
  'passwordReset.waiting': byAdmin,
  'places.leave': (scene) => byStudent(scene, scene.place),
  'places.members': ofPlace,
  'places.addMember': async (scene) =>
    byTeacher(scene, { ...scene.place, email: (await scene.elsewhere()).email }),
  'places.removeMember': (scene) => byTeacher(scene, { ...scene.place, userId: scene.student.id }),
  'places.leaders': async (scene) => byTeacher(scene, { ...(await scene.invited()), ...scene.place }),
  'places.removeLeader': ofLeader,
  'places.stopLeading': async (scene) => byColleague(scene, await scene.led()),
  'places.handOver': ofLeader,
  'places.invite': (scene) => byTeacher(scene, { ...scene.place, email: scene.colleague.email }),
  'places.withdrawInvitation': async (scene) => byTeacher(scene, await scene.invited()),
  'places.invitations': ofInvitation,
  'places.acceptInvitation': ofInvitation,
  'places.declineInvitation': ofInvitation,
  'rollCalls.ofSession': ofSession,
  'rollCalls.create': ofSession,
  'rollCalls.addPhoto': async (scene) =>
    byTeacher(scene, { ...(await scene.rollCall()), photo: await scene.photo() }),
  'rollCalls.begin': async (scene) => {
    const { rollCallId } = await scene.rollCall()
    const form = photoForm(await scene.photo())
    form.append('rollCallId', rollCallId)
    await scene.world.api(scene.teacher).rollCalls.addPhoto(form)
    return byTeacher(scene, { rollCallId })
  },
  'rollCalls.review': ofRollCall,
  'rollCalls.discard': ofRollCall,
  'rollCalls.refuse': ofRollCall,
  'rollCalls.takeBackRefusal': ofRollCall,
  'rollCalls.confirm': ofRollCall,
  'rollCalls.undo': async (scene) => {
    const { rollCallId, faceId, studentId } = await scene.readyRollCall()
    const marks = [{ faceId, studentId, evenIfExcused: true }]
    await scene.world.api(scene.teacher).rollCalls.confirm({ rollCallId, marks })
    return byTeacher(scene, { rollCallId })
  },
  'sessions.create': ofClass,
  'sessions.ofClass': async (scene) =>
    byTeacher(scene, { ...(await scene.session()), classId: scene.classId }),
  'sessions.open': ofPlan,
  'sessions.update': ofSession,
  'sessions.cancel': ofPlan,
  'sessions.byId': ofSession,
  'sessions.planned': async (scene) =>
    byTeacher(scene, { ...(await scene.planned()), classId: scene.classId }),
  'sessions.board': async (scene) => byTeacher(scene, await scene.marked()),
  'sessions.code': ofSession,
  'sessions.closingPreview': ofSession,
  'sessions.close': ofSession,
  'sessions.reopen': ofEnded,
  'sessions.history': ofEnded,
  'sessions.deleted': async (scene) => {
    const { sessionId } = await scene.planned()
    await scene.world.api(scene.teacher).sessions.cancel({ sessionId, reason: 'Planned twice' })
    return ofClass(scene)
  },
  'sessions.notTaken': ofNotTaken,
  'sessions.take': ofNotTaken,
  'students.inClass': ofStudent,
  'students.sessions': ofStudent,
  'tokens.list': withToken,
  'tokens.create': byTeacher,
  'tokens.revoke': withToken,
  'tokens.signIn': (scene) => ({ as: null, given: { email: scene.student.email } }),
  'tokens.refresh': withRefreshToken,
  'tokens.signOut': withRefreshToken,
  'tokens.programs': withProgram,
  'tokens.endProgram': withProgram,
  ...hourCases,
}
