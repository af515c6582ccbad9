import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import ts from 'typescript'
import { languages } from '../../src/domain/locale'
import { type Messages, readLanguage } from '../words/read'

const source = 'en'

/** The arguments and tags of a message, each with its kind: `{count, plural}`, `<b>`. */
function argumentsOf(message: string): Set<string> {
  const found = new Set<string>()
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (isArgumentElement(element)) found.add(`{${element.value}}`)
      if (isNumberElement(element)) found.add(`{${element.value}, number}`)
      if (isDateElement(element) || isTimeElement(element)) found.add(`{${element.value}, date}`)
      if (isTagElement(element)) {
        found.add(`<${element.value}>`)
        walk(element.children)
      }
      if (isPluralElement(element) || isSelectElement(element)) {
        found.add(`{${element.value}, ${isPluralElement(element) ? 'plural' : 'select'}}`)
        for (const { value } of Object.values(element.options)) walk(value)
      }
    }
  }
  walk(parse(message))
  return found
}

/** What one language lacks, has too much, or says with other arguments than the source. */
export function languageProblems(language: string, messages: Messages, originals: Messages): string[] {
  const problems: string[] = []
  for (const [key, original] of originals) {
    const message = messages.get(key)
    if (message === undefined) problems.push(`${language}: ${key} is missing`)
    else problems.push(...messageProblems(`${language}: ${key}`, message, original))
  }
  for (const key of messages.keys()) {
    if (!originals.has(key)) problems.push(`${language}: ${key} is not in ${source}`)
  }
  return problems
}

function messageProblems(name: string, message: string, original: string): string[] {
  try {
    const [here, there] = [argumentsOf(message), argumentsOf(original)]
    const other = [...here].filter((each) => !there.has(each))
    const lost = [...there].filter((each) => !here.has(each))
    if (other.length + lost.length === 0) return []
    return [`${name} has other arguments than ${source}: ${[...other, ...lost].join(' ')}`]
  } catch (error) {
    return [`${name} is no message: ${error instanceof Error ? error.message : error}`]
  }
}

const nounHooks = new Set(['useTranslations', 'getTranslations'])

/** Every string that code could name a key by, and the prefixes of those that are put together. */
interface Named {
  whole: Set<string>
  /** `status.` of `t(\`status.${status}\`)`. */
  begun: Set<string>
  namespaces: Set<string>
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/generated/'))
}

function namedIn(files: string[]): Named {
  const named: Named = { whole: new Set(), begun: new Set(), namespaces: new Set() }
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node) => {
      if (
        ts.isCallExpression(node) &&
        ts.isIdentifier(node.expression) &&
        nounHooks.has(node.expression.text)
      ) {
        const [first] = node.arguments
        if (first && ts.isStringLiteralLike(first)) named.namespaces.add(first.text)
      }
      if (
        ts.isPropertyAssignment(node) &&
        node.name.getText() === 'namespace' &&
        ts.isStringLiteralLike(node.initializer)
      ) {
        named.namespaces.add(node.initializer.text)
      }
      if (ts.isStringLiteralLike(node)) named.whole.add(node.text)
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) named.whole.add(node.name.text)
      if (ts.isTemplateExpression(node)) named.begun.add(node.head.text)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  return named
}

/** Keys that nothing in the code can mean: neither written out nor begun, below any namespace in use. */
export function unusedKeys(originals: Messages, named: Named): string[] {
  const namespaces = [...named.namespaces]
  const isNamed = (key: string) =>
    namespaces.some((namespace) => {
      if (!key.startsWith(`${namespace}.`)) return false
      const rest = key.slice(namespace.length + 1)
      return named.whole.has(rest) || [...named.begun].some((begun) => begun !== '' && rest.startsWith(begun))
    })
  return [...originals.keys()].filter(
    (key) => !key.startsWith('errors.') && !key.startsWith('fields.') && !isNamed(key),
  )
}

/** What is wrong with the catalogues, a line each. */
export function wordProblems(folder = 'messages'): string[] {
  const originals = readLanguage(join(folder, source))
  const named = namedIn(sourceFiles('src'))
  return [
    ...languages.flatMap((language) =>
      languageProblems(language, readLanguage(join(folder, language)), originals),
    ),
    ...unusedKeys(originals, named).map((key) => `${source}: ${key} is used nowhere`),
  ]
}
