import { fileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { recordFile } from '@/server/exports/files'

interface RouteContext {
  params: Promise<{ employmentId: string; month: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  const given = await params
  const { locale } = await reader()
  return fileResponse(['EMPLOYEE', 'EMPLOYER'], (ctx) => recordFile(ctx, { ...given, reader: locale }))
}
