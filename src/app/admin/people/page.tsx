import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InviteCard } from '@/components/appointments/invite-card'
import { WaitingPeople } from '@/components/appointments/waiting-people'
import { PeopleList } from '@/components/people/people-list'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

async function AdminPeoplePage() {
  await requireRole('ADMIN', '/admin/people')
  const t = await getTranslations('people')
  return (
    <>
      <PageHeader title={t('title')} />
      <WaitingPeople />
      <PeopleList />
      <div className="mt-6">
        <InviteCard />
      </div>
    </>
  )
}

export default withWords(['appointments', 'lists', 'people', 'places'], AdminPeoplePage)
