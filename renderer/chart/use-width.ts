import { useCallback, useState } from 'react'

/** The width an element has on screen, so that a chart's words keep their size at every width. */
export const useWidth = (
  start: number,
): readonly [(element: Element | null) => void | (() => void), number] => {
  const [width, setWidth] = useState(start)
  const ref = useCallback((element: Element | null) => {
    if (!element) return
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)))
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return [ref, width]
}
