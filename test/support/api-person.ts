import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import superjson, { type SuperJSONResult } from 'superjson'
import type { SelfChosenRole } from '@/domain/account'
import type { LivenessPolicy } from '@/domain/classes'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { portraitPicture } from './portrait-files'
import type { PortraitOptions, Sitter } from './sample-portraits'

export const password = 'walnut stair lantern'

export interface Account {
  name: string
  email: string
}

/** Calls a procedure as the browser of this page would, over HTTP. */
export async function call<Answer>(
  request: APIRequestContext,
  path: string,
  input?: unknown,
): Promise<Answer> {
  const response = await request.post(`/api/trpc/${path}`, { data: superjson.serialize(input) })
  return answerOf<Answer>(response)
}

export async function ask<Answer>(
  request: APIRequestContext,
  path: string,
  input?: unknown,
): Promise<Answer> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(superjson.stringify(input))}`
  return answerOf<Answer>(await request.get(`/api/trpc/${path}${query}`))
}

async function answerOf<Answer>(response: Awaited<ReturnType<APIRequestContext['get']>>): Promise<Answer> {
  const body = (await response.json()) as { result: { data: SuperJSONResult } }
  expect(response.status(), JSON.stringify(body)).toBe(200)
  return superjson.deserialize<Answer>(body.result.data)
}

/** Signs in without the form, by the same requests that it makes. */
export async function signIn(request: APIRequestContext, email: string, secret = password) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const response = await request.post('/api/auth/callback/credentials', {
    form: { email, password: secret, csrfToken, json: 'true' },
  })
  expect(response.status()).toBe(200)
}

export async function newAccount(page: Page, role: SelfChosenRole, name: string): Promise<Account> {
  const account = { name, email: `${randomUUID()}@example.org` }
  await call(page.request, 'account.signUp', { ...account, password, role })
  await signIn(page.request, account.email)
  return account
}

/** A class of the teacher who is signed in on this page. It asks for no movements unless those are what is tested. */
export async function newClass(
  page: Page,
  name = 'Physics 9b',
  liveness: LivenessPolicy = 'PAD',
): Promise<{ id: string; joinCode: string }> {
  const { id } = await call<{ id: string }>(page.request, 'classes.create', {
    name,
    timeZone: 'Europe/Berlin',
    lateAfterMinutes: 10,
    liveness,
  })
  return ask(page.request, 'classes.byId', { classId: id })
}

export async function enrolAs(page: Page, portraits: readonly [Sitter, PortraitOptions?][]) {
  const paths = await Promise.all(portraits.map(([who, options]) => portraitPicture(who, options)))
  await enrolPhotos(page, await Promise.all(paths.map((path) => readFile(path))))
}

export async function enrolPhotos(page: Page, photos: readonly Buffer[]) {
  await call(page.request, 'enrolment.giveConsent', { noticeVersion: NOTICE_VERSION })
  for (const buffer of photos) {
    const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer }
    const response = await page.request.post('/api/trpc/enrolment.addPhoto', { multipart: { photo } })
    expect(response.status(), await response.text()).toBe(200)
  }
}

export const enrolAnna = (page: Page) => enrolAs(page, [['anna'], ['annaAgain']])
