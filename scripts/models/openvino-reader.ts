export interface IrLayer {
  id: string
  name: string
  type: string
  data: Record<string, string>
  /** Shape of the first output. */
  shape: number[]
}

export interface IrModel {
  layers: IrLayer[]
  /** For each layer's id, the ids of the layers that feed its input ports, in the order of the ports. */
  inputs: Map<string, string[]>
}

const TAG = /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>([^<]*)/g

function attributes(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1], match[2]]))
}

/**
 * Reads the few elements of an OpenVINO IR that a conversion needs. The file's hash was checked before, so this is
 * a reader for a file that is known, not for XML in general.
 */
export function readIr(xml: string): IrModel {
  const layers: IrLayer[] = []
  const edges: { from: string; to: string; port: number }[] = []
  let layer: IrLayer | undefined
  let outputPorts = 0
  let inOutput = false
  for (const [, closing, tag, attributeText = '', , body = ''] of xml.matchAll(TAG)) {
    if (tag === 'output') inOutput = !closing
    if (closing) continue
    const attribute = attributes(attributeText)
    if (tag === 'layer') {
      layer = {
        id: attribute.id ?? '',
        name: attribute.name ?? '',
        type: attribute.type ?? '',
        data: {},
        shape: [],
      }
      outputPorts = 0
      layers.push(layer)
    } else if (tag === 'data' && layer) layer.data = attribute
    else if (tag === 'port' && inOutput) outputPorts++
    else if (tag === 'dim' && inOutput && outputPorts === 1) layer?.shape.push(Number(body))
    else if (tag === 'edge') {
      edges.push({
        from: attribute['from-layer'] ?? '',
        to: attribute['to-layer'] ?? '',
        port: Number(attribute['to-port']),
      })
    }
  }
  const inputs = new Map<string, string[]>()
  for (const edge of edges.sort((a, b) => a.port - b.port)) {
    inputs.set(edge.to, [...(inputs.get(edge.to) ?? []), edge.from])
  }
  return { layers, inputs }
}

export function numbers(list: string | undefined): number[] {
  return (list ?? '').split(',').map(Number)
}
