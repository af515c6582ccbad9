/**
 * Asks for something that is given up after so many milliseconds. Not by AbortSignal.timeout, which may be collected as
 * garbage before its time has come.
 */
export async function within<Answer>(
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const ended = new AbortController()
  const timer = setTimeout(() => ended.abort(), milliseconds)
  try {
    return await ask(ended.signal)
  } finally {
    clearTimeout(timer)
  }
}
