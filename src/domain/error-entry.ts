/** What decides the HTTP status of an error. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'too_large'
  | 'busy'
  | 'failed'

export interface ErrorEntry {
  kind: ErrorKind
  text: string
}
