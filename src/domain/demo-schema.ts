import { z } from './zod'

/** Whom of the demo one can become. */
export const demoRoleSchema = z.enum(['TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE', 'ADMIN'])
export type DemoRole = z.infer<typeof demoRoleSchema>
