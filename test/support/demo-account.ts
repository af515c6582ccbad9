import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownServer } from './e2e-servers'

interface Demo {
  password: string
  accounts: Array<{ email: string; role: string }>
}

/** The first demo account of a role on the server of that folder, with the password made up for it. */
export function demoAccount(
  role: 'teacher' | 'student' | 'admin',
  dataDir = ownServer().dataDir,
): { email: string; password: string } {
  const file = join(dataDir, 'demo.json')
  const { password, accounts }: Demo = JSON.parse(readFileSync(file, 'utf8'))
  const account = accounts.find((candidate) => candidate.role === role)
  if (!account) throw new Error(`The demo has no ${role}`)
  return { email: account.email, password }
}
