import 'server-only'
import type { Transaction } from '../live/publish'
import type { ServiceContext } from './context'

/** The context inside a transaction: what is written with `tx` and told by `publish` happens at `now`, together or not at all. */
export type TxContext<Context extends ServiceContext = ServiceContext> = Context & Transaction
