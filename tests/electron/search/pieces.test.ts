import { expect, it } from 'vitest'
import { joinPieces, reindexClient } from '../../../electron/search/index-client.ts'
import { clientById } from '../../../electron/client/repository.ts'
import { openTestDesk } from '../../support/desk.ts'
import { takeInBook } from '../../support/take-in.ts'

it('a day of changes leaves the search index in few pieces, and everybody is still found', async () => {
  const test = await openTestDesk()
  await takeInBook(test)
  const open = test.desk.open()
  if (!open) throw new Error('the desk is locked')
  const { db } = open
  // A row of this table is a page of a piece; each piece begins anew.
  const pieces = (): number =>
    db.one<{ n: number }>('SELECT count(DISTINCT segid) AS n FROM client_search_idx')?.n ?? 0
  for (let id = 1; id <= 200; id += 1) {
    const before = clientById(db, id)
    if (!before) throw new Error(`no client ${id}`)
    const phone = `1380000${String(id).padStart(4, '0')}`
    db.transact(() => {
      db.run('UPDATE client SET phone = ? WHERE id = ?', [phone, id])
      reindexClient(db, before, { ...before, phone })
    })
  }
  const scattered = pieces()
  joinPieces(db)
  expect(pieces()).toBeLessThan(scattered)
  expect(pieces()).toBeLessThanOrEqual(3)
  for (const id of [1, 57, 200])
    expect((await test.client.search.find({ q: `1380000${String(id).padStart(4, '0')}` })).rows[0]?.id).toBe(
      id,
    )
  joinPieces(db)
})
