import { readFileSync } from 'node:fs'
import createNextIntlPlugin from 'next-intl/plugin'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

const withWords = createNextIntlPlugin('./src/server/api/words.ts')

export default withWords({
  serverExternalPackages: [
    ...['onnxruntime-node', 'sharp', 'libheif-js', 'pg', 'graphile-worker', '@node-rs/argon2'],
    ...['pdfkit', 'fontkit', 'bidi-js', 'hucre', 'csv-stringify'],
  ],
  // Sentences are read by the server, once (src/server/words/catalogues.ts): what reads them is no business of browsers.
  turbopack: { resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  // What browsers keep of a build is told apart by it.
  env: { CLOCKFACE_VERSION: version, CLOCKFACE_BUILD: Date.now().toString(36) },
  poweredByHeader: false,
  // Types are checked by `npm run check`; the build of an installation does not repeat it.
  typescript: { ignoreBuildErrors: true },
})
