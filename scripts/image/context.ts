import { cpSync, existsSync, readFileSync } from 'node:fs'
import { matchesGlob, relative } from 'node:path'

/** Whether .dockerignore keeps a path out of what a build may copy: the last line that fits decides. */
export function ignores(dockerignore: string): (path: string) => boolean {
  const lines = dockerignore.split('\n').filter((line) => line && !line.startsWith('#'))
  const fits = (path: string, pattern: string) =>
    matchesGlob(path, pattern) || matchesGlob(path, `${pattern}/**`)
  return (path) => {
    const last = lines.findLast((line) => fits(path, line.replace(/^!/, '')))
    return last !== undefined && !last.startsWith('!')
  }
}

/** Copies from a checkout what a build of the image gets to see of it. */
export function copyFromCheckout(path: string, to: string): void {
  const ignored = ignores(existsSync('.dockerignore') ? readFileSync('.dockerignore', 'utf8') : '')
  cpSync(path, to, {
    recursive: true,
    filter: (source) => !ignored(relative('.', source)),
  })
}
