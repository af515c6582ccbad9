import type { Page } from '@playwright/test'
import { desktop, expect, expectAccessible, phone } from './browser'

/** As it is on a phone and on a desk, in light and dark. */
export async function lookEverywhere(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of [phone, desktop]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(viewport)
      await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, 'wider than the screen').toBeLessThanOrEqual(0)
    }
}
