/**
 * The one-to-one assignment of rows to columns with the largest sum of worths. Each row gets a column or none, each
 * column a row or none; a worth of 0 or less is never given. Of several equally good assignments always the same one is
 * returned, but which depends on the order of rows and columns: sort them where order must not count.
 *
 * Shortest augmenting paths with potentials (Jonker and Volgenant 1987; Crouse, "On implementing 2D rectangular
 * assignment algorithms", IEEE Trans. Aerospace and Electronic Systems 52, 2016), in O(rows² · columns). A column of its
 * own with worth 0 stands beside each row, so that no row must take a column.
 *
 * @param worth one list a row, all of the same length: finite numbers.
 * @returns for each row the column that it got, or null.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): (number | null)[] {
  const rows = worth.length
  const columns = worth[0]?.length ?? 0
  const all = columns + rows
  const cost = (row: number, column: number): number =>
    column < columns
      ? Math.min(0, -(worth[row]?.[column] ?? 0))
      : column - columns === row
        ? 0
        : Number.POSITIVE_INFINITY
  const rowPotential = new Float64Array(rows)
  const columnPotential = new Float64Array(all)
  const rowOf = new Int32Array(all).fill(-1)
  const columnOf = new Int32Array(rows).fill(-1)

  for (let start = 0; start < rows; start++) {
    const distance = new Float64Array(all).fill(Number.POSITIVE_INFINITY)
    const before = new Int32Array(all).fill(-1)
    const done = new Uint8Array(all)
    let row = start
    let reached = 0
    let end = -1
    while (end < 0) {
      let next = -1
      for (let column = 0; column < all; column++) {
        if (done[column]) continue
        const length = reached + cost(row, column) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0)
        if (length < (distance[column] ?? 0)) {
          distance[column] = length
          before[column] = row
        }
        if (next < 0 || (distance[column] ?? 0) < (distance[next] ?? 0)) next = column
      }
      reached = distance[next] ?? 0
      done[next] = 1
      const owner = rowOf[next] ?? -1
      if (owner < 0) end = next
      else row = owner
    }
    rowPotential[start] = (rowPotential[start] ?? 0) + reached
    for (let column = 0; column < all; column++) {
      if (!done[column] || column === end) continue
      const gain = reached - (distance[column] ?? 0)
      columnPotential[column] = (columnPotential[column] ?? 0) - gain
      const owner = rowOf[column] ?? -1
      if (owner >= 0) rowPotential[owner] = (rowPotential[owner] ?? 0) + gain
    }
    for (let column = end; column >= 0; ) {
      const owner = before[column] ?? start
      const freed = columnOf[owner] ?? -1
      rowOf[column] = owner
      columnOf[owner] = column
      column = owner === start ? -1 : freed
    }
  }
  return Array.from(columnOf, (column, row) =>
    column < columns && (worth[row]?.[column] ?? 0) > 0 ? column : null,
  )
}
