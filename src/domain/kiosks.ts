/** So many kiosks a class can have at a time. */
export const MAX_KIOSKS = 20

/** The link that makes a device the kiosk works once, within so many minutes. */
export const LINK_MINUTES = 15

/** Somebody who is greeted by the kiosk has so many seconds to say that they are leaving. */
export const ANSWER_SECONDS = 30

/** Whoever clocked in or out so few seconds ago still stands there, and is asked nothing. */
export const JUST_NOW_SECONDS = 60

/** A kiosk that has not asked for so many seconds is not there. */
export const ABSENT_SECONDS = 60

/** How people are read at a kiosk: each steps up and looks into it, or several walk past it. */
export const kioskModes = ['ONE_AT_A_TIME', 'WALK_THROUGH'] as const
export type KioskMode = (typeof kioskModes)[number]

/** Why nobody can be read in passing at a kiosk of a class. */
export type WalkThroughBar =
  /** The class asks for movements, which nobody makes in passing. */
  | 'CHALLENGE'
  /** The basic recogniser names nobody by itself, and without presentation-attack detection nobody is named in passing. */
  | 'MODELS'
  /** The faces of this site do not support naming one of so many people yet. */
  | 'SITE'

/** So many wrong PINs in a row lock it until a leader sets another. */
export const PIN_MISSES = 5

/** What a person is called to their face. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
