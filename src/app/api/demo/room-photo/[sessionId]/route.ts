import { pictureResponse } from '@/server/api/picture-response'
import { sampleRoom } from '@/server/demo/samples'

interface RouteContext {
  params: Promise<{ sessionId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse(['TEACHER'], (await params).sessionId, sampleRoom)
}
