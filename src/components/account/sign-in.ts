import { signIn } from 'next-auth/react'
import { tellAccountChange } from '@/components/live/account-change'
import { errorTextOf, signInErrorText } from '@/components/providers/error-text'

/** Signs in with a password. Null when it worked, otherwise what to tell the person. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn('credentials', { email, password, redirect: false })
    return done(result?.error)
  } catch (error) {
    return errorTextOf(error)
  }
}

/** Signs in with the ticket that a recognised face was given. Null when it worked, otherwise what to tell the person. */
export async function signInWithFace(ticket: string): Promise<string | null> {
  const result = await signIn('face', { ticket, redirect: false })
  return done(result?.error)
}

function done(error: string | null | undefined): string | null {
  if (error) return signInErrorText(error)
  tellAccountChange()
  return null
}

/** Loads the page anew, so that nothing of whoever used this browser before is left in memory. */
export function goOn(path: string | null) {
  window.location.assign(path ?? '/')
}
