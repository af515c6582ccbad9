'use client'

import { lazy, type Ref, Suspense, useMemo } from 'react'
import { Input } from '@/components/ui/input'
import { namesTimeZone, offsetOf, timeZoneLabel, timeZones } from './time-zones'

/** Sixty kilobytes that only whoever makes or changes a place needs. */
const Combobox = lazy(async () => ({ default: (await import('@/components/ui/combobox')).Combobox }))

const offsetNow = (timeZone: string) => offsetOf(timeZone, new Date())

interface TimeZoneFieldProps {
  /** What the list is of. */
  label: string
  value: string
  onChange: (timeZone: string) => void
  onBlur: () => void
  ref: Ref<HTMLInputElement>
}

/** A time zone, found by typing a city. */
export function TimeZoneField({ label, value, onChange, ...input }: TimeZoneFieldProps) {
  const options = useMemo(() => timeZones(value), [value])
  return (
    <Suspense fallback={<Input readOnly value={timeZoneLabel(value)} />}>
      <Combobox
        {...input}
        label={label}
        value={value}
        onValueChange={onChange}
        options={options}
        matches={namesTimeZone}
        hintOf={offsetNow}
      />
    </Suspense>
  )
}
