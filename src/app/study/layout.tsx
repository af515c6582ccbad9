import type { ReactNode } from 'react'
import { AppShell } from '@/components/layout/app-shell'
import { withWords } from '@/components/words/with-words'
import { currentUser } from '@/server/sign-in/current-user'

/** Each page asks for its own role, because only it knows the way back to itself after signing in. */
async function StudyLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  if (!user?.roles.includes('STUDENT')) return children
  return (
    <AppShell user={user} area="study">
      {children}
    </AppShell>
  )
}

export default withWords(['attendance', 'live'], StudyLayout)
