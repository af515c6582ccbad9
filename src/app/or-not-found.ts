import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'

/** What a page shows of something that is gone, not the reader's, or no address at all. */
export async function orNotFound<Data>(asked: Promise<Data>): Promise<Data> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')) notFound()
    throw error
  }
}
