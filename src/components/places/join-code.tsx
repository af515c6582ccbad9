import { classNames } from '@/components/ui/class-names'

const halvesOf = (code: string) => [code.slice(0, code.length / 2), code.slice(code.length / 2)]

/** "ABC 234": easier to read out and to type. */
export function spacedCode(code: string): string {
  return halvesOf(code).join(' ')
}

/** The code in big letters. Screen readers spell it. */
export function JoinCode({ code, className }: { code: string; className?: string }) {
  const [first, second] = halvesOf(code)
  return (
    <p className={classNames('whitespace-nowrap font-bold tabular-nums tracking-[0.12em]', className)}>
      <span className="sr-only">{[...code].join(' ')}</span>
      <span aria-hidden="true">
        {first}
        <span className="inline-block w-[0.35em]" />
        {second}
      </span>
    </p>
  )
}
