import { relative } from 'node:path'
import { extendTailwindMerge } from 'tailwind-merge'
import ts from 'typescript'
import { declared, isClassNames, literalsOf, readSources } from './class-literals'

const merge = extendTailwindMerge({
  extend: { theme: { container: ['form', 'text', 'app'], animate: ['appear', 'rise', 'slide-in'] } },
})

type Sources = ReturnType<typeof readSources>
type Source = Sources extends Map<string, infer One> ? One : never

const words = (classes: string) => classes.split(/\s+/).filter(Boolean)

const known = new Map<string, string[]>()

/** Which classes a later list would have to win over and does not say so by `!`. */
function lost(earlier: string, later: string): string[] {
  const pair = `${earlier}\n${later}`
  const found = known.get(pair) ?? compared(earlier, later)
  known.set(pair, found)
  return found
}

function compared(earlier: string, later: string): string[] {
  const kept = new Set(words(merge(`${earlier} ${later}`)))
  return words(earlier).filter((one) => !kept.has(one) && !words(later).includes(one))
}

const OF_SCREENS = /^(?:(?:(?:max-|min-)?(?:sm|md|lg|xl|2xl)|landscape|portrait|print):)+/

/** Which classes for some screens alone never count, because one with `!` counts on every screen. */
function beaten(lists: readonly string[][]): string[] {
  const all = lists.flat().flatMap(words)
  const winners = all.filter((one) => one.endsWith('!') && !one.includes(':'))
  return all.flatMap((one) => {
    const bare = one.replace(OF_SCREENS, '')
    if (bare === one || one.endsWith('!') || all.includes(`${one}!`)) return []
    const winner = winners.find((other) => merge(`${bare} ${other.slice(0, -1)}`) === other.slice(0, -1))
    return winner ? [`“${winner}” counts on every screen, and “${one}” never does`] : []
  })
}

/** The classes that a component, or a function of styles, gives what it draws, before those that it is given. */
type Takers = Map<string, Set<string>>

const mentionsClassName = (node: ts.Node | undefined) => /\bclassName\b/.test(node?.getText() ?? '')

/** Goes through a file; each node with the function that it stands in. */
function eachNode({ tree }: Source, look: (node: ts.Node, within: string | undefined) => void): void {
  const visit = (node: ts.Node, within: string | undefined) => {
    const here = ts.isFunctionDeclaration(node) ? node.name?.text : within
    look(node, here)
    ts.forEachChild(node, (child) => visit(child, here))
  }
  visit(tree, undefined)
}

const classAttribute = (node: ts.JsxOpeningLikeElement) =>
  node.attributes.properties.find(
    (one): one is ts.JsxAttribute => ts.isJsxAttribute(one) && one.name.getText() === 'className',
  )

/** What an element or a call passes the classes on to that its function was given. */
function passesOnTo(node: ts.Node): string | undefined {
  if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
    const given = classAttribute(node)
    const spread = node.attributes.properties.some(ts.isJsxSpreadAttribute)
    return (given ? mentionsClassName(given.initializer) : spread) ? node.tagName.getText() : undefined
  }
  if (!ts.isCallExpression(node) || !node.arguments.some(mentionsClassName)) return undefined
  const name = node.expression.getText()
  return name === 'classNames' ? undefined : name
}

function takersOf(sources: Sources): Takers {
  const takers: Takers = new Map()
  const add = (key: string, classes: Iterable<string>) =>
    takers.set(key, new Set([...(takers.get(key) ?? []), ...classes]))
  for (const source of sources.values())
    eachNode(source, (node, within) => {
      if (!within || !isClassNames(node)) return
      const at = node.arguments.findIndex(mentionsClassName)
      const before = node.arguments.slice(0, Math.max(at, 0))
      if (at >= 0)
        add(
          `${source.path}#${within}`,
          before.flatMap((one) => literalsOf(sources, source, one)),
        )
    })
  // What passes its classes on to a taker takes what that one has: as often as they stand within one another.
  for (let round = 0; round < 4; round++)
    for (const source of sources.values())
      eachNode(source, (node, within) => {
        const name = within && passesOnTo(node)
        const taken = name && takers.get(declared(sources, source, name).key)
        if (taken) add(`${source.path}#${within}`, taken)
      })
  return takers
}

const placeOf = ({ path, tree }: Source, node: ts.Node) =>
  `${relative('.', path)}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`

/** Pairs of classes on one element of which neither says that it wins, each as a line. */
export function classProblems(folder = 'src'): string {
  const sources = readSources(folder)
  const takers = takersOf(sources)
  const found = new Set<string>()
  const compare = (source: Source, node: ts.Node, earlier: Iterable<string>, later: readonly string[]) => {
    for (const one of earlier)
      for (const other of later)
        for (const name of lost(one, other))
          found.add(`${placeOf(source, node)} “${other}” is to win over “${name}”: with !`)
  }
  for (const source of sources.values())
    eachNode(source, (node) => {
      if (isClassNames(node)) {
        const lists = node.arguments.map((one) => literalsOf(sources, source, one))
        for (const problem of beaten(lists)) found.add(`${placeOf(source, node)} ${problem}`)
        for (const [at, later] of lists.entries()) compare(source, node, lists.slice(0, at).flat(), later)
      }
      if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return
      const given = classAttribute(node)?.initializer
      const taken = given && takers.get(declared(sources, source, node.tagName.getText()).key)
      const list = given && ts.isJsxExpression(given) ? given.expression : given
      if (taken && list) compare(source, node, taken, literalsOf(sources, source, list))
    })
  return [...found].sort().join('\n')
}
