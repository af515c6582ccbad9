import type { Connection } from '@/components/live/connection'
import { ConnectionNotice } from '@/components/live/connection-state'

interface BoardNoticeProps {
  connection: Connection
  error: unknown
  path: string
}

/** Says when the board does not fill itself. */
export function BoardNotice(props: BoardNoticeProps) {
  return (
    <ConnectionNotice {...props}>
      The session goes on and students can clock in, but this board no longer fills itself.
    </ConnectionNotice>
  )
}
