import { beforeAll, describe, expect, test } from 'vitest'
import { readAnchors } from '../../electron/audit/anchor.ts'
import type { Printout } from '../../shared/printout/model.ts'
import { failureFrom, openTestDesk, withRights, type TestDesk } from '../support/desk.ts'
import { openSampleHousehold } from '../support/sample.ts'
import { footerOf } from '../support/sheet-footer.ts'

// From the readers to the ledger: previews, numbers, copies, failures.

let desk: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeAll(async () => {
  desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(desk)
})

const start = (way: 'paper' | 'save' = 'paper') =>
  desk.client.printout.start({ clientId: home.chen, readers: [home.he], way, glyphsAccepted: false })

const html = async (job: string): Promise<string> => (await desk.client.printout.page({ job })).html

// The footer stands in the page twice: in the margin boxes, and unseen once more so that its signs are in the fonts.
const withoutFooter = (page: string): string =>
  page.replace(/<style.*?<\/style>/s, '').replace(/<p class="unseen".*?<\/p>/s, '')

const ledger = async (): Promise<readonly Printout[]> => (await desk.client.printout.list({})).rows

describe('a preview', () => {
  test('has a watermark and leaves no line in the ledger', async () => {
    const { job, glyphs } = await desk.client.printout.prepare({ clientId: home.chen, readers: [home.he] })
    expect(glyphs).toEqual([])
    expect(await html(job)).toContain('<div class="watermark" aria-hidden="true">预览</div>')
    expect(footerOf(await html(job))).not.toContain('编号')
    expect(await ledger()).toEqual([])
  })

  test('is refused without readers, and for readers of another household', async () => {
    const nobody = await failureFrom(desk.client.printout.prepare({ clientId: home.chen, readers: [] }))
    expect(nobody.code).toBe('invalid')
    const stranger = await failureFrom(desk.client.printout.prepare({ clientId: home.chen, readers: [99] }))
    expect(stranger).toMatchObject({ rule: 'printout.refusal.reader-unknown' })
  })
})

describe('a print', () => {
  test('takes a number, a copy and a line of the ledger before any paper is made', async () => {
    const { printout, job } = await start()
    expect(printout).toMatchObject({
      number: 'BB-2026-000001',
      copy: 1,
      outcome: 'started',
      clientName: '陈知远',
      asOf: '2026-11-25',
    })
    const page = await html(job)
    const footer = footerOf(page)
    for (const words of ['编号 BB-2026-000001', '第1份', '打印2026年11月25日 09:00', '制表 林样', '样例'])
      expect(footer).toContain(words)
    expect(footer).toMatch(/记录校验首 [0-9A-F]{4} [0-9A-F]{4}/)
    expect(page.match(/<article/g)).toHaveLength(2)
  })

  test('its footer shows the head of its own audit line', async () => {
    const [row] = await ledger()
    const db = desk.desk.open()?.db
    const audit = db?.one<{ hash: string; action: string; object: string }>(
      'SELECT hash, action, object FROM audit WHERE seq = ?',
      [row?.seq ?? 0],
    )
    expect(audit).toMatchObject({ action: 'printout.started', object: `printout:${row?.id ?? 0}` })
    const head = audit?.hash
      .slice(0, 8)
      .toUpperCase()
      .replace(/(.{4})/, '$1 ')
    expect(footerOf(await html(`p${row?.id ?? 0}`))).toContain(`记录校验首 ${head}`)
  })

  test('leaves an anchor outside the database before its first page', async () => {
    const [row] = await ledger()
    const { vaultFolder, keys } = desk.desk.open() ?? {}
    if (!vaultFolder || !keys) throw new Error('the sample book is not open')
    const last = readAnchors(vaultFolder, keys).anchors.at(-1)
    expect(last?.seq).toBeGreaterThanOrEqual(row?.seq ?? Number.POSITIVE_INFINITY)
  })

  test('that failed is printed again under the same number', async () => {
    const [row] = await ledger()
    const id = row?.id ?? 0
    const early = await failureFrom(desk.client.printout.again({ id }))
    expect(early).toMatchObject({ rule: 'printout.refusal.not-failed' })
    await desk.client.printout.finish({ id, outcome: 'failed' })
    const before = await html(`p${id}`)
    const { printout, job } = await desk.client.printout.again({ id })
    expect(printout).toMatchObject({ number: 'BB-2026-000001', copy: 1, again: 1, outcome: 'started' })
    expect(footerOf(await html(job))).toContain('补打')
    expect(withoutFooter(await html(job))).toBe(withoutFooter(before))
    await desk.client.printout.finish({ id, outcome: 'taken' })
    const twice = await failureFrom(desk.client.printout.finish({ id, outcome: 'failed' }))
    expect(twice).toMatchObject({ rule: 'printout.refusal.outcome-known' })
  })

  test('that was taken comes back signed, and can be taken back when it was wrong', async () => {
    const [row] = await ledger()
    const id = row?.id ?? 0
    expect(row).toMatchObject({ outcome: 'taken', returned: 'out' })
    expect(await desk.client.printout.giveBack({ id, returned: 'signed' })).toMatchObject({
      returned: 'signed',
    })
    const twice = await failureFrom(desk.client.printout.giveBack({ id, returned: 'signed' }))
    expect(twice).toMatchObject({ rule: 'printout.refusal.already-back' })
    expect(await desk.client.printout.giveBack({ id, returned: 'recalled' })).toMatchObject({
      returned: 'recalled',
    })
    const open = await start()
    const early = desk.client.printout.giveBack({ id: open.printout.id, returned: 'signed' })
    expect(await failureFrom(early)).toMatchObject({ rule: 'printout.refusal.not-out' })
    await desk.client.printout.finish({ id: open.printout.id, outcome: 'cancelled' })
  })

  test('printed later once more is a duplicate with a new number and the old content', async () => {
    const row = (await ledger()).find((one) => one.number === 'BB-2026-000001')
    await desk.client.figure.put({
      clientId: home.chen,
      kind: 'cash',
      ownerId: home.he,
      amount: 100,
      period: 'year',
      source: 'told',
      reach: { kind: 'own' },
      place: '',
      asOf: '2026-11-25',
    })
    const { printout, job } = await desk.client.printout.duplicate({ id: row?.id ?? 0, way: 'paper' })
    expect(printout).toMatchObject({ number: 'BB-2026-000003', copy: 3, duplicate: true })
    expect(footerOf(await html(job))).toContain('副本 3')
    expect(withoutFooter(await html(job))).toBe(withoutFooter(await html(`p${row?.id ?? 0}`)))
  })

  test('saved as a file is one client copy; its name carries no client', async () => {
    const { printout, job } = await start('save')
    const page = await desk.client.printout.page({ job })
    expect(page.html.match(/<article/g)).toHaveLength(1)
    expect(page.fileName).toBe(`家庭财务报告-${printout.number}.pdf`)
    await desk.client.printout.finish({ id: printout.id, outcome: 'saved' })
    expect((await ledger())[0]).toMatchObject({ number: 'BB-2026-000004', outcome: 'saved' })
  })

  test('with a name the fonts cannot draw asks first', async () => {
    await desk.client.household.addMember({
      clientId: home.chen,
      name: '阿䶮',
      relation: 'other',
      sex: 'unknown',
      birth: '',
      occupation: '',
      agreed: false,
    })
    const readers = [home.he]
    const { glyphs } = await desk.client.printout.prepare({ clientId: home.chen, readers })
    expect(glyphs).toEqual(['䶮'])
    expect(await failureFrom(start())).toMatchObject({ rule: 'printout.refusal.glyph' })
    const accepted = await desk.client.printout.start({
      clientId: home.chen,
      readers,
      way: 'paper',
      glyphsAccepted: true,
    })
    expect(accepted.printout.number).toBe('BB-2026-000005')
  })
})

describe('the branch’s own reference', () => {
  test('under 60 % the same surplus is too low, and the paper says where to look', async () => {
    const readers = [home.he, home.she]
    const surplus = async () =>
      (await desk.client.statement.view({ clientId: home.chen, readers })).ratios.find(
        (ratio) => ratio.key === 'surplus',
      )
    expect(await surplus()).toMatchObject({ value: 3947, verdict: 'fits' })
    const { job } = await desk.client.printout.prepare({ clientId: home.chen, readers })
    expect(await html(job)).not.toContain('哪几项支出能够控制')
    await desk.client.setting.put({ ratioSet: 'source' })
    expect(await surplus()).toMatchObject({ value: 3947, verdict: 'low' })
    const strict = await desk.client.printout.prepare({ clientId: home.chen, readers })
    const page = await html(strict.job)
    expect(page).toContain('哪几项支出能够控制')
    expect(page).toContain('60%左右')
  })
})

describe('who may print', () => {
  test('without the right nothing is previewed, printed or fetched', async () => {
    withRights(desk, ['client.read'])
    const tries = [desk.client.printout.prepare({ clientId: home.chen, readers: [home.he] }), start()]
    for (const one of tries) expect(await failureFrom(one)).toMatchObject({ code: 'forbidden' })
    // Whose kinds of sheet these are not, for him they don't exist.
    const page = desk.client.printout.page({ job: 'p1' })
    expect(await failureFrom(page)).toEqual({ code: 'not-found', what: 'printout' })
  })
})
