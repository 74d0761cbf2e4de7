import type { ActCall } from '../desk/call.ts'
import { previewShelf } from '../printout/jobs.ts'
import type { Opening } from './open-dossier.ts'

type Here = Pick<ActCall, 'desk'>

// The line in the chain is anchored at once, and every screen that shows him asks anew.
const tell = ({ desk }: Here, clientId: number): void => {
  desk.open()?.anchor()
  const topics = ['seal', 'dossier', 'search', 'client', `client:${clientId}`, 'printout', 'household']
  desk.notices.tell({ kind: 'changed', topics })
}

export const startSealing = (call: Here, proposalId: number): number =>
  call.desk.jobs.start('seal.run', { proposalId }, ({ clientId }) => {
    // A page that was only looked at is not to be printed any more.
    call.desk.shelf.delete(previewShelf)
    tell(call, clientId)
  })

export const tellPurged = ({ desk }: Here): void =>
  desk.notices.tell({ kind: 'changed', topics: ['seal', 'backup'] })

/** The file's key is overwritten here as well, however the job ends. */
export const startOpening = (call: Here, opening: Opening): number => {
  const id = call.desk.jobs.start('seal.open', opening, ({ clientId }) => tell(call, clientId))
  void call.desk.jobs.finished(id).then(() => opening.dataKey.fill(0))
  return id
}
