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
