import { payJsonSchema } from '../src/domain/pay/schema'
import { calculate } from './pay/calculate'

const USAGE = 'Say what to do: npm run -s pay -- calculate FILE.json, or npm run -s pay -- schema'

/** What a command answers, as text; null where there is no such command. */
function answerTo([command, ...files]: string[]): string | null {
  if (command === 'schema' && files.length === 0) return JSON.stringify(payJsonSchema(), null, 2)
  const [file] = files
  return command === 'calculate' && file && files.length === 1 ? JSON.stringify(calculate(file)) : null
}

function main(): number {
  try {
    const answer = answerTo(process.argv.slice(2))
    process[answer === null ? 'stderr' : 'stdout'].write(`${answer ?? USAGE}\n`)
    return answer === null ? 2 : 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${message.replace(/\s+/g, ' ')}\n`)
    return 1
  }
}

process.exitCode = main()
