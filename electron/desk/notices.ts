import type { Notice } from '../../shared/notice/contract.ts'

type Unnumbered = Notice extends infer N ? (N extends Notice ? Omit<N, 'seq'> : never) : never

export type Notices = {
  readonly tell: (notice: Unnumbered) => void
  readonly next: (after: number, waitMs: number) => Promise<{ last: number; notices: Notice[] }>
  readonly close: () => void
}

const keep = 100

/** What happened lately, numbered; windows ask with a long poll and turn topics into fresh queries. */
export const createNotices = (): Notices => {
  let seq = 0
  let recent: Notice[] = []
  const waiters = new Set<() => void>()
  const wake = (): void => {
    for (const waiter of Array.from(waiters)) waiter()
  }
  const since = (after: number): { last: number; notices: Notice[] } => ({
    last: seq,
    notices: recent.filter((notice) => notice.seq > after),
  })
  return {
    tell: (notice) => {
      seq += 1
      recent = [...recent, { ...notice, seq } as Notice].slice(-keep)
      wake()
    },
    next: (after, waitMs) => {
      // A window from before a restart counts from the old desk's numbers: it starts over.
      const from = after > seq ? 0 : after
      const now = since(from)
      if (now.notices.length > 0 || waitMs === 0) return Promise.resolve(now)
      return new Promise((resolve) => {
        const done = (): void => {
          waiters.delete(done)
          clearTimeout(timer)
          resolve(since(from))
        }
        const timer = setTimeout(done, waitMs)
        waiters.add(done)
      })
    },
    close: wake,
  }
}
