import { TRPCError } from '@trpc/server'
import { AppError, type ErrorCode } from '@/domain/errors'

/** The code with which a call was refused; fails when it was not refused, or for another reason. */
export async function refusal(call: Promise<unknown>): Promise<ErrorCode | TRPCError['code']> {
  try {
    await call
  } catch (error) {
    if (error instanceof AppError) return error.code
    if (error instanceof TRPCError) return error.cause instanceof AppError ? error.cause.code : error.code
    throw error
  }
  throw new Error('The call was not refused')
}

/** What became of calls made at the same moment, sorted: the code of each that was refused, `done` for each other. */
export async function outcomes(
  calls: Promise<unknown>[],
): Promise<(ErrorCode | TRPCError['code'] | 'done')[]> {
  const each = calls.map((call) =>
    call.then(
      () => 'done' as const,
      () => refusal(call),
    ),
  )
  return (await Promise.all(each)).toSorted()
}
