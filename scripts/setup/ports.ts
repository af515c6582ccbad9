import { createServer } from 'node:net'

/** Whether a port can be listened on; with 0, the number that the system picks. */
function tryPort(port: number, host: string): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** The error that listening on this port would meet, if any. */
export async function portError(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  const result = await tryPort(port, host)
  return typeof result === 'number' ? undefined : result
}

/** The wanted port when it is free on this machine, else any free one. */
export async function freePort(wanted = 0): Promise<number> {
  const result = await tryPort(wanted, '127.0.0.1')
  if (typeof result === 'number') return result
  if (wanted === 0) throw result
  return freePort()
}
