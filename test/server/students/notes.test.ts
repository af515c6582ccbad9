import { outcomes, refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { readBytes } from '@test/support/read-stream'
import { password } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readerLocale } from '@/domain/locale'
import { MAX_NOTES } from '@/domain/students'
import { hashPassword } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'
import { ownDataFile } from '@/server/exports/own-data'

const world = testWorld()

/** A class of two leaders with a student in it. */
async function shared() {
  const owner = await world.user(['TEACHER'], 'Ms Okafor')
  const colleague = await world.user(['TEACHER'], 'Mr Berg')
  const anna = await world.user(['STUDENT'], 'Anna')
  const now = world.clock.now
  const { id: classId } = await makeClass(world.db, { teacher: owner, students: [anna], now })
  await world.db.leader.create({
    data: { placeId: classId, userId: colleague.id, role: 'ASSISTANT', since: now },
  })
  const of = { classId, studentId: anna.id }
  return { owner, colleague, anna, classId, of, api: world.api(owner), other: world.api(colleague) }
}

const heldAbout = async (actor: Actor) => {
  const reader = readerLocale({ chosen: 'en', accepted: null, pseudo: false })
  const { body } = await ownDataFile(world.as(actor), { reader })
  return JSON.parse(strFromU8(unzipSync(await readBytes(body))['notes.json'] ?? new Uint8Array()))
}

const told = () => world.db.change.findMany({ where: { subject: 'student note' }, orderBy: { id: 'asc' } })

describe('a note about a student', () => {
  test('is every leader’s to read, change and delete, with who did what and when', async () => {
    const { api, other, of, owner, colleague } = await shared()
    const { id: noteId } = await api.students.addNote({ ...of, text: '  Needs glasses  ' })
    const writtenAt = world.clock.now
    world.wait(5)
    await other.students.editNote({ ...of, noteId, text: 'Has glasses now' })
    const { items } = await api.students.notes(of)
    expect(items).toEqual([
      {
        ...{ id: noteId, text: 'Has glasses now', createdAt: writtenAt, editedAt: world.clock.now },
        author: { id: owner.id, name: 'Ms Okafor' },
        editor: { id: colleague.id, name: 'Mr Berg' },
      },
    ])
    await other.students.deleteNote({ ...of, noteId })
    expect((await api.students.notes(of)).items).toEqual([])
  })

  test('is in the ledger without its words', async () => {
    const { api, other, of, owner, colleague } = await shared()
    const { id: noteId } = await api.students.addNote({ ...of, text: 'Secret' })
    await other.students.editNote({ ...of, noteId, text: 'Secret too' })
    await api.students.deleteNote({ ...of, noteId })
    const rows = await told()
    expect(rows.map(({ actorId, subjectId, textHash }) => [actorId, subjectId, textHash])).toEqual([
      [owner.id, noteId, null],
      [colleague.id, noteId, null],
      [owner.id, noteId, null],
    ])
    expect(rows.map(({ after }) => (after as { removed: boolean }).removed)).toEqual([false, false, true])
    expect(JSON.stringify(rows.map(({ before, after }) => [before, after]))).not.toContain('Secret')
    expect(await world.db.changeText.count()).toBe(0)
  })

  test('comes a page at a time, newest first', async () => {
    const { api, of } = await shared()
    for (let at = 0; at < 21; at += 1) {
      world.wait(1)
      await api.students.addNote({ ...of, text: `Note ${at}` })
    }
    const first = await api.students.notes(of)
    const second = await api.students.notes({ ...of, cursor: first.nextCursor })
    expect([first.items[0]?.text, first.items.length]).toEqual(['Note 20', 20])
    expect(second.items.map(({ text }) => text)).toEqual(['Note 0'])
  })

  test('are 500 at most, however many are written at the same moment', async () => {
    const { api, other, of, classId, owner } = await shared()
    const member = await world.db.member.findFirstOrThrow({ where: { placeId: classId } })
    const createdAt = world.clock.now
    const note = { classId, memberId: member.id, authorId: owner.id, createdAt }
    const data = Array.from({ length: MAX_NOTES - 1 }, (_, at) => ({ ...note, text: `Note ${at}` }))
    await world.db.studentNote.createMany({ data })
    const both = [api, other].map((one) => one.students.addNote({ ...of, text: 'The last' }))
    expect(await outcomes(both)).toEqual(['done', 'students.too_many_notes'])
    expect(await world.db.studentNote.count()).toBe(MAX_NOTES)
  })

  test('has to say something, and no more than 1000 characters', async () => {
    const { api, of } = await shared()
    expect(await refusal(api.students.addNote({ ...of, text: '   ' }))).toBe('BAD_REQUEST')
    expect(await refusal(api.students.addNote({ ...of, text: 'x'.repeat(1001) }))).toBe('BAD_REQUEST')
  })

  test('does not exist for anybody else, nor under another student or class', async () => {
    const { api, of, anna, owner } = await shared()
    const { id: noteId } = await api.students.addNote({ ...of, text: 'Mine' })
    const stranger = world.api(await world.user(['TEACHER']))
    const ben = await world.user(['STUDENT'], 'Ben')
    const elsewhere = await makeClass(world.db, {
      ...{ teacher: owner, students: [anna, ben], now: world.clock.now },
    })
    const asked = { ...of, noteId }
    for (const call of [
      () => stranger.students.addNote({ ...of, text: 'x' }),
      () => stranger.students.editNote({ ...asked, text: 'x' }),
      () => stranger.students.deleteNote(asked),
      () => api.students.editNote({ ...asked, classId: elsewhere.id, text: 'x' }),
      () => api.students.deleteNote({ ...asked, classId: elsewhere.id, studentId: ben.id }),
    ])
      expect(await refusal(call())).toBe('request.not_found')
    expect((await api.students.notes(of)).items.map(({ text }) => text)).toEqual(['Mine'])
    expect((await api.students.notes({ ...of, classId: elsewhere.id })).items).toEqual([])
  })

  test('begins in no archived class, where those there are stay to be changed and deleted', async () => {
    const { api, of, classId } = await shared()
    const { id: noteId } = await api.students.addNote({ ...of, text: 'Before' })
    await api.classes.setArchived({ classId, archived: true })
    expect(await refusal(api.students.addNote({ ...of, text: 'x' }))).toBe('classes.archived')
    await api.students.editNote({ ...of, noteId, text: 'After' })
    await api.students.deleteNote({ ...of, noteId })
  })

  test('that two delete at once goes once', async () => {
    const { api, other, of } = await shared()
    const asked = { ...of, noteId: (await api.students.addNote({ ...of, text: 'x' })).id }
    const came = await outcomes([api.students.deleteNote(asked), other.students.deleteNote(asked)])
    expect(came.toSorted()).toEqual(['done', 'request.not_found'])
    expect((await told()).length).toBe(2)
  })

  test('is in everything that is held about the student, and goes with their account', async () => {
    const { api, of, anna } = await shared()
    await api.students.addNote({ ...of, text: 'Sits in the front row' })
    expect(await heldAbout(anna)).toMatchObject([
      { text: 'Sits in the front row', schoolClass: { place: { name: 'Physics 9b' } } },
    ])
    const passwordHash = await hashPassword(password)
    await world.db.user.update({ where: { id: anna.id }, data: { passwordHash } })
    await world.api(anna).people.deleteOwn({ password })
    expect(await world.db.studentNote.count()).toBe(0)
    expect((await api.students.inClass(of)).student).toMatchObject({ deleted: true, email: null })
    expect(await refusal(api.students.addNote({ ...of, text: 'x' }))).toBe('request.not_found')
  })

  test('stays where whoever wrote it is gone', async () => {
    const { api, other, of, colleague } = await shared()
    await other.students.addNote({ ...of, text: 'Mine' })
    await world.db.leader.deleteMany({ where: { userId: colleague.id } })
    expect((await api.students.notes(of)).items[0]).toMatchObject({ author: { name: 'Mr Berg' } })
  })
})
