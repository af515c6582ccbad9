import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import { accountLimits } from '@/domain/account'
import { AppError } from '@/domain/errors'

/** OWASP's choice for argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const commonest = new Set(
  dictionary['passwords-common'].filter((password) => password.length >= accountLimits.passwordMin),
)

export function hashPassword(password: string): Promise<string> {
  return hash(password, options)
}

let decoy: Promise<string> | undefined

/** Takes the same time whether or not there is an account, so that answers do not tell who has one. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const matches = await verify(passwordHash ?? (await decoy), password)
  return matches && passwordHash !== null
}

/** Refuses a password that is among the commonest, simple repeats of them, or the person's own name or email. */
export function checkPasswordChoice(password: string, person: { name: string; email: string }): void {
  const plain = password.toLowerCase()
  const repeated = plain.match(/^(.{1,6}?)\1+$/)
  if (commonest.has(plain) || repeated) throw new AppError('account.password_common')
  const personal = [
    person.email,
    person.email.split('@')[0] ?? '',
    person.name,
    person.name.replace(/\s+/g, ''),
  ]
  if (personal.some((text) => text.toLowerCase() === plain)) throw new AppError('account.password_personal')
}
