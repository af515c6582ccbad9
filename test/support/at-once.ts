import type { Page } from '@playwright/test'

/** Holds a call of several pages until all of them have made it: none is first. */
export async function atOnce(pages: readonly Page[], procedure: string): Promise<void> {
  let made = 0
  let letGo = () => {}
  const all = new Promise<void>((resolve) => {
    letGo = resolve
  })
  for (const page of pages)
    await page.route(`**/api/trpc/${procedure}?*`, async (route) => {
      made += 1
      if (made === pages.length) letGo()
      await all
      await route.continue()
    })
}
