/** What a colour says. Every tone has a strong colour, a soft ground and an ink (see tokens.css). */
export type Tone = 'neutral' | 'accent' | 'positive' | 'caution' | 'negative' | 'special'

export const softTone: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-neutral-ink',
  accent: 'bg-accent-soft text-accent-ink',
  positive: 'bg-positive-soft text-positive-ink',
  caution: 'bg-caution-soft text-caution-ink',
  negative: 'bg-negative-soft text-negative-ink',
  special: 'bg-special-soft text-special-ink',
}

export const inkTone: Record<Tone, string> = {
  neutral: 'text-neutral-ink',
  accent: 'text-accent-ink',
  positive: 'text-positive-ink',
  caution: 'text-caution-ink',
  negative: 'text-negative-ink',
  special: 'text-special-ink',
}

export const strongTone: Record<Tone, string> = {
  neutral: 'text-neutral',
  accent: 'text-accent',
  positive: 'text-positive',
  caution: 'text-caution',
  negative: 'text-negative',
  special: 'text-special',
}
