/** What stands where a code would be while there is none. */
export const noCode = '------'

/** The page that a session's picture opens. */
export function codePath(sessionId: string, code: string): string {
  return `/study/code?${new URLSearchParams({ session: sessionId, code })}`
}
