import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AppearanceCard } from '@/components/account/appearance-card'
import { ConfirmAddress } from '@/components/account/confirm-address'
import { DevicesCard } from '@/components/account/devices-card'
import { FaceSignInCard } from '@/components/account/face-sign-in-card'
import { PasswordCard } from '@/components/account/password-card'
import { ProfileCard } from '@/components/account/profile-card'
import { ReadingCard } from '@/components/account/reading-card'
import { RoleRequests } from '@/components/account/role-requests'
import { RolesCard } from '@/components/account/roles-card'
import { SignInsCard } from '@/components/account/sign-ins-card'
import { SignOutCard } from '@/components/account/sign-out-card'
import { AskedToWork } from '@/components/employments/asked-to-work'
import { AppShell } from '@/components/layout/app-shell'
import { facePageOf } from '@/components/layout/areas'
import { DeleteAccountCard } from '@/components/people/delete-account-card'
import { OwnInvitations } from '@/components/places/own-invitations'
import { OwnDataCard } from '@/components/records/own-data-card'
import { AccessCard } from '@/components/tokens/access-card'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireUser } from '@/server/sign-in/current-user'
import { demoOffered } from '@/server/sign-in/demo-door'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

async function AccountPage() {
  const user = await requireUser('/account')
  const [api, t] = await Promise.all([caller(), getTranslations('account')])
  const [{ appointment }, requests, address, demo, invitations, asked] = await Promise.all([
    api.about.installation(),
    api.appointments.own(),
    api.account.address(),
    demoOffered(),
    api.places.invitations(),
    api.employments.asked(),
  ])
  const facePage = facePageOf(user.roles)
  return (
    <AppShell user={user} area="account">
      <PageHeader title={t('title')} />
      <RoleRequests {...{ requests, demo }} />
      {address.confirmed === false && <ConfirmAddress email={user.email} />}
      <OwnInvitations initial={invitations} />
      <AskedToWork initial={asked} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <ProfileCard name={user.name} email={user.email} />
          <RolesCard roles={user.roles} {...{ appointment, requests }} />
          <SignInsCard />
          <DevicesCard />
          <AccessCard roles={user.roles} />
        </div>
        <div className="grid gap-6">
          <PasswordCard email={user.email} />
          {facePage && <FaceSignInCard facePage={facePage} />}
          <ReadingCard locale={user.locale} timeZone={user.timeZone} />
          <AppearanceCard />
          <OwnDataCard />
          <SignOutCard />
          <DeleteAccountCard roles={user.roles} />
        </div>
      </div>
    </AppShell>
  )
}

export default withWords(
  ['account', 'attendance', 'employments', 'live', 'places', 'reading', 'tokens'],
  AccountPage,
)
