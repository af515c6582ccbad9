import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { type ApiExample, apiExamples, standsAt } from '@test/support/api-examples'
import { byCurl, byFetch, isCurlHere, type RunCurl, type Shell } from '@test/support/curl'
import { forgetFaces } from '@test/support/e2e-database'
import { ownServer } from '@test/support/e2e-servers'
import { groupPhotoFile } from '@test/support/group-photos'
import { portraitPicture } from '@test/support/portrait-files'

let folder: string

test.beforeEach(async () => {
  await forgetFaces()
  folder = await mkdtemp(join(tmpdir(), 'clockface-api-'))
  await copyFile(await portraitPicture('anna'), join(folder, 'face-1.jpg'))
  await copyFile(await portraitPicture('annaAgain'), join(folder, 'face-2.jpg'))
  await copyFile(await portraitPicture('annaAgain', { share: 0.44 }), join(folder, 'now.jpg'))
  await copyFile(groupPhotoFile('annaAndDora'), join(folder, 'room.jpg'))
})

test.afterEach(() => rm(folder, { recursive: true, force: true }))

async function answered(example: ApiExample, runCurl: RunCurl, shell: Shell): Promise<unknown> {
  const { command, line, refused, until } = example
  for (let tries = 0; ; tries++) {
    const { status, body } = await runCurl(command, shell)
    const where = `docs/api.md, line ${line}: ${body}`
    if (refused) expect(status, where).toBe(refused)
    else expect([200, 204], where).toContain(status)
    const answer = body.startsWith('{') ? JSON.parse(body) : body
    if (!until || standsAt(answer, until[0]) === until[1]) return answer
    expect(tries, where).toBeLessThan(60)
    await pause(500)
  }
}

for (const [means, runCurl] of [
  ['curl', byCurl],
  ['the same requests without curl', byFetch],
] as const)
  test(`every example of docs/api.md does what it says, by ${means}`, async () => {
    test.skip(runCurl === byCurl && !(await isCurlHere()), 'There is no curl on this machine')
    // Addresses of email are taken once; the page's own are everybody's.
    const own = (text: string) => text.replace(/(\w+)@example\.org/g, `$1-${id}@example.org`)
    const id = randomUUID()
    const shell: Shell = { folder, words: { CLOCKFACE: ownServer().url } }
    for (const example of apiExamples()) {
      const command = own(example.command)
      const answer = await answered({ ...example, command }, runCurl, shell)
      for (const [word, path] of example.kept) shell.words[word] = standsAt(answer, path)
    }
  })

test('the addresses that docs/api.md leads to are operations', async ({ request }) => {
  const { paths } = await (await request.get(`${ownServer().url}/api/v1/openapi.json`)).json()
  const known = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const rows = readFileSync('docs/api.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
  expect(rows.length).toBeGreaterThan(40)
  const table = rows.filter((row) => row.split('|').length === 5)
  const named = table.flatMap((row) => [...(row.split('|')[3] ?? '').matchAll(/`([A-Z]+ \/[^`?]*)/g)])
  for (const [, address = ''] of named)
    expect(known, address).toContain(address.replace(/\/clock\/(in|out)$/, '/clock/{direction}'))
  expect(named.length).toBeGreaterThan(40)
})
