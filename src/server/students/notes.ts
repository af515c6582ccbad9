import 'server-only'
import { AppError } from '@/domain/errors'
import { MAX_NOTES } from '@/domain/students'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { pageAfter, pageOfRows } from '../db/page'
import { transact } from '../live/publish'
import { lockActiveLed, lockLed } from '../places/lock'
import { ownStudent, type StudentOfClass } from './service'

const PAGE = 20

/** What leaders of the class wrote about a student, newest first, a page at a time. */
export async function studentNotes(
  ctx: ActorContext,
  input: StudentOfClass & { cursor?: string | null | undefined },
) {
  const { member } = await ownStudent(ctx, input)
  const person = { select: { id: true, name: true } } as const
  const rows = await ctx.db.studentNote.findMany({
    where: { memberId: member.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...pageAfter(input, PAGE),
    select: { id: true, text: true, createdAt: true, editedAt: true, author: person, editor: person },
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  return { items: page, nextCursor }
}

/** Writes something down about a student. Nothing begins in a class that is archived, nor for an account that is gone. */
export async function addStudentNote(
  ctx: ActorContext,
  { text, ...of }: StudentOfClass & { text: string },
): Promise<{ id: string }> {
  const { member } = await ownStudent(ctx, of)
  if (member.user.deletedAt) throw new AppError('request.not_found')
  const { classId } = of
  return transact(ctx, async (ctx) => {
    // Alone, so that two do not both find room for the last.
    await lockActiveLed(ctx, { placeId: classId, mode: 'UPDATE' })
    const { tx, now, actor } = ctx
    const notes = await tx.studentNote.count({ where: { memberId: member.id } })
    if (notes >= MAX_NOTES) throw new AppError('students.too_many_notes', { most: MAX_NOTES })
    const { id } = await tx.studentNote.create({
      data: { ...{ classId, memberId: member.id, text }, authorId: actor.id, createdAt: now },
      select: { id: true },
    })
    noteChange(ctx, { id, classId, memberId: member.id, act: 'WRITTEN' })
    return { id }
  })
}

interface Told {
  id: string
  classId: string
  memberId: string
  act: 'WRITTEN' | 'EDITED' | 'DELETED'
}

/** Tells the ledger what was done with a note, never its words. */
function noteChange({ change, actor }: TxContext<ActorContext>, { id, classId, memberId, act }: Told) {
  change({
    ...{ subject: 'student note' as const, subjectId: id, actorId: actor.id, placeId: classId },
    before: act === 'WRITTEN' ? null : { memberId, removed: false },
    after: { memberId, removed: act === 'DELETED' },
  })
}

interface WantedNote extends StudentOfClass {
  noteId: string
}

/** A note about this student of a class that the actor leads, held while it is changed. */
async function changeNote(
  ctx: ActorContext,
  { noteId, ...of }: WantedNote,
  act: Exclude<Told['act'], 'WRITTEN'>,
  write: (ctx: TxContext<ActorContext>) => Promise<unknown>,
): Promise<void> {
  const { classId, studentId } = of
  await ownStudent(ctx, of)
  await transact(ctx, async (ctx) => {
    await lockLed(ctx, { placeId: classId, mode: 'SHARE' })
    await ctx.tx.$queryRaw`SELECT 1 FROM "StudentNote" WHERE id = ${noteId}::uuid FOR UPDATE`
    const note = await ctx.tx.studentNote.findFirst({
      where: { id: noteId, classId, member: { userId: studentId } },
      select: { id: true, memberId: true },
    })
    if (!note) throw new AppError('request.not_found')
    await write(ctx)
    noteChange(ctx, { ...note, classId, act })
  })
}

/** Another text in its place; who changed it and when stands with it. */
export function editStudentNote(
  ctx: ActorContext,
  { text, ...wanted }: WantedNote & { text: string },
): Promise<void> {
  return changeNote(ctx, wanted, 'EDITED', ({ tx, now, actor }) =>
    tx.studentNote.update({
      where: { id: wanted.noteId },
      data: { text, editedAt: now, editedById: actor.id },
    }),
  )
}

/** Takes a note away for good, by whichever leader of the class. */
export function deleteStudentNote(ctx: ActorContext, wanted: WantedNote): Promise<void> {
  return changeNote(ctx, wanted, 'DELETED', ({ tx }) =>
    tx.studentNote.delete({ where: { id: wanted.noteId } }),
  )
}
