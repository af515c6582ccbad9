import { calibrate } from '../../src/domain/face/calibration'
import { priorOf } from '../../src/domain/face/calibration-prior'
import { cohortOf } from '../../src/domain/face/cohort'
import type { Box } from '../../src/domain/face/geometry'
import { meanTemplate } from '../../src/domain/face/matching'
import { decideRollCall, type RollCallFace } from '../../src/domain/face/roll-call'
import { readVariables, wantedRates } from '../../src/server/env'
import { readGallery } from './gallery'
import { forFile, optionsFor, type Run, rounded, withEngine } from './run'

/** Who of a gallery is in some group photos, by thresholds calibrated on that very gallery as a site would. */
export const rollCall: Run = (input) =>
  withEngine(optionsFor(input), async (engine) => {
    const gallery = await readGallery(engine, input.gallery ?? '')
    const { thresholds, lookAlikes } = calibrate({
      prior: priorOf(engine.recogniser),
      people: gallery,
      wanted: wantedRates(readVariables()),
    })
    const faces: (RollCallFace & { box: Box })[] = []
    for (const photo of new Set(input.photo)) {
      const read = await forFile(photo, engine.readGroup)
      for (const [i, { box, vector }] of read.faces.entries()) {
        faces.push({ id: `${photo}#${i}`, photo, box, vector })
      }
    }
    const decision = decideRollCall({
      faces,
      gallery: gallery.map(({ id, vectors }) => ({ id, templates: vectors })),
      cohort: cohortOf(
        gallery.flatMap(({ id, vectors }) =>
          vectors.length ? [{ id, template: meanTemplate(vectors) }] : [],
        ),
      ),
      bands: thresholds,
      refused: [],
      lookAlikes: lookAlikes.map(({ a, b }) => [a, b] as const),
      preselect: engine.recogniser !== 'dlib',
    })
    return {
      faces: decision.faces.map(({ band, studentId, alternatives }, i) => ({
        photo: faces[i]?.photo,
        box: faces[i] && roundedBox(faces[i].box),
        band,
        name: studentId,
        alternatives,
      })),
      seen: decision.seen,
      notSeen: decision.notSeen,
      thresholds: {
        sure: rounded(thresholds.sure),
        likely: rounded(thresholds.likely),
        margin: rounded(thresholds.margin),
      },
      model: engine.recogniser,
    }
  })

const roundedBox = ({ x, y, width, height }: Box): Box => ({
  x: rounded(x, 1),
  y: rounded(y, 1),
  width: rounded(width, 1),
  height: rounded(height, 1),
})
