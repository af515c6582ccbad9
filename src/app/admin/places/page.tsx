import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlacesPage } from '@/components/admin/places-page'
import { withWords } from '@/components/words/with-words'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('places.title') }
}

async function AdminPlacesPage() {
  await requireRole('ADMIN', '/admin/places')
  return <PlacesPage />
}

export default withWords(['admin', 'lists'], AdminPlacesPage)
