import { execFileSync } from 'node:child_process'
import type { Image } from './stages'

const lines = (text: string) => text.trim().split('\n')
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1).padStart(7)} MB`

/** What the image adds to the one that it starts from: in all, as it travels, and by folder. */
export function printSizes({ root }: Image): void {
  const measured = lines(run(`du --bytes --max-depth=2 . | sort -rn | head -24`, root)).map((line) => {
    const [bytes, path = ''] = line.split('\t')
    return { bytes: Number(bytes), path: path.replace(/^\.$/, 'all').replace(/^\.\//, '') }
  })
  const packed = Number(run('tar --create --numeric-owner . | gzip | wc --bytes', root))
  console.log('\nBeyond the image that it starts from:')
  for (const { bytes, path } of measured) console.log(`${megabytes(bytes)}  ${path}`)
  console.log(`${megabytes(packed)}  all, compressed as it is pulled`)
  const packages = lines(
    run(`du --bytes --summarize app/node_modules/* app/node_modules/@*/* | sort -rn | head -12`, root),
  )
  console.log('\nThe largest packages:')
  for (const line of packages) {
    const [bytes, path = ''] = line.split('\t')
    console.log(`${megabytes(Number(bytes))}  ${path.replace('app/node_modules/', '')}`)
  }
}

function run(command: string, cwd: string) {
  return execFileSync('/bin/sh', ['-c', command], { cwd, encoding: 'utf8', maxBuffer: 1e8 })
}
