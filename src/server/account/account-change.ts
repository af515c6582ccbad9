import 'server-only'
import type { Role } from '@/domain/roles'
import type { TxContext } from '../context/tx-context'

interface State {
  roles: readonly Role[]
  disabledAt: Date | null
}

interface AccountChange {
  userId: string
  /** Who wanted it; null for whoever sits at the machine itself. */
  actorId: string | null
  before: State
  after: State
  reason?: string
  /** Its sign-ins were ended, and nothing else; or its person deleted it, or gave it another address. */
  also?: 'signedOut' | 'deleted' | 'newEmail'
}

const told = ({ roles, disabledAt }: State) => ({ roles: [...roles], disabled: disabledAt !== null })

/** Keeps in the ledger what an administrator makes of an account. */
export function accountChange(
  { change }: Pick<TxContext, 'change'>,
  { userId, actorId, before, after, reason, also }: AccountChange,
): void {
  change({
    ...{ subject: 'account', subjectId: userId, actorId, placeId: null },
    before: told(before),
    after: { ...told(after), ...(also && { [also]: true as const }) },
    text: reason ?? null,
  })
}
