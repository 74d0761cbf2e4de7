import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

// An Enter that only ends an input-method composition reports key code 229 in Chromium and must send nothing.
export const endsComposition = (event: {
  readonly nativeEvent: { readonly isComposing: boolean; readonly keyCode: number }
}): boolean => event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229

export type Commit = {
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

type Options = {
  readonly value: string
  readonly commit?: (value: string) => void
  /** What the desk has; a draft that came back differs from it and is sent although nobody typed. */
  readonly saved?: string
  readonly multiline?: boolean
}

/** Calls `commit` when the field is left or Enter is pressed, and only if the text differs from what was sent. */
export const useCommit = ({ value, commit, saved, multiline = false }: Options): Commit => {
  const last = useRef(saved ?? value)
  const send = (): void => {
    if (commit && value !== last.current) {
      last.current = value
      commit(value)
    }
  }
  return {
    onFocus: () => {
      last.current = saved ?? value
    },
    onBlur: send,
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !multiline && !endsComposition(event)) send()
    },
  }
}
