/** What decides the HTTP status of an error. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'too_large'
  | 'method'
  | 'media_type'
  | 'busy'
  | 'failed'

export interface ErrorEntry {
  kind: ErrorKind
  text: string
}
