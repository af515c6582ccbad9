import { expect, test } from '@playwright/test'
import { formOf } from '@test/support/many-parts'

test('a page comes with the headers that keep it to itself', async ({ page }) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text())
  })
  const response = await page.goto('/sign-in')
  await page.waitForLoadState('networkidle')
  expect(response?.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'permissions-policy': expect.stringContaining('camera=(self)'),
  })
  expect(response?.headers()).not.toHaveProperty('x-powered-by')
  expect(violations).toEqual([])
})

test('the server says how it is, and to strangers no more than that', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})

test('scripts run by the nonce of their answer, and others do not', async ({ page }) => {
  const policies = new Set<string>()
  for (const path of ['/sign-in', '/', '/no-such-page', '/api/docs']) {
    const violations: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|violates the following/.test(message.text()))
        violations.push(message.text())
    })
    const response = await page.goto(path)
    await page.waitForLoadState('networkidle')
    const policy = response?.headers()['content-security-policy'] ?? ''
    policies.add(policy)
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]{22}' 'wasm-unsafe-eval';/)
    expect(violations, path).toEqual([])
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.injected = "yes"'
      document.body.append(script)
      return document.documentElement.dataset.injected ?? 'no'
    })
    expect(ran, path).toBe('no')
  }
  expect(policies.size).toBe(4)
})

test('of what next-auth brings, only what the pages use exists', async ({ request }) => {
  const log = await request.post('/api/auth/_log', { form: { level: 'error', code: 'x', message: 'y' } })
  expect(log.status()).toBe(404)
  for (const path of ['session', 'signin', 'signout', 'error', 'verify-request', 'callback/other', 'csrf/x'])
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404)
  expect((await request.post('/api/auth/callback/other', { form: {} })).status()).toBe(404)
  expect((await request.get('/api/auth/csrf')).status()).toBe(200)
})

test('a form of 40,000 parts of nobody is refused at once, wherever it goes', async ({ request }) => {
  const { body, headers } = formOf(40_000)
  for (const [path, status] of [
    ['/api/trpc/account.signUp', 415],
    ['/api/trpc/faceSignIn.verify', 401],
    ['/api/trpc/enrolment.addPhoto', 401],
    ['/api/trpc/kiosks.door', 401],
    ['/api/v1/enrolment/photos', 401],
    ['/api/v1/auth/token', 415],
    ['/api/auth/callback/credentials', 415],
    ['/sign-in', 405],
  ] as const) {
    const begun = Date.now()
    const send = () => request.post(path, { data: body, headers })
    // Whoever is refused in the middle of sending may lose the answer with the line.
    const response = await send().catch((error: unknown) => {
      if (!/EPIPE|ECONNRESET/.test(String(error))) throw error
      return send()
    })
    expect.soft(response.status(), path).toBe(status)
    expect.soft(await response.text(), path).not.toContain('part-')
    // The first request to an address also loads it.
    expect.soft(Date.now() - begun, path).toBeLessThan(5_000)
  }
})

test('no source maps are served', async ({ page, request }) => {
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url())
  })
  await page.goto('/sign-in')
  await page.waitForLoadState('networkidle')
  expect(scripts.length).toBeGreaterThan(0)
  for (const url of scripts) {
    expect(await (await request.get(url)).text()).not.toContain('sourceMappingURL')
    expect((await request.get(`${url}.map`)).status()).toBe(404)
  }
})
