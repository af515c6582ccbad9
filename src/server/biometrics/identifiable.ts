import 'server-only'
import { IDENTIFICATION_NOTICE, WORK_NOTICE } from '@/domain/enrolment'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'

/** Who agreed to a notice that says that faces here are compared with each other. */
export const comparable = {
  consents: { some: { withdrawnAt: null, noticeVersion: { gte: IDENTIFICATION_NOTICE } } },
} satisfies Prisma.UserWhereInput

/** Of those, whose face is in use at this moment: nothing is asked of one that is off everywhere, or of a disabled account. */
export const identifiable = { ...comparable, faceOff: null, disabledAt: null } satisfies Prisma.UserWhereInput

/** These members of places, as far as they may be identified there at this moment. */
export const identifiableAmong = (members: Prisma.MemberWhereInput): Prisma.UserWhereInput => ({
  ...identifiable,
  memberships: { some: { ...members, faceOffSince: null } },
})

export interface Matchable {
  photoId: string
  userId: string
  consentId: string
}

/**
 * The photos of a place that may be matched at this moment: `identifiableAmong` its members, at a workplace those of them
 * who read what becomes of a face there; in one statement, asked for each frame at a door.
 */
export function matchableIn(
  db: Database,
  { placeId, model }: { placeId: string; model: string },
): Promise<Matchable[]> {
  return db.$queryRaw<Matchable[]>`
    SELECT t."photoId", t."userId", c.id AS "consentId"
    FROM "Member" m
    JOIN "Place" p ON p.id = m."placeId"
    JOIN "User" u ON u.id = m."userId" AND u."disabledAt" IS NULL AND u."faceOff" IS NULL
    JOIN "Consent" c ON c."userId" = u.id AND c."withdrawnAt" IS NULL
      AND c."noticeVersion" >= CASE p.kind WHEN 'WORKPLACE' THEN ${WORK_NOTICE}::int ELSE ${IDENTIFICATION_NOTICE}::int END
    JOIN "Template" t ON t."userId" = u.id AND t.model = ${model}
    WHERE m."placeId" = ${placeId}::uuid AND m."leftAt" IS NULL AND m."faceOffSince" IS NULL
    ORDER BY t."userId", t."createdAt", t.id`
}
