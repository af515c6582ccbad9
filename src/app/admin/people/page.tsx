import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InviteCard } from '@/components/appointments/invite-card'
import { WaitingPeople } from '@/components/appointments/waiting-people'
import { PeopleList } from '@/components/people/people-list'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

async function AdminPeoplePage() {
  await requireRole('ADMIN', '/admin/people')
  const [t, appointments] = await Promise.all([getTranslations('people'), getTranslations('appointments')])
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <LinkButton href="#invite" variant="secondary">
            {appointments('invite.title')}
          </LinkButton>
        }
      />
      <WaitingPeople />
      <PeopleList />
      <div id="invite" className="mt-6 scroll-mt-24">
        <InviteCard />
      </div>
    </>
  )
}

export default withWords(['appointments', 'lists', 'people', 'places'], AdminPeoplePage)
