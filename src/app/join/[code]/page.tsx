import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AppShell } from '@/components/layout/app-shell'
import { BecomeStudent } from '@/components/study/become-student'
import { JoinClass } from '@/components/study/join-class'
import { JoinWelcome } from '@/components/study/join-welcome'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { joinCodeLength, normaliseJoinCode } from '@/domain/classes'
import { currentUser } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('pages.join') }
}

async function JoinPage({ params }: PageProps<'/join/[code]'>) {
  const code = normaliseJoinCode((await params).code).slice(0, joinCodeLength)
  const user = await currentUser()
  if (!user) return <JoinWelcome code={code} />
  const t = await getTranslations('study')
  return (
    <AppShell user={user} area="study">
      <div className="mx-auto max-w-xl">
        <PageHeader title={t('pages.join')} />
        <Card>
          {user.roles.includes('STUDENT') ? <JoinClass code={code} /> : <BecomeStudent email={user.email} />}
        </Card>
      </div>
    </AppShell>
  )
}

export default withWords(['attendance', 'live', 'study'], JoinPage)
