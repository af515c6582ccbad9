import type { Actor } from '@/server/context/context'
import { refusal } from './errors'
import type { testWorld } from './world'

type Api = ReturnType<ReturnType<typeof testWorld>['api']>

interface Asking {
  teacher: Api
  student: Api
  placeId: string
  colleague: Actor
}

interface AskingAbout {
  classId: string
  sessionId: string
  email: string
}

/** What a leader asks of a class, its sessions and its attendance, and of somebody whom they would add to it. */
export function askAboutClass(teacher: Api, { classId, sessionId, email }: AskingAbout) {
  return [
    teacher.classes.byId({ classId }),
    teacher.sessions.byId({ sessionId }),
    teacher.sessions.planned({ classId }),
    teacher.sessions.notTaken(),
    teacher.sessions.history({ sessionId }),
    teacher.attendance.taughtToday(),
    teacher.attendance.summary({}),
    teacher.attendance.ofClass({ classId }),
    refusal(teacher.places.addMember({ placeId: classId, email })),
  ]
}

/** What a leader asks of one of their students, and writes down about them. */
export async function askAboutStudent(teacher: Api, of: { classId: string; studentId: string }) {
  await teacher.students.inClass(of)
  await teacher.students.sessions(of)
  const { id: noteId } = await teacher.students.addNote({ ...of, text: 'Sits in the front row' })
  await teacher.students.notes(of)
  await teacher.students.editNote({ ...of, noteId, text: 'Sits at the window' })
  await teacher.students.deleteNote({ ...of, noteId })
}

/** Calls once whatever concerns the leaders of a place, and takes what comes of it. */
export async function askEveryLeader({ teacher, student, placeId, colleague }: Asking): Promise<void> {
  const place = { placeId }
  const { email, id: userId } = colleague
  await student.places.joined()
  await teacher.places.invite({ ...place, email })
  const { invitations } = await teacher.places.leaders(place)
  const invitation = { invitationId: invitations[0]?.id ?? '' }
  await student.places.invitations()
  await refusal(student.places.acceptInvitation(invitation))
  await student.places.declineInvitation(invitation)
  await teacher.places.withdrawInvitation(invitation)
  await refusal(teacher.places.handOver({ ...place, userId }))
  await refusal(teacher.places.removeLeader({ ...place, userId }))
  await refusal(teacher.places.stopLeading(place))
}

/** Plans a session, changes and deletes it, then opens another and ends it, twice. */
export async function askEveryPlan(teacher: Api, classId: string): Promise<void> {
  const start = { plannedStart: '2026-03-05T09:00' }
  const planned = { sessionId: (await teacher.sessions.create({ classId, openNow: false, ...start })).id }
  await teacher.sessions.update({ ...planned, ...start, title: 'Optics' })
  await teacher.sessions.cancel({ ...planned, reason: 'Planned twice' })
  await teacher.sessions.deleted({ classId })
  const other = { sessionId: (await teacher.sessions.create({ classId, openNow: false, ...start })).id }
  await teacher.sessions.open(other)
  await teacher.sessions.close(other)
  await teacher.sessions.reopen(other)
  await teacher.sessions.close(other)
  await teacher.sessions.take(other)
  await teacher.sessions.history(other)
}
