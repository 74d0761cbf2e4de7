import { useEffect, useState } from 'react'

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
