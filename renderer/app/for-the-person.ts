import type { Notice } from '../../shared/notice/contract.ts'

const calmVerdicts: readonly string[] = ['intact', 'unchecked', 'salvaged']

/** The log is what it was. Rows a salvage lost stay lost, and an alarm at every unlock would hide the next one. */
export const isCalm = (verdict: string): boolean => calmVerdicts.includes(verdict)

/** Changes and jobs reach the screens as fresh queries; the rest is said aloud, where there is something to say. */
export const isForThePerson = (notice: Notice): boolean => {
  if (notice.kind === 'verdict') return !isCalm(notice.verdict) || notice.salvage !== null
  return !['changed', 'job', 'locked', 'covered'].includes(notice.kind)
}
