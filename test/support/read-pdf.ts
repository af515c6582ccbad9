import { extractText, getDocumentProxy } from 'unpdf'

/** What a document says, page by page, and its title and paper. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf)
  const page = await pdf.getPage(1)
  const { info } = await pdf.getMetadata()
  const [, , width = 0, height = 0] = page.view
  return { pages: text, text: text.join('\n'), paper: [Math.round(width), Math.round(height)], info }
}
