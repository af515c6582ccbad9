import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** A text as one picture shows it: its ink alone, at a size that pictures can be compared in. */
interface Drawn {
  /** Width of the ink by its height. */
  shape: number
  ink: number[]
}

/** Where a text stands on the first page of a document, in points from its top left. */
interface Place {
  x: number
  y: number
  width: number
  height: number
}

const columns = 160
const rows = 24

/** The same text as a document shows it, and as the browser itself draws it in the same font. */
export async function drawnTwice(
  page: Page,
  { pdf, place, text, font }: { pdf: Buffer; place: Place; text: string; font: string },
): Promise<{ document: Drawn; browser: Drawn }> {
  const given = {
    ...{ place, text, columns, rows },
    pdf: pdf.toString('base64'),
    font: readFileSync(font).toString('base64'),
    pdfjs: readFileSync('node_modules/unpdf/dist/pdfjs.mjs', 'utf8'),
  }
  return page.evaluate(async ({ pdf, place, text, font, pdfjs, columns, rows }) => {
    const bytes = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
    const scale = 8

    const canvasOf = (width: number, height: number) => {
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('There is no canvas')
      context.fillStyle = 'white'
      context.fillRect(0, 0, width, height)
      context.fillStyle = 'black'
      return { canvas, context }
    }

    const drawnOn = (canvas: OffscreenCanvas, context: OffscreenCanvasRenderingContext2D) => {
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
      const dark = (x: number, y: number) => (data[4 * (y * width + x)] ?? 255) < 128
      let [left, top, right, bottom] = [width, height, 0, 0]
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          if (dark(x, y))
            [left, top, right, bottom] = [
              Math.min(left, x),
              Math.min(top, y),
              Math.max(right, x),
              Math.max(bottom, y),
            ]
      const [w, h] = [right - left + 1, bottom - top + 1]
      const small = canvasOf(columns, rows)
      small.context.drawImage(canvas, left, top, w, h, 0, 0, columns, rows)
      const pixels = small.context.getImageData(0, 0, columns, rows).data
      const ink = Array.from({ length: columns * rows }, (_, i) => 255 - (pixels[4 * i] ?? 255))
      return { shape: w / h, ink }
    }

    const { getDocument } = await import(URL.createObjectURL(new Blob([pdfjs], { type: 'text/javascript' })))
    const sheet = await (await getDocument({ data: bytes(pdf) }).promise).getPage(1)
    const viewport = sheet.getViewport({ scale, offsetX: -place.x * scale, offsetY: -place.y * scale })
    const document = canvasOf(place.width * scale, place.height * scale)
    await sheet.render({ canvasContext: document.context, viewport }).promise

    const face = new FontFace('drawn', bytes(font))
    self.document.fonts.add(await face.load())
    const browser = canvasOf(place.width * scale, place.height * scale)
    browser.context.font = `${9.5 * scale}px drawn`
    browser.context.fillText(text, 10, (place.height - 5) * scale)
    return {
      document: drawnOn(document.canvas, document.context),
      browser: drawnOn(browser.canvas, browser.context),
    }
  }, given)
}

/** How alike two pictures are: 1 where they are the same, 0 where they have nothing to do with each other. */
export function likeness({ ink: a }: Drawn, { ink: b }: Drawn): number {
  const mean = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / all.length
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (const [i, value] of a.entries()) {
    const [da, db] = [value - ma, (b[i] ?? 0) - mb]
    ab += da * db
    aa += da * da
    bb += db * db
  }
  return ab / Math.sqrt(aa * bb)
}
