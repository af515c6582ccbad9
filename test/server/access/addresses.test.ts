import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { testDatabase } from '@test/support/database'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { health } from '@/server/health/service'
import { isSignInRoute } from '@/server/sign-in/routes'

const database = testDatabase()

/** Who may ask for a picture, as its route declares. */
const pictureAccess: Record<string, string> = {
  'calibration-faces/[photoId]': "['ADMIN', 'TEACHER']",
  'demo/portrait/[sessionId]': "['STUDENT']",
  'demo/room-photo/[sessionId]': "['TEACHER']",
  'duplicate-faces/[caseId]/[side]': "['ADMIN']",
  'enrolment-photos/[photoId]': "'signed-in'",
  'evidence/[faceCheckId]': "'signed-in'",
  'roll-call-crops/[faceId]': "['TEACHER']",
  'roll-call-photos/[photoId]': "['TEACHER']",
}

/** Who may ask for a file, as its route declares. */
const fileAccess: Record<string, string> = {
  'account/data': "'signed-in'",
  'draft-statements/[employmentId]/[day]': "['EMPLOYEE', 'EMPLOYER']",
  'lists/[list]': "['EMPLOYER']",
  'payroll-exports/[exportId]': "['EMPLOYER']",
  'records/[employmentId]/[month]': "['EMPLOYEE', 'EMPLOYER']",
  'statements/[paymentId]': "['EMPLOYEE', 'EMPLOYER']",
}

/** Answers that no procedure gives: what stands in them. */
const routes: Record<
  string,
  | 'picture'
  | 'file'
  | 'file by link'
  | 'health'
  | 'ok or not'
  | 'no body, or an error of ours'
  | 'procedures'
  | 'operations'
  | 'next-auth'
> = {
  'account/data': 'file',
  'auth/[...nextauth]': 'next-auth',
  'calibration-faces/[photoId]': 'picture',
  'demo/portrait/[sessionId]': 'picture',
  'demo/room-photo/[sessionId]': 'picture',
  'draft-statements/[employmentId]/[day]': 'file',
  'duplicate-faces/[caseId]/[side]': 'picture',
  'enrolment-photos/[photoId]': 'picture',
  'evidence/[faceCheckId]': 'picture',
  health: 'health',
  'health/live': 'ok or not',
  'health/ready': 'ok or not',
  'inspections/[link]/hours': 'file by link',
  'inspections/[link]/records/[employmentId]/[month]': 'file by link',
  kiosk: 'no body, or an error of ours',
  'lists/[list]': 'file',
  'payroll-exports/[exportId]': 'file',
  'records/[employmentId]/[month]': 'file',
  'roll-call-crops/[faceId]': 'picture',
  'roll-call-photos/[photoId]': 'picture',
  'statements/[paymentId]': 'file',
  'trpc/[trpc]': 'procedures',
  'v1/[[...path]]': 'operations',
}

describe('the other addresses of the server', () => {
  const folder = 'src/app/api'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const found = files.filter((file) => file.endsWith('/route.ts')).map((file) => dirname(file))

  test('are these', () => {
    expect(found.sort()).toEqual(Object.keys(routes).sort())
  })

  test.each(found.filter((route) => routes[route] === 'picture'))(
    '%s answers with a picture alone',
    (route) => {
      const source = readFileSync(join(folder, route, 'route.ts'), 'utf8')
      expect(source.replace(/pictureResponse\(\s+/, 'pictureResponse(')).toContain(
        `return pictureResponse(${pictureAccess[route]}, `.trimEnd(),
      )
      expect(source).not.toMatch(/new Response|Response\.json|headers/)
    },
  )

  test.each(found.filter((route) => routes[route] === 'file'))('%s answers with a file alone', (route) => {
    const source = readFileSync(join(folder, route, 'route.ts'), 'utf8')
    expect(source).toContain(`return fileResponse(${fileAccess[route]}, `)
    expect(source).not.toMatch(/new Response|Response\.json|headers/)
  })

  test.each(found.filter((route) => routes[route] === 'file by link'))(
    '%s answers with a file alone',
    (route) => {
      const source = readFileSync(join(folder, route, 'route.ts'), 'utf8')
      expect(source).toContain('return linkFileResponse(')
      expect(source).not.toMatch(/new Response|Response\.json|headers/)
    },
  )

  test('of next-auth are those that the pages use', () => {
    expect(isSignInRoute('GET', ['csrf'])).toBe(true)
    expect(isSignInRoute('POST', ['callback', 'credentials'])).toBe(true)
    for (const [method, ...path] of [
      ['POST', '_log'],
      ['GET', 'session'],
      ['POST', 'csrf'],
      ['GET', 'callback', 'credentials'],
      ['POST', 'callback', 'credentials', 'x'],
      ['POST', 'callback/credentials', 'x'],
    ])
      expect(isSignInRoute(method ?? '', path)).toBe(false)
  })

  test('health tells an administrator five words', async () => {
    const pool = new pg.Pool({ connectionString: database.url })
    const answer = await health({ pool, dataDir: '.' })
    await pool.end()
    expect(Object.keys(answer).sort()).toEqual(['database', 'pad', 'recogniser', 'status', 'version'])
  })
})
