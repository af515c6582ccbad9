import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { fileOf, parsed } from './class-literals'

interface Module {
  /** Whether it begins what runs in browsers. */
  isClient: boolean
  /** The files that it takes values from, at once or later. */
  imports: string[]
  /** The nouns whose sentences it says. */
  says: string[]
  /** The nouns that it gives to what it draws; null where it gives none. */
  gives: string[] | null
}

/** These say nothing in browsers. */
const silent = [resolve('src/server'), resolve('src/domain')]

function moduleOf(path: string): Module {
  const tree = parsed(path)
  const [first] = tree.statements
  const isClient =
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === 'use client'
  const module: Module = { isClient, imports: [], says: [], gives: null }
  const take = (specifier: ts.Node | undefined) => {
    const file = specifier && ts.isStringLiteralLike(specifier) ? fileOf(path, specifier.text) : undefined
    if (file) module.imports.push(file)
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) take(node.moduleSpecifier)
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) take(node.moduleSpecifier)
    if (ts.isCallExpression(node)) {
      const [argument] = node.arguments
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) take(argument)
      const called = node.expression.getText(tree)
      if (called === 'useTranslations' && argument && ts.isStringLiteralLike(argument))
        module.says.push(argument.text.split('.')[0] ?? '')
      if (
        (called === 'withWords' || called === 'wordsOf') &&
        argument &&
        ts.isArrayLiteralExpression(argument)
      )
        module.gives = argument.elements.filter(ts.isStringLiteralLike).map(({ text }) => text)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return module
}

const known = new Map<string, Module>()

function moduleAt(path: string): Module {
  const module = known.get(path) ?? moduleOf(path)
  known.set(path, module)
  return module
}

/** Every file that is reached from some, themselves among them; `goesOn` says beyond which. */
function reached(from: string[], goesOn: (module: Module) => boolean): string[] {
  const seen = new Set<string>()
  const walk = (path: string) => {
    if (seen.has(path) || silent.some((folder) => path.startsWith(`${folder}/`))) return
    seen.add(path)
    const module = moduleAt(path)
    if (goesOn(module)) module.imports.forEach(walk)
  }
  from.forEach(walk)
  return [...seen]
}

/** The nouns that what a page or a layout draws in the browser says, by and by. */
function nounsOf(path: string): Set<string> {
  const parts = reached([path], ({ isClient }) => !isClient).filter((file) => moduleAt(file).isClient)
  return new Set(reached(parts, () => true).flatMap((file) => moduleAt(file).says))
}

/** The layouts around a page or a layout of the app, the outermost first. */
function layoutsAround(app: string, path: string): string[] {
  const around: string[] = []
  for (let folder = dirname(path); folder.startsWith(app); folder = dirname(folder)) {
    const layout = join(folder, 'layout.tsx')
    if (existsSync(layout) && layout !== path) around.unshift(layout)
  }
  return around
}

/** In the outermost layout: what stands in for a page that is not there has no other, and most pages have fields. */
const ofAll = (app: string) => [
  ...['layout.tsx', 'error.tsx', 'not-found.tsx'].flatMap((name) => [...nounsOf(join(app, name))]),
  'fields',
]

const givenBy = (path: string): string[] => moduleAt(path).gives ?? []

function problemsOf(app: string, path: string): string[] {
  const around = layoutsAround(app, path)
  const nouns = around.length === 0 ? new Set(ofAll(app)) : nounsOf(path)
  const given = around.flatMap(givenBy)
  const wanted = [...nouns].filter((noun) => !given.includes(noun)).sort()
  if (wanted.join() === [...givenBy(path)].sort().join()) return []
  const list = wanted.map((noun) => `'${noun}'`).join(', ')
  return [`${relative(dirname(app), path)} has to give the browser the words of just these: [${list}]`]
}

/** Pages and layouts that give the browser other nouns than those whose sentences it says there, a line each. */
export function pageWordProblems(app = resolve('src/app')): string[] {
  const names = readdirSync(app, { recursive: true, encoding: 'utf8' })
  return (
    names
      .filter((name) => /(^|\/)(page|layout)\.tsx$/.test(name))
      // A kiosk speaks its own language: its layout gives every sentence of that one.
      .filter((name) => !name.startsWith('kiosk/'))
      .flatMap((name) => problemsOf(app, join(app, name)))
      .sort()
  )
}
