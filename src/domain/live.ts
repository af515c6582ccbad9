export type Topic =
  | `${'session' | 'place' | 'student' | 'workplace' | 'employee' | 'user' | 'sign-in'}:${string}`
  | 'faces'

/** What happens in one session, which its teacher's pages are told of. */
export const sessionTopic = (sessionId: string): Topic => `session:${sessionId}`

/** What every member of a place is told: that its sessions open, change and end. */
export const placeTopic = (placeId: string): Topic => `place:${placeId}`

/** What happens to one student's own records, which nobody else's page is told of. */
export const studentTopic = (studentId: string): Topic => `student:${studentId}`

/** What happens to the hours of a workplace, which its leaders' pages are told of. */
export const workplaceTopic = (workplaceId: string): Topic => `workplace:${workplaceId}`

/** What happens to somebody's own hours. */
export const employeeTopic = (userId: string): Topic => `employee:${userId}`

/** Whose faces changed, for what processes keep of them in memory; no page is told. */
export const facesTopic: Topic = 'faces'

/** What ends one person's streams, whatever they listen to. */
export const userTopic = (userId: string): Topic => `user:${userId}`

/** What ends the streams of one browser that a person is signed in in. */
export const signInTopic = (signInId: string): Topic => `sign-in:${signInId}`
