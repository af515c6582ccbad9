import { refusal } from '@test/support/errors'
import { linkIn } from '@test/support/mail-server'
import { mailingWorld } from '@test/support/mailing-world'
import { makeAccount, password } from '@test/support/tokens'
import { describe, expect, test } from 'vitest'

const { world, post, mailing, visitor, deliver } = await mailingWorld()
const newPassword = 'copper window melon'

describe('another address', () => {
  const other = 'other@example.org'
  const asOf = (person: Awaited<ReturnType<typeof makeAccount>>) => world.api(person, mailing())

  test('counts once the link that was sent there is followed, and the old mailbox is told', async () => {
    const person = await makeAccount(world)
    const { id, email } = person
    await visitor().passwordReset.ask({ email })
    await deliver()
    const reset = linkIn(post.pathTo(email))
    expect(await asOf(person).account.changeEmail({ email: other, password })).toEqual({ mailed: true })
    await deliver()
    expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({ email })
    const link = linkIn(post.pathTo(other))
    await visitor().account.confirmNewEmail({ link })
    expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({
      ...{ email: other, emailConfirmedAt: world.clock.now },
    })
    await deliver()
    expect(post.mails.at(-1)?.subject).toBe('Your account has another address')
    expect(JSON.stringify(post.mails.at(-1)?.to)).toContain(email)
    expect(await refusal(visitor().account.confirmNewEmail({ link }))).toBe('account.link_dead')
    expect(await refusal(visitor().passwordReset.use({ link: reset, newPassword }))).toBe('account.link_dead')
  })

  test('is not taken once the owner has another password, has it reset or signs out everywhere, sent or waiting', async () => {
    const endings = {
      another: (person: Awaited<ReturnType<typeof makeAccount>>) =>
        asOf(person).account.changePassword({ currentPassword: password, newPassword }),
      everywhere: (person: Awaited<ReturnType<typeof makeAccount>>) =>
        asOf(person).account.signOutEverywhere(),
      reset: async ({ email }: Awaited<ReturnType<typeof makeAccount>>) => {
        await visitor().passwordReset.ask({ email })
        await deliver()
        await visitor().passwordReset.use({ link: linkIn(post.pathTo(email)), newPassword })
      },
    }
    for (const [name, end] of Object.entries(endings)) {
      const person = await makeAccount(world)
      const email = `${name}@example.org`
      await asOf(person).account.changeEmail({ email, password })
      await deliver()
      const link = linkIn(post.pathTo(email))
      await end(person)
      expect(await refusal(visitor().account.confirmNewEmail({ link })), name).toBe('account.link_dead')
    }
    const person = await makeAccount(world)
    await asOf(person).account.changeEmail({ email: 'waiting@example.org', password })
    await asOf(person).account.signOutEverywhere()
    await deliver()
    expect(post.mails.filter(({ to }) => JSON.stringify(to).includes('waiting@'))).toEqual([])
  })

  test('takes the password, and no address that somebody has, not even by then', async () => {
    const [person, next] = [await makeAccount(world), await makeAccount(world)]
    const change = (email: string, secret = password) =>
      refusal(asOf(person).account.changeEmail({ email, password: secret }))
    expect(await change(other, 'something else')).toBe('auth.wrong_password')
    expect(await change(next.email)).toBe('account.email_taken')
    await asOf(person).account.changeEmail({ email: other, password })
    await deliver()
    await world.db.user.update({ where: { id: next.id }, data: { email: other } })
    const link = linkIn(post.pathTo(other))
    expect(await refusal(visitor().account.confirmNewEmail({ link }))).toBe('account.email_taken')
  })

  test('where no mail goes out it counts at once, but for nothing that was offered to it before', async () => {
    const [owner, person] = [await makeAccount(world), await makeAccount(world)]
    const { id: placeId } = await world
      .api(owner)
      .classes.create({ name: 'Physics', timeZone: 'Europe/Berlin', lateAfterMinutes: 5 })
    await world.api(owner).places.invite({ placeId, email: other })
    world.wait(1_000)
    expect(await world.api(person).account.changeEmail({ email: other, password })).toEqual({ mailed: false })
    const now = await world.db.user.findUniqueOrThrow({ where: { id: person.id } })
    const [invitation] = await world.api(now).places.invitations()
    expect(invitation).toMatchObject({ obstacle: 'YOUNGER_ACCOUNT' })
    const accepted = world.api(now).places.acceptInvitation({ invitationId: invitation?.id ?? '' })
    expect(await refusal(accepted)).toBe('places.account_younger')
  })
})
