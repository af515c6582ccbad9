import { runSql } from './e2e-database'

/** A roster as large as is asked for, whose people never sign in: “Student 001” and so on. */
export const fillClass = (classId: string, students: number) =>
  runSql(
    `WITH crowd AS (
      INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
      SELECT gen_random_uuid(), $1 || n || '@example.org', 'Student ' || lpad(n::text, 3, '0'), '-',
        ARRAY['STUDENT']::"Role"[], now() FROM generate_series(1, $2::int) n RETURNING id, name
    )
    INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
    SELECT gen_random_uuid(), $3, id, row_number() OVER (ORDER BY name), now() FROM crowd`,
    [`${classId}-`, students, classId],
  )
