import { pictureResponse } from '@/server/api/picture-response'
import { ownPhoto } from '@/server/enrolment/service'

interface RouteContext {
  params: Promise<{ photoId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse('signed-in', (await params).photoId, (ctx, photoId) => ownPhoto(ctx, { photoId }))
}
