import { expect, test } from '@playwright/test'

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

test('the server says how it is', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  const health = await response.json()
  expect(health).toMatchObject({
    status: 'ok',
    database: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  })
  expect(Object.keys(health).sort()).toEqual(['database', 'pad', 'recogniser', 'status', 'version'])
})
