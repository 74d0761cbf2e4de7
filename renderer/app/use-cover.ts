import { useCallback, useRef, useState } from 'react'
import { fieldOf, returnTo } from './place.ts'

type CoverState = { readonly isCovered: boolean; readonly setCovered: (isUp: boolean) => void }

/** Whether nothing but the neutral cover is drawn. What was there comes back with the field that had the focus. */
export const useCover = (): CoverState => {
  const [isCovered, setShown] = useState(false)
  const field = useRef('')
  const setCovered = useCallback((isUp: boolean) => {
    if (isUp) field.current = fieldOf(document.activeElement)
    else returnTo({ route: location.hash.replace(/^#/, ''), field: field.current })
    setShown(isUp)
  }, [])
  return { isCovered, setCovered }
}
