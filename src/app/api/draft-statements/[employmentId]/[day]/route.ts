import { fileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { draftStatementFile } from '@/server/exports/files'

interface RouteContext {
  params: Promise<{ employmentId: string; day: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  const of = await params
  const { locale } = await reader()
  return fileResponse(['EMPLOYEE', 'EMPLOYER'], (ctx) => draftStatementFile(ctx, { ...of, reader: locale }))
}
