import { classNames } from '@/components/ui/class-names'

/** "ABC 234": easier to read out and to type. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** The code in big letters. Screen readers spell it. */
export function JoinCode({ code, className }: { code: string; className?: string }) {
  return (
    <p className={classNames('whitespace-nowrap font-bold tabular-nums tracking-[0.12em]', className)}>
      <span className="sr-only">{[...code].join(' ')}</span>
      <span aria-hidden="true">
        {code.slice(0, 3)}
        <span className="inline-block w-[0.35em]" />
        {code.slice(3)}
      </span>
    </p>
  )
}
