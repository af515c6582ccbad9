import type { testWorld } from './world'

/** Asks everything of the demo, the first administrator and the installation, as whoever may. */
export async function askEveryDemo(world: ReturnType<typeof testWorld>, sessionId: string): Promise<void> {
  const attempt = (call: Promise<unknown>) => call.catch(() => undefined)
  await world.api().about.installation()
  const student = world.api(await world.user(['STUDENT']))
  await attempt(student.demo.samples())
  await attempt(student.demo.clock({ sessionId, direction: 'in' }))
  const office = world.api(await world.user(['ADMIN']))
  await attempt(office.demo.reachable())
  await attempt(office.demo.remove())
  const link = 'none'
  const { firstAdmin } = world.api()
  await attempt(firstAdmin.link({ link }))
  await attempt(
    firstAdmin.make({ link, name: 'Maya', email: 'maya@example.org', password: 'walnut stair lantern' }),
  )
}
