import type { TodaySession } from './use-today'

/** Whose session this is: the class, then what it is called and who teaches it. */
export function SessionHeading({ session: { schoolClass, title } }: { session: TodaySession }) {
  return (
    <div className="min-w-0">
      <h2 className="wrap-anywhere font-bold text-xl">{schoolClass.name}</h2>
      <p className="wrap-anywhere text-muted">
        {title ? `${title} · ` : ''}
        {schoolClass.teacher}
      </p>
    </div>
  )
}
