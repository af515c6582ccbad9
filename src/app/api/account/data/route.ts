import { fileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { ownDataFile } from '@/server/exports/own-data'

export async function GET() {
  const { locale } = await reader()
  return fileResponse('signed-in', (ctx) => ownDataFile(ctx, { reader: locale }))
}
