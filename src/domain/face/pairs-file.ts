/** Two pictures to compare: the person and the number of the picture, and the fold the pair belongs to. */
export interface PicturePair {
  a: { person: string; picture: number }
  b: { person: string; picture: number }
  fold: number
}

/** The path of a picture below the image folder, in LFW's layout. */
export function picturePath({ person, picture }: PicturePair['a']): string {
  return `${person}/${person}_${String(picture).padStart(4, '0')}.jpg`
}

/**
 * Reads LFW's pairs.txt: a first line `folds pairs` (or only `pairs`, then one fold), and for each fold `pairs` lines
 * `name n m` followed by `pairs` lines `name n name m`. Throws SyntaxError naming the line that does not fit.
 */
export function parsePairs(text: string): PicturePair[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const head = (lines[0] ?? '').split(/\s+/)
  const perFold = head.length === 2 ? Number(head[1]) * 2 : Number.POSITIVE_INFINITY
  if (head.length > 2 || !head.every((word) => /^\d+$/.test(word)) || perFold === 0) {
    throw new SyntaxError('line 1: expected the number of folds and of pairs')
  }
  const pairs: PicturePair[] = []
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line === '') continue
    const words = line.split(/\s+/)
    const [nameA = '', numberA = '', third = '', fourth] = words
    const [nameB, numberB] = words.length === 3 ? [nameA, third] : [third, fourth ?? '']
    if (words.length < 3 || words.length > 4 || !/^\d+$/.test(numberA) || !/^\d+$/.test(numberB)) {
      throw new SyntaxError(`line ${i + 1}: expected "name n m" or "name n name m"`)
    }
    pairs.push({
      a: { person: nameA, picture: Number(numberA) },
      b: { person: nameB, picture: Number(numberB) },
      fold: Math.floor(pairs.length / perFold),
    })
  }
  return pairs
}
