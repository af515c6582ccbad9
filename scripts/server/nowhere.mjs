/** @typedef {import('./refuse.mjs').Refusal} Refusal */

/** What next-auth keeps for its own pages; none of ours asks for any of it (src/server/sign-in/routes.ts). */
const nowhere = /^\/api\/auth\/_/

/** @type {Refusal} */
const refusal = { status: 404, code: 'request.not_found', message: 'There is nothing at this address.' }

/**
 * Addresses that strangers write to, answered before anything is read or written.
 * @param {Pick<import('node:http').IncomingMessage, 'url'>} request @returns {Refusal | undefined}
 */
export const leadsNowhere = ({ url = '' }) => (nowhere.test(url) ? refusal : undefined)
