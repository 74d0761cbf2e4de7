import { useEffect, useEffectEvent } from 'react'
import type { Door } from './desk-state.ts'

// With the input method on a key has no letter of its own, but its place on the keyboard.
const letterOf = ({ key, code }: KeyboardEvent): string => {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return key === 'Process' ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '') : ''
}

const isWords = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.name !== 'pin')

/** The next door in this direction, round and round. */
const neighbour = (doors: readonly Door[], chosen: string, by: 1 | -1): Door | undefined => {
  const at = doors.findIndex(({ slotId }) => slotId === chosen)
  return doors[(at + by + doors.length) % doors.length]
}

/** The next person whose name is read with this letter first. */
const called = (doors: readonly Door[], chosen: string, letter: string): Door | undefined => {
  const at = doors.findIndex(({ slotId }) => slotId === chosen)
  const inTurn = [...doors.slice(at + 1), ...doors.slice(0, at + 1)]
  return inTurn.find(({ initials }) => letter !== '' && initials.includes(letter))
}

/** The keyboard picks the person: arrows anywhere but in text of several lines, letters where none can be typed. */
export const useDoorKeys = (
  doors: readonly Door[],
  chosen: string,
  onChoose: (slotId: string) => void,
): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    const isArrow = by !== null && !(event.target instanceof HTMLTextAreaElement)
    const byLetter = isWords(event.target) ? undefined : called(doors, chosen, letterOf(event))
    const door = isArrow ? neighbour(doors, chosen, by) : byLetter
    if (!door) return
    event.preventDefault()
    onChoose(door.slotId)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
