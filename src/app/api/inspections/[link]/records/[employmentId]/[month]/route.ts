import { linkFileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { inspectedRecord } from '@/server/inspections/files'

interface RouteContext {
  params: Promise<{ link: string; employmentId: string; month: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  const given = await params
  const { locale } = await reader()
  return linkFileResponse((ctx) => inspectedRecord(ctx, { ...given, reader: locale }))
}
