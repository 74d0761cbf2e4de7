import { describe, expect, it } from 'vitest'
import { addColleague, headOf, sitDown } from '../../support/seats.ts'
import { openTestDesk } from '../../support/desk.ts'
import { addClient, sendAll, walkIn } from '../../support/meeting.ts'

describe("meetings on a client's timeline", () => {
  it("show another manager's running meeting as a meeting, with neither step nor link", async () => {
    const desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    const clientId = addClient(desk, '郝欣')
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId })
    const lineOf = async () =>
      (await desk.client.client.page({ id: clientId })).timeline.find(({ key }) => key === `encounter:${id}`)
    expect(await lineOf()).toMatchObject({ words: ['encounter.step.greeting'], route: `/encounter/${id}` })
    const wang = addColleague(desk, '王理财', ['wealth-manager'])
    sitDown(desk, wang)
    expect(await lineOf()).toMatchObject({ title: 'encounter.title', words: [], route: null })
    sitDown(desk, headOf(desk))
    await sendAll(desk.client, id, [{ type: 'meeting.aborted', reason: 'other' }])
    sitDown(desk, wang)
    expect(await lineOf()).toMatchObject({ words: ['encounter.step.aborted'], route: `/encounter/${id}` })
  })
  it('are no link for those who lead no meetings: the supervisor, the lobby manager and a head who is nothing else', async () => {
    const desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    const clientId = addClient(desk, '郝欣')
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId })
    await sendAll(desk.client, id, [{ type: 'meeting.aborted', reason: 'other' }])
    for (const role of ['supervisor', 'lobby-manager', 'centre-head'] as const) {
      sitDown(desk, addColleague(desk, `某${role}`, [role]))
      const { timeline } = await desk.client.client.page({ id: clientId })
      const line = timeline.find(({ key }) => key === `encounter:${id}`)
      expect(line, role).toMatchObject({ words: ['encounter.step.aborted'], route: null })
      await expect(desk.client.encounter.get({ id }), role).rejects.toThrow()
    }
  })
})
