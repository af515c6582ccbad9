import { tellAccountChange } from '@/components/live/account-change'
import { patientFetch } from '@/components/providers/patient-fetch'

/**
 * Signs out, which the browser's other tabs hear of, and loads the first page anew: still as the person where the server
 * could not end the sign-in.
 */
export async function leave(): Promise<void> {
  const { getCsrfToken } = await import('next-auth/react')
  const body = new URLSearchParams({ csrfToken: (await getCsrfToken()) ?? '', json: 'true' })
  await patientFetch('/api/auth/signout', { method: 'POST', body })
  tellAccountChange()
  window.location.assign('/')
}
