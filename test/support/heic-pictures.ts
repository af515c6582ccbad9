import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Pictures as telephones keep them, made by libheif's encoder (`heif-enc` 1.15 with x265, quality 50): `portrait('clara')` at
 * 480 by 360; the same stored lying, with the box in its container (`irot`) that says how to turn it, as telephones write
 * it; the same with ten bits a colour; and one colour in 24 and in 26 million pixels. Nothing that is installed here can
 * encode HEVC, so they are kept.
 */
export type HeicPicture = 'clara' | 'clara-turned' | 'clara-10-bit' | 'flat-24' | 'flat-26'

export const heicPath = (name: HeicPicture) => join('test/support/heic', `${name}.heic`)

export const heicPicture = (name: HeicPicture): Promise<Buffer> => readFile(heicPath(name))
