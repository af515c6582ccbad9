/** What an email address is checked with, fetched when one was typed. */
export const fetchEmailSchema = () => import('@/domain/account-schema').then(({ emailSchema }) => emailSchema)
