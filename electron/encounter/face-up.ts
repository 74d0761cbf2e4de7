import type { OpenCall } from '../desk/call.ts'

// Which client faces are on a screen of this session. Nobody gets a face without the desk knowing it; the page asks for it
// again while it stands and says when it is left. One that has fallen silent (its tab was closed) counts a while longer.
// A lock ends the process, and the list with it.

type Here = Pick<OpenCall, 'desk' | 'ports'>

const name = 'encounter.faces'
/** Three times as long as the page waits before it asks again; a browser may slow a page it believes unseen. */
const silentMs = 70_000

/** Until when each face counts, in monotonic milliseconds, by its meeting. */
const facesOf = ({ desk }: Here): Map<number, number> => {
  const known = desk.shelf.get(name)
  if (known instanceof Map) return known as Map<number, number>
  const fresh = new Map<number, number>()
  desk.shelf.set(name, fresh)
  return fresh
}

export const isFaceUp = (call: Here): boolean => {
  const now = call.ports.clock.monotonic()
  return [...facesOf(call).values()].some((until) => now < until)
}

// A form on another screen is asked for once more: it goes with the face, and may come back after it.
const turn = (call: Here, change: (faces: Map<number, number>) => void): void => {
  const before = isFaceUp(call)
  change(facesOf(call))
  if (before !== isFaceUp(call)) call.desk.notices.tell({ kind: 'changed', topics: ['printout'] })
}

export const faceShown = (call: Here, encounterId: number): void =>
  turn(call, (faces) => faces.set(encounterId, call.ports.clock.monotonic() + silentMs))

export const faceLeft = (call: Here, encounterId: number): void =>
  turn(call, (faces) => faces.delete(encounterId))
