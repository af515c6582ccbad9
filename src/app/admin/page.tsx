import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Installation } from '@/components/admin/installation'
import { NeedsYou } from '@/components/admin/needs-you'
import { WaitingPeople } from '@/components/appointments/waiting-people'
import { ReachableDemo } from '@/components/demo/reachable-demo'
import { OwnInvitations } from '@/components/places/own-invitations'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('title') }
}

async function AdminPage() {
  await requireRole('ADMIN', '/admin')
  const api = await caller()
  const [status, needs, invitations] = await Promise.all([
    api.admin.status(),
    api.admin.needs(),
    api.places.invitations(),
  ])
  return (
    <>
      <OwnInvitations initial={invitations} />
      <NeedsYou initial={needs} />
      <div id="waiting" className="scroll-mt-20">
        <WaitingPeople />
      </div>
      <ReachableDemo />
      <Installation initial={status} />
    </>
  )
}

export default withWords(
  ['admin', 'appointments', 'demo', 'duplicates', 'face-checks', 'face-opt-out', 'lists', 'places'],
  AdminPage,
)
