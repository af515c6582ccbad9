import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaughtClasses } from '@/components/classes/taught-classes'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes')
  return { title: t('title') }
}

async function TeachPage() {
  await requireRole('TEACHER', '/teach')
  const api = await caller()
  const [classes, invitations, notTaken] = await Promise.all([
    api.classes.taught({ archived: false }),
    api.places.invitations(),
    api.sessions.notTaken(),
  ])
  return <TaughtClasses initial={classes} invitations={invitations} notTaken={notTaken} />
}

export default withWords(['classes', 'places', 'sessions'], TeachPage)
