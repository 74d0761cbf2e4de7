// One writer at a time: the main thread's short writes and a job's long one pass here in order. Reads never wait.

export type Gate = {
  /** Runs `work` when it is its turn; the turn ends when the returned promise settles. */
  readonly run: <T>(work: () => T | Promise<T>) => Promise<T>
  readonly waiting: () => number
}

export const createGate = (): Gate => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    run: async (work) => {
      waiting += 1
      const before = last
      let release: () => void = () => undefined
      last = new Promise<void>((resolve) => (release = resolve))
      await before
      waiting -= 1
      try {
        return await work()
      } finally {
        release()
      }
    },
    waiting: () => waiting,
  }
}
