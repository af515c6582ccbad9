import { describe, expect, it } from 'vitest'
import { toChannelsFirst } from '../../../scripts/models/kernels'
import { readWeights, widenFloat16 } from '../../../scripts/models/tfjs-weights'

describe('half precision numbers widen exactly', () => {
  it.each([
    ['zero', 0x0000, 0],
    ['minus zero', 0x8000, -0],
    ['one', 0x3c00, 1],
    ['the nearest to a third', 0x3555, 0.333251953125],
    ['the largest', 0x7bff, 65504],
    ['the smallest normal', 0x0400, 2 ** -14],
    ['the smallest of all', 0x0001, 2 ** -24],
    ['infinity', 0x7c00, Number.POSITIVE_INFINITY],
    ['minus infinity', 0xfc00, Number.NEGATIVE_INFINITY],
  ])('%s', (_, half, value) => {
    expect(widenFloat16(Uint8Array.of(half & 255, half >> 8))[0]).toBe(value)
  })

  it('not a number', () => {
    expect(widenFloat16(Uint8Array.of(0x01, 0x7e))[0]).toBeNaN()
  })
})

describe('weight files', () => {
  const bytes = Buffer.from([10, 20, 0, 0x3c, 7, 0, 0, 0])
  const specs = [
    { name: 'bytes', shape: [2], dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.5, min: -1 } },
    { name: 'halves', shape: [1], dtype: 'float32', quantization: { dtype: 'float16' } },
    { name: 'numbers', shape: [1], dtype: 'int32' },
  ]

  it('unpack bytes, halves and whole numbers one after another', () => {
    const weights = readWeights(specs, bytes)
    expect([...(weights.get('bytes')?.values ?? [])]).toEqual([4, 9])
    expect([...(weights.get('halves')?.values ?? [])]).toEqual([1])
    expect([...(weights.get('numbers')?.values ?? [])]).toEqual([7])
  })

  it('are refused when they are longer or shorter than their list says', () => {
    expect(() => readWeights(specs, Buffer.concat([bytes, bytes]))).toThrow('weights end at 8 of 16 bytes')
    expect(() => readWeights(specs.slice(0, 2), bytes)).toThrow('weights end at 4 of 8 bytes')
  })
})

it('a kernel is turned from height, width, in, out to out, in, height, width, and filled up with zeros', () => {
  const kernel = toChannelsFirst(
    { shape: [1, 2, 2, 1], values: Float32Array.of(1, 2, 3, 4) },
    { depthwise: false, wide: (channels) => (channels === 2 ? 3 : channels), scale: 10 },
  )
  expect(kernel.shape).toEqual([1, 3, 1, 2])
  expect([...kernel.values]).toEqual([10, 30, 20, 40, 0, 0])
})
