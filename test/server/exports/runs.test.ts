import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadFont } from '@/server/exports/pdf/fonts'
import { isolated, missing, runsOf } from '@/server/exports/pdf/runs'

const seen = (text: string) => runsOf(text).map(({ font, text: part }) => [font, part])

describe('names in any script', () => {
  test.each([
    ['Ada King', ['sans']],
    ['Nguyễn Thị Hồng Nhung', ['sans']],
    ['Łukasz Żółć-Ђорђе Ωμέγα', ['sans']],
    ['محمد بن عبد الله', ['arabic']],
    ['یاسمین گلچین', ['arabic']],
    ['יעל כהן', ['hebrew']],
    ['王小明', ['chinese']],
    ['龔𡘙', null],
    ['山田 太郎 サクラ さくら', ['chinese']],
    ['김민수', ['korean']],
    ['राजेश क्षत्रिय', ['sans']],
    ['สมชาย ใจดี', ['thai']],
  ])('%s has a sign for every character', (name, fonts) => {
    const runs = runsOf(name)
    if (fonts) expect(runs.map(({ font }) => font)).toEqual(fonts)
    if (fonts) expect(runs.map(({ text }) => text).join('')).not.toContain(missing)
    for (const { font, text } of runs) {
      const { glyphs } = loadFont(font).font.layout(text, [])
      expect(glyphs.map(({ id }) => id)).not.toContain(0)
    }
  })

  test('a character that no font has is shown as missing, never left out', () => {
    expect(seen('Ada 🙂')).toEqual([['sans', `Ada ${missing}`]])
  })

  test('accents typed apart are the same as typed together, and what nobody sees takes no room', () => {
    expect(seen('Nguye\u0302\u0303n\u200b')).toEqual([['sans', 'Nguyễn']])
  })
})

describe('writing from right to left', () => {
  test('stands in the order in which it is read, digits and Latin letters in theirs', () => {
    expect(seen('יעל 12 Ada')).toEqual([
      ['sans', 'Ada'],
      ['sans', ' '],
      ['sans', '12'],
      ['hebrew', 'יעל '],
    ])
    expect(seen('Ada יעל כהן King')).toEqual([
      ['sans', 'Ada '],
      ['hebrew', 'יעל כהן'],
      ['hebrew', ' '],
      ['sans', 'King'],
    ])
  })

  test('has its brackets the other way round', () => {
    expect(runsOf('علي (أبو)').map(({ text }) => text)).toEqual(['علي )أبو('])
  })

  test('turns nothing round but itself', () => {
    const foot = runsOf(`Page · ${isolated('علي')} · 1 of 2`).map(({ text }) => text)
    expect(foot.join('')).toBe('Page · علي · 1 of 2')
  })
})

test('every word of the documents has its signs, also in bold', () => {
  for (const language of readdirSync('messages')) {
    const words = readFileSync(`messages/${language}/exports.json`, 'utf8')
    for (const weight of ['sans', 'bold'] as const)
      expect(
        runsOf(words.replace(/\s+/g, ' '), weight)
          .map(({ text }) => text)
          .join(''),
      ).not.toContain(missing)
  }
})
