import 'server-only'
import { aboutRouter } from '../about/router'
import { accountRouter } from '../account/router'
import { adminRouter } from '../admin/router'
import { appointmentsRouter } from '../appointments/router'
import { attendanceRouter } from '../attendance/router'
import { calibrationRouter } from '../calibration/router'
import { classesRouter } from '../classes/router'
import { clockingRouter } from '../clocking/router'
import { demoRouter } from '../demo/router'
import { duplicatesRouter } from '../duplicates/router'
import { employmentsRouter } from '../employments/router'
import { enrolmentRouter } from '../enrolment/router'
import { exportsRouter } from '../exports/router'
import { extrasRouter } from '../extras/router'
import { faceOptOutRouter } from '../face-opt-out/router'
import { faceSignInRouter } from '../face-sign-in/router'
import { feedsRouter } from '../feeds/router'
import { firstAdminRouter } from '../first-admin/router'
import { identificationRouter } from '../identification/router'
import { inspectionsRouter } from '../inspections/router'
import { kiosksRouter } from '../kiosks/router'
import { overviewRouter } from '../overview/router'
import { passwordResetRouter } from '../password-reset/router'
import { payPeriodsRouter } from '../pay-periods/router'
import { paymentsRouter } from '../payments/router'
import { peopleRouter } from '../people/router'
import { placesRouter } from '../places/router'
import { recordsRouter } from '../records/router'
import { rollCallsRouter } from '../roll-calls/router'
import { sessionsRouter } from '../sessions/router'
import { studentsRouter } from '../students/router'
import { timeEntriesRouter } from '../time-entries/router'
import { tokensRouter } from '../tokens/router'
import { router } from '../trpc/procedure'
import { workplacesRouter } from '../workplaces/router'

export const appRouter = router({
  about: aboutRouter,
  account: accountRouter,
  admin: adminRouter,
  appointments: appointmentsRouter,
  attendance: attendanceRouter,
  calibration: calibrationRouter,
  classes: classesRouter,
  clocking: clockingRouter,
  demo: demoRouter,
  duplicates: duplicatesRouter,
  employments: employmentsRouter,
  enrolment: enrolmentRouter,
  exports: exportsRouter,
  extras: extrasRouter,
  faceOptOut: faceOptOutRouter,
  overview: overviewRouter,
  passwordReset: passwordResetRouter,
  payPeriods: payPeriodsRouter,
  payments: paymentsRouter,
  people: peopleRouter,
  places: placesRouter,
  records: recordsRouter,
  rollCalls: rollCallsRouter,
  faceSignIn: faceSignInRouter,
  feeds: feedsRouter,
  firstAdmin: firstAdminRouter,
  identification: identificationRouter,
  inspections: inspectionsRouter,
  kiosks: kiosksRouter,
  sessions: sessionsRouter,
  students: studentsRouter,
  timeEntries: timeEntriesRouter,
  tokens: tokensRouter,
  workplaces: workplacesRouter,
})

export type AppRouter = typeof appRouter
