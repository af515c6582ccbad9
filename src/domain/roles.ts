import { z } from 'zod'

/** Every role an account can hold; roles are a set. */
export const roleSchema = z.enum(['ADMIN', 'TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE'])
export type Role = z.infer<typeof roleSchema>
