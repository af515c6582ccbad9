import { fileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { listFile } from '@/server/lists/file'

interface RouteContext {
  params: Promise<{ list: string }>
}

export async function GET(request: Request, { params }: RouteContext) {
  const { list } = await params
  const { locale } = await reader()
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return fileResponse(['EMPLOYER'], (ctx) => listFile(ctx, { list, asked, reader: locale }))
}
