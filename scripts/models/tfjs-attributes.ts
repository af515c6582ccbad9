import { z } from 'zod'

const base64 = z.string().transform((value) => Buffer.from(value, 'base64').toString('utf8'))
const ints = z
  .object({ list: z.object({ i: z.array(z.coerce.number()) }) })
  .transform((value) => value.list.i)

const schema = z.object({
  strides: ints.default([1, 1, 1, 1]),
  dilations: ints.default([1, 1, 1, 1]),
  ksize: ints.default([1, 1, 1, 1]),
  padding: z.object({ s: base64 }).default({ s: 'VALID' }),
  data_format: z.object({ s: base64 }).default({ s: 'NHWC' }),
  fused_ops: z.object({ list: z.object({ s: z.array(base64).default([]) }) }).default({ list: { s: [] } }),
})

export interface Attributes {
  /** Down, across. */
  strides: number[]
  window: number[]
  /** TensorFlow's SAME puts the odd pixel of padding last, which ONNX calls SAME_UPPER. */
  padding: 'SAME_UPPER' | 'VALID'
  /** Operations that follow a convolution: 'BiasAdd', then perhaps 'Relu' or 'Prelu'. */
  fused: string[]
}

/** The attributes of a tfjs node that the conversion needs; refuses what it could not convert rightly. */
export function readAttributes(attr: Record<string, unknown>): Attributes {
  const read = schema.parse(attr)
  if (read.data_format.s !== 'NHWC') throw new Error(`layout ${read.data_format.s} is not supported`)
  if (read.dilations.some((step) => step !== 1)) throw new Error('dilated convolutions are not supported')
  return {
    strides: read.strides.slice(1, 3),
    window: read.ksize.slice(1, 3),
    padding: read.padding.s === 'SAME' ? 'SAME_UPPER' : 'VALID',
    fused: read.fused_ops.list.s,
  }
}
