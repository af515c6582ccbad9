import { signOut } from 'next-auth/react'
import { tellAccountChange } from '@/components/live/account-change'

/** Signs out, which the browser's other tabs hear of, and loads the first page anew. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false })
  tellAccountChange()
  window.location.assign('/')
}
