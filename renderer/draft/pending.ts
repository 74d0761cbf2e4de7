type Flush = () => Promise<void>

// Last keystrokes that are still waiting for their quiet moment. A lock sends them before the desk closes.
const waiting = new Map<string, Flush>()

const keyOf = (place: string, field: string): string => JSON.stringify([place, field])

export const awaitQuiet = (place: string, field: string, flush: Flush): void => {
  waiting.set(keyOf(place, field), flush)
}

export const forgetPending = (place: string, field: string): void => {
  waiting.delete(keyOf(place, field))
}

export const flushDrafts = async (): Promise<void> => {
  const flushes = [...waiting.values()]
  waiting.clear()
  await Promise.all(flushes.map((flush) => flush()))
}
