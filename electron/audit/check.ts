import type { Desk } from '../desk/desk.ts'
import { verdictOf } from '../session/verdict.ts'

/** Walks the whole chain in the job thread; the verdict is kept on the desk and told to the windows. */
export const checkWholeChain = (desk: Desk): number =>
  desk.jobs.start('audit.verify', {}, (found) => {
    desk.verdict.value = verdictOf(found, desk.ports.clock.now())
    const { verdict, row } = desk.verdict.value
    desk.notices.tell({ kind: 'verdict', verdict, row })
  })
