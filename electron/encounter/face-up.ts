import type { OpenCall } from '../desk/call.ts'

// Which client faces are on a screen of this session. Nobody gets a face without the desk knowing it; each mounted page has
// a key of its own, asks again while it stands and says when it is left: two windows with one meeting are two faces. One
// that has fallen silent (its tab was closed) counts a while longer. A lock ends the process, and the list with it.

type Here = Pick<OpenCall, 'desk' | 'ports'>

const name = 'encounter.faces'
/** Three times as long as the page waits before it asks again; a browser may slow a page it believes unseen. */
const silentMs = 70_000
const lookMs = 1000

type Faces = {
  /** Until when each face counts, in monotonic milliseconds, by its key. */
  readonly until: Map<string, number>
  /** Looks for faces that fell silent, while there are any. */
  watch: NodeJS.Timeout | null
}

const facesOf = ({ desk }: Here): Faces => {
  const known = desk.shelf.get(name)
  if (known !== undefined) return known as Faces
  const fresh: Faces = { until: new Map(), watch: null }
  desk.shelf.set(name, fresh)
  return fresh
}

export const isFaceUp = (call: Here): boolean => {
  const now = call.ports.clock.monotonic()
  return [...facesOf(call).until.values()].some((until) => now < until)
}

// A form on another screen is asked for once more: it goes with the face, and may come back after it.
const tell = ({ desk }: Here): void => desk.notices.tell({ kind: 'changed', topics: ['printout'] })

const dropSilent = (call: Here, { until }: Faces): void => {
  const now = call.ports.clock.monotonic()
  for (const [key, end] of until) if (end <= now) until.delete(key)
}

const stopWatching = (faces: Faces): void => {
  if (faces.watch) clearInterval(faces.watch)
  faces.watch = null
}

/** The last face may go without a word: forms that wait for it are told all the same. */
const watchSilence = (call: Here): void => {
  const faces = facesOf(call)
  faces.watch ??= setInterval(() => {
    dropSilent(call, faces)
    if (faces.until.size > 0) return
    stopWatching(faces)
    tell(call)
  }, lookMs).unref()
}

export const faceShown = (call: Here, key: string): void => {
  const wasUp = isFaceUp(call)
  const faces = facesOf(call)
  dropSilent(call, faces)
  faces.until.set(key, call.ports.clock.monotonic() + silentMs)
  watchSilence(call)
  if (!wasUp) tell(call)
}

export const faceLeft = (call: Here, key: string): void => {
  const wasUp = isFaceUp(call)
  const faces = facesOf(call)
  faces.until.delete(key)
  if (isFaceUp(call)) return
  stopWatching(faces)
  if (wasUp) tell(call)
}
