/**
 * Writes ONNX models: just enough protocol buffers for the messages of onnx.proto3, with its field numbers.
 * A model is written the same way every time, byte for byte, so that its hash can be pinned.
 */
const VARINT = 0
const LENGTH_DELIMITED = 2
const FIXED32 = 5

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  bytes.push(Number(rest))
  return Uint8Array.from(bytes)
}

const tag = (field: number, wire: number) => varint((field << 3) | wire)

export const int = (field: number, value: number) => Buffer.concat([tag(field, VARINT), varint(value)])

export function float(field: number, value: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return Buffer.concat([tag(field, FIXED32), bytes])
}

export function bytes(field: number, value: Uint8Array) {
  return Buffer.concat([tag(field, LENGTH_DELIMITED), varint(value.length), value])
}

export const text = (field: number, value: string) => bytes(field, Buffer.from(value, 'utf8'))

export const message = (field: number, parts: Uint8Array[]) => bytes(field, Buffer.concat(parts))

export const elementTypes = { float32: 1, uint8: 2, int64: 7 } as const
export type ElementType = keyof typeof elementTypes

export type Attribute = number | string | number[] | { float: number }

/** AttributeProto: name 1, f 2, i 3, s 4, ints 8, type 20 (FLOAT 1, INT 2, STRING 3, INTS 7). */
export function attribute(name: string, value: Attribute): Uint8Array {
  if (typeof value === 'number') return Buffer.concat([text(1, name), int(3, value), int(20, 2)])
  if (typeof value === 'string') return Buffer.concat([text(1, name), text(4, value), int(20, 3)])
  if (Array.isArray(value)) {
    return Buffer.concat([text(1, name), ...value.map((each) => int(8, each)), int(20, 7)])
  }
  return Buffer.concat([text(1, name), float(2, value.float), int(20, 1)])
}

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9 (little endian). */
export function tensor(
  name: string,
  type: ElementType,
  shape: readonly number[],
  raw: Uint8Array,
): Uint8Array {
  const dims = shape.map((size) => int(1, size))
  return Buffer.concat([...dims, int(2, elementTypes[type]), text(8, name), bytes(9, raw)])
}

/** ValueInfoProto: name 1, type 2 {tensor_type 1 {elem_type 1, shape 2 {dim 1 {dim_value 1}}}}. */
export function valueInfo(name: string, type: ElementType, shape: readonly number[]): Uint8Array {
  const dims = shape.map((size) => message(1, [int(1, size)]))
  const tensorType = message(1, [int(1, elementTypes[type]), message(2, dims)])
  return Buffer.concat([text(1, name), message(2, [tensorType])])
}
