import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

interface Imported {
  file: string | undefined
  name: string
}

interface Source {
  path: string
  tree: ts.SourceFile
  imports: Map<string, Imported>
  /** What stands at the top of the file, by name. */
  tops: Map<string, ts.Node>
}

/** The file of this tree that an import means; nothing for a package. */
export function fileOf(from: string, specifier: string): string | undefined {
  const base = specifier.startsWith('@/')
    ? resolve('src', specifier.slice(2))
    : resolve(dirname(from), specifier)
  return ['.tsx', '.ts'].map((ending) => base + ending).find(existsSync)
}

/** A file as TypeScript reads it. */
export function parsed(path: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, kind)
}

function readSource(path: string): Source {
  const tree = parsed(path)
  const source: Source = { path, tree, imports: new Map(), tops: new Map() }
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const bindings = statement.importClause?.namedBindings
      const file = fileOf(path, statement.moduleSpecifier.text)
      if (bindings && ts.isNamedImports(bindings))
        for (const { name, propertyName } of bindings.elements)
          source.imports.set(name.text, { file, name: (propertyName ?? name).text })
    } else if (ts.isFunctionDeclaration(statement) && statement.name)
      source.tops.set(statement.name.text, statement)
    else if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) source.tops.set(name.text, initializer)
  }
  return source
}

/** Every file of a folder, by its whole path. */
export function readSources(folder: string): Map<string, Source> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => /\.tsx?$/.test(name)).map((name) => resolve(join(folder, name)))
  return new Map(paths.map((path) => [path, readSource(path)]))
}

/** Where a name of a file is declared, here or in the file it comes from. */
export function declared(sources: Map<string, Source>, { path, imports, tops }: Source, name: string) {
  const from = imports.get(name)
  const file = from ? from.file : path
  const source = file === undefined ? undefined : sources.get(file)
  const own = from?.name ?? name
  const node = from ? source?.tops.get(own) : tops.get(own)
  return { key: `${file}#${own}`, source, node }
}

export const isClassNames = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && node.expression.getText() === 'classNames'

/** Names within names are followed so far. */
const DEEPEST = 4

/** Every string that an expression can put into a list of classes. */
export function literalsOf(sources: Map<string, Source>, source: Source, node: ts.Node, depth = 0): string[] {
  const of = (...nodes: ts.Node[]) => nodes.flatMap((one) => literalsOf(sources, source, one, depth))
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [
      node.head.text,
      ...node.templateSpans.flatMap((span) => [...of(span.expression), span.literal.text]),
    ]
  if (ts.isConditionalExpression(node)) return of(node.whenTrue, node.whenFalse)
  if (ts.isBinaryExpression(node)) {
    const both = node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken
    return both ? of(node.left, node.right) : of(node.right)
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return of(node.expression)
  if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) return of(node.expression)
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((one) => (ts.isPropertyAssignment(one) ? of(one.initializer) : []))
  if (ts.isArrayLiteralExpression(node)) return of(...node.elements)
  if (isClassNames(node)) return of(...node.arguments)
  if (ts.isIdentifier(node) && depth < DEEPEST) {
    const found = declared(sources, source, node.text)
    const plain = found.node && !ts.isFunctionLike(found.node) ? found.node : undefined
    return plain && found.source ? literalsOf(sources, found.source, plain, depth + 1) : []
  }
  return []
}
