import { desk } from '../desk/desk.ts'

const everyMs = 15_000
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

let last = Number.NEGATIVE_INFINITY

const isInMeeting = (): boolean => location.hash.startsWith('#/encounter/')

/** Tells the desk that somebody is here. */
export const touchNow = (): void => {
  last = performance.now()
  desk.session.touch({ meeting: isInMeeting() }).catch(() => undefined)
}

/** Real key and pointer input keeps the screen open; told at most every 15 s. Returns how to stop. */
export const watchInput = (): (() => void) => {
  const onInput = (event: Event): void => {
    if (event.isTrusted && performance.now() - last >= everyMs) touchNow()
  }
  for (const input of inputs) window.addEventListener(input, onInput, { passive: true, capture: true })
  return () => {
    for (const input of inputs) window.removeEventListener(input, onInput, { capture: true })
  }
}
