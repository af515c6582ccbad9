import { expect, type Locator, type Page } from '@playwright/test'

/** How long somebody before a camera keeps moving: a machine with more to do sees few of the movements. */
const PATIENCE_MS = 180_000

/** Keeps moving before the camera until this is there; like a person, tries again where a movement or picture was no use. */
export async function untilSeen(page: Page, done: Locator): Promise<void> {
  const again = page.getByRole('button', { name: 'Try again' })
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    await expect(done.or(again).first()).toBeVisible({ timeout: Math.max(1, end - Date.now()) })
    if (await done.first().isVisible()) return
    // It may go by itself in this very moment.
    await again.click({ timeout: 5000 }).catch(() => {})
  }
}
