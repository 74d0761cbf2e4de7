import { desk } from '../desk/desk.ts'
import { flushDrafts } from '../draft/pending.ts'
import { endsComposition } from '../ui/use-commit.ts'
import { flushPlace } from './place.ts'

let unmount: (() => void) | null = null

/** The entry hands over how to take everything off the screen. */
export const holdPage = (release: () => void): void => {
  unmount = release
}

/** Everything leaves the screen at once, before anything else is asked or waited for. */
const blankPage = (): void => {
  unmount?.()
  unmount = null
  document.title = '知音'
}

/** A fresh document holds nothing of the old one; the address carries no place. */
const freshPage = (): void => location.replace(location.pathname)

/** The desk has locked by itself, or another window did it. */
export const leavePage = (): void => {
  blankPage()
  freshPage()
}

// Writes may be waiting behind a long import; locking cancels it and must not wait for it.
const afterPatience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000))

/** Blank first, then the desk closes the vault and ends. Its reply may be cut off by its own end. */
export const lockPage = async (): Promise<void> => {
  blankPage()
  await Promise.race([Promise.all([flushPlace(), flushDrafts()]), afterPatience()])
  await desk.session.lock().catch(() => undefined)
  window.zhiyin?.lock()
  freshPage()
}

const isLockKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'l'

/** Ctrl+L, also while the input method is on. */
export const lockOnKey = (event: KeyboardEvent): void => {
  if (!isLockKey(event) || endsComposition({ nativeEvent: event })) return
  event.preventDefault()
  void lockPage()
}
