import { describe, expect, it } from 'vitest'
import { parsePairs, picturePath } from '@/domain/face/pairs-file'

const text = `2\t1
Abel_Pacheco\t1\t4
Abdel_Madi_Shabneh\t1\tDean_Barker\t3
Akhmed_Zakayev\t1\t3
Abdul_Majeed_Shobokshi\t1\tCharles_Cope\t12
`

describe('LFW’s pairs.txt', () => {
  const pairs = parsePairs(text)

  it('names the same person twice, or two people', () => {
    expect(pairs[0]).toEqual({
      a: { person: 'Abel_Pacheco', picture: 1 },
      b: { person: 'Abel_Pacheco', picture: 4 },
      fold: 0,
    })
    expect(pairs[3]?.b).toEqual({ person: 'Charles_Cope', picture: 12 })
  })

  it('comes in folds of as many genuine pairs as impostor ones', () => {
    expect(pairs.map(({ fold }) => fold)).toEqual([0, 0, 1, 1])
  })

  it('without a number of folds is one fold, and may have Windows line ends', () => {
    const plain = parsePairs(text.replace('2\t1', '2').replaceAll('\n', '\r\n'))
    expect(plain.map(({ fold }) => fold)).toEqual([0, 0, 0, 0])
  })

  it('gives the path of each picture', () => {
    expect(pairs[3] && picturePath(pairs[3].b)).toBe('Charles_Cope/Charles_Cope_0012.jpg')
  })

  it.each([
    ['a file of something else', '<html>', 'line 1'],
    ['an empty file', '', 'line 1'],
    ['a line with too few words', '10 300\nAnna 1\n', 'line 2'],
    ['a picture without a number', '10 300\nAnna 1 2\nAnna one 2\n', 'line 3'],
  ])('%s is refused, and the line is named', (_, content, line) => {
    expect(() => parsePairs(content)).toThrow(line)
  })
})
