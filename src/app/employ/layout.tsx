import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { withWords } from '@/components/words/with-words'
import { currentUser } from '@/server/sign-in/current-user'

async function EmployLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  // Each page sends strangers away itself, because only it knows where to come back to.
  if (!user?.roles.includes('EMPLOYER')) return children
  return (
    <AppShell user={user} area="employ">
      {children}
    </AppShell>
  )
}

export default withWords(['attendance', 'live'], EmployLayout)
