/** Bytes and pixels (longer side) beyond which a picture says nothing more about a face. */
const ENOUGH_BYTES = 2 * 1024 * 1024
const ENOUGH_PIXELS = 2048

/** Whether a file is of boxes, as HEIC and AVIF are: what a browser can read of them costs the server most. */
async function isContainer(file: File): Promise<boolean> {
  const head = await file.slice(4, 8).text()
  return head === 'ftyp'
}

/**
 * A large photo made small enough to be sent with others, and HEIC made JPEG where the browser reads it. What it cannot
 * read is left as it is: the server reads it, or says what is wrong with it.
 */
export async function shrinkPicture(file: File): Promise<File> {
  try {
    if (file.size <= ENOUGH_BYTES && !(await isContainer(file))) return file
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, ENOUGH_PIXELS / Math.max(bitmap.width, bitmap.height))
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
    return new File([blob], file.name, { type: blob.type })
  } catch {
    return file
  }
}
