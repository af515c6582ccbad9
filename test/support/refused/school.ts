import type { Refused } from '../refused-statements'

const C = '23514'
const record = (set: string) =>
  `UPDATE "Attendance" SET ${set} WHERE "sessionId" = :open AND "studentId" = :anna`
const endedRecord = (set: string) =>
  `UPDATE "Attendance" SET ${set} WHERE "sessionId" = :ended AND "studentId" = :anna`
const session = (name: string, set: string) => `UPDATE "ClassSession" SET ${set} WHERE id = :${name}`
const takenBack = `INSERT INTO "ClearedRecord" (id, "sessionId", "studentId")
  SELECT id, "sessionId", "studentId" FROM "Attendance" WHERE "sessionId" = :open AND "studentId" = :anna`
const openAgain = `state = 'OPEN', "closedAt" = NULL`
/** Where no other is open any more. */
const opened = (set: string) =>
  `${session('open', `state = 'CLOSED', "closedAt" = now()`)}; ${session('ended', set)}`
const noTimes = '"clockedInAt" = NULL, "clockedOutAt" = NULL'

export const records: readonly Refused[] = [
  ['absent, with a time', record(`status = 'ABSENT'`), C, 'Attendance_absent_check'],
  ['out without in', record(`"clockedInAt" = NULL, "clockedOutAt" = now()`), C, 'Attendance_out_check'],
  [
    'out before in',
    record(`"clockedOutAt" = "clockedInAt" - interval '1 ms'`),
    C,
    'Attendance_clockedOutAt_check',
  ],
  ['present by the end of the session', record(`method = 'SESSION_END'`), C, 'Attendance_session_end_check'],
  ['by face without a time', record(`method = 'FACE', ${noTimes}`), C, 'Attendance_clocked_check'],
  ['absent by code', record(`method = 'CODE', status = 'ABSENT', ${noTimes}`), C, 'Attendance_clocked_check'],
  [
    'absent on a photo',
    record(`method = 'GROUP_PHOTO', status = 'ABSENT', ${noTimes}`),
    C,
    'Attendance_photo_check',
  ],
  ['excused by a photo', record(`method = 'GROUP_PHOTO', status = 'EXCUSED'`), C, 'Attendance_photo_check'],
  [
    'late on a photo without a time',
    record(`method = 'GROUP_PHOTO', status = 'LATE', ${noTimes}`),
    C,
    'Attendance_photo_check',
  ],
  ['in a planned session', record(`"sessionId" = :planned`), C, 'Attendance_session_check'],
  [
    'in before the session began',
    record(`"clockedInAt" = "clockedInAt" - interval '1 hour'`),
    C,
    'Attendance_span_check',
  ],
  [
    'in after the session ended',
    endedRecord(`"clockedInAt" = "clockedInAt" + interval '1 hour'`),
    C,
    'Attendance_span_check',
  ],
  [
    'out after the session ended',
    endedRecord(`"clockedOutAt" = "clockedInAt" + interval '1 hour'`),
    C,
    'Attendance_span_check',
  ],
  ['of somebody who is in no such class', record(`"studentId" = :stranger`), C, 'Attendance_member_check'],
  [
    'of somebody who was not in the ended session',
    endedRecord(`"studentId" = :late`),
    C,
    'Attendance_member_check',
  ],
  [
    'another time without a row in the ledger',
    record(`"clockedInAt" = "clockedInAt" + interval '1 minute'`),
    C,
    'Attendance_told_check',
  ],
  ['another status without a row in the ledger', record(`status = 'LATE'`), C, 'Attendance_told_check'],
  [
    'a record without a row in the ledger',
    `INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "createdAt")
     VALUES (gen_random_uuid(), :open, :late, 'EXCUSED', 'HAND', now())`,
    ...([C, 'Attendance_told_check'] as const),
  ],
  [
    'a second record of a session',
    `INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "createdAt")
     VALUES (gen_random_uuid(), :open, :anna, 'EXCUSED', 'HAND', now())`,
    ...(['23505', 'Attendance_sessionId_studentId_key'] as const),
  ],
  ['taken back without a row in the ledger', takenBack, C, 'ClearedRecord_told_check'],
  [
    'taken back, where there is none',
    `INSERT INTO "ClearedRecord" (id, "sessionId", "studentId") VALUES (gen_random_uuid(), :open, :late)`,
    ...([C, 'ClearedRecord_record_check'] as const),
  ],
  [
    'back as another record than the one that was taken back',
    `${takenBack};
     INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "createdAt")
     VALUES (gen_random_uuid(), :open, :anna, 'EXCUSED', 'HAND', now())`,
    ...([C, 'Attendance_same_record_check'] as const),
  ],
]

const note = (words: string, of = ':member', at = ':place') =>
  `INSERT INTO "StudentNote" (id, "classId", "memberId", text, "createdAt") VALUES (gen_random_uuid(), ${at}, ${of}, ${words}, now())`

export const notes: readonly Refused[] = [
  ['a note that says nothing', note(`''`), C, 'StudentNote_text_check'],
  ['a note as long as a book', note(`repeat('x', 1001)`), C, 'StudentNote_text_check'],
  [
    'a note in a class that the student is not in',
    note(`'x'`, ':member', ':elsewhere'),
    ...(['23503', 'StudentNote_memberId_classId_fkey'] as const),
  ],
  [
    'a note that was changed before it was written',
    `${note(`'x'`)}; UPDATE "StudentNote" SET "editedAt" = "createdAt" - interval '1 s'`,
    ...([C, 'StudentNote_edited_check'] as const),
  ],
  [
    'a note that becomes somebody else’s',
    `${note(`'x'`)}; UPDATE "StudentNote" SET "memberId" = (SELECT id FROM "Member" WHERE "userId" = :berta)`,
    ...([C, 'StudentNote_same_check'] as const),
  ],
]

export const sessions: readonly Refused[] = [
  [
    'planned for no time',
    session('planned', `"plannedStart" = NULL, "plannedEnd" = NULL`),
    C,
    'ClassSession_scheduled_check',
  ],
  ['planned and opened', session('planned', `"openedAt" = now()`), C, 'ClassSession_scheduled_check'],
  ['planned and ended', session('planned', `"closedAt" = now()`), C, 'ClassSession_scheduled_check'],
  ['open and ended', session('open', `"closedAt" = now()`), C, 'ClassSession_still_open_check'],
  [
    'ended and never opened',
    session('planned', `state = 'CLOSED', "closedAt" = now()`),
    C,
    'ClassSession_times_check',
  ],
  [
    'ended before it began',
    session('open', `state = 'CLOSED', "closedAt" = "openedAt" - interval '1 ms'`),
    C,
    'ClassSession_times_check',
  ],
  [
    'ended and planned again',
    session('ended', `state = 'SCHEDULED', "plannedStart" = now(), "openedAt" = NULL, "closedAt" = NULL`),
    C,
    'ClassSession_onward_check',
  ],
  [
    'open and planned again',
    session('open', `state = 'SCHEDULED', "openedAt" = NULL, "plannedStart" = now()`),
    C,
    'ClassSession_onward_check',
  ],
  [
    'begun at another time',
    session('open', `"openedAt" = "openedAt" - interval '1 hour'`),
    C,
    'ClassSession_onward_check',
  ],
  [
    'ended at another time',
    session('ended', `"closedAt" = "closedAt" + interval '1 hour'`),
    C,
    'ClassSession_onward_check',
  ],
  ['ended and open again since no time', opened(openAgain), C, 'ClassSession_onward_check'],
  [
    'ended and open again since before its end',
    opened(`${openAgain}, "reopenedAt" = "openedAt"`),
    C,
    'ClassSession_onward_check',
  ],
  [
    'open again, with somebody absent by its end',
    `${opened(`${openAgain}, "reopenedAt" = now()`)};
     ${endedRecord(`status = 'ABSENT', method = 'SESSION_END', ${noTimes}`)}`,
    C,
    'ClassSession_absent_check',
  ],
  [
    'opened again before it was opened',
    session('open', `"reopenedAt" = "openedAt" - interval '1 ms'`),
    C,
    'ClassSession_reopened_at_check',
  ],
  ['not taken, and ended', session('ended', `"notTaken" = true`), C, 'ClassSession_not_taken_check'],
  [
    'not taken, after it was',
    session('ended', `"notTaken" = true, "endedByItself" = true`),
    C,
    'ClassSession_onward_check',
  ],
  ['open and ended by itself', session('open', `"endedByItself" = true`), C, 'ClassSession_by_itself_check'],
  [
    'deleted, though somebody was marked in it',
    `DELETE FROM "ClassSession" WHERE id = :open`,
    C,
    'ClassSession_used_check',
  ],
  [
    'ended by itself at once',
    `UPDATE "SchoolClass" SET "endsAfterHours" = 0 WHERE id = :place`,
    C,
    'SchoolClass_ends_check',
  ],
  [
    'ended before somebody came',
    session('open', `state = 'CLOSED', "closedAt" = "openedAt"`),
    C,
    'Attendance_span_check',
  ],
  ['moved to another class', session('planned', `"classId" = :elsewhere`), C, 'ClassSession_class_check'],
  [
    'a second open one',
    session('planned', `state = 'OPEN', "openedAt" = now()`),
    '23505',
    'ClassSession_one_open_key',
  ],
  [
    'its members before it ends',
    `INSERT INTO "SessionMember" ("sessionId", "classId", "memberId", "joinedAt") VALUES (:open, :place, :member, now())`,
    ...([C, 'SessionMember_ended_check'] as const),
  ],
  [
    'a member of it who left before they joined',
    `UPDATE "SessionMember" SET "leftAt" = "joinedAt" - interval '1 ms'`,
    C,
    'SessionMember_times_check',
  ],
  [
    'a member who left before they joined',
    `UPDATE "Member" SET "leftAt" = "joinedAt" - interval '1 ms'`,
    C,
    'Member_times_check',
  ],
  [
    'a class that becomes a workplace',
    `UPDATE "Place" SET kind = 'WORKPLACE' WHERE id = :place`,
    C,
    'Place_kind_check',
  ],
  [
    'a class that is a workplace too',
    `INSERT INTO "Workplace" (id, country, currency, "weekStart", "payCycle", "firstPeriod", "faceClocking")
     VALUES (:place, 'DE', 'EUR', 'MONDAY', 'MONTHLY', '2026-01-01', true)`,
    ...([C, 'Place_kind_check'] as const),
  ],
]

export const ledger: readonly Refused[] = [
  ['a row that is changed', `UPDATE "Change" SET "actorId" = NULL`, '23001', ''],
  ['a row that goes', `DELETE FROM "Change"`, '23001', ''],
  ['all of them', `TRUNCATE "Change"`, '23001', ''],
  ['a block that goes', `DELETE FROM "ChangeBlock"`, '23001', ''],
  ['a text that is changed', `UPDATE "ChangeText" SET text = 'x'`, '23001', ''],
  [
    'a row that says nothing',
    `INSERT INTO "Change" (at, via, subject, "subjectId") VALUES (now(), 'WEB', 'x', :open)`,
    C,
    'Change_before_after_check',
  ],
  [
    'a text of which no row holds the hash',
    `INSERT INTO "ChangeText" SELECT id, 'salt', 'x' FROM "Change" LIMIT 1`,
    C,
    'ChangeText_hash_check',
  ],
  [
    'a block that is not the next',
    `INSERT INTO "ChangeBlock" (id, "upTo", at, "rowIds", "rowHashes", hash) VALUES (7, 1, now(), '{1}', '{x}', sha256('x'))`,
    ...([C, 'ChangeBlock_row_check'] as const),
  ],
  [
    'a block without a whole hash',
    `INSERT INTO "ChangeBlock" (id, "upTo", at, "rowIds", "rowHashes", hash) VALUES (1, 1, now(), '{1}', '{x}', 'x')`,
    ...([C, 'ChangeBlock_row_check'] as const),
  ],
]
