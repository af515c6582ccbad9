import 'server-only'
import { IDENTIFICATION_NOTICE } from '@/domain/enrolment'
import type { Prisma } from '../db/generated/client'

/** Who agreed to a notice that says that faces here are compared with each other. */
export const comparable = {
  consents: { some: { withdrawnAt: null, noticeVersion: { gte: IDENTIFICATION_NOTICE } } },
} satisfies Prisma.UserWhereInput

/** Of those, who may be identified at this moment: nothing is asked of a face that is off, or of a disabled account. */
export const identifiable = { ...comparable, faceOff: null, disabledAt: null } satisfies Prisma.UserWhereInput
