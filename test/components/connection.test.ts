import { describe, expect, it } from 'vitest'
import { connectionOf, refusalOf } from '@/components/live/connection'

const state = { enabled: true, live: false, refusal: undefined, begun: true, away: false } as const

describe('what a page says of its stream', () => {
  it.each([
    ['nothing is listened to', { enabled: false }, 'off'],
    ['events come in', { live: true, away: true }, 'live'],
    ['the first connection is being made', { begun: false }, 'connecting'],
    ['the first connection takes too long', { begun: false, away: true }, 'lost'],
    ['the connection is being renewed', {}, 'live'],
    ['the connection is gone for long', { away: true }, 'lost'],
    ['nobody is signed in any more', { refusal: refusalOf('auth.sign_in_first') }, 'signed-out'],
    ['the person has lost the role', { refusal: refusalOf('auth.not_allowed'), away: true }, 'refused'],
    ['the session was deleted', { refusal: refusalOf('request.not_found') }, 'refused'],
    ['the server failed', { refusal: refusalOf('server.failed'), away: true }, 'lost'],
  ])('when %s', (_title, changes, said) => {
    expect(connectionOf({ ...state, ...changes })).toBe(said)
  })
})
