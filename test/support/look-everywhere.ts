import type { Page } from '@playwright/test'
import { desktop, expect, expectAccessible, expectReadable, phone } from './browser'

/** As it is on a phone and on a desk, in light and dark. */
export async function lookEverywhere(page: Page) {
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    await lookInBothSchemes(page)
  }
}

/** Every rule in light; in dark those that colours can break, for all else is the same page. */
export async function lookInBothSchemes(page: Page) {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectReadable(page)
  await expectFits(page)
}

export async function expectFits(page: Page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** No choice of any select is longer than its box. */
export async function expectUncut(page: Page) {
  const cut = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')
    return [...document.querySelectorAll('select')].flatMap((select) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select)
      const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      if (!pen || !select.checkVisibility()) return []
      pen.font = font
      return [...select.options].map(({ text }) => text).filter((text) => pen.measureText(text).width > room)
    })
  })
  expect(cut, `cut on ${page.url()}`).toEqual([])
}
