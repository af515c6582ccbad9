import type { Refused } from '../refused-statements'

const C = '23514'
const check = (set: string) => `UPDATE "FaceCheck" SET ${set} WHERE id = :check`
const nobody = (set: string) => `UPDATE "FaceCheck" SET ${set} WHERE id = :nobody`
const challenge = (set: string) => `UPDATE "FaceChallenge" SET ${set} WHERE id = :challenge`
const roll = (set: string) => `UPDATE "RollCall" SET ${set} WHERE id = :roll`
const face = (set: string) => `UPDATE "RollCallFace" SET ${set} WHERE "rollCallId" = :roll`
const kiosk = (set: string) => `UPDATE "Kiosk" SET ${set} WHERE id = :here`
const consent = (of: string, set: string) => `UPDATE "Consent" SET ${set} WHERE "userId" = :${of}`
const photoOf = (person: string, numbers = '1') =>
  `INSERT INTO "EnrolmentPhoto" (id, "userId", "createdAt")
   SELECT gen_random_uuid(), :${person}, now() FROM generate_series(1, ${numbers})`
const ONE = `'\\x01'::bytea`
const OTHER_VERSION = `'\\x02'::bytea || sha256('x')`
const WHOLE = `'\\x01'::bytea || sha256('x')`

export const sealed: readonly Refused[] = [
  [
    'a photo that is too short',
    `UPDATE "EnrolmentPhoto" SET image = ${ONE}`,
    C,
    'EnrolmentPhoto_sealed_check',
  ],
  [
    'a photo of another version',
    `UPDATE "EnrolmentPhoto" SET image = ${OTHER_VERSION}`,
    C,
    'EnrolmentPhoto_sealed_check',
  ],
  ['a template that is too short', `UPDATE "Template" SET vector = ${ONE}`, C, 'Template_sealed_check'],
  [
    'a template of another version',
    `UPDATE "Template" SET vector = ${OTHER_VERSION}`,
    C,
    'Template_sealed_check',
  ],
  [
    'a template that is no vector',
    `UPDATE "Template" SET vector = ${WHOLE} || ${ONE}`,
    C,
    'Template_sealed_check',
  ],
  ['a snapshot', `UPDATE "Evidence" SET image = 'JFIF'`, C, 'Evidence_sealed_check'],
  ['a held picture', `UPDATE "DuplicateCase" SET image = 'JFIF'`, C, 'DuplicateCase_sealed_check'],
  ['a photo of the class', `UPDATE "RollCallPhoto" SET image = 'JFIF'`, C, 'RollCallPhoto_sealed_check'],
  [
    'a photo of the class to look at',
    `UPDATE "RollCallPhoto" SET "doneAt" = now(), image = NULL, view = 'JFIF'`,
    C,
    'RollCallPhoto_view_check',
  ],
  ['a face of it', face(`crop = 'JFIF'`), C, 'RollCallFace_crop_check'],
  ['the vector of a face of it', face(`vector = ${ONE}`), C, 'RollCallFace_sealed_check'],
  ['an erased face that has a name', face(`crop = ''`), C, 'RollCallFace_erased_check'],
  [
    'the vector of a refused face',
    `UPDATE "RefusedMatch" SET vector = ${ONE}`,
    C,
    'RefusedMatch_sealed_check',
  ],
]

export const consents: readonly Refused[] = [
  [
    'a template of somebody else’s photo',
    `UPDATE "Template" SET "userId" = :berta`,
    '23503',
    'Template_photoId_userId_fkey',
  ],
  ['a photo without a consent', photoOf('stranger'), C, 'Consent_in_force_check'],
  ['a photo after withdrawing', photoOf('berta'), C, 'Consent_in_force_check'],
  ['a sixth photo', photoOf('anna', '5'), C, 'EnrolmentPhoto_most_check'],
  ['photos after withdrawing', consent('anna', '"withdrawnAt" = now()'), C, 'Consent_in_force_check'],
  [
    'photos without their consent',
    `DELETE FROM "Consent" WHERE "userId" = :anna`,
    C,
    'Consent_in_force_check',
  ],
  [
    'a snapshot after withdrawing',
    `INSERT INTO "Evidence" (id, "faceCheckId", image, "createdAt") VALUES (gen_random_uuid(), :bertas, ${WHOLE}, now())`,
    ...([C, 'Consent_in_force_check'] as const),
  ],
  [
    'a snapshot of nobody',
    `INSERT INTO "Evidence" (id, "faceCheckId", image, "createdAt") VALUES (gen_random_uuid(), :nobody, ${WHOLE}, now())`,
    ...([C, 'Evidence_person_check'] as const),
  ],
  ['a consent in force again', consent('berta', '"withdrawnAt" = NULL'), C, 'Consent_stays_check'],
  [
    'a consent given at another time',
    consent('anna', `"givenAt" = "givenAt" - interval '1 day'`),
    C,
    'Consent_stays_check',
  ],
  ['a consent of somebody else', consent('berta', '"userId" = :stranger'), C, 'Consent_stays_check'],
  [
    'a consent withdrawn before it was given',
    consent('anna', `"withdrawnAt" = "givenAt" - interval '1 ms'`),
    C,
    'Consent_times_check',
  ],
]

export const checks: readonly Refused[] = [
  ['matched below the threshold', check('similarity = 0.49'), C, 'FaceCheck_outcome_check'],
  ['matched above a later threshold', check('threshold = 0.71'), C, 'FaceCheck_outcome_check'],
  ['matched and not live', check('live = 0.05'), C, 'FaceCheck_live_check'],
  ['more than surely live', check('live = 1.5'), C, 'FaceCheck_live_check'],
  ['a second factor of no match', nobody('"secondFactor" = true'), C, 'FaceCheck_second_check'],
  [
    'a challenge failed that nobody asked for',
    nobody(`outcome = 'CHALLENGE_FAILED', liveness = 'PAD'`),
    C,
    'FaceCheck_challenge_check',
  ],
  ['a band at a clock-in', check(`band = 'SURE'`), C, 'FaceCheck_band_check'],
  ['a score of nobody', nobody('similarity = 0.4'), C, 'FaceCheck_nobody_check'],
  ['a match of nobody', nobody(`outcome = 'MATCHED'`), C, 'FaceCheck_unknown_check'],
  ['at a class for no session', check('"sessionId" = NULL'), C, 'FaceCheck_occasion_check'],
  ['at a kiosk of another class', check('"kioskId" = :there'), C, 'FaceCheck_kiosk_check'],
  ['by a calibration of another recogniser', check(`model = 'other'`), C, 'FaceCheck_calibration_check'],
  [
    'a challenge at a class for no session',
    challenge('"sessionId" = NULL'),
    C,
    'FaceChallenge_occasion_check',
  ],
  ['a challenge for a roll call', challenge(`purpose = 'ROLL_CALL'`), C, 'FaceChallenge_purpose_check'],
  [
    'a challenge at no place',
    challenge('"placeId" = NULL, "sessionId" = NULL'),
    C,
    'FaceChallenge_place_check',
  ],
  [
    'a challenge over before it began',
    challenge('"expiresAt" = "createdAt"'),
    C,
    'FaceChallenge_times_check',
  ],
  [
    'a challenge used when it was over',
    challenge(`"usedAt" = "expiresAt" + interval '1 ms'`),
    C,
    'FaceChallenge_times_check',
  ],
  ['a challenge of no movement', challenge(`steps = '{}'`), C, 'FaceChallenge_steps_check'],
  [
    'fewer than no misses',
    `INSERT INTO "FaceLock" (key, misses, "updatedAt") VALUES ('x', -1, now())`,
    C,
    'FaceLock_misses_check',
  ],
]

export const rollCalls: readonly Refused[] = [
  [
    'of a planned session',
    `INSERT INTO "RollCall" (id, "sessionId", "createdById", state, "createdAt") VALUES (gen_random_uuid(), :planned, :teacher, 'WAITING', now())`,
    C,
    'RollCall_session_check',
  ],
  [
    'failed for no reason',
    `UPDATE "RollCall" SET state = 'FAILED' WHERE id = :roll`,
    C,
    'RollCall_failure_check',
  ],
  ['a reason of what did not fail', roll(`failure = 'rollCalls.no_recogniser'`), C, 'RollCall_failure_check'],
  [
    'confirmed with its crops',
    roll(`state = 'CONFIRMED', "confirmedAt" = now()`),
    C,
    'RollCall_material_check',
  ],
  ['discarded with its crops', roll(`state = 'DISCARDED'`), C, 'RollCall_material_check'],
  [
    'confirmed and begun again',
    `UPDATE "RollCall" SET state = 'READY', "confirmedAt" = NULL, "sessionId" = :planned WHERE id = :confirmed`,
    C,
    'RollCall_session_check',
  ],
  [
    'confirmed and discarded',
    `UPDATE "RollCall" SET state = 'DISCARDED', "confirmedAt" = NULL WHERE id = :confirmed`,
    C,
    'RollCall_over_check',
  ],
  ['undone before it was confirmed', roll(`"undoneAt" = now()`), C, 'RollCall_undone_check'],
  [
    'undone with marks that can be undone',
    `UPDATE "RollCall" SET "undoneAt" = now(), "markedIds" = ARRAY[:anna::uuid] WHERE id = :confirmed`,
    C,
    'RollCall_undone_check',
  ],
  [
    'undone and confirmed again',
    `UPDATE "RollCall" SET "undoneAt" = NULL WHERE id = :undone`,
    C,
    'RollCall_undone_once_check',
  ],
  ['marks before it was confirmed', roll(`"markedIds" = ARRAY[:anna::uuid]`), C, 'RollCall_marked_check'],
  [
    'a photo to look at that waits to be read',
    `UPDATE "RollCallPhoto" SET view = ${WHOLE} WHERE "rollCallId" = :roll`,
    C,
    'RollCallPhoto_view_check',
  ],
  [
    'a photo for one that is over',
    `UPDATE "RollCallPhoto" SET "rollCallId" = :confirmed WHERE "rollCallId" = :roll`,
    C,
    'RollCall_material_check',
  ],
  [
    'a face on a photo of another',
    face('"rollCallId" = :other'),
    '23503',
    'RollCallFace_photoId_rollCallId_fkey',
  ],
  ['an eleventh photo', `UPDATE "RollCallPhoto" SET position = 11`, C, 'RollCallPhoto_position_check'],
]

const curves = (value: string) => `UPDATE "Calibration" SET curves = ${value}`
export const calibrations: readonly Refused[] = [
  ['another threshold', `UPDATE "Calibration" SET verify = 0.2`, C, 'Calibration_figures_stay_check'],
  ['another count', `UPDATE "Calibration" SET people = 60`, C, 'Calibration_figures_stay_check'],
  ['another recogniser', `UPDATE "Calibration" SET model = 'other'`, C, 'Calibration_figures_stay_check'],
  [
    'another figure of a curve',
    curves(`jsonb_set(curves, '{levels,0,score}', '0.1')`),
    C,
    'Calibration_figures_stay_check',
  ],
  ['a curve that goes', curves(`curves - 'levels'`), C, 'Calibration_figures_stay_check'],
  [
    'a person who is put in',
    curves(`jsonb_set(curves, '{lowestGenuine}', '[{"userId": "x"}]')`),
    C,
    'Calibration_figures_stay_check',
  ],
  [
    'a person who is put in twice',
    curves(`jsonb_set(curves, '{lowestGenuine}', curves -> 'lowestGenuine' || (curves -> 'lowestGenuine'))`),
    C,
    'Calibration_figures_stay_check',
  ],
  [
    'another score of a person',
    curves(`jsonb_set(curves, '{lowestGenuine,0,similarity}', '0.9')`),
    C,
    'Calibration_figures_stay_check',
  ],
  [
    'one of fewer than no people',
    `INSERT INTO "Calibration" SELECT (jsonb_populate_record(c, '{"id": 99, "people": -1}')).* FROM "Calibration" c`,
    ...([C, 'Calibration_figures_check'] as const),
  ],
]

export const doors: readonly Refused[] = [
  ['a kiosk that was revoked and has its token', kiosk('"revokedAt" = now()'), C, 'Kiosk_revoked_check'],
  [
    'a kiosk that was revoked and has a link',
    kiosk(`"revokedAt" = now(), "tokenHash" = NULL, "linkHash" = sha256('x'), "linkExpiresAt" = now()`),
    C,
    'Kiosk_revoked_check',
  ],
  ['a link without an end', kiosk(`"linkHash" = sha256('x')`), C, 'Kiosk_link_check'],
  ['a token that was never registered', kiosk('"registeredAt" = NULL'), C, 'Kiosk_registered_check'],
  ['a token kept as it is', kiosk(`"tokenHash" = 'secret'`), C, 'Kiosk_hashes_check'],
  [
    'a browser’s token kept as it is',
    `INSERT INTO "SignInDevice" (id, "userId", "tokenHash", "createdAt", "lastUsedAt") VALUES (gen_random_uuid(), :anna, 'secret', now(), now())`,
    C,
    'SignInDevice_tokenHash_check',
  ],
  [
    'the first administrator’s link kept as it is',
    `INSERT INTO "FirstAdminLink" VALUES ('secret', now())`,
    C,
    'FirstAdminLink_tokenHash_check',
  ],
  [
    'a second installation',
    `INSERT INTO "Installation" (id, "faceKeyFingerprint") VALUES (2, 'x')`,
    C,
    'Installation_one_check',
  ],
]
