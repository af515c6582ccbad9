import 'server-only'
import { newAccountLink } from '../account/links'
import { newInvitationLink } from '../appointments/links'
import type { AccountLinkKind } from '../db/generated/enums'
import type { MailLinks } from '../mail/send'

const accountLink =
  (kind: AccountLinkKind): MailLinks[AccountLinkKind] =>
  async (ctx, { email, userId }) =>
    userId && newAccountLink(ctx, { kind, userId, email })

/** Whoever has lost an address without wanting to has nobody to ask but who runs this. */
const toContact: MailLinks['EMAIL_CHANGED'] = async () => '/contact'

const toAccount: MailLinks['ROLE_GRANTED'] = async (_, { userId }) => userId && '/account'

/** Where the link of each mail leads. */
export const mailLinks: MailLinks = {
  RESET_PASSWORD: accountLink('RESET_PASSWORD'),
  CONFIRM_EMAIL: accountLink('CONFIRM_EMAIL'),
  CHANGE_EMAIL: accountLink('CHANGE_EMAIL'),
  EMAIL_CHANGED: toContact,
  ROLE_INVITATION: (ctx, { email }) => newInvitationLink(ctx, { email, mailed: true }),
  ROLE_GRANTED: toAccount,
  ROLE_REFUSED: toAccount,
}
