import { basename } from 'node:path'

/** What one program did to its files, in order, as strace saw it. */
export type Event =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly file: string; readonly length: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'said'; readonly text: string }

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll(String.raw`\x`, ''), 'hex')

const call = /(pwrite64|write|ftruncate|fsync|fdatasync)\((\d+)<([^>]*)>(?:, "([^"]*)")?(.*)/

const eventOf = (line: string): Event | undefined => {
  const found = call.exec(line)
  if (!found) return undefined
  const [, name, descriptor, path = '', data = '', rest = ''] = found
  const file = basename(unhex(path).toString())
  const numbers = [...rest.matchAll(/\d+/g)].map(Number)
  if (name === 'write') return descriptor === '1' ? { kind: 'said', text: unhex(data).toString() } : undefined
  if (name === 'pwrite64') return { kind: 'write', file, at: numbers[1] ?? 0, bytes: unhex(data) }
  if (name === 'ftruncate') return { kind: 'cut', file, length: numbers[0] ?? 0 }
  return { kind: 'sync', file }
}

/** strace's options that eventsOf understands. */
export const traceOptions =
  '-f -y -xx -s 70000 -e signal=none -e trace=pwrite64,write,ftruncate,fsync,fdatasync'.split(' ')

export const eventsOf = (trace: string): readonly Event[] =>
  trace.split('\n').flatMap((line) => eventOf(line) ?? [])

const sector = 512

const put = (image: Buffer, at: number, bytes: Uint8Array): Buffer => {
  const grown =
    at + bytes.length > image.length
      ? Buffer.concat([image, Buffer.alloc(at + bytes.length - image.length)])
      : image
  grown.set(bytes, at)
  return grown
}

/**
 * A file as a power cut after the last of these events may leave it: what was synced is there, of the rest each write is
 * there, missing, or there up to some sector.
 */
export const imageAfter = (
  events: readonly Event[],
  file: string,
  before: Buffer,
  random: () => number,
): Buffer => {
  const own = events.filter((event) => event.kind !== 'said' && event.file === file)
  const synced = own.findLastIndex(({ kind }) => kind === 'sync')
  let image: Buffer = Buffer.from(before)
  for (const [index, event] of own.entries()) {
    if (event.kind === 'cut') image = image.subarray(0, event.length)
    if (event.kind !== 'write') continue
    const fate = index < synced ? 1 : random()
    if (fate < 0.4) continue
    const whole = fate >= 0.7 || index < synced
    const length = whole ? event.bytes.length : Math.floor((random() * event.bytes.length) / sector) * sector
    image = put(image, event.at, event.bytes.subarray(0, length))
  }
  return image
}
