import { ownPhoto } from '@/server/enrolment/service'
import { pictureResponse } from '@/server/trpc/picture-response'

interface RouteContext {
  params: Promise<{ photoId: string }>
}

export async function GET(_: Request, { params }: RouteContext) {
  return pictureResponse((await params).photoId, (ctx, photoId) => ownPhoto(ctx, { photoId }))
}
