import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped, for the report: scripts/test/skips.mjs says which reasons count. */
    skipped?: string
  }
}

/** Ends the test as skipped, never as passed: this machine can't do what it needs. */
export const skipBecause = ({ task, skip }: TestContext, reason: string): never => {
  task.meta.skipped = reason
  return skip(reason)
}
