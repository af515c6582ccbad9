import 'server-only'
import bidiFactory from 'bidi-js'
import { type FontName, fontFor } from './fonts'

const bidi = bidiFactory()

/** A piece of a line in one font and one direction. */
export interface Run {
  font: FontName
  /** In the order in which the font lays it out. */
  text: string
}

interface Piece {
  font: FontName
  level: number
  characters: string[]
}

/** Shown in place of a character that no font has. */
export const missing = '\ufffd'

/** Nothing that can be seen; what joins letters or keeps them apart is the font's to read. */
const invisible = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\p{Cc}]/u

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** A piece of a sentence whose writing may run the other way, so that it turns nothing round but itself. */
export const isolated = (text: string) => `\u2068${text}\u2069`

/** The runs of a line from left to right, whichever way its words are written. */
export function runsOf(line: string, weight: 'sans' | 'bold' = 'sans'): Run[] {
  const text = line.normalize('NFC')
  if (text === '') return []
  const embedding = bidi.getEmbeddingLevels(text)
  return inSight(piecesOf(text, embedding.levels, weight)).map(({ font, level, characters }) => ({
    font,
    text: level % 2 ? turned(characters) : characters.join(''),
  }))
}

function piecesOf(text: string, levels: Uint8Array, weight: 'sans' | 'bold'): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const character of text) {
    const level = levels[at] ?? 0
    at += character.length
    const last = pieces.at(-1)
    if (invisible.test(character)) continue
    const found = fontFor(character, last?.font ?? null, weight)
    const font = found ?? weight
    if (last && last.font === font && last.level === level) last.characters.push(found ? character : missing)
    else pieces.push({ font, level, characters: [found ? character : missing] })
  }
  return pieces
}

/** Pieces in the order in which they are seen: from the highest level down, each stretch of it or above is turned round. */
function inSight(pieces: readonly Piece[]): Piece[] {
  let all = [...pieces]
  const highest = Math.max(0, ...pieces.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    const next: Piece[] = []
    let stretch: Piece[] = []
    for (const piece of all) {
      if (piece.level >= level) stretch.push(piece)
      else {
        next.push(...stretch.reverse(), piece)
        stretch = []
      }
    }
    all = [...next, ...stretch.reverse()]
  }
  return all
}

/** A font turns round what has right-to-left letters by itself, and nothing else; brackets are exchanged here for both. */
function turned(characters: readonly string[]): string {
  const mirrored = characters.map((character) => bidi.getMirroredCharacter(character) ?? character)
  return (characters.some((each) => rightToLeft.test(each)) ? mirrored : mirrored.reverse()).join('')
}
