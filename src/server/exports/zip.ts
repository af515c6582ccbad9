import 'server-only'
import { Zip, ZipDeflate } from 'fflate'

export interface ZippedFile {
  name: string
  body: Uint8Array
}

/** A ZIP archive that is written as it is read: each file is made when its turn comes. */
export function zipStream(files: AsyncGenerator<ZippedFile>, now: Date): ReadableStream<Uint8Array> {
  let written: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    written.push(chunk)
  })
  return new ReadableStream({
    async pull(controller) {
      const { value: file, done } = await files.next()
      if (done) zip.end()
      else {
        const entry = new ZipDeflate(file.name, { level: 6 })
        entry.mtime = now
        zip.add(entry)
        entry.push(file.body, true)
      }
      for (const chunk of written) controller.enqueue(chunk)
      written = []
      if (done) controller.close()
    },
    async cancel() {
      await files.return(undefined)
    },
  })
}
