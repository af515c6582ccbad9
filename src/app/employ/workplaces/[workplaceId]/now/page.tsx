import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { HoursExceptions } from '@/components/pay-periods/hours-exceptions'
import { Board } from '@/components/time-entries/board'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { dayOf } from '@/domain/time'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('time-entries')
  return { title: t('pages.board') }
}

async function NowPage({ params }: PageProps<'/employ/workplaces/[workplaceId]/now'>) {
  const { workplaceId } = await params
  await requireRole('EMPLOYER', `/employ/workplaces/${workplaceId}/now`)
  const [t, lists] = await Promise.all([getTranslations('time-entries'), getTranslations('lists')])
  const api = await caller()
  const [board, corrections, { may, timeZone }] = await orNotFound(
    Promise.all([
      api.timeEntries.board({ workplaceId }),
      api.timeEntries.corrections({ workplaceId }),
      api.workplaces.byId({ workplaceId }),
    ]),
  )
  const back = { href: `/employ/workplaces/${workplaceId}`, label: board.workplace.name }
  const day = dayOf(board.now, timeZone)
  const review = may.mayApprove ? await api.payPeriods.review({ workplaceId, day }) : null
  const groups = (review?.people ?? []).map(({ employmentId: key, name, exceptions }) => ({
    ...{ key, name, exceptions, href: `/employ/workplaces/${workplaceId}/pay/${day}/${key}` },
  }))
  return (
    <>
      <PageHeader
        title={t('pages.board')}
        back={back}
        actions={
          <LinkButton variant="secondary" href={`/employ/workplaces/${workplaceId}/hours`}>
            {lists('hours.title')}
          </LinkButton>
        }
      />
      <Board board={board} corrections={corrections} decides={may.mayApprove} />
      <div className="mt-6 max-w-3xl empty:hidden">
        <HoursExceptions groups={groups} />
      </div>
    </>
  )
}

export default withWords(['lists', 'pay-periods', 'time-entries'], NowPage)
