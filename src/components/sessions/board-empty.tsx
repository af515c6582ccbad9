import { Presentation, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { JoinCode } from '@/components/places/join-code'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** A board without students: how they get onto it. */
export function BoardEmpty({ schoolClass }: { schoolClass: { id: string; joinCode: string } }) {
  const t = useTranslations('sessions')
  return (
    <Card>
      <EmptyState
        icon={<Users />}
        title={t('board.nobody')}
        action={
          <LinkButton href={`/teach/classes/${schoolClass.id}/code`} variant="secondary">
            <Presentation aria-hidden="true" />
            {t('board.showJoinCode')}
          </LinkButton>
        }
      >
        <p>{t('board.nobodyHint')}</p>
        <JoinCode code={schoolClass.joinCode} className="mt-3 text-3xl text-ink" />
      </EmptyState>
    </Card>
  )
}
