import type { QueryClient } from '@tanstack/react-query'
import type { Notice } from '../../shared/notice/contract.ts'
import { desk, deskQuery } from './desk.ts'
import { failureOf } from './desk-failure.ts'

type Listeners = {
  readonly onNotice: (notice: Notice) => void
  /** The desk locked or stopped: nothing more will come from it. */
  readonly onEnd: (code: 'locked' | 'stopped') => void
}

const refresh = (queries: QueryClient, topic: string): void => {
  const [feature = ''] = topic.split(':')
  void queries.invalidateQueries({ queryKey: [[feature]] })
}

/** The long poll: changes become fresh queries, the rest goes to the frame. Runs until `signal` ends it. */
export const followNotices = async (
  queries: QueryClient,
  signal: AbortSignal,
  listeners: Listeners,
): Promise<void> => {
  let after = 0
  let misses = 0
  while (!signal.aborted) {
    try {
      const { last, notices } = await desk.notice.next({ after, waitMs: 20_000 }, { signal })
      after = last
      misses = 0
      for (const notice of notices) {
        if (notice.kind === 'locked') return listeners.onEnd('locked')
        if (notice.kind === 'changed') for (const topic of notice.topics) refresh(queries, topic)
        if (notice.kind === 'job') void queries.invalidateQueries({ queryKey: deskQuery.job.key() })
        listeners.onNotice(notice)
      }
    } catch (error) {
      const { code } = failureOf(error)
      if (signal.aborted) return
      if (code === 'locked') return listeners.onEnd('locked')
      misses += 1
      if (code === 'stopped' && misses > 2) return listeners.onEnd('stopped')
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
