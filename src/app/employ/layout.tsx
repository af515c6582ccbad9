import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { currentUser } from '@/server/sign-in/current-user'

export default async function EmployLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  // Each page sends strangers away itself, because only it knows where to come back to.
  if (!user?.roles.includes('EMPLOYER')) return children
  return (
    <AppShell user={user} area="employ">
      {children}
    </AppShell>
  )
}
