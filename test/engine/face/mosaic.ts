import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'

/** A face that was pasted: the middle between its eyes and their distance, in pixels of the mosaic. */
export interface PastedFace {
  file: string
  x: number
  y: number
  eyes: number
}

/** A picture of one face whose eyes are known, in pixels of that picture. */
export interface FaceSource {
  file: string
  /** Side of the square picture. */
  side: number
  /** Distance between the eyes. */
  eyes: number
}

/** In LFW's aligned pictures the eyes lie here, as shares of the side. */
const EYES_AT = { x: 0.5, y: 0.45 }

/** Parts of group photos without a face: clothes, hands, floor, flowers, walls. Shares of width and height. */
const BACKGROUNDS: [photo: string, left: number, top: number, width: number, height: number][] = [
  ['person01', 0.05, 0.5, 0.9, 0.5],
  ['person02', 0.05, 0.55, 0.9, 0.45],
  ['person03', 0, 0.62, 1, 0.38],
  ['person05', 0, 0.76, 1, 0.24],
  ['person06', 0, 0.68, 1, 0.32],
  ['person10', 0, 0.45, 1, 0.55],
  ['person12', 0.05, 0.6, 0.9, 0.4],
  ['person13', 0.05, 0.48, 0.9, 0.52],
]

/** The pictures of LFW, in turn one of each person. */
export async function lfwFiles(folder: string, each: number): Promise<string[]> {
  const people = (await readdir(join(folder, 'lfw'))).sort()
  return Array.from({ length: each }, (_, n) =>
    people.map((name) => join(folder, 'lfw', name, `${name}_000${n + 1}.jpg`)),
  ).flat()
}

/** Real things without a face, each as large as a cell of `cell` pixels. */
async function background(folder: string, width: number, height: number, cell: number) {
  const tiles = await Promise.all(
    BACKGROUNDS.map(async ([name, left, top, w, h]) => {
      const picture = sharp(join(folder, 'group/roll-call', name, 'test_group.jpg'))
      const { width: pw, height: ph } = await picture.metadata()
      return picture
        .extract({
          left: Math.floor(pw * left),
          top: Math.floor(ph * top),
          width: Math.floor(pw * w),
          height: Math.floor(ph * h),
        })
        .resize(cell, cell, { fit: 'cover' })
        .toBuffer()
    }),
  )
  const columns = Math.ceil(width / cell)
  const overlays: OverlayOptions[] = Array.from({ length: columns * Math.ceil(height / cell) }, (_, i) => ({
    input: tiles[(i * 5) % tiles.length] as Buffer,
    left: (i % columns) * cell,
    top: Math.floor(i / columns) * cell,
  }))
  return { columns, overlays }
}

/** Head and hair of a picture of LFW with a soft edge. */
async function head({ file, side }: FaceSource, size: number): Promise<Buffer> {
  const mask = `<svg width="${side}" height="${side}"><defs><filter id="f"><feGaussianBlur stdDeviation="${side * 0.02}"/></filter></defs>
    <ellipse cx="${side / 2}" cy="${side * 0.5}" rx="${side * 0.25}" ry="${side * 0.37}" fill="#fff" filter="url(#f)"/></svg>`
  const cut = await sharp(file)
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png()
    .toBuffer()
  return sharp(cut).resize(size, size).png().toBuffer()
}

/**
 * A photo of `width` by `height` with every face of `sources` once, in rows, over real things; the sizes follow
 * `eyeDistances` in turn. The same input always gives the same picture.
 */
export async function mosaic(
  folder: string,
  {
    width,
    height,
    sources,
    eyeDistances,
  }: {
    width: number
    height: number
    sources: FaceSource[]
    eyeDistances: number[]
  },
): Promise<{ jpeg: Buffer; faces: PastedFace[] }> {
  const columns = Math.ceil(Math.sqrt((sources.length * width) / height))
  const rows = Math.ceil(sources.length / columns)
  const { overlays } = await background(folder, width, height, Math.ceil(Math.max(width, height) / 5))
  const faces: PastedFace[] = []
  for (const [i, source] of sources.entries()) {
    const eyes = eyeDistances[i % eyeDistances.length] ?? 15
    const size = Math.round((source.side * eyes) / source.eyes)
    // A little off the grid, because tiles lie on one of their own.
    const x = Math.round(((i % columns) + 0.35 + 0.3 * ((i * 0.618) % 1)) * (width / columns))
    const y = Math.round((Math.floor(i / columns) + 0.35 + 0.3 * ((i * 0.414) % 1)) * (height / rows))
    const left = Math.max(0, Math.min(width - size, x - Math.round(size / 2)))
    const top = Math.max(0, Math.min(height - size, y - Math.round(size / 2)))
    overlays.push({ input: await head(source, size), left, top })
    faces.push({ file: source.file, x: left + size * EYES_AT.x, y: top + size * EYES_AT.y, eyes })
  }
  const cell = Math.ceil(Math.max(width, height) / 5)
  const jpeg = await sharp({
    create: {
      width: Math.ceil(width / cell) * cell,
      height: Math.ceil(height / cell) * cell,
      channels: 3,
      background: '#777',
    },
  })
    .composite(overlays)
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) =>
      sharp(data, {
        raw: { width: info.width, height: info.height, channels: info.channels },
        limitInputPixels: false,
      })
        .extract({ left: 0, top: 0, width, height })
        .jpeg({ quality: 90 })
        .toBuffer(),
    )
  return { jpeg, faces }
}
