import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => unknown} Handle */

const types = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
})

/** Whether whoever asks takes Brotli, which browsers say over https and to this machine alone. @param {string} accepted */
const takesBrotli = (accepted) =>
  accepted.split(',').some((one) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/i.test(one))

/**
 * Answers for the files of the build that were compressed after it (scripts/setup/compress-build.ts): a seventh smaller than
 * what a server can compress while it answers, and for no work. They are few and small, so they stand in memory; their names
 * change with what is in them. Everything else goes on to `handle`.
 * @param {Handle} handle
 * @returns {Handle}
 */
export function compressedFiles(handle, folder = '.next/static', address = '/_next/static') {
  /** @type {Map<string, { body: Buffer, type: string }>} */
  const files = new Map()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = name.endsWith('.br') && types[extname(name.slice(0, -3))]
    if (!type) continue
    const path = name.slice(0, -3).split(sep).join('/')
    files.set(`${address}/${path}`, { body: readFileSync(join(folder, name)), type })
  }
  return (request, response) => {
    const { method, url = '', headers } = request
    const file = method === 'GET' || method === 'HEAD' ? files.get(url) : undefined
    if (!file || !takesBrotli(headers['accept-encoding'] ?? '')) return handle(request, response)
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Encoding': 'br',
      'Content-Length': file.body.length,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    })
    return response.end(method === 'HEAD' ? undefined : file.body)
  }
}
