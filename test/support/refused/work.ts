import type { Refused } from '../refused-statements'

const C = '23514'
const entry = (set: string) => `UPDATE "TimeEntry" SET ${set} WHERE id = :entry`
const inside = (set: string) => `UPDATE "TimeEntry" SET ${set} WHERE id = :inside`
const correction = (set: string) => `UPDATE "Correction" SET ${set} WHERE id = :correction`
const extra = (minutes: string, amount: string) =>
  `INSERT INTO "Extra" (id, "employmentId", day, name, minutes, "amountMinor", reason, "createdById", "createdAt")
   VALUES (gen_random_uuid(), :employment, '2026-03-10', 'x', ${minutes}, ${amount}, 'x', :owner, now())`

export const work: readonly Refused[] = [
  ['an entry that ends before it begins', entry(`"endedAt" = "startedAt" - interval '1 ms'`), '22000', ''],
  [
    'an entry that a longest shift began',
    entry(`"inMethod" = 'LONGEST_SHIFT'`),
    C,
    'TimeEntry_methods_check',
  ],
  ['at a site, at no distance', entry(`"inSite" = 'INSIDE'`), C, 'TimeEntry_sites_check'],
  ['less than nowhere away', entry(`"inSite" = 'INSIDE', "inDistance" = -100`), C, 'TimeEntry_sites_check'],
  [
    'out at a site and still in',
    inside(`"outSite" = 'INSIDE', "outDistance" = 0`),
    C,
    'TimeEntry_sites_check',
  ],
  ['worked through and still in', inside('"workedThrough" = true'), C, 'TimeEntry_worked_through_check'],
  [
    'granted at no time',
    correction(`state = 'GRANTED', "decidedById" = :owner`),
    C,
    'Correction_decided_check',
  ],
  ['granted by nobody', correction(`state = 'GRANTED', "decidedAt" = now()`), C, 'Correction_by_check'],
  ['decided and still asked for', correction('"decidedAt" = now()'), C, 'Correction_decided_check'],
  ['a correction that wants nothing', correction('wanted = NULL'), C, 'Correction_wanted_check'],
  ['an extra below nothing', extra('NULL', '-1'), C, 'Extra_amount_check'],
  ['an extra of less than no minutes', extra('-1', '1'), C, 'Extra_amount_check'],
  [
    'a week of more hours than it has',
    `UPDATE "Employment" SET "contractMinutes" = 10081`,
    C,
    'Employment_contract_check',
  ],
  ['a payment that is changed', `UPDATE "Payment" SET "grossMinor" = 1`, C, 'Payment_immutable_check'],
  [
    'a line that is added to a payment',
    `INSERT INTO "PaymentLine" ("paymentId", position, day, kind, minutes, "amountMinor") VALUES (:payment, 1, '2026-03-10', 'regular', 1, 100)`,
    ...([C, 'PaymentLine_sum_check'] as const),
  ],
  [
    'a stretch of somebody else',
    `INSERT INTO "PaidStretch" (id, "paymentId", "employmentId", "timeEntryId", "startedAt", "endedAt")
     VALUES (gen_random_uuid(), :payment, :otherEmployment, :entry, '2026-03-10T08:00Z', '2026-03-10T16:00Z')`,
    ...([C, 'PaidStretch_employment_check'] as const),
  ],
  [
    'an invitation whose link is kept as it is',
    `INSERT INTO "EmploymentInvitation" (id, "workplaceId", "linkHash", "startedOn", "invitedById", "createdAt", "expiresAt")
     VALUES (gen_random_uuid(), :workplace, 'secret', '2026-03-10', :owner, now(), now() + interval '1 day')`,
    ...([C, 'EmploymentInvitation_link_check'] as const),
  ],
  [
    'an inspection that is over before it begins',
    `INSERT INTO "Inspection" (id, "workplaceId", "linkHash", name, "from", "to", wages, "createdById", "createdAt", "expiresAt")
     VALUES (gen_random_uuid(), :workplace, sha256('x'), 'x', '2026-03-01', '2026-03-31', true, :owner, now(), now())`,
    ...([C, 'Inspection_link_check'] as const),
  ],
  [
    'a workplace that becomes a class',
    `UPDATE "Place" SET kind = 'CLASS', "joinCode" = 'ABCDEF' WHERE id = :workplace`,
    C,
    'Place_kind_check',
  ],
]
