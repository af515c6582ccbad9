import { readFileSync } from 'node:fs'

const columnsOf = (list = '') => list.split(',').map((column) => column.replace(/\(.*/, '').trim())

/** The columns of each index of a model, its key and what is unique included. */
function indexesOf(body: string): string[][] {
  const lists = [...body.matchAll(/^\s*@@(?:id|unique|index)\((?:fields: )?\[([^\]]*)\]/gm)]
  const single = [...body.matchAll(/^\s*(\w+)\s.*@(?:id|unique)\b/gm)]
  return [...lists, ...single].map(([, list]) => columnsOf(list))
}

/**
 * Foreign keys of a Prisma schema that have no index whose first columns are theirs: whoever deletes what they point to
 * would have the whole table read.
 */
export function unindexedKeys(schema: string): string[] {
  return [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].flatMap(([, model, body = '']) => {
    const indexes = indexesOf(body)
    const keys = [...body.matchAll(/@relation\([^)]*fields: \[([^\]]*)\]/g)].map(([, list]) =>
      columnsOf(list),
    )
    return keys
      .filter(
        (key) => !indexes.some((index) => key.every((column) => index.slice(0, key.length).includes(column))),
      )
      .map(
        (key) =>
          `prisma/schema.prisma: ${model} needs an index on its foreign key: @@index([${key.join(', ')}])`,
      )
  })
}

export const foreignKeyProblems = () => unindexedKeys(readFileSync('prisma/schema.prisma', 'utf8'))
