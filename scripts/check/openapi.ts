import { mkdirSync, writeFileSync } from 'node:fs'
import { appRouter } from '../../src/server/api/app-router'
import { documentOf } from '../../src/server/rest/openapi/document'
import { operationsOf } from '../../src/server/rest/operations'
import { doorProblems } from './door'

/** Says what is wrong with the door for programs, or writes its description to the file that is named, to be linted. */
const [file = '.cache/openapi.json'] = process.argv.slice(2)
const problems = doorProblems(appRouter)
mkdirSync('.cache', { recursive: true })
writeFileSync(file, JSON.stringify(documentOf(operationsOf(appRouter)), null, 2))
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
