import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'

/** The fonts of documents, in the order in which they are asked for a character. scripts/image/slim.mjs keeps these files. */
const files = {
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  hebrew: '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff',
  thai: '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff',
  korean: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
  chinese: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
} as const

export type FontName = keyof typeof files

interface LoadedFont {
  data: Buffer
  font: Font
}

const loaded = new Map<FontName, LoadedFont>()

/** A font, read from its package the first time that a text needs it. */
export function loadFont(name: FontName): LoadedFont {
  const known = loaded.get(name)
  if (known) return known
  const data = readFileSync(join(process.cwd(), 'node_modules', files[name]))
  const font = create(data)
  if (!('layout' in font)) throw new Error(`${files[name]} is a collection of fonts`)
  const made = { data, font }
  loaded.set(name, made)
  return made
}

/** Which scripts a font is read for, so that a page in English opens no font of twenty thousand characters. */
const scripts: Record<Exclude<FontName, 'sans' | 'bold'>, RegExp> = {
  arabic: /[\p{Script_Extensions=Arabic}]/u,
  hebrew: /[\p{Script=Hebrew}]/u,
  thai: /[\p{Script_Extensions=Thai}]/u,
  korean: /[\p{Script_Extensions=Hangul}\uff00-\uffef]/u,
  chinese:
    /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}]/u,
}
const foreign = Object.keys(scripts) as (keyof typeof scripts)[]

const has = (name: FontName, character: string) =>
  loadFont(name).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)

/** Characters of no script of their own: spaces, digits, punctuation, accents that combine. */
const common = /[\p{Script=Common}\p{Script=Inherited}]/u

/** The font for a character, that of the text before it where both will do; null where none has it. */
export function fontFor(
  character: string,
  before: FontName | null,
  wanted: 'sans' | 'bold',
): FontName | null {
  if (before && common.test(character) && has(before, character)) return before
  if (has(wanted, character)) return wanted
  return foreign.find((name) => scripts[name].test(character) && has(name, character)) ?? null
}
