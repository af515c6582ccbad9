import { askable, inputsFor } from '@test/support/every-input'
import { expect, test } from 'vitest'
import { DELETED_DOMAIN } from '@/domain/account'
import { readTeamList } from '@/server/employments/team-list'

/** The procedures that ask for an address and take this one. */
function taking(email: string): { asked: string[]; taking: string[] } {
  const asked = askable.flatMap((procedure) =>
    inputsFor(procedure, { email: [email] })
      .filter((input) => input.email === email)
      .map((input) => ({ name: procedure.name, inputs: procedure.inputs, input })),
  )
  const took = asked.filter(({ inputs, input }) =>
    inputs.every((schema) => !schema.safeParse(input).error?.issues.some(({ path }) => path[0] === 'email')),
  )
  return { asked: asked.map(({ name }) => name), taking: took.map(({ name }) => name) }
}

test('an address of deleted accounts is taken nowhere', () => {
  const { asked, taking: all } = taking('somebody@example.org')
  expect(asked).toEqual(
    expect.arrayContaining(['account.signUp', 'account.changeEmail', 'people.byEmail', 'places.invite']),
  )
  expect(all).toEqual(asked)
  for (const email of [`somebody@${DELETED_DOMAIN}`, ` Somebody@Deleted.Invalid `])
    expect(taking(email)).toEqual({ asked, taking: [] })
  const [line] = readTeamList(`Ida\tsomebody@${DELETED_DOMAIN}`, 'EUR')
  expect(line).toMatchObject({ email: `somebody@${DELETED_DOMAIN}`, problem: 'EMAIL' })
})
