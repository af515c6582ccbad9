import 'server-only'
import PDFDocument from 'pdfkit'
import { type FontName, loadFont } from './fonts'
import { type Run, runsOf } from './runs'

export interface SheetOptions {
  paper: 'A4' | 'LETTER'
  title: string
  author: string
  language: string
  /** When it was made; the same facts at the same moment are the same bytes. */
  madeAt: Date
}

interface TextStyle {
  size?: number
  weight?: 'sans' | 'bold'
  colour?: string
}

const margin = 48
const bottom = 64
/** Without it PDFKit lays out word by word, which turns right-to-left lines round. */
const wholeRun = { lineBreak: false, features: [] as [] }

/** In parts of the font's size, measured by the font that all documents share. */
function widthOf({ font: name, text }: Run): number {
  const { font } = loadFont(name)
  return font.layout(text, []).advanceWidth / font.unitsPerEm
}

/** A document that is written from top to bottom: lines of any script, on as many pages as they need. */
export class Sheet {
  readonly width: number
  y = margin
  private readonly doc: PDFKit.PDFDocument
  private readonly known = new Set<FontName>()
  private readonly widths = new Map<string, number>()
  private readonly chunks: Buffer[] = []

  constructor({ paper, title, author, language, madeAt }: SheetOptions) {
    const info = {
      Title: title,
      Author: author,
      Creator: 'Clockface',
      Producer: 'PDFKit',
      CreationDate: madeAt,
    }
    const looks = {
      size: paper,
      margin: 0,
      font: '',
      lang: language,
      displayTitle: true,
      pdfVersion: '1.7' as const,
    }
    this.doc = new PDFDocument({ ...looks, bufferPages: true, info })
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
    this.width = this.doc.page.width - 2 * margin
  }

  /** Begins a page where what comes next does not fit on this one; whether it did. */
  room(height: number): boolean {
    if (this.y + height <= this.doc.page.height - bottom) return false
    this.doc.addPage()
    this.y = margin
    return true
  }

  widthOf(text: string, { size = 9, weight = 'sans' }: TextStyle = {}): number {
    return runsOf(text, weight).reduce((width, run) => width + this.runWidth(run, size), 0)
  }

  /** Lines no wider than `width`: broken between words, and within a word that is wider by itself. */
  wrap(text: string, width: number, style: TextStyle = {}): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(/(?<=\s)/)) {
      if (this.widthOf((line + word).trimEnd(), style) <= width) line += word
      else {
        if (line) lines.push(line.trimEnd())
        line = this.cut(word, width, style, lines)
      }
    }
    return [...lines, line.trimEnd()]
  }

  /** One line at a place, `x` from the left margin. */
  put(
    text: string,
    x: number,
    y: number,
    style: TextStyle & { align?: 'left' | 'right'; width?: number } = {},
  ) {
    const { size = 9, weight = 'sans', colour = '#1b1b1f', align, width = this.width } = style
    let at = margin + x + (align === 'right' ? width - this.widthOf(text, style) : 0)
    this.doc.fillColor(colour)
    for (const run of runsOf(text, weight)) {
      this.setFont(run.font, size)
      const { ascent, unitsPerEm } = loadFont(run.font).font
      this.doc.text(run.text, at, y + (1.07 - ascent / unitsPerEm) * size, wholeRun)
      at += this.runWidth(run, size)
    }
  }

  rule(colour = '#c9c9d1', weight = 0.5) {
    this.doc
      .moveTo(margin, this.y)
      .lineTo(margin + this.width, this.y)
      .lineWidth(weight)
      .strokeColor(colour)
      .stroke()
  }

  /** Writes the same line at the foot of every page, and ends the document. */
  finish(foot: (page: number, of: number) => string): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page)
      const [line = ''] = this.wrap(foot(page + 1, count), this.width, { size: 7.5 })
      this.put(line, 0, this.doc.page.height - 40, { size: 7.5, colour: '#5a5a66' })
    }
    const done = new Promise<Buffer>((resolve, reject) => {
      this.doc.on('end', () => resolve(Buffer.concat(this.chunks)))
      this.doc.on('error', reject)
    })
    this.doc.end()
    return done
  }

  private cut(word: string, width: number, style: TextStyle, lines: string[]): string {
    let line = ''
    for (const character of word) {
      if (line && this.widthOf(line + character, style) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
    return line
  }

  private runWidth(run: Run, size: number): number {
    const key = `${run.font} ${run.text}`
    const width = this.widths.get(key) ?? widthOf(run)
    this.widths.set(key, width)
    return width * size
  }

  private setFont(font: FontName, size: number) {
    if (!this.known.has(font)) {
      this.doc.registerFont(font, loadFont(font).data)
      this.known.add(font)
    }
    this.doc.font(font).fontSize(size)
  }
}
