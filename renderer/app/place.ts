import { desk } from '../desk/desk.ts'

type Place = { readonly route: string; readonly field: string }

const settleMs = 800

let waiting: Place | null = null
let timer: number | undefined
let wanted: string | null = null

const sendPlace = async (): Promise<void> => {
  window.clearTimeout(timer)
  const place = waiting
  waiting = null
  // Losing a place loses no answer; the next one is sent soon.
  if (place) await desk.session.place(place).catch(() => undefined)
}

/** Where the person is, told to the desk a moment after he stays there. */
export const notePlace = (place: Place): void => {
  waiting = { route: place.route.slice(0, 200), field: place.field.slice(0, 120) }
  window.clearTimeout(timer)
  timer = window.setTimeout(() => void sendPlace(), settleMs)
}

export const flushPlace = (): Promise<void> => sendPlace()

/** After unlock: the same route at once, the same field as soon as its screen has drawn it. */
export const returnTo = (place: Place | null): void => {
  // Without a place of one's own one begins at the beginning, not where somebody else was.
  if (!place) return history.replaceState(null, '', location.pathname)
  location.hash = place.route
  wanted = place.field === '' ? null : place.field
}

/** Back and forward lead to places of whoever sat here before: the address keeps none of them. */
export const forgetHistory = (): void => {
  const [entry] = performance.getEntriesByType('navigation')
  const isBack = entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward'
  if (isBack) history.replaceState(null, '', location.pathname)
}

const controlIn = (marked: Element): HTMLElement | null =>
  marked.matches('input, textarea, button')
    ? (marked as HTMLElement)
    : marked.querySelector<HTMLElement>('input:not([aria-hidden]), textarea, button, [role="combobox"]')

/** True when the field to come back to was found and has the focus now, or none is wanted. */
export const focusWanted = (page: ParentNode): boolean => {
  if (wanted === null) return true
  const marked = page.querySelector(`[data-field="${CSS.escape(wanted)}"]`)
  const control = marked && controlIn(marked)
  if (!control) return false
  wanted = null
  control.focus()
  return true
}

export const fieldOf = (element: Element | null): string =>
  element?.closest('[data-field]')?.getAttribute('data-field') ?? ''
