import 'server-only'

/** What somebody clocks for: a session of a class. Work at a place comes beside it. */
export interface Occasion {
  kind: 'session'
  placeId: string
  sessionId: string
}

/** The columns in which a row says what it was for; a sign-in is at no place. */
export function occasionColumns(occasion: Occasion | null) {
  return { placeId: occasion?.placeId ?? null, sessionId: occasion?.sessionId ?? null }
}
