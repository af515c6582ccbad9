import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

// The drawing is src/app/icon.svg; these are its copies for what takes no SVG. Run again when it changes.
const drawing = readFileSync('src/app/icon.svg', 'utf8')
const ground = '#2148b8'

const round = (size: number) =>
  sharp(Buffer.from(drawing), { density: size * 3 })
    .resize(size)
    .png({ palette: true })
    .toBuffer()

/** Without transparent corners, and small enough for whatever shape a phone cuts out of it. */
async function full(size: number, share: number) {
  const mark = await round(Math.round(size * share))
  return sharp({ create: { width: size, height: size, channels: 4, background: ground } })
    .composite([{ input: mark }])
    .png({ palette: true })
    .toBuffer()
}

/** An .ico file that holds one PNG. */
function ico(png: Buffer, size: number) {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}

mkdirSync('public/icons', { recursive: true })
writeFileSync('src/app/favicon.ico', ico(await round(48), 48))
writeFileSync('src/app/apple-icon.png', await full(180, 0.86))
writeFileSync('public/icons/192.png', await round(192))
writeFileSync('public/icons/512.png', await round(512))
writeFileSync('public/icons/maskable.png', await full(512, 0.78))
