import 'server-only'

/** What somebody clocks for: a session of a class, or work at a place. */
export interface Occasions {
  session: { kind: 'session'; placeId: string; sessionId: string }
  work: { kind: 'work'; placeId: string }
}
export type OccasionKind = keyof Occasions
export type Occasion = Occasions[OccasionKind]

/** The columns in which a row says what it was for; a sign-in is at no place. */
export function occasionColumns(occasion: Occasion | null) {
  const sessionId = occasion?.kind === 'session' ? occasion.sessionId : null
  return { placeId: occasion?.placeId ?? null, sessionId }
}

/** What is open there: a session, or the place itself, where work always is. */
export const openAt = (occasion: Occasion) =>
  occasion.kind === 'session' ? occasion.sessionId : occasion.placeId
