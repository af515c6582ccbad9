import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { ask, call, enrolAnna } from './api-person'
import { expect, test } from './browser'
import { rowsOfFaces } from './e2e-database'
import { portraitPicture } from './portrait-files'

export type Way = 'by face' | 'by code'

/**
 * The same journeys twice: once with faces, and once by people who take part without theirs. Of those, nothing made
 * from a face exists afterwards.
 */
export function bothWays(journeys: (way: Way) => void) {
  for (const way of ['by face', 'by code'] as const) {
    test.describe(way, () => {
      let begun = new Date()
      test.beforeEach(() => {
        begun = new Date()
      })
      if (way === 'by code') {
        test.afterEach(async () => {
          const none = { templates: 0, photos: 0, evidence: 0, checks: 0, rollCallFaces: 0 }
          expect(await rowsOfFaces(begun)).toEqual(none)
        })
      }
      journeys(way)
    })
  }
}

/** Makes the student of this page ready to clock in: enrolled as Anna, or without a face. */
export async function getReady(way: Way, student: Page) {
  if (way === 'by face') await enrolAnna(student)
  else await call(student.request, 'faceOptOut.setOwn', { off: true })
}

/** Clocks the student of this page in, by the request that the page makes. */
export async function clockIn(
  way: Way,
  { teacher, student }: { teacher: Page; student: Page },
  sessionId: string,
) {
  if (way === 'by code') {
    const { code } = await ask<{ code: string }>(teacher.request, 'sessions.code', { sessionId })
    await call(student.request, 'clocking.byCode', { sessionId, direction: 'in', code })
    return
  }
  const buffer = await readFile(await portraitPicture('anna', { share: 0.46 }))
  const frame = { name: 'frame.jpg', mimeType: 'image/jpeg', buffer }
  const response = await student.request.post('/api/trpc/clocking.byFace', {
    multipart: { sessionId, direction: 'in', frame },
  })
  expect(response.status(), await response.text()).toBe(200)
}
