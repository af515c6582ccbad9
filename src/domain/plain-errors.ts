import { z } from 'zod'

/**
 * For what an operator reads in a log or a terminal: zod’s own English, where pages have codes of `field-errors`. Said at
 * each such parse, because those codes hold for a whole process, once anything in it has a form.
 */
export const inPlainEnglish: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => z.config().localeError?.(issue),
}
