export interface WeightSpec {
  name: string
  shape: number[]
  dtype: string
  quantization?: { dtype: string; scale?: number; min?: number }
}

export interface Weight {
  shape: number[]
  values: Float32Array | Int32Array
}

/**
 * Unpacks a tfjs weight file: float32 and int32 as they are, float16 widened, uint8 as value × scale + min
 * (https://github.com/tensorflow/tfjs, `decodeWeights` in tfjs-core/src/io/io_utils.ts).
 */
export function readWeights(specs: readonly WeightSpec[], file: Uint8Array): Map<string, Weight> {
  const weights = new Map<string, Weight>()
  let offset = 0
  for (const spec of specs) {
    const count = spec.shape.reduce((product, size) => product * size, 1)
    const stored = spec.quantization?.dtype ?? spec.dtype
    // A Buffer's own slice is a view; the typed arrays below need a copy that starts at its own byte 0.
    const raw = Uint8Array.prototype.slice.call(file, offset, offset + count * bytesOf(stored))
    offset += raw.byteLength
    weights.set(spec.name, { shape: spec.shape, values: unpack(spec, stored, raw) })
  }
  if (offset !== file.byteLength) throw new Error(`weights end at ${offset} of ${file.byteLength} bytes`)
  return weights
}

function bytesOf(dtype: string): number {
  const size = { float32: 4, int32: 4, float16: 2, uint8: 1 }[dtype]
  if (!size) throw new Error(`weights of type ${dtype} are not supported`)
  return size
}

function unpack(spec: WeightSpec, stored: string, raw: Uint8Array): Float32Array | Int32Array {
  if (stored === 'float16') return widenFloat16(raw)
  if (stored === 'uint8') {
    const { scale = 1, min = 0 } = spec.quantization ?? {}
    return Float32Array.from(raw, (value) => value * scale + min)
  }
  return stored === 'int32' ? new Int32Array(raw.buffer) : new Float32Array(raw.buffer)
}

/** IEEE 754 half precision, little endian, to single precision: exact, as every half is a single. */
export function widenFloat16(raw: Uint8Array): Float32Array {
  const halves = new Uint16Array(Uint8Array.prototype.slice.call(raw).buffer)
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1
    const exponent = (half >> 10) & 0x1f
    const fraction = half & 0x3ff
    if (exponent === 0) return sign * fraction * 2 ** -24
    if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
  })
}
