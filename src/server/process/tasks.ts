import 'server-only'
import type { TaskList } from 'graphile-worker'
import { purgeDevices } from '../account/devices'
import { purgeAccountLinks } from '../account/links'
import { purgeSignIns } from '../account/sign-ins'
import { purgeRoleInvitations } from '../appointments/links'
import { calibrateSite } from '../calibration/calibrate-job'
import type { ServiceContext } from '../context/context'
import { arrivalPayload, arrive } from '../demo/arrivals'
import { endWhatIsOver } from '../employments/end'
import { queueRenewal, renewalPayload, renewSlice } from '../enrolment/renewal-job'
import { noteErasures } from '../erasure/list'
import { purgeEvidence } from '../evidence/service'
import { purgeChallenges } from '../face-checks/challenge'
import { purgeLocks } from '../face-checks/locks'
import { purgeAnswers } from '../idempotency/answers'
import { sealLedger } from '../ledger/seal'
import { purgeExpiredLimits } from '../limits/limits'
import { purgeEvents } from '../live/purge'
import { logger } from '../logger'
import { mailPayload, purgeMails, resumeMails } from '../mail/queue'
import { sendQueuedMail } from '../mail/send'
import { purgeRollCalls } from '../roll-calls/discard'
import { readRollCall } from '../roll-calls/read'
import { readJobSchema, resumeRollCalls } from '../roll-calls/resume'
import { endForgottenSessions } from '../sessions/forgotten'
import { endForgotten } from '../time-entries/forgotten'
import { purgeTokens } from '../tokens/purge'
import { mailLinks } from './mail-links'

/** When each task runs (UTC), in the form of a crontab. A run missed while the server was down is made up for. */
export const crontab = `
0 * * * * purge_evidence ?fill=1d
15 * * * * purge_live_events
30 * * * * purge_limits
35 * * * * purge_answers
40 * * * * purge_roll_calls ?fill=1d
* * * * * resume_roll_calls
* * * * * seal_ledger
20 * * * * resume_mails
* * * * * note_erasures
* * * * * end_forgotten ?fill=1d
* * * * * end_sessions ?fill=1d
45 * * * * purge_challenges
50 * * * * queue_renewal
40 2 * * * purge_devices
50 2 * * * purge_tokens
55 2 * * * purge_mails
5 * * * * end_employments ?fill=1d
10 3 * * * calibrate ?fill=1d
`

/** The scheduled work of an installation. Any number of processes share it: each run happens once. */
export function tasks(context: () => ServiceContext): TaskList {
  return {
    async purge_evidence() {
      const { erased } = await purgeEvidence(context())
      logger.info('evidence past its time was erased', { erased })
    },
    async purge_live_events() {
      await purgeEvents(context())
    },
    async purge_devices() {
      await purgeDevices(context())
      await purgeSignIns(context())
    },
    async purge_tokens() {
      await purgeTokens(context())
    },
    async send_mail(payload) {
      await sendQueuedMail(context(), { ...mailPayload.parse(payload), links: mailLinks })
    },
    async resume_mails() {
      await resumeMails(context())
    },
    async purge_mails() {
      await purgeMails(context())
      await purgeAccountLinks(context())
      await purgeRoleInvitations(context())
    },
    async calibrate() {
      await calibrateSite(context())
    },
    // Hourly, for photos that failed and people whose face was switched on again; a start queues it at once.
    async queue_renewal() {
      await queueRenewal(context())
    },
    async renew_templates(payload) {
      await renewSlice(context(), renewalPayload.parse(payload))
    },
    async purge_challenges() {
      await purgeChallenges(context())
    },
    async end_employments() {
      const { left } = await endWhatIsOver(context())
      if (left > 0) logger.info('people left whose employment was over', { left })
    },
    async purge_limits() {
      await purgeExpiredLimits(context())
      await purgeLocks(context())
    },
    async purge_answers() {
      await purgeAnswers(context())
    },
    async purge_roll_calls() {
      const { discarded } = await purgeRollCalls(context())
      if (discarded > 0) logger.info('roll calls that nobody confirmed were erased', { discarded })
    },
    async read_roll_call(payload) {
      await readRollCall(context(), readJobSchema.parse(payload))
    },
    async resume_roll_calls() {
      await resumeRollCalls(context())
    },
    async demo_arrival(payload) {
      await arrive(context(), arrivalPayload.parse(payload))
    },
    async end_forgotten() {
      const { ended } = await endForgotten(context())
      if (ended > 0) logger.info('entries that nobody ended were ended', { ended })
    },
    async end_sessions() {
      const { ended } = await endForgottenSessions(context())
      if (ended > 0) logger.info('sessions that nobody ended were ended', { ended })
    },
    async note_erasures() {
      await noteErasures(context())
    },
    async seal_ledger() {
      await sealLedger(context())
    },
  }
}
