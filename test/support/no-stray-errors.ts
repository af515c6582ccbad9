import { format } from 'node:util'
import { afterEach } from 'vitest'

// An error that nobody expected is a failure, even when every assertion holds. Rejections that nobody
// handles fail a run by themselves.
const seen: string[] = []
const tell = console.error

console.error = (...args: unknown[]) => {
  seen.push(format(...args))
  tell(...args)
}

afterEach(() => {
  const [first] = seen.splice(0)
  if (first !== undefined) throw new Error(`console.error was called: ${first}`)
})
