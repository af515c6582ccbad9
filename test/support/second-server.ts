import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedEnvironment } from './e2e-database'

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function answers(url: string, child: ChildProcess) {
  for (let i = 0; i < 240; i++) {
    const healthy = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (healthy) return
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The second server did not start')
}

/** Another server on the database of this process's own. */
export async function secondServer(more: Record<string, string> = {}) {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'clockface-second-'))
  const env = { ...process.env, ...sharedEnvironment(), ...more, DATA_DIR: dataDir, PORT: String(port) }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: 'inherit' })
  const url = `http://localhost:${port}`
  await answers(url, child)
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
