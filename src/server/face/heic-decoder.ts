import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import createLibheif from 'libheif-js/libheif-wasm/libheif.js'

const FILE = 'node_modules/libheif-js/libheif-wasm/libheif.wasm'

/**
 * Bytes that the decoder may take for everything: 7.5 a pixel of 25 million, and what a picture of more colours takes.
 * What a file says of its pixels and what is in its stream can be two things, and only here is the second one bounded.
 */
const MEMORY_LIMIT = 340e6
const PAGE = 65_536
const RGB = 3

export interface Rgb {
  data: Uint8Array
  width: number
  height: number
}

/** One plane of a decoded picture, in the decoder's own memory. */
interface Plane {
  width: number
  height: number
  /** Bytes from one line to the next. */
  stride: number
  data: Uint8Array
}

/** Kept so that what it was made quick by is there for the next picture; the memory of a picture is not kept. */
let compiled: Promise<WebAssembly.Module> | null = null

function compile(): Promise<WebAssembly.Module> {
  compiled ??= readFile(join(process.cwd(), FILE)).then((bytes) => WebAssembly.compile(bytes))
  return compiled
}

/** A memory that grows to the limit and no further: the decoder then gives up. */
function boundMemory(memory: WebAssembly.Memory, limit: number): void {
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE > limit) throw new RangeError('The picture is too large')
    return grow(pages)
  }
}

/**
 * Decodes the primary picture of a HEIC file, upright by what the container says. Each picture gets a decoder of its own:
 * WebAssembly's memory never shrinks, and a decoder that ran out of it is in no state to go on. Rejects where the file
 * is none, holds another codec or takes more than the limit.
 */
export async function decodeHeic(
  bytes: Uint8Array,
  maxPixels: number,
  memoryLimit = MEMORY_LIMIT,
): Promise<Rgb> {
  const module = await compile()
  const libheif = createLibheif({
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(module, imports)
      for (const each of Object.values(instance.exports))
        if (each instanceof WebAssembly.Memory) boundMemory(each, memoryLimit)
      done(instance)
      return instance.exports
    },
    print: () => {},
    printErr: () => {},
  })
  const file = libheif.heif_context_alloc()
  if (!file) throw new Error('There is no memory for a picture')
  const read = libheif.heif_context_read_from_memory(file, bytes)
  if (read.code !== libheif.heif_error_code.heif_error_Ok) throw new Error('It is no such picture')
  const picture = libheif.heif_js_context_get_primary_image_handle(file)
  const width = libheif.heif_image_handle_get_width(picture)
  const height = libheif.heif_image_handle_get_height(picture)
  if (!(width * height > 0 && width * height <= maxPixels))
    throw new Error('It has other pixels than it said')
  const decoded = libheif.heif_js_decode_image2(
    picture,
    libheif.heif_colorspace.heif_colorspace_RGB,
    libheif.heif_chroma.heif_chroma_interleaved_RGB,
  )
  const [plane]: Plane[] = decoded.channels ?? []
  if (!plane || plane.width !== width || plane.height !== height) throw new Error('It could not be decoded')
  return { data: withoutPadding(plane), width, height }
}

/** The lines of a plane one after another: as they are where nothing stands between them. */
function withoutPadding({ data, width, height, stride }: Plane): Uint8Array {
  const line = width * RGB
  if (stride === line) return data
  const packed = new Uint8Array(line * height)
  for (let y = 0; y < height; y++) packed.set(data.subarray(y * stride, y * stride + line), y * line)
  return packed
}
