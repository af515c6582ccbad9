import { describe, expect, test } from 'vitest'
import { demoDoorOpen, hasDemo, type Reach } from '@/domain/demo'

const here: Reach = { HOST: '127.0.0.1', TRUST_PROXY: false }
const local = { host: 'localhost:3000', origin: null, forwarded: false }

describe('the door of the demo is open', () => {
  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost', 'LOCALHOST:80'])(
    'to whoever sits at this machine and typed %s',
    (host) => expect(demoDoorOpen(here, { ...local, host })).toBe(true),
  )

  test.each(['127.0.0.1', '::1', 'localhost'])('where the server listens on %s', (HOST) =>
    expect(demoDoorOpen({ ...here, HOST }, local)).toBe(true),
  )

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]'])(
    'from our own page at %s',
    (origin) => expect(demoDoorOpen(here, { ...local, origin })).toBe(true),
  )

  test('to everybody where somebody has said so', () => {
    const told: Reach = { HOST: '0.0.0.0', TRUST_PROXY: true, PUBLIC_URL: 'https://demo.example', DEMO: true }
    expect(demoDoorOpen(told, { ...local, host: 'demo.example', forwarded: true })).toBe(true)
  })
})

describe('the door of the demo is shut', () => {
  test.each([
    'attacker.example',
    'localhost.attacker.example:3000',
    'localhost@attacker.example',
    '127.0.0.1.attacker.example',
    '192.168.0.7:3000',
    '[::1].attacker.example',
    '127.0.0.1:3000:80',
    '',
  ])('to a page that points its own name here: %s', (host) =>
    expect(demoDoorOpen(here, { ...local, host })).toBe(false),
  )

  test('without a Host', () => expect(demoDoorOpen(here, { ...local, host: null })).toBe(false))

  test.each(['https://school.example', 'http://localhost.attacker.example:3000', 'null', ''])(
    'to a page of another place, whatever Host a proxy writes: %s',
    (origin) => expect(demoDoorOpen(here, { ...local, origin })).toBe(false),
  )

  test('to a request that somebody passed on', () =>
    expect(demoDoorOpen(here, { ...local, forwarded: true })).toBe(false))

  test.each<[string, Partial<Reach>]>([
    ['it listens on every address', { HOST: '0.0.0.0' }],
    ['it listens on an address of its network', { HOST: '192.168.0.7' }],
    ['it listens on every address of IPv6', { HOST: '::' }],
    ['nobody knows where it listens', { HOST: undefined }],
    ['a proxy stands in front', { TRUST_PROXY: true }],
    ['people type another address', { PUBLIC_URL: 'https://school.example' }],
    ['somebody wants no demo', { DEMO: false }],
  ])('where %s', (_, change) => {
    expect(demoDoorOpen({ ...here, ...change }, local)).toBe(false)
    expect(hasDemo({ ...here, ...change })).toBe(false)
  })
})
