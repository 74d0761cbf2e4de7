import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { fieldOf, focusWanted, notePlace } from './place.ts'

const lookForMs = 5_000

/** Notes route and focused field, and comes back to the field that had the focus before a lock. */
export const usePlace = (): void => {
  const { pathname } = useLocation()
  useEffect(() => {
    const note = (event?: FocusEvent): void => {
      const element = event?.target instanceof Element ? event.target : document.activeElement
      notePlace({ route: pathname, field: fieldOf(element) })
    }
    note()
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
