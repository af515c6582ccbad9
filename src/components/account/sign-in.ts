import { tellAccountChange } from '@/components/live/account-change'
import { signInError } from '@/components/words/app-error'

/** Loaded as somebody signs in: pages that only offer it come without it. */
export async function signIn(...given: Parameters<typeof import('next-auth/react').signIn>) {
  const auth = await import('next-auth/react')
  return auth.signIn(...given)
}

/** Signs in with a password. Null when it worked, otherwise the error. */
export async function signInWithPassword(email: string, password: string): Promise<unknown> {
  try {
    const result = await signIn('credentials', { email, password, redirect: false })
    return done(result?.error)
  } catch (error) {
    return error
  }
}

/** Signs in with the ticket that a recognised face was given. Null when it worked, otherwise the error. */
export async function signInWithFace(ticket: string): Promise<unknown> {
  const result = await signIn('face', { ticket, redirect: false })
  return done(result?.error)
}

function done(error: string | null | undefined): unknown {
  if (error) return signInError(error)
  tellAccountChange()
  return null
}

/** Loads the page anew, so that nothing of whoever used this browser before is left in memory. */
export function goOn(path: string | null) {
  window.location.assign(path ?? '/')
}
