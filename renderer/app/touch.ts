import { desk } from '../desk/desk.ts'

const everyMs = 15_000
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

let last = Number.NEGATIVE_INFINITY
let told: boolean | null = null

const isInMeeting = (): boolean => location.hash.startsWith('#/encounter/')

/** Tells the desk that somebody is here. */
export const touchNow = (): void => {
  last = performance.now()
  told = isInMeeting()
  desk.session.touch({ meeting: told }).catch(() => undefined)
}

/** Into a meeting or out of it another limit holds from that moment on. */
export const touchAtDoor = (): void => {
  if (told !== isInMeeting()) touchNow()
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
