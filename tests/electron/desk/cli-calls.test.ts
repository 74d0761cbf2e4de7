import { beforeAll, describe, expect, it, vi } from 'vitest'
import {
  findProcedure,
  listProcedures,
  needsBatch,
  needsWindow,
} from '../../../electron/desk/cli-procedures.ts'
import { readCliWords } from '../../../electron/desk/cli-words.ts'
import { makeBook } from '../../support/bank-file.ts'
import { runDesk } from '../../support/command.ts'
import { doors } from '../../support/contract-walk.ts'
import { enter, openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'
import { addClient } from '../../support/meeting.ts'

// Each call is a process of its own, and the machine may be busy with others.
vi.setConfig({ testTimeout: 120_000 })

let data = ''
let clientId = 0

// A branch whose vault is there and locked, as it stands when somebody sits down at a command line.
beforeAll(async () => {
  const test = await openTestDesk()
  data = test.dataFolder
  clientId = addClient(test, '郝欣')
  await test.lock()
})

const call = (words: readonly string[], input?: unknown) =>
  runDesk([...words, '--data', data], { passphrase, ...(input === undefined ? {} : { input }) })

const batch = (lines: readonly unknown[], more: readonly string[] = []) =>
  runDesk(['--batch', ...more, '--data', data], lines.map((line) => JSON.stringify(line)).join('\n'))

const audited = async (): Promise<readonly { action: string; object: string; channel: string }[]> => {
  const ran = await call(['audit.list'], { before: null, limit: 60 })
  return (ran.lines[0] as { value: { action: string; object: string; channel: string }[] }).value
}

describe('the words of the desk command', () => {
  it('reach every procedure of the contract, or say why one makes no sense here', () => {
    for (const { name } of doors) {
      const words = readCliWords([name])
      const refused = needsWindow[name] ?? needsBatch[name]
      if (refused === undefined) expect(words, name).toMatchObject({ kind: 'call', procedure: name })
      else expect(words, name).toMatchObject({ kind: 'usage', problem: expect.stringContaining(refused) })
    }
    const names = doors.map(({ name }) => name)
    for (const name of [...Object.keys(needsWindow), ...Object.keys(needsBatch)])
      expect(names).toContain(name)
  })

  it('list each with its kind, its right and what it takes and gives', () => {
    const listed = listProcedures() as readonly Record<string, unknown>[]
    expect(listed.map(({ procedure }) => procedure)).toEqual(
      expect.arrayContaining(doors.map((door) => door.name)),
    )
    expect(listed.find(({ procedure }) => procedure === 'client.reveal')).toMatchObject({
      kind: 'read',
      right: 'client.reveal',
      input: { type: 'object', properties: { id: {} } },
      output: { type: 'object' },
    })
    expect(findProcedure('vault.create')?.name).toBe('session.create')
    expect(findProcedure('constructor')).toBeUndefined()
  })

  it('take an input only for what reads, and never a secret', () => {
    expect(readCliWords(['client.page', '{"id":1}'])).toMatchObject({ kind: 'call', input: { id: 1 } })
    for (const words of [
      ['staff.add', '{"name":"李理财","post":"理财经理"}'],
      ['staff.add', '{"name":"李理财","post":"理财经理"}', '--input', '-'],
      ['session.unlockWithCard', '{}'],
      ['client.page', `{"passphrase":"${passphrase}"}`],
      ['client.page', passphrase],
      ['client.page', '{}', '{}'],
      ['client.page', '--input', passphrase],
      ['--batch', 'client.page'],
      ['client.page', '--keep-going'],
      ['session.touch'],
    ]) {
      const read = readCliWords(words)
      expect(read.kind, words.join(' ')).toBe('usage')
      expect(JSON.stringify(read)).not.toContain(passphrase)
    }
    expect(readCliWords(['staff.add', '--input', '-', '--user', person])).toMatchObject({
      kind: 'call',
      user: person,
      input: undefined,
    })
  })
})

describe('one call on a locked vault', () => {
  it('unlocks, answers like the window would, locks, and stands in the audit chain as cli', async () => {
    const page = await call(['client.page', `{"id":${clientId}}`, '--user', person])
    expect(page).toMatchObject({ code: 0, lines: [{ ok: true, value: { id: clientId } }] })
    const added = await call(['staff.add'], { name: '李理财', post: '理财经理' })
    expect(added).toMatchObject({ code: 0, lines: [{ ok: true, value: { name: '李理财' } }] })
    const lines = await audited()
    const cli = lines
      .filter(({ channel }) => channel === 'cli')
      .map(({ action, object }) => `${action} ${object}`)
    expect(cli).toEqual(
      expect.arrayContaining([
        'desk.called procedure:client.page',
        'desk.called procedure:staff.add',
        expect.stringMatching(/^staff\.added /),
        expect.stringMatching(/^session\.unlocked/),
        expect.stringMatching(/^session\.locked/),
      ]),
    )
    // The next window finds the chain whole.
    const desk = await openTestDesk({ dataFolder: data })
    expect(await desk.client.audit.verdict()).toMatchObject({ verdict: 'intact' })
    await desk.lock()
  })

  it('waits for a job it started and tells how it ended', async () => {
    const ran = await call(['backup.run'])
    expect(ran).toMatchObject({ code: 0, lines: [{ value: { job: { kind: 'backup.run', state: 'done' } } }] })
    const made = (await audited()).find(({ action }) => action === 'backup.made')
    expect(made).toMatchObject({ channel: 'cli' })
  })

  it('refuses with 1 and the failure as JSON, with 2 for wrong words, with 3 while the app runs', async () => {
    const refused = await call(['client.page', '{"id":999999}'])
    expect(refused).toMatchObject({ code: 1, lines: [{ ok: false, failure: { code: 'not-found' } }] })
    const invalid = await call(['client.page'], { id: 'x' })
    expect(invalid).toMatchObject({
      code: 1,
      lines: [{ failure: { code: 'invalid', issues: [{ path: 'id' }] } }],
    })
    expect(await call(['client.page', '{}', '--user', '某某'])).toMatchObject({
      code: 1,
      lines: [{ failure: { code: 'not-found', what: 'login' } }],
    })
    const window = await call(['session.touch'])
    expect(window).toMatchObject({ code: 2, lines: [] })
    expect(window.said).toContain('a window')
    const open = await openTestDesk({ dataFolder: data })
    const busy = await call(['client.page'], { id: clientId })
    expect(busy).toMatchObject({ code: 3, lines: [{ failure: { code: 'in-use' } }] })
    await open.lock()
  })

  it('makes a wrong passphrase wait longer each time, as at the screen', async () => {
    const folder = tempFolder()
    const test = await openTestDesk({ dataFolder: folder, closed: true })
    await enter(test.client)
    await test.lock()
    const wrong = { passphrase: '不是这个口令 2026', input: {} }
    const first = await runDesk(['session.me', '--data', folder], wrong)
    expect(first).toMatchObject({
      code: 1,
      lines: [{ failure: { code: 'wrong-passphrase', waitSeconds: 1 } }],
    })
    const again = await runDesk(['session.me', '--data', folder], wrong)
    expect(again).toMatchObject({ code: 1, lines: [{ failure: { code: 'wrong-passphrase' } }] })
    expect(JSON.stringify(again.lines)).toMatch(/"waitSeconds":[12]\b/)
  })
})

describe('a vault made at the command line', () => {
  it('shows its card once; another run knows the vault but not the words', async () => {
    const folder = tempFolder()
    const input = { bank: '禾川银行', branch: '云湖路支行', name: person }
    const made = await runDesk(['vault.create', '--data', folder], { passphrase, input })
    const { words } = (made.lines[0] as { value: { words: readonly string[] } }).value
    expect(words).toHaveLength(24)
    const state = await runDesk(['vault.state', '--data', folder], undefined)
    expect(state).toMatchObject({
      code: 0,
      lines: [{ value: { state: 'locked', doors: [{ name: person }] } }],
    })
    expect(JSON.stringify(state.lines)).not.toContain(words[0])
    const early = await runDesk(['client.list', '--data', folder], { passphrase, input: {} })
    expect(early).toMatchObject({ code: 1, lines: [{ failure: { rule: 'session.card-unconfirmed' } }] })
  })
})

describe('many calls in one session', () => {
  it('take a file in: uploaded, read, applied, and its clients found', async () => {
    const bytes = makeBook({ rows: 3, names: ['欧阳青青', '赵伟', '钱芳'] })
    const whole = bytes.toString('base64')
    const ran = await batch([
      { procedure: 'upload.begin', input: { name: 'book.csv', size: bytes.length }, passphrase },
      { procedure: 'upload.part', input: { id: 1, no: 0, bytes: { $blob: whole } } },
      { procedure: 'intake.inspect', input: { uploadId: 1, kind: 'client-book' } },
      { procedure: 'intake.preview', input: { previewId: 1 } },
      {
        procedure: 'intake.apply',
        input: {
          previewId: 1,
          asOf: '2026-11-20',
          owners: [{ name: '李理财', staffId: 'new' }],
        },
      },
      { procedure: 'search.find', input: { q: '欧阳' } },
    ])
    expect(ran.lines, JSON.stringify(ran)).toHaveLength(6)
    expect(ran.code).toBe(0)
    expect(ran.lines[4]).toMatchObject({ ok: true, value: { job: { state: 'done' } } })
    expect(JSON.stringify(ran.lines[5])).toContain('欧阳青青')
  })

  it('stop at the first failure, or go on when told to, and answer for it in the exit code', async () => {
    const lines = [
      { procedure: 'session.me', passphrase },
      { procedure: 'client.page', input: { id: 999_999 } },
      { procedure: 'session.lock' },
      { procedure: 'no.such' },
      { procedure: 'setting.get' },
    ]
    const stopped = await batch(lines)
    expect(stopped).toMatchObject({ code: 1, lines: [{ ok: true }, { ok: false }] })
    expect(stopped.lines).toHaveLength(2)
    const through = await batch(lines, ['--keep-going'])
    expect(through.code).toBe(1)
    expect(through.lines.map((line) => (line as { ok: boolean }).ok)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    expect(through.lines[2]).toMatchObject({
      failure: { issues: [{ path: 'procedure', rule: 'needs-window' }] },
    })
  })
})
