import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ConfirmAddress } from '@/components/account/confirm-address'
import { RoleRequests } from '@/components/account/role-requests'
import { AskedToWork } from '@/components/employments/asked-to-work'
import { AppShell } from '@/components/layout/app-shell'
import { OwnInvitations } from '@/components/places/own-invitations'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireUser } from '@/server/sign-in/current-user'
import { demoOffered } from '@/server/sign-in/demo-door'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('waiting.title') }
}

/** For whoever may do nothing here yet: what they wait for, or that they were refused, and what they can do meanwhile. */
async function WaitingPage() {
  const user = await requireUser('/waiting')
  if (user.roles.length > 0) redirect('/')
  const [api, t] = await Promise.all([caller(), getTranslations('account')])
  const [requests, address, demo, invitations, asked] = await Promise.all([
    api.appointments.own(),
    api.account.address(),
    demoOffered(),
    api.places.invitations(),
    api.employments.asked(),
  ])
  const standing =
    requests.length === 0
      ? 'NONE'
      : requests.some(({ refusedAt }) => refusedAt === null)
        ? 'WAITS'
        : 'REFUSED'
  return (
    <AppShell user={user} area="account">
      <div className="mx-auto max-w-text">
        <PageHeader
          title={t('waiting.heading', { name: user.name, standing })}
          description={t('waiting.text', { standing, mail: address.confirmed === null ? 'no' : 'yes' })}
        />
        <RoleRequests {...{ requests, demo }} />
        {address.confirmed === false && <ConfirmAddress email={user.email} />}
        <OwnInvitations initial={invitations} />
        <AskedToWork initial={asked} />
        <LinkButton href="/account" variant="secondary">
          {t('waiting.account')}
        </LinkButton>
      </div>
    </AppShell>
  )
}

export default withWords(['account', 'attendance', 'employments', 'live', 'places'], WaitingPage)
