import pg from 'pg'
import { readVariables } from '../src/server/env'
import { runningDatabase } from './setup/running-database'
import { SetupError, tell } from './setup/setup-error.mjs'

const roles: Readonly<Record<string, string>> = {
  ADMIN: 'an administrator',
  TEACHER: 'a teacher',
  EMPLOYER: 'an employer',
}

/** Gives the account with this email a role: the first administrator has nobody to do it for them. */
async function main([email, role = 'ADMIN']: string[], settings = readVariables()) {
  if (!email?.includes('@')) throw new SetupError('Name the account: npm run admin -- someone@example.org')
  const name = roles[role]
  if (!name) throw new SetupError(`${role} is none of ${Object.keys(roles).join(', ')}.`)
  const connectionString = settings.DATABASE_URL ?? runningDatabase(settings.DATA_DIR)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `UPDATE "User" SET roles = CASE WHEN $2::"Role" = ANY(roles) THEN roles ELSE array_append(roles, $2::"Role") END
       WHERE email = lower($1) RETURNING name`,
      [email, role],
    )
    const [account] = rows
    if (!account) throw new SetupError(`There is no account with the email ${email}. Sign up first.`)
    console.log(`${account.name} is ${name} now.`)
  } finally {
    await client.end()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  tell(error, '.data')
  process.exitCode = 1
}
