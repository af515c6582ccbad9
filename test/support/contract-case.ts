import type { Actor } from '@/server/context/context'

/** Who calls an operation, and what stands in its example in place of things that are nobody's. */
export interface ContractCase {
  as: Actor | null
  given?: Record<string, string | Blob>
}

export type Made = ContractCase | Promise<ContractCase>
