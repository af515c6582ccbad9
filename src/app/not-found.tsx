import { SearchX } from 'lucide-react'
import { PublicShell } from '@/components/layout/public-shell'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export default function NotFound() {
  return (
    <PublicShell>
      <EmptyState
        className="flex-1 justify-center"
        icon={<SearchX />}
        title="There is nothing here"
        level={1}
        action={<LinkButton href="/">Go to your start page</LinkButton>}
      >
        This does not exist, or it is not yours to see. If somebody gave you the address, ask them for it
        again.
      </EmptyState>
    </PublicShell>
  )
}
