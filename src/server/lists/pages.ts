import 'server-only'
import type { Row } from './table'

/** So many rows are read at a time. */
export const ROWS = 500

interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

/** All pages of a list. The first is read at once, so that what is not the reader's is refused before a file begins. */
export async function allPages<Item>(
  read: (cursor: string | null) => Promise<Page<Item>>,
  rowOf: (item: Item) => Row,
): Promise<AsyncIterable<readonly Row[]>> {
  const first = await read(null)
  return rowsFrom(first, read, rowOf)
}

async function* rowsFrom<Item>(
  first: Page<Item>,
  read: (cursor: string | null) => Promise<Page<Item>>,
  rowOf: (item: Item) => Row,
): AsyncGenerator<readonly Row[]> {
  let page = first
  yield page.items.map(rowOf)
  while (page.nextCursor) {
    page = await read(page.nextCursor)
    yield page.items.map(rowOf)
  }
}

/** A list that is read in one piece. */
export async function* onePage(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}
