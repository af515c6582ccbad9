/** Every role an account can hold; roles are a set. */
export const roles = ['ADMIN', 'TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE'] as const
export type Role = (typeof roles)[number]
