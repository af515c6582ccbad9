/** How long a link counts; each start prints another as long as nobody is an administrator. */
export const FIRST_ADMIN_DAYS = 7
