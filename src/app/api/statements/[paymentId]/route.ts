import { fileResponse } from '@/server/api/file-response'
import { reader } from '@/server/api/reader'
import { statementFile } from '@/server/exports/files'

interface RouteContext {
  params: Promise<{ paymentId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  const { paymentId } = await params
  const { locale } = await reader()
  return fileResponse(['EMPLOYEE', 'EMPLOYER'], (ctx) => statementFile(ctx, { paymentId, reader: locale }))
}
