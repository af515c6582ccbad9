import { desktop, expect, phone, test } from '@test/support/browser'
import { lookInBothSchemes } from '@test/support/look-everywhere'

const pages = ['/', '/help', '/privacy', '/contact']

const titles: Record<string, Record<string, string>> = {
  '/help': { en: 'Help', de: 'Hilfe', es: 'Ayuda' },
  '/privacy': { en: 'Privacy', de: 'Datenschutz', es: 'Privacidad' },
  '/contact': { en: 'Contact', de: 'Kontakt', es: 'Contacto' },
}

for (const { size, viewport } of [
  { size: 'phone', viewport: phone },
  { size: 'desktop', viewport: desktop },
]) {
  test(`what anybody may read is accessible and fits a ${size}, light and dark`, async ({ person }) => {
    const page = await person({ viewport })
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await lookInBothSchemes(page)
    }
  })
}

for (const locale of ['en', 'de', 'es']) {
  test(`help, privacy and contact are found from every public page, and say so in ${locale}`, async ({
    person,
  }) => {
    const page = await person({ locale })
    for (const [path, title] of Object.entries(titles)) {
      await page.goto('/sign-in')
      await page.getByRole('contentinfo').getByRole('link', { name: title[locale] }).click()
      await expect(page).toHaveURL(new RegExp(`${path}$`))
      await expect(page).toHaveTitle(`${title[locale]} · Clockface`)
      await expect(page.getByRole('heading', { level: 1, name: title[locale] })).toBeVisible()
    }
  })
}

test('where nobody has entered who runs it, the contact page says whom to ask', async ({ person }) => {
  const page = await person()
  await page.goto('/contact')
  await expect(page.getByText('Nobody has entered who runs this installation.')).toBeVisible()
  await page.goto('/privacy')
  await expect(page.getByText('30 days, or until you withdraw your consent.')).toBeVisible()
})

test('a phone can put it on its home screen: manifest and icons are there', async ({ person }) => {
  const page = await person()
  await page.goto('/')
  const href = (selector: string) => page.locator(selector).first().getAttribute('href')
  const manifestPath = (await href('link[rel="manifest"]')) ?? ''
  const manifest = await (await page.request.get(manifestPath)).json()
  expect(manifest).toMatchObject({ name: 'Clockface', start_url: '/', display: 'standalone' })
  const icons = manifest.icons.map(({ src }: { src: string }) => src)
  const linked = [await href('link[rel="icon"]'), await href('link[rel="apple-touch-icon"]')]
  for (const icon of [...icons, ...linked, '/favicon.ico']) {
    const answer = await page.request.get(icon ?? 'no icon is linked')
    expect(answer.headers()['content-type'], icon ?? '').toMatch(/^image\//)
  }
})
