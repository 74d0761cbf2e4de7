import { useCallback, useEffect, useRef, useState } from 'react'
import { desk } from '../desk/desk.ts'
import { awaitQuiet, forgetPending } from './pending.ts'

const quietMs = 600

type Draft = {
  readonly value: string
  /** Whether a stored draft was brought back. */
  readonly restored: boolean
  readonly setValue: (value: string) => void
  /** Call when the value was saved for good. */
  readonly drop: () => void
}

/**
 * Text that survives a lock: kept on the desk within a second of the last keystroke and when the field is left.
 * `place` is the route with its ids, `field` the field's name in it.
 */
export const useDraft = (place: string, field: string, initial: string): Draft => {
  const [value, setLocal] = useState(initial)
  const [restored, setRestored] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const typed = useRef(false)

  useEffect(() => {
    let alive = true
    const bringBack = async (): Promise<void> => {
      const drafts = await desk.draft.list({ place })
      const found = drafts.find((draft) => draft.field === field)
      if (!alive || !found || typed.current) return
      setLocal(found.value)
      setRestored(true)
    }
    // The field works without its draft; the frame says when the desk is gone.
    void bringBack().catch(() => undefined)
    return () => {
      alive = false
    }
  }, [place, field])

  const setValue = useCallback(
    (next: string) => {
      typed.current = true
      setLocal(next)
      if (timer.current) clearTimeout(timer.current)
      const send = async (): Promise<void> => {
        forgetPending(place, field)
        await desk.draft.put({ place, field, value: next }).catch(() => undefined)
      }
      awaitQuiet(place, field, send)
      timer.current = setTimeout(() => void send(), quietMs)
    },
    [place, field],
  )

  const drop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current)
    forgetPending(place, field)
    typed.current = false
    setRestored(false)
    void desk.draft.drop({ place, field }).catch(() => undefined)
  }, [place, field])

  return { value, restored, setValue, drop }
}
