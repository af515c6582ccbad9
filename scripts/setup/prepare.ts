import { runNode } from './child'
import { compressBuild } from './compress-build'
import { servingProcess } from './serving.mjs'
import { SetupError } from './setup-error.mjs'
import { hashOf, unlessUnchanged } from './stamps'
import { step } from './step'

/** What every start and every test run needs before a server: all of it skipped when nothing has changed. */
export async function prepare({ models = true } = {}): Promise<void> {
  await step('Database client', generateClient)
  if (models) await step('Face models', makeModels)
}

function generateClient() {
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  return unlessUnchanged({ name: 'client', hash, output: 'src/server/db/generated/client.ts' }, async () => {
    // Generating needs no schema engine, and this keeps Prisma from downloading one.
    await runNode('Generating the database client', ['node_modules/prisma/build/index.js', 'generate'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    })
  })
}

async function makeModels() {
  const printed = await runNode('Making the face models', ['--import', 'tsx', 'scripts/models/build.ts'])
  const summary = printed
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^models: /, '')
  if (!printed.includes(': left out')) return summary
  return `${summary}; a publisher’s file cannot be had, so try npm run models later or set MODEL_MIRROR`
}

/** The production build. */
export async function build(): Promise<void> {
  const settings = ['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package.json']
  const sources = ['src', 'public', ...settings, 'scripts/setup/compress-build.ts']
  await step('Build', () =>
    unlessUnchanged(
      {
        name: 'build',
        hash: hashOf([...sources, 'package-lock.json']),
        output: '.next/BUILD_ID',
        check: refuseBelowServer,
      },
      async () => {
        await runNode('The build', ['node_modules/next/dist/bin/next', 'build'], { NODE_ENV: 'production' })
        await compressBuild()
      },
    ),
  )
}

// A build replaces the files that a running server still reads.
function refuseBelowServer() {
  const pid = servingProcess()
  if (!pid) return
  throw new SetupError(
    `Clockface already serves an earlier build of this folder (process ${pid}), and a new one would break it. End that one first, or start from another checkout.`,
  )
}
