import sharp from 'sharp'
const [, , out, height, ...files] = process.argv
const imgs = await Promise.all(files.map(async (f) => { const m = await sharp(f).metadata(); const h = Math.min(m.height, +height); return { buf: await sharp(f).extract({ left: 0, top: 0, width: m.width, height: h }).png().toBuffer(), w: m.width, h } }))
const W = imgs.reduce((s, i) => s + i.w + 12, 0), H = Math.max(...imgs.map((i) => i.h))
let x = 0
await sharp({ create: { width: W, height: H, channels: 3, background: '#888' } }).composite(imgs.map((i) => { const l = x; x += i.w + 12; return { input: i.buf, left: l, top: 0 } })).png().toFile(out)
