import { linkFileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { inspectedHours } from '@/server/inspections/files'

interface RouteContext {
  params: Promise<{ link: string }>
}

export async function GET(request: Request, { params }: RouteContext) {
  const { link } = await params
  const { locale } = await reader()
  const month = new URL(request.url).searchParams.get('month')
  return linkFileResponse((ctx) => inspectedHours(ctx, { link, month, reader: locale }))
}
