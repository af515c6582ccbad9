import { pictureResponse } from '@/server/api/picture-response'
import { samplePortrait } from '@/server/demo/samples'

interface RouteContext {
  params: Promise<{ sessionId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse(['STUDENT'], (await params).sessionId, samplePortrait)
}
