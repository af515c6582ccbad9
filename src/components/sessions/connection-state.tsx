import { LogIn, Radio, WifiOff } from 'lucide-react'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Spinner } from '@/components/ui/spinner'
import type { Connection } from './use-board-stream'

interface ConnectionStateProps {
  connection: Connection
  /** Where to come back to after signing in again. */
  path: string
}

/** Says when the board does not fill itself, and what to do. Nothing while all is well. */
export function ConnectionNotice({ connection, path }: ConnectionStateProps) {
  return (
    <div role="status">
      {connection === 'lost' && (
        <Notice tone="caution" className="mb-4" icon={<WifiOff />} action={<Spinner />}>
          Connection lost, trying again. What happens meanwhile is not lost: it appears here afterwards.
        </Notice>
      )}
      {connection === 'signed-out' && (
        <Notice
          tone="negative"
          className="mb-4"
          icon={<LogIn />}
          title="You are signed out"
          action={
            <LinkButton size="sm" href={`/sign-in?next=${encodeURIComponent(path)}`}>
              Sign in again
            </LinkButton>
          }
        >
          The session goes on and students can clock in, but this board no longer fills itself.
        </Notice>
      )}
    </div>
  )
}

/** A small sign that the board is being filled. */
export function LiveSign({ connection }: { connection: Connection }) {
  if (connection === 'off') return null
  const live = connection === 'live'
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm ${live ? 'text-positive-ink' : 'text-muted'}`}>
      {live ? <Radio aria-hidden="true" className="size-4" /> : <Spinner className="size-4" />}
      {live ? 'Live' : connection === 'connecting' ? 'Connecting' : 'Not live'}
    </span>
  )
}
