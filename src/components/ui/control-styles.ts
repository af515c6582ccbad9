/** The box that inputs, text areas and selects share. 16 px text at least: iOS zooms into anything smaller. */
export const controlStyles = [
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-base text-ink shadow-sm transition-colors',
  'placeholder:text-muted hover:border-muted',
  'focus-visible:border-accent focus-visible:outline-offset-0',
  'aria-invalid:border-negative disabled:cursor-not-allowed disabled:bg-sunken disabled:opacity-70',
  '[&[readonly]]:bg-page',
].join(' ')
