import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlacesPage } from '@/components/admin/places-page'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('places.title') }
}

export default async function AdminPlacesPage() {
  await requireRole('ADMIN', '/admin/places')
  return <PlacesPage />
}
