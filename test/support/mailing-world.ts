import { afterAll, beforeEach } from 'vitest'
import type { ServiceContext } from '@/server/context/context'
import { mailBy } from '@/server/mail/transport'
import { mailServer } from './mail-server'
import { doJobs } from './roll-call-material'
import { testWorld } from './world'

/** A world in which mail goes out, to a mail server of its own. */
export async function mailingWorld() {
  const world = testWorld()
  const post = await mailServer()
  const send = mailBy({ url: post.url, from: 'Clockface <clockface@example.org>' })

  beforeEach(() => {
    post.mails.length = 0
    post.state.refuse = false
  })
  afterAll(() => post.close())

  const mailing = (): Partial<ServiceContext> => ({
    mail: send,
    settings: {
      ...world.context().settings,
      publicUrl: 'https://attendance.example.org',
      operator: { name: 'Hill School', email: null },
      appointment: 'approval',
    },
  })
  const visitor = () => world.api(null, mailing())

  /** Every mail that is due is sent: of a line of jobs a single run takes but the first. */
  async function deliver() {
    for (let due = 1n; due > 0n; ) {
      await doJobs(world, mailing())
      const [left] = await world.db.$queryRaw<{ due: bigint }[]>`
        SELECT count(*) AS due FROM graphile_worker._private_jobs WHERE run_at <= now() AND attempts < max_attempts`
      due = left?.due ?? 0n
    }
  }
  return { world, post, send, mailing, visitor, deliver }
}
