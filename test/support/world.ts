import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import type { Role } from '@/domain/roles'
import { appRouter } from '@/server/api/app-router'
import type { Actor, ActorContext, ServiceContext } from '@/server/context/context'
import { readVariables, wantedRates } from '@/server/env'
import type { FaceEngine } from '@/server/face/face-engine'
import { configuredRecogniser, createFaceEngine } from '@/server/face/face-engine'
import { ledgerKeyOf } from '@/server/ledger/hashes'
import { createLiveBus, type LiveBus } from '@/server/live/bus'
import { createCallerFactory } from '@/server/trpc/procedure'
import { testDatabase } from './database'
import { makeUser } from './factories'

const createCaller = createCallerFactory(appRouter)

/**
 * A server without a browser: real database, live bus and face engine, and a clock that the test sets.
 * Call it at the top of a test file.
 */
export function testWorld() {
  const { db, url, ownerUrl } = testDatabase()
  const faceKey = Buffer.alloc(32, 7)
  const dataDir = mkdtempSync(join(tmpdir(), 'clockface-world-'))
  const clock = { now: new Date('2026-03-02T03:15:00Z') }
  let bus: LiveBus | undefined
  let engine: Promise<FaceEngine> | undefined
  // The ids of events begin anew with each test, and a bus remembers how far it has heard.
  afterEach(async () => {
    await bus?.close()
    bus = undefined
    rmSync(join(dataDir, 'ledger.json'), { force: true })
  })
  afterAll(async () => {
    await (await engine)?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const faceEngine = () => {
    engine ??= createFaceEngine({ workers: 1 })
    return engine
  }

  function context(actor: Actor | null = null, changes: Partial<ServiceContext> = {}): ServiceContext {
    bus ??= createLiveBus(url)
    return {
      db,
      clock: () => clock.now,
      live: bus,
      faceEngine,
      recogniser: () => configuredRecogniser(),
      mail: null,
      settings: {
        faceKey,
        ticketKey: Buffer.alloc(32, 9),
        ledgerKey: ledgerKeyOf(faceKey),
        ledgerFile: join(dataDir, 'ledger.json'),
        erasureFile: join(dataDir, 'erasures.jsonl'),
        keepEnrolmentPhotos: true,
        evidenceDays: 30,
        operator: { name: null, email: null },
        wantedRates: wantedRates(readVariables({})),
        appointment: 'open',
        publicUrl: null,
        reach: { TRUST_PROXY: false },
      },
      via: 'WEB',
      address: randomUUID(),
      device: null,
      actor,
      signInId: null,
      named: async () => null,
      scopes: 'all',
      kiosk: null,
      ...changes,
    }
  }

  return {
    db,
    url,
    ownerUrl,
    clock,
    context,
    /** The context of somebody who is signed in, for calling a service itself. */
    as: (actor: Actor, changes: Partial<ServiceContext> = {}): ActorContext => ({
      ...context(actor, changes),
      actor,
    }),
    /** Every procedure, called as this person or as nobody. */
    api: (actor: Actor | null = null, changes: Partial<ServiceContext> = {}) =>
      createCaller(context(actor, changes)),
    user: (roles: Role[], name?: string) =>
      makeUser(db, { roles, now: clock.now, ...(name ? { name } : {}) }),
    wait: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    },
  }
}
