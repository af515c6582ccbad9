const boundary = '----ClockfaceTestBoundary0123456789'

/** A form of so many empty fields, each with a name of its own. */
export function formOf(parts: number) {
  const fields = Array.from(
    { length: parts },
    (_, at) => `--${boundary}\r\nContent-Disposition: form-data; name="part-${at}"\r\n\r\n\r\n`,
  )
  return {
    body: Buffer.from(`${fields.join('')}--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
