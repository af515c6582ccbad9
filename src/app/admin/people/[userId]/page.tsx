import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { PersonPage } from '@/components/people/person-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('one.account') }
}

async function AdminPersonPage({ params }: PageProps<'/admin/people/[userId]'>) {
  const { userId } = await params
  await requireRole('ADMIN', `/admin/people/${userId}`)
  const api = await caller()
  const [person, { confirmed }] = await Promise.all([
    orNotFound(api.people.byId({ userId })),
    api.account.address(),
  ])
  return <PersonPage initial={person} mail={confirmed !== null} />
}

export default withWords(['admin', 'appointments', 'lists', 'people', 'places'], AdminPersonPage)
