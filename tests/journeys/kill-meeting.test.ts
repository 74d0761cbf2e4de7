import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EncounterView } from '../../shared/encounter/view.ts'
import { isOver, stepSchema } from '../../shared/encounter/step.ts'
import { openTestDesk } from '../support/desk.ts'
import type { ForkedDesk } from '../support/forked-desk.ts'
import { forkDesk } from '../support/forked-desk.ts'
import {
  addAssessment,
  addClient,
  addShelf,
  answer,
  need,
  sendAll,
  sign,
  walkIn,
} from '../support/meeting.ts'
import type { Book } from '../support/meeting-path.ts'
import { fulfil, leadTo } from '../support/meeting-path.ts'

const at = '2026-11-25T14:00:00+08:00'

// Times and the reasons that name the suspension differ; everything that was said and decided must not.
const content = ({
  changedAt: _changed,
  seq: _seq,
  suspendedAt: _suspended,
  events: _events,
  steps: _steps,
  ...rest
}: EncounterView) => rest

describe('the light goes out during a meeting', () => {
  let book: Book
  let dataFolder: string
  let desk: ForkedDesk

  beforeAll(async () => {
    const first = await openTestDesk({ at })
    const shelf = addShelf(first)
    const clientId = addClient(first, '郝欣')
    addAssessment(first, clientId, 3, '2026-11-01')
    book = { clientId, otherClientId: addClient(first, '贺超文'), productId: shelf.get('LC2031') ?? 0 }
    dataFolder = first.dataFolder
    await first.lock()
    desk = await forkDesk({ dataFolder, at })
  })

  afterAll(async () => {
    await desk.kill()
  })

  const powerCut = async (later = at): Promise<void> => {
    await desk.kill()
    desk = await forkDesk({ dataFolder, at: later })
  }

  for (const step of stepSchema.options.filter((name) => !isOver(name))) {
    it(`keeps a meeting suspended in ${step}, with every answer`, async () => {
      const id = await leadTo(desk.client, step, book)
      const before = await fulfil(desk.client, id, book)
      await sendAll(desk.client, id, [{ type: 'meeting.suspended' }])
      await powerCut()
      const found = await desk.client.encounter.list({ clientId: null, over: false })
      expect(found.find((line) => line.id === id)?.suspendedAt).not.toBeNull()
      const after = await sendAll(desk.client, id, [{ type: 'meeting.resumed' }])
      expect(content(after)).toEqual(content(before))
      await sendAll(desk.client, id, [{ type: 'meeting.suspended' }])
    })
  }

  it('keeps all eight answers and the half-written review of a client who ran (story S5)', async () => {
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId: book.otherClientId })
    await sendAll(desk.client, id, [
      sign('贺超文'),
      answer('greeting', 'purpose', '工资涨了'),
      { type: 'step.completed', step: 'greeting' },
      need('备首付', { amount: 300_000_000 }),
      need('给父母买保险'),
      need('年终奖放哪里'),
      answer('discovering', 'interests', '骑车'),
      answer('discovering', 'other-banks', '别家有三十万'),
      answer('discovering', 'note', '十二月发年终奖'),
      { type: 'client.left-early', reason: 'called-away' },
    ])
    const place = `/encounter/${id}`
    await desk.client.draft.put({ place, field: 'lesson', value: '他一直看' })
    const before = await desk.client.encounter.get({ id })
    expect([before.step, before.contact]).toEqual([
      'reviewing',
      { kind: 'call-back', date: '2026-11-26', time: '', channel: 'phone', provisional: false },
    ])
    await powerCut('2026-11-25T14:31:00+08:00')
    expect(await desk.client.encounter.get({ id })).toEqual(before)
    const drafts = await desk.client.draft.list({ place })
    expect(drafts.map(({ field, value }) => [field, value])).toEqual([['lesson', '他一直看']])
  })

  it('continues the meeting two days later with the needs carried over, and ends with one wish', async () => {
    await powerCut('2026-11-27T10:00:00+08:00')
    const [left] = await desk.client.encounter.list({ clientId: book.otherClientId, over: false })
    if (!left) throw new Error('the open review is gone')
    await sendAll(desk.client, left.id, [
      answer('reviewing', 'lesson', '先问有多少时间'),
      { type: 'review.written' },
    ])
    const again = await desk.client.encounter.start({
      ...walkIn,
      clientId: book.otherClientId,
      continues: left.id,
    })
    const carried = await desk.client.encounter.get({ id: again.id })
    expect(carried.needList.map((one) => one.words)).toEqual(['备首付', '给父母买保险', '年终奖放哪里'])
    expect(carried.needList.every((one) => one.carriedFrom !== null)).toBe(true)
    expect(carried.step).toBe('greeting')
    const fitting = await sendAll(desk.client, again.id, [
      sign('贺超文'),
      answer('greeting', 'purpose', '接着上次'),
      { type: 'step.completed', step: 'greeting' },
      { type: 'step.completed', step: 'discovering' },
      { type: 'planning.skipped', reason: 'not-needed-now', note: '' },
      {
        type: 'assessment.recorded',
        level: 3,
        date: '2026-11-27',
        serial: 'FX-1127-002',
        channel: 'counter-slip',
        confirmedAgain: false,
      },
    ])
    expect(fitting.step).toBe('fitting')
    const ended = await sendAll(desk.client, again.id, [
      {
        type: 'fit.chosen',
        needId: fitting.needList[0]?.id ?? 0,
        productId: book.productId,
        amount: 100_000_000,
        premium: null,
        writtenChoice: '',
      },
      { type: 'step.completed', step: 'fitting' },
    ])
    const [choice] = ended.choices
    const closed = await sendAll(desk.client, again.id, [
      {
        type: 'explanation.given',
        choiceId: choice?.id ?? 0,
        items: choice?.items.map(({ item }) => item) ?? [],
      },
      { type: 'step.completed', step: 'proposing' },
      {
        type: 'intent.agreed',
        choiceId: choice?.id ?? 0,
        amount: 100_000_000,
        recordingNumber: 'SL-7',
        paperNumber: '',
      },
      { type: 'step.completed', step: 'intending' },
    ])
    expect([closed.step, closed.intentList.length]).toEqual(['closing', 1])
  })
})
