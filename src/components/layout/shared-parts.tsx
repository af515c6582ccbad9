'use client'

import { useState } from 'react'
import { Link } from '@/components/ui/link'
import { ThemeMenu } from './theme-menu'

const parts = [Link, ThemeMenu] as const

/**
 * What every page has around it comes once, with the root layout. What the build does not find there it puts into the page,
 * its error page and the one for what is not found, of which each fetches all: three copies.
 */
export function SharedParts(): null {
  useState(parts)
  return null
}
