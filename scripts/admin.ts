import pg from 'pg'
import { readVariables } from '../src/server/env'
import { runningDatabase } from './setup/running-database'
import { SetupError, tell } from './setup/setup-error.mjs'

/** Makes the account with this email an administrator: the first one has nobody to do it for them. */
async function main(email: string | undefined, settings = readVariables()) {
  if (!email?.includes('@')) throw new SetupError('Name the account: npm run admin -- someone@example.org')
  const connectionString = settings.DATABASE_URL ?? runningDatabase(settings.DATA_DIR)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `UPDATE "User" SET roles = CASE WHEN 'ADMIN' = ANY(roles) THEN roles ELSE roles || '{ADMIN}'::"Role"[] END
       WHERE email = lower($1) RETURNING name`,
      [email],
    )
    const [account] = rows
    if (!account) throw new SetupError(`There is no account with the email ${email}. Sign up first.`)
    console.log(`${account.name} is an administrator now.`)
  } finally {
    await client.end()
  }
}

try {
  await main(process.argv[2])
} catch (error) {
  tell(error, '.data')
  process.exitCode = 1
}
