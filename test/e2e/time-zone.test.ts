import { signIn } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'

const { email, password } = demoAccount('teacher')

for (const { size, viewport } of [
  { size: 'phone', viewport: phone },
  { size: 'desktop', viewport: desktop },
]) {
  test(`a time zone is found by typing, by keys and by pointer, on a ${size}`, async ({ person }) => {
    const page = await person({ viewport })
    await signIn(page.request, email, password)
    await page.goto('/teach')
    await page.getByRole('button', { name: 'New class' }).click()
    const dialog = page.getByRole('dialog', { name: 'New class' })
    const field = page.getByRole('combobox', { name: 'Time zone' })
    const list = page.getByRole('listbox', { name: 'Time zones' })
    const option = (name: string | RegExp) => list.getByRole('option', { name })

    await field.click()
    await expect(list).toBeVisible()
    await expect(option('Europe / Berlin')).toBeAttached()
    await expect(option('Asia / Kathmandu')).toBeAttached()
    await expectAccessible(page)

    // The first that fits is marked, and Enter takes it, not the form.
    await field.fill('kathm')
    await expect(list.getByRole('option')).toHaveText([/Asia \/ Kathmandu\s*UTC\+5:45/])
    await field.press('Enter')
    await expect(list).toBeHidden()
    await expect(field).toHaveValue('Asia / Kathmandu')
    await expect(dialog).toBeVisible()

    // Escape closes the list alone, and what was typed is forgotten.
    await field.fill('nowhere')
    await expect(list).toContainText('Nothing has this name.')
    await expectAccessible(page)
    await field.press('Escape')
    await expect(list).toBeHidden()
    await expect(field).toHaveValue('Asia / Kathmandu')
    await expect(dialog).toBeVisible()

    await field.fill('europe')
    await expect(option('Europe / Amsterdam')).toHaveAttribute('data-focused', 'true')
    await field.press('ArrowDown')
    await field.press('ArrowDown')
    await field.press('ArrowUp')
    await expect(option('Europe / Andorra')).toHaveAttribute('data-focused', 'true')
    await field.press('Enter')
    await expect(field).toHaveValue('Europe / Andorra')

    await field.click()
    const box = await list.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 40)
    const scrolled = () => list.evaluate(({ scrollTop }) => scrollTop)
    const before = await scrolled()
    await page.mouse.wheel(0, 400)
    await expect.poll(scrolled).not.toBe(before)
    await option('America / New York').click()
    await expect(field).toHaveValue('America / New York')
    await expect(dialog).toBeVisible()

    await field.fill('asia')
    await dialog.getByLabel('Name').click()
    await expect(list).toBeHidden()
    await expect(field).toHaveValue('America / New York')

    await dialog.getByLabel('Name').press('Escape')
    await expect(dialog).toBeHidden()
  })
}
