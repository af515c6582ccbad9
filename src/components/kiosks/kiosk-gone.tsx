import { TabletSmartphone } from 'lucide-react'
import { PublicShell } from '@/components/layout/public-shell'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** The device is no kiosk, or was removed by the teacher. */
export function KioskGone() {
  return (
    <PublicShell>
      <div className="grid flex-1 place-items-center px-4 pb-16">
        <EmptyState
          icon={<TabletSmartphone />}
          title="This kiosk is not registered"
          action={
            <LinkButton href="/" variant="secondary">
              To the start page
            </LinkButton>
          }
        >
          It was removed from its class, or never belonged to one. In the settings of a class, a teacher makes
          a link that sets it up.
        </EmptyState>
      </div>
    </PublicShell>
  )
}
