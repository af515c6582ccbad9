/**
 * The product of two vectors that lie in one array, at `a` and at `b`, each of this length. Four sums side by side,
 * so that the processor need not wait for one addition to start the next.
 */
export function dot(v: Float32Array, a: number, b: number, length: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let k = 0
  for (; k + 3 < length; k += 4) {
    s0 += (v[a + k] as number) * (v[b + k] as number)
    s1 += (v[a + k + 1] as number) * (v[b + k + 1] as number)
    s2 += (v[a + k + 2] as number) * (v[b + k + 2] as number)
    s3 += (v[a + k + 3] as number) * (v[b + k + 3] as number)
  }
  for (; k < length; k++) s0 += (v[a + k] as number) * (v[b + k] as number)
  return s0 + s1 + s2 + s3
}

/** One row's product, in the order in which `rowProducts` adds. */
function rowProduct(matrix: Float32Array, at: number, v: Float64Array): number {
  const even = v.length & ~1
  let sum = 0
  for (let k = 0; k < even; k += 2)
    sum +=
      (matrix[at + k] as number) * (v[k] as number) + (matrix[at + k + 1] as number) * (v[k + 1] as number)
  return even < v.length ? sum + (matrix[at + even] as number) * (v[even] as number) : sum
}

/**
 * The products of a vector with every row of a matrix, written into `out`. Four rows at a time share each number of
 * the vector; each sum is made in one order, so that it does not depend on where its row lies.
 */
export function rowProducts(
  matrix: Float32Array,
  rows: number,
  vector: Float32Array,
  out: Float64Array,
): void {
  const length = vector.length
  const v = Float64Array.from(vector)
  const quick = length % 2 === 0 ? rows - (rows % 4) : 0
  for (let row = 0; row < quick; row += 4) {
    const a = row * length
    const b = a + length
    const c = b + length
    const d = c + length
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let k = 0; k < length; k += 2) {
      const x = v[k] as number
      const y = v[k + 1] as number
      s0 += (matrix[a + k] as number) * x + (matrix[a + k + 1] as number) * y
      s1 += (matrix[b + k] as number) * x + (matrix[b + k + 1] as number) * y
      s2 += (matrix[c + k] as number) * x + (matrix[c + k + 1] as number) * y
      s3 += (matrix[d + k] as number) * x + (matrix[d + k + 1] as number) * y
    }
    out[row] = s0
    out[row + 1] = s1
    out[row + 2] = s2
    out[row + 3] = s3
  }
  for (let row = quick; row < rows; row++) out[row] = rowProduct(matrix, row * length, v)
}
