import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { listeningAddress } from '../../../scripts/setup/address'

let dataDir = ''
const told: string[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'clockface-address-'))
  told.length = 0
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
})

const start = (HOST: string | undefined, TRUST_PROXY = false) =>
  listeningAddress(dataDir, { HOST, TRUST_PROXY }, (sentence) => told.push(sentence))
const earlier = () => writeFileSync(join(dataDir, 'secrets.json'), '{}')

test('a new installation keeps to its machine, also once it has secrets', () => {
  expect(start(undefined)).toBe('127.0.0.1')
  earlier()
  expect(start(undefined)).toBe('127.0.0.1')
  expect(told).toEqual([])
})

test('an earlier installation keeps its address, and says so once', () => {
  earlier()
  for (let times = 0; times < 3; times++) expect(start(undefined)).toBe('0.0.0.0')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('HOST=127.0.0.1')
})

test('HOST decides, and is not taken for what holds without it', () => {
  expect(start('0.0.0.0')).toBe('0.0.0.0')
  expect(start(undefined)).toBe('127.0.0.1')
})

test('where HOST was set at the first start with this version, it is said when it no longer is', () => {
  earlier()
  expect(start('127.0.0.1')).toBe('127.0.0.1')
  expect(told).toEqual([])
  expect(start(undefined)).toBe('0.0.0.0')
  expect(told).toHaveLength(1)
})

test('behind a proxy it keeps to its machine, an earlier one too, unless HOST says otherwise', () => {
  expect(start(undefined, true)).toBe('127.0.0.1')
  expect(told).toEqual([])
  rmSync(join(dataDir, 'address.json'))
  earlier()
  for (let times = 0; times < 2; times++) expect(start(undefined, true)).toBe('127.0.0.1')
  expect(told).toEqual([expect.stringContaining('past the proxy')])
  expect(start('0.0.0.0', true)).toBe('0.0.0.0')
})
