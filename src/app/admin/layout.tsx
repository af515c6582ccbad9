import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { withWords } from '@/components/words/with-words'
import { currentUser } from '@/server/sign-in/current-user'

async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  // Each page sends strangers away itself, because only it knows where to come back to.
  if (!user?.roles.includes('ADMIN')) return children
  return (
    <AppShell user={user} area="admin">
      {children}
    </AppShell>
  )
}

export default withWords(['attendance', 'live'], AdminLayout)
