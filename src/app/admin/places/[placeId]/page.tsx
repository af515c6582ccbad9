import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { PlacePage } from '@/components/admin/place-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('places.title') }
}

async function AdminPlacePage({ params }: PageProps<'/admin/places/[placeId]'>) {
  const { placeId } = await params
  await requireRole('ADMIN', `/admin/places/${placeId}`)
  const api = await caller()
  return <PlacePage initial={await orNotFound(api.admin.place({ placeId }))} />
}

export default withWords(['admin', 'lists', 'people'], AdminPlacePage)
