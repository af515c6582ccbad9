import { resolve } from 'node:path'
import { copyBrowserModels, writeManifestPage } from './browser-models'
import { type BuildResult, buildModels } from './build-models'

/** One line that says what the app can do with what there is. */
function summary({ missing }: BuildResult): string {
  const gone = new Set<string>(missing)
  if (gone.has('blazeface') || gone.has('facemesh'))
    return 'models: faces cannot be found; run npm install, then again'
  const recogniser = !gone.has('retail-0095')
    ? 'retail-0095'
    : gone.has('dlib-resnet')
      ? 'none'
      : 'basic (dlib)'
  return `models: recogniser ${recogniser}, presentation attack detection ${gone.has('minifasnet-v2') ? 'off' : 'on'}`
}

async function main(): Promise<void> {
  const log = (line: string) => console.log(line)
  const dir = resolve(process.env.MODELS_DIR || '.models')
  const mirror = process.env.MODEL_MIRROR || undefined
  const result = await buildModels({ dir, mirror, log, again: process.argv.includes('--again') })
  const copied = await copyBrowserModels()
  if (copied) log(`public/models: ${copied} files for the browser`)
  if (await writeManifestPage()) log('public/models/MANIFEST.md written')
  log(summary(result))
  if (result.missing.length && process.argv.includes('--complete')) {
    throw new Error(
      `without ${result.missing.join(', ')}, as said above. Set MODEL_MIRROR to where they can be had.`,
    )
  }
}

main()
  .catch((error: unknown) => {
    console.error(`models: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  })
  // A name server that does not answer would hold the process long after its request was given up.
  .finally(() => process.exit())
