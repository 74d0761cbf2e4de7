import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { fieldOf, focusWanted, notePlace } from './place.ts'
import { touchAtDoor } from './touch.ts'

const lookForMs = 5_000

/** Notes route and focused field, and comes back to the field that had the focus before a lock. */
export const usePlace = (): void => {
  const { pathname } = useLocation()
  useEffect(() => {
    touchAtDoor()
    notePlace({ route: pathname, field: fieldOf(document.activeElement) })
    // Leaving a field for a button is not leaving the place: the button may be the lock.
    const note = (event: FocusEvent): void => {
      const field = event.target instanceof Element ? fieldOf(event.target) : ''
      if (field !== '') notePlace({ route: pathname, field })
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [pathname])
  useEffect(() => {
    if (focusWanted(document)) return
    const watcher = new MutationObserver(() => focusWanted(document) && watcher.disconnect())
    watcher.observe(document.body, { childList: true, subtree: true })
    const end = window.setTimeout(() => watcher.disconnect(), lookForMs)
    return () => {
      watcher.disconnect()
      window.clearTimeout(end)
    }
  }, [])
}
