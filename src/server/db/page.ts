import 'server-only'

interface Paged {
  cursor?: string | null | undefined
}

/** What a query takes for a page after the row that the cursor names: one row more, which tells whether another follows. */
export function pageAfter({ cursor }: Paged, size: number) {
  return { take: size + 1, ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}) }
}

/** The page of what such a query found, and the cursor of the next; null on the last. */
export function pageOfRows<Row extends { id: string }>(rows: Row[], size: number) {
  const page = rows.slice(0, size)
  return { page, nextCursor: rows.length > size ? (page.at(-1)?.id ?? null) : null }
}
