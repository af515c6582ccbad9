import 'server-only'
import { NOTICE_VERSION } from '@/domain/enrolment'
import type { Guide } from '../rest/openapi/guide'

/**
 * What each operation does, in a line, and of its example what the fields do not tell by themselves
 * (rest/openapi/examples). The check of the door sees to it that none is left out.
 */
export const guide: Guide = {
  'account.signUp': {
    summary: 'Make an account',
    example: { name: 'Somebody New', email: 'new@example.org', role: 'STUDENT' },
  },
  'account.me': { summary: 'Who you are' },
  'account.updateProfile': { summary: 'Change your name', example: { name: 'Somebody Else' } },
  'account.changePassword': { summary: 'Change your password' },
  'account.addRole': { summary: 'Take a role', example: { role: 'TEACHER' } },
  'account.signOutEverywhere': { summary: 'End every sign-in of yours' },

  'tokens.signIn': { summary: 'Sign a program in', example: { program: 'Timetable sync' } },
  'tokens.refresh': { summary: 'Get new tokens for a refresh token' },
  'tokens.signOut': { summary: 'Sign a program out' },
  'tokens.programs': { summary: 'Programs that are signed in for you' },
  'tokens.endProgram': { summary: 'End a program’s sign-in' },
  'tokens.list': { summary: 'Your personal access tokens' },
  'tokens.create': {
    summary: 'Make a personal access token',
    example: { name: 'Timetable sync', scopes: ['classes:read', 'sessions:write'], days: 30 },
  },
  'tokens.revoke': { summary: 'Revoke a personal access token' },

  'classes.create': { summary: 'Make a class' },
  'classes.taught': { summary: 'Classes that you run' },
  'classes.byId': { summary: 'One class that you run' },
  'classes.update': { summary: 'Change a class', example: { name: 'Physics 10b' } },
  'classes.setArchived': { summary: 'Archive a class, or restore it' },
  'classes.regenerateCode': { summary: 'Give a class a new join code' },

  'places.toJoin': { summary: 'The class of a join code' },
  'places.join': { summary: 'Join a class by its code' },
  'places.joined': { summary: 'Classes that you belong to' },
  'places.leave': { summary: 'Leave a class' },
  'places.members': { summary: 'The students of a class' },
  'places.addMember': { summary: 'Add a student who is known to you' },
  'places.removeMember': { summary: 'Remove a student from a class' },
  'places.leaders': { summary: 'Who runs a class' },
  'places.removeLeader': { summary: 'Remove somebody who runs a class with you' },
  'places.stopLeading': { summary: 'Stop running a class' },
  'places.handOver': { summary: 'Hand a class over' },
  'places.invite': { summary: 'Invite somebody to run a class with you' },
  'places.withdrawInvitation': { summary: 'Take an invitation back' },
  'places.invitations': { summary: 'Invitations to you' },
  'places.acceptInvitation': { summary: 'Accept an invitation' },
  'places.declineInvitation': { summary: 'Decline an invitation' },

  'sessions.create': { summary: 'Start a session, or plan one', example: { title: 'Optics' } },
  'sessions.ofClass': { summary: 'The sessions of a class, newest first' },
  'sessions.planned': { summary: 'The planned sessions of a class' },
  'sessions.byId': { summary: 'One session' },
  'sessions.open': { summary: 'Open a planned session' },
  'sessions.update': { summary: 'Change a session', example: { title: 'Optics' } },
  'sessions.cancel': { summary: 'Delete a planned session' },
  'sessions.board': { summary: 'Everybody in a session, with their records' },
  'sessions.code': { summary: 'The code of an open session, of this moment' },
  'sessions.closingPreview': { summary: 'What ending a session would record' },
  'sessions.close': { summary: 'End a session' },
  'feeds.session': { summary: 'Hear what happens in a session' },

  'attendance.today': { summary: 'Your day' },
  'attendance.ownRecords': { summary: 'Your attendance, newest first' },
  'attendance.ownTotals': { summary: 'Your attendance in numbers' },
  'attendance.ownStanding': { summary: 'Where you stand in a session' },
  'attendance.ownRecordHistory': { summary: 'What became of a record of yours' },
  'attendance.taughtToday': { summary: 'Today in the classes that you run' },
  'attendance.summary': { summary: 'Attendance in numbers, of the classes that you run' },
  'attendance.ofClass': { summary: 'The records of a class, newest first' },
  'attendance.mark': { summary: 'Mark a student' },
  'attendance.recordHistory': { summary: 'What became of a record' },

  'clocking.startChallenge': { summary: 'Ask for the movements of a challenge' },
  'clocking.byFace': { summary: 'Clock in or out by face' },
  'clocking.byCode': { summary: 'Clock in or out by the session’s code' },

  'enrolment.status': { summary: 'Your agreement and your photos' },
  'enrolment.advice': { summary: 'What would help to recognise you' },
  'enrolment.giveConsent': {
    summary: 'Agree to face recognition',
    example: { noticeVersion: NOTICE_VERSION },
  },
  'enrolment.withdraw': { summary: 'Withdraw your agreement and erase everything made from your face' },
  'enrolment.addPhoto': { summary: 'Add a photo of yourself' },
  'enrolment.deletePhoto': { summary: 'Delete a photo of yours' },
  'enrolment.deleteAllPhotos': { summary: 'Delete all your photos' },
  'faceOptOut.setOwn': { summary: 'Take part without your face, or with it again' },
  'faceOptOut.setOf': { summary: 'Have somebody take part without their face, or with it again' },
  'faceOptOut.people': { summary: 'Who takes part without their face' },
  'faceOptOut.byEmail': { summary: 'Find somebody by email' },

  'rollCalls.ofSession': { summary: 'The roll call of a session' },
  'rollCalls.create': { summary: 'Begin a roll call from photos' },
  'rollCalls.addPhoto': { summary: 'Add a photo of the room' },
  'rollCalls.begin': { summary: 'Have the photos read' },
  'rollCalls.review': { summary: 'Who was seen, and how surely' },
  'rollCalls.refuse': { summary: 'Say that a face is not this student’s' },
  'rollCalls.takeBackRefusal': { summary: 'Take that back' },
  'rollCalls.confirm': { summary: 'Mark whoever was seen as present' },
  'rollCalls.discard': { summary: 'Discard a roll call with its photos' },

  'kiosks.ofPlace': { summary: 'The kiosks of a class' },
  'kiosks.add': { summary: 'Add a kiosk', example: { name: 'Front door' } },
  'kiosks.renewLink': { summary: 'Make a new link for a kiosk' },
  'kiosks.update': { summary: 'Change a kiosk', example: { speaks: true } },
  'kiosks.revoke': { summary: 'Remove a kiosk' },

  'admin.status': { summary: 'What the installation runs on' },
  'admin.renewal': { summary: 'How far photos have been read anew' },
}
