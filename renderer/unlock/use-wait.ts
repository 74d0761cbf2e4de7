import { useEffect, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'

/** Counts a wait down to zero, second by second. The desk keeps the real clock; this one only shows it. */
export const useWait = (seconds: number, since: unknown): number => {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    setLeft(seconds)
    if (seconds <= 0) return
    const timer = window.setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000)
    return () => window.clearInterval(timer)
  }, [seconds, since])
  return left
}

/** Beside a running count the sentence names no number of its own: a second later the two would differ. */
export const besideCount = (failure: Failure | null): Failure | null =>
  failure?.code === 'wrong-passphrase' ? { ...failure, waitSeconds: 0 } : failure
