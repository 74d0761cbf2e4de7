import { describe, expect, it } from 'vitest'
import { openTestDesk } from '../../support/desk.ts'
import { addClient, dbOf, sendAll, walkIn } from '../../support/meeting.ts'

describe("meetings on a client's timeline", () => {
  it("show another manager's running meeting as a meeting, with neither step nor link", async () => {
    const desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    const clientId = addClient(desk, '郝欣')
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId })
    const lineOf = async () =>
      (await desk.client.client.page({ id: clientId })).timeline.find(({ key }) => key === `encounter:${id}`)
    expect(await lineOf()).toMatchObject({ words: ['encounter.step.greeting'], route: `/encounter/${id}` })
    await desk.client.staff.add({ name: '王理财', post: '' })
    const open = desk.desk.open()
    const other = dbOf(desk).one<{ id: number }>("SELECT id FROM staff WHERE name = '王理财'")?.id ?? 0
    if (!open) throw new Error('locked')
    const as = (staffId: number) =>
      desk.desk.setOpen({ ...open, session: { ...open.session, staffId } }, () => Promise.resolve())
    as(other)
    expect(await lineOf()).toMatchObject({ title: 'encounter.title', words: [], route: null })
    as(open.session.staffId)
    await sendAll(desk.client, id, [{ type: 'meeting.aborted', reason: 'other' }])
    as(other)
    expect(await lineOf()).toMatchObject({ words: ['encounter.step.aborted'], route: `/encounter/${id}` })
  })
})
