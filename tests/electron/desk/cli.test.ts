import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exitCodes, failureSchema } from '../../../shared/failure.ts'
import { enter, openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'
import { addClient } from '../../support/meeting.ts'
import { runDesk } from '../../support/command.ts'

/** One call answers in one line. */
const run = async (words: readonly string[], input: unknown) => {
  const { lines, ...ran } = await runDesk(words, input)
  expect(lines.length).toBeLessThan(2)
  return { ...ran, line: lines[0] ?? null }
}

type Ran = Awaited<ReturnType<typeof run>>

const restore = (data: string, input: unknown, secret: string | null = passphrase): Promise<Ran> =>
  run(['vault.restore', '--data', data], { ...(secret === null ? {} : { passphrase: secret }), input })

const failed = ({ code, line }: Ran) => {
  const { failure } = line as { readonly failure: unknown }
  const read = failureSchema.parse(failure)
  expect(code).toBe(exitCodes[read.code])
  return read
}

let backup = ''
let card = ''
let original = ''
let clientId = 0

// A branch with one client whose household told its figures, backed up to another place.
beforeAll(async () => {
  const test = await openTestDesk({ closed: true })
  original = test.dataFolder
  const made = await test.client.session.create({
    bank: '禾川银行',
    branch: '云湖路支行',
    name: person,
    passphrase,
  })
  const answers = made.ask.map((place) => ({ place, word: made.words[place - 1] ?? '' }))
  await test.client.session.confirmCard({ answers })
  card = made.code
  clientId = addClient(test, '郝欣')
  const home = await test.client.household.begin({ clientId })
  await test.client.figure.put({
    clientId,
    kind: 'cash',
    ownerId: home.selfId,
    amount: 1_234_567,
    period: 'year',
    source: 'told',
    reach: { kind: 'own' },
    place: '',
    asOf: '2026-11-23',
  })
  const { jobId } = await test.client.backup.run()
  await test.desk.jobs.finished(jobId)
  const [line] = await test.client.backup.list()
  backup = join(tempFolder(), line?.name ?? '')
  cpSync(join(original, 'vault', 'backups', line?.name ?? ''), backup, { recursive: true })
  await test.lock()
})

describe('a restore from the command line', () => {
  it('brings a backup into an empty data folder, and a statement is printed from what it restored', async () => {
    const data = join(tempFolder(), 'data')
    const ran = await restore(data, { from: backup, name: person })
    expect(ran).toMatchObject({ code: 0, line: { ok: true, value: { vault: join(data, 'vault') } } })
    const desk = await openTestDesk({ dataFolder: data })
    await desk.desk.jobs.finished((await desk.client.audit.verify()).jobId)
    expect(await desk.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
    const home = await desk.client.household.get({ clientId })
    const readers = [home?.selfId ?? 0]
    const start = { clientId, readers, way: 'paper' as const, glyphsAccepted: false }
    const { job, printout } = await desk.client.printout.start(start)
    expect(printout).toMatchObject({ number: 'BB-2026-000001', clientName: '郝欣' })
    const { html } = await desk.client.printout.page({ job })
    expect(html).toContain('12,345.67')
    expect(html).toContain('郝欣')
    const rows = await desk.client.audit.list({ before: null, limit: 20 })
    const line = rows.find(({ action }) => action === 'vault.restored')
    expect(line).toMatchObject({ channel: 'cli', staff: person })
  })

  it('opens with the recovery card as well, also when the passphrase is forgotten', async () => {
    const data = tempFolder()
    const ran = await restore(data, { from: backup, card }, null)
    expect(ran).toMatchObject({ code: 0, line: { ok: true } })
    const desk = await openTestDesk({ dataFolder: data, closed: true })
    await enter(desk.client)
    const rows = await desk.client.audit.list({ before: null, limit: 20 })
    expect(rows.find(({ action }) => action === 'vault.restored')).toMatchObject({
      channel: 'cli',
      staff: '',
    })
  })

  it('refuses a wrong passphrase, makes the next try wait, and leaves the folder empty', async () => {
    const data = tempFolder()
    const wrong = failed(await restore(data, { from: backup }, '不是这个口令 2026'))
    expect(wrong).toMatchObject({ code: 'wrong-passphrase', waitSeconds: 1 })
    expect(readdirSync(join(data, 'vault')).filter((name) => name !== 'lock.db')).toEqual([])
    expect(existsSync(join(data, 'attempts.json'))).toBe(true)
  })

  it('touches no vault that is there, and none that is in use', async () => {
    const full = failed(await restore(original, { from: backup }))
    expect(full).toMatchObject({ code: 'refused', rule: 'folder-not-empty' })
    const open = await openTestDesk({ dataFolder: original })
    const ran = await restore(original, { from: backup })
    expect(failed(ran).code).toBe('in-use')
    expect(ran.code).toBe(3)
    await open.lock()
  })

  it('says what was wrong with the request, without repeating it', async () => {
    const data = tempFolder()
    expect(failed(await run(['vault.restore', '--data', data], 'not json')).code).toBe('invalid')
    const odd = failed(await run(['vault.restore', '--data', data], { secret: passphrase }))
    expect(odd).toMatchObject({ code: 'invalid' })
    expect(JSON.stringify(odd)).not.toContain(passphrase)
    expect(failed(await restore(data, { from: backup }, null))).toMatchObject({
      issues: [{ path: 'passphrase', rule: 'required' }],
    })
    expect(failed(await restore(data, { from: backup, name: '某某' }))).toMatchObject({ code: 'not-found' })
    expect(failed(await restore(data, { from: data }))).toMatchObject({ rule: 'no-backup-there' })
  })

  it('takes no secret among its words, and lists what it can do with schema and right', async () => {
    for (const words of [
      ['vault.restore', JSON.stringify({ passphrase })],
      ['vault.restore', `--passphrase=${passphrase}`],
      ['client.get'],
      [],
    ]) {
      const ran = await run(words, '')
      expect(ran).toMatchObject({ code: 2, line: null })
      expect(ran.said).toContain('npm run')
      expect(ran.said).not.toContain(passphrase)
    }
    const listed = await run(['--list'], '')
    expect(listed.code).toBe(0)
    expect(listed.line).toContainEqual(
      expect.objectContaining({ procedure: 'vault.restore', right: 'vault.restore' }),
    )
  })
})
