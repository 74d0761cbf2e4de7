import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { makeBook } from '../support/bank-file.ts'
import { findWords } from '../support/find-words.ts'
import { clientNamed } from './support/bank.ts'
import { changePerson, deskOf, enterQuickly } from './support/desk-of.ts'
import { hireAll } from './support/hired.ts'
import { openOwnBrowser } from './support/own-browser.ts'
import { firstPerson, keeper } from './support/people.ts'
import { expect, test } from './support/test.ts'

// Words nobody else uses go through every place of the app; then the light goes out, and the disk is searched. What happens
// without a browser is in tests/drills/plaintext-day.test.ts.

test.setTimeout(180_000)

const client = '濮阳听雪'
const otherClient = '夏侯挽舟'
const owner = '令狐照夜'
const sought = '查无此人甲乙'
const purpose = '给外孙备一笔丹桂金'
const need = '换一处能听潮的房子'
const bankName = '云栖古渡银行'
const amount = '7,654,321.00'
const unsaved = '半句未存'
const sealNote = '弟弟在打听她的存款'
const document = 'E00000000'
const secrets = [
  client,
  otherClient,
  owner,
  sought,
  purpose,
  need,
  bankName,
  amount,
  unsaved,
  sealNote,
  document,
  keeper.passphrase,
]

const ownTemp = tmpdir()
const home = mkdtempSync(join(ownTemp, 'plaintext-'))
const temp = join(home, 'temp')
/** What the user saves goes where the user says: outside everything that is searched. */
const saved = join(home, 'saved')
const second = join(home, 'second')
const atStart = new Set(readdirSync(ownTemp))

// Every process of the app started from here on keeps its temp files in a folder of this test.
test.beforeAll(() => {
  for (const folder of [temp, saved, second]) mkdirSync(folder)
  process.env['TMPDIR'] = temp
})
test.afterAll(() => {
  process.env['TMPDIR'] = ownTemp
  rmSync(home, { recursive: true, force: true })
})

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const importBook = async (page: Page): Promise<void> => {
  await click(page, '导入客户清单')
  const names = [client, otherClient]
  const buffer = makeBook({ rows: 3, encoding: 'gb18030', owners: [owner], names })
  const file = { name: 'book.csv', mimeType: 'application/octet-stream', buffer }
  await page.locator('input[type="file"]').setInputFiles(file)
  await click(page, '全部新建为同事')
  await click(page, '写入3行')
  await expect(page.getByText('写入3行。')).toBeVisible()
}

const search = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: '找客户' })
  await field.fill(sought)
  await expect(page.getByText('没有找到。')).toBeVisible()
  await field.fill(client)
  await expect(page.getByRole('listbox', { name: '找客户' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: client })).toBeVisible()
}

const meet = async (page: Page): Promise<void> => {
  const id = /client\/(\d+)/.exec(page.url())?.[1] ?? ''
  await page.goto(new URL(`#/client/${id}/meetings`, page.url()).href)
  await click(page, '开始会面')
  await page.getByLabel('出生日期').last().fill('1970-01-01')
  await click(page, '核对')
  await expect(page.getByText('已核对')).toBeVisible()
  await page.getByLabel('来意').fill(purpose)
  await click(page, '下一步')
  await click(page, '投资')
  await page.getByLabel('客户原话').fill(need)
  await page.getByLabel('为谁').click()
  await click(page, '记下这一项')
  await expect(page.getByRole('listitem').filter({ hasText: need })).toBeVisible()
  await page.goto(new URL(`#/client/${id}/money`, page.url()).href)
}

const addFigure = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: '财务' }).click()
  await click(page, '加一行 资产')
  await page.getByRole('combobox', { name: '项目' }).click()
  await page.getByRole('option', { name: '其他金融资产' }).click()
  await page.getByLabel('金额（元）').fill(amount)
  await page.getByLabel('在哪里').fill(bankName)
  await click(page, '记下')
  await expect(page.getByRole('cell', { name: bankName })).toBeVisible()
}

const print = async (page: Page): Promise<void> => {
  const tools = await page.context().newCDPSession(page)
  await tools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: saved })
  await page.getByRole('group', { name: '谁会看到' }).getByRole('button', { name: client }).click()
  await click(page, '打印报告')
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible()
  await click(page, '存为PDF')
  await expect(page.getByText('已存为文件')).toBeVisible()
  await expect.poll(() => readdirSync(saved).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
  await click(page, '关闭')
}

/** A sheet as the host makes a file of it, by the browser it prints with. */
const pdf = async (page: Page, job: string): Promise<void> => {
  const size = await page.evaluate(
    async (name) => (await (await fetch(`/host/pdf/${name}`)).arrayBuffer()).byteLength,
    job,
  )
  expect(size).toBeGreaterThan(1000)
}

const jobEnd = (desk: Awaited<ReturnType<typeof deskOf>>, id: number | null) =>
  expect
    .poll(async () => id === null || (await desk.job.state({ id })).state, { timeout: 30_000 })
    .not.toBe('running')

/** A second place, a drill and its sheet; the dossier handed in, booked, sealed, certified: shown, and on paper. */
const guard = async (page: Page, second: string): Promise<void> => {
  const desk = await deskOf(page)
  const clientId = await clientNamed(desk, client)
  await desk.backup.setSecond({ folder: second })
  const made = await desk.backup.run()
  for (const id of [made.jobId, made.copyId]) await jobEnd(desk, id)
  const { jobId } = await desk.backup.drill({ place: 'away' })
  await jobEnd(desk, jobId)
  await pdf(page, (await desk.backup.drilled({ jobId })).sheet ?? '')
  const [running] = await desk.encounter.list({ clientId, over: false })
  const id = running?.id ?? 0
  const lesson = { type: 'answer.given', step: 'reviewing', field: 'lesson', value: need } as const
  const left = { type: 'client.left-early', reason: 'family' } as const
  for (const event of [left, lesson, { type: 'review.written' } as const])
    await desk.encounter.send({ id, seq: (await desk.encounter.get({ id })).seq, event })
  await desk.seal.propose({ clientId, reason: 'secrecy', note: sealNote })
  await desk.custody.handIn({ clientIds: [clientId] })
  await pdf(page, (await desk.custody.prepareHandIn()).job)
  await changePerson(desk, keeper)
  await page.goto(new URL('/#/archive/sealed', page.url()).href)
  await page.reload()
  await expect(page.getByText(sealNote, { exact: false })).toBeVisible()
  await desk.custody.accept({ items: [{ clientId, place: 'A-3-2' }] })
  const [proposal] = await desk.seal.proposals()
  await jobEnd(desk, (await desk.seal.run({ proposalId: proposal?.id ?? 0 })).jobId)
  await pdf(page, (await desk.seal.prepareCertificate({ clientId })).job)
  const period = { from: '2026-11-23', until: '2026-11-23' }
  await pdf(page, (await desk.custody.prepareRegister(period)).job)
  await page.goto(new URL('/#/archive/register', page.url()).href)
  await expect(page.getByRole('table', { name: '登记簿' })).toContainText('接收入柜')
  await changePerson(desk, firstPerson)
  await page.reload()
}

/** Leaves something half-written on the screen, which the desk keeps as a draft. */
const writeHalf = async (page: Page): Promise<void> => {
  const desk = await deskOf(page)
  await page.goto(new URL('/#/settings', page.url()).href)
  await page.getByLabel('姓名', { exact: true }).fill(unsaved)
  const drafts = async () => (await desk.draft.list({ place: '/settings' })).map(({ value }) => value)
  await expect.poll(drafts).toContain(unsaved)
}

test('after a power cut no file on the disk shows what was imported, sought, said, written down, printed or sealed', async ({
  preview,
}) => {
  await hireAll(preview, '2026-11-23T07:30:00+08:00', [
    { ...keeper, roles: ['supervisor', 'archive-keeper'] },
  ])
  const { page, profile, kill9 } = await openOwnBrowser(preview.url(), temp)
  await enterQuickly(page)
  await importBook(page)
  await search(page)
  await meet(page)
  await addFigure(page)
  await print(page)
  await guard(page, second)
  await writeHalf(page)
  await kill9()
  await preview.kill9()
  expect(readdirSync(profile).length).toBeGreaterThan(0)
  const drivers = readdirSync(ownTemp)
    .filter((name) => !atStart.has(name) && /playwright|chromium/i.test(name))
    .map((name) => join(ownTemp, name))
  const searched = [preview.dataFolder, second, temp, ...drivers]
  expect(findWords(searched, [...secrets, firstPerson.passphrase])).toEqual([])
  // The search itself works: a word written in clear is found, in each way of writing it.
  writeFileSync(join(profile, 'planted'), Buffer.from(`x${client}`, 'utf16le'))
  writeFileSync(join(preview.dataFolder, 'planted'), iconv.encode(`x${need}`, 'gb18030'))
  writeFileSync(join(second, 'planted'), Buffer.from(`x${sealNote}`).toString('base64'))
  const found = new Set(findWords(searched, secrets).map(({ word }) => word))
  expect(found).toEqual(new Set([client, need, sealNote]))
})
