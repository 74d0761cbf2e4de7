import { beforeEach, expect, test } from 'vitest'
import { startForm, previewForm, type FormPrint } from '../../../electron/printout/form.ts'
import { runWrite } from '../../../electron/desk/run.ts'
import type { WriteCall } from '../../../electron/desk/call.ts'
import type { FormContent } from '../../../shared/printout/form.ts'
import { failureFrom, openTestDesk, withRights, type TestDesk } from '../../support/desk.ts'
import { addClient } from '../../support/meeting.ts'

// Forms that are no statement go through the same ledger: number, copy, outcome, 补打.

let on: TestDesk

beforeEach(async () => {
  on = await openTestDesk()
})

const content: FormContent = {
  title: '开业清单',
  code: '',
  class: 'internal',
  wide: false,
  asOf: '2026-11-23',
  subtitle: '',
  facts: [],
  columns: [{ head: '事项', kind: 'text' }],
  rows: [{ cells: ['柜子'] }],
  empty: '',
  blanks: 0,
  notes: [],
  signatures: [],
}

const form = (more: Partial<FormPrint> = {}): FormPrint => ({
  kind: 'set-up-list',
  content,
  clientId: null,
  subject: '2026-11-23',
  way: 'paper',
  glyphsAccepted: false,
  ...more,
})

type Started = { readonly printout: { readonly id: number; readonly copy: number; readonly number: string } }

const start = async (wanted: FormPrint): Promise<Started['printout']> => {
  const open = on.desk.open()
  if (!open) throw new Error('the desk is locked')
  const handler = (call: WriteCall, input: FormPrint) => startForm(call, input)
  const result = await runWrite(on.desk, open, 'form', handler as never, wanted)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return (result.value as Started).printout
}

test('a form takes the next number of all sheets; its copies count per sheet', async () => {
  const numbers = []
  for (const subject of ['2026-11-23', '2026-11-24', '2026-11-23']) {
    const { number, copy } = await start(form({ subject }))
    numbers.push([number, copy])
  }
  expect(numbers).toEqual([
    ['BB-2026-000001', 1],
    ['BB-2026-000002', 1],
    ['BB-2026-000003', 2],
  ])
})

test('a failed form is printed again under its number, a good one as a duplicate under a new one', async () => {
  const { id } = await start(form())
  await on.client.printout.finish({ id, outcome: 'failed' })
  expect((await on.client.printout.again({ id })).printout).toMatchObject({ again: 1, outcome: 'started' })
  await on.client.printout.finish({ id, outcome: 'taken' })
  const { printout, job } = await on.client.printout.duplicate({ id, way: 'paper' })
  expect(printout).toMatchObject({ copy: 2, duplicate: true, kind: 'set-up-list', clientId: null })
  const page = await on.client.printout.page({ job })
  expect(page.html).toContain('柜子')
  expect(page.fileName).toBe(`开业清单-${printout.number}.pdf`)
})

test('a preview has a watermark, no number and leaves no line', async () => {
  const open = on.desk.open()
  if (!open) throw new Error('the desk is locked')
  const handler = (call: WriteCall) => previewForm(call, 'set-up-list', content)
  const made = await runWrite(on.desk, open, 'preview', handler as never, {})
  const { job } = (made.ok ? made.value : {}) as { job: string }
  expect((await on.client.printout.page({ job })).html).toContain('预览')
  expect((await on.client.printout.list({})).rows).toEqual([])
})

test('a sign that can not be printed is asked about first', async () => {
  await expect(start(form({ content: { ...content, title: '䶮' } }))).rejects.toThrow('glyph')
})

test('each kind of form is seen and printed by those whom it concerns, and names are masked for the rest', async () => {
  const chen = addClient(on, '贺超文')
  const { id } = await start(form())
  const sealed = await start(form({ kind: 'seal-certificate', clientId: chen, subject: '' }))
  withRights(on, ['dossier.seal'])
  const { rows } = await on.client.printout.list({})
  expect(rows.map((row) => [row.id, row.clientName])).toEqual([[sealed.id, '贺*文']])
  for (const call of [
    on.client.printout.finish({ id, outcome: 'taken' }),
    on.client.printout.again({ id }),
    on.client.printout.duplicate({ id, way: 'paper' }),
    on.client.printout.giveBack({ id, returned: 'signed' }),
  ])
    expect(await failureFrom(call)).toEqual({ code: 'forbidden', right: 'staff.manage' })
  expect(await failureFrom(on.client.printout.page({ job: `p${id}` }))).toMatchObject({ code: 'not-found' })
  expect((await on.client.printout.page({ job: `p${sealed.id}` })).html).toContain('开业清单')
})
