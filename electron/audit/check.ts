import type { Desk } from '../desk/desk.ts'
import { clearMark, markDamaged } from '../session/trouble.ts'

/** Walks pages and chain in the job thread; the verdict is kept on the desk and told to the windows. */
export const checkWholeChain = (desk: Desk): number =>
  desk.jobs.start('audit.verify', {}, ({ kind, row, pages, more, salvage }) => {
    desk.verdict.value = { verdict: kind, row, at: desk.ports.clock.now(), pages, more }
    if (kind === 'damaged') markDamaged(desk, { pages, more })
    else clearMark(desk)
    desk.notices.tell({ kind: 'verdict', verdict: kind, row, pages, more, salvage })
  })
