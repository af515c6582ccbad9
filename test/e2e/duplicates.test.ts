import { enrolAnna, newAccount, signIn } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'
import { portraitPicture } from '@test/support/portrait-files'

test('one face under two accounts: the second waits, an administrator compares and decides, and both go on', async ({
  person,
}) => {
  const first = await person()
  await newAccount(first, 'STUDENT', 'Anna Berg')
  await enrolAnna(first)
  const second = await person({ viewport: phone })
  const { email } = await newAccount(second, 'STUDENT', 'Hanna Berg')

  await second.goto('/study/face')
  await second.getByRole('checkbox').check()
  await second.getByRole('button', { name: 'Consent and add photos' }).click()
  const pictures = await Promise.all([portraitPicture('anna'), portraitPicture('annaAgain')])
  await second.locator('input[type=file][multiple]').first().setInputFiles(pictures)
  await second.getByRole('button', { name: 'Use these 2 pictures' }).click()
  await expect(second.getByText('You have done nothing wrong').first()).toBeVisible()
  await expectAccessible(second)

  const office = await person()
  const admin = demoAccount('admin')
  await signIn(office.request, admin.email, admin.password)
  await office.goto('/admin')
  const found = office.getByRole('listitem').filter({ hasText: email })
  await expect(found.getByRole('img')).toHaveCount(2)
  for (const face of await found.getByRole('img').all())
    await expect.poll(() => face.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await expectAccessible(office)
  await found.getByRole('button', { name: 'Two different people' }).click()
  await expect(office.getByRole('alertdialog')).toContainText('Anna Berg and Hanna Berg both enrol')
  await office.getByRole('alertdialog').getByRole('button', { name: 'Two people' }).click()
  // The page behind an open dialog is hidden from roles: only once it has closed does the list say what was decided.
  await expect(office.getByRole('alertdialog')).toHaveCount(0)
  await expect(found.getByRole('button', { name: 'Two different people' })).toHaveCount(0)

  await second.goto('/study/face')
  await expect(second.getByText('You have done nothing wrong')).toHaveCount(0)
  await enrolAnna(second)
  await second.reload()
  await expect(second.getByText('Ready to clock in')).toBeAttached()
})
