import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: ['onnxruntime-node', 'sharp', 'pg', 'graphile-worker', '@node-rs/argon2'],
  env: { CLOCKFACE_VERSION: version },
  poweredByHeader: false,
  // Types are checked by `npm run check`; the build of an installation does not repeat it.
  typescript: { ignoreBuildErrors: true },
}
