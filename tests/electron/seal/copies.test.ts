import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { purgeCopies } from '../../../electron/seal/purge-copies.ts'
import { waitingPurge } from '../../../electron/seal/purge.ts'
import { heldLines } from '../../../shared/seal/older-copies.ts'
import { addPerson, firstPerson, switchTo, type Person } from '../../support/people.ts'
import { openTestDesk, tempFolder, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'

describe('copies of a sealed dossier beside this PC’s own backups', () => {
  let test: TestDesk
  let first: Person
  let keeper: Person
  let clientId: number
  let target: string

  const openOf = (desk: TestDesk) => {
    const open = desk.desk.open()
    if (!open) throw new Error('locked')
    return open
  }

  const backUp = async (): Promise<void> => {
    const { jobId, copyId } = await test.client.backup.run()
    expect((await jobEnd(test, jobId)).state).toBe('done')
    expect((await jobEnd(test, copyId ?? 0)).state).toBe('done')
    await test.desk.gate.run(() => undefined)
  }

  /** The next person at the same PC: its settings stay. */
  const next = async (who: Person, at: string): Promise<void> => {
    test = await switchTo(test, who, at)
    test.desk.ports.settings.set('secondBackupFolder', target)
  }

  const seal = async (): Promise<void> => {
    const { id } = await test.client.seal.propose({ clientId, reason: 'hold', note: '' })
    await next(keeper, '2026-12-01T11:00:00+08:00')
    const { jobId } = await test.client.seal.run({ proposalId: id })
    expect((await jobEnd(test, jobId)).state).toBe('done')
  }

  const awayNames = (): readonly string[] => {
    const [folder = ''] = readdirSync(target)
    return readdirSync(join(target, folder)).toSorted()
  }

  const hereNames = (): readonly string[] => readdirSync(join(openOf(test).vaultFolder, 'backups')).toSorted()

  const certified = async (): Promise<string> => {
    const { job } = await test.client.seal.prepareCertificate({ clientId })
    return (await test.client.printout.page({ job })).html
  }

  const printed = (): string =>
    dbOf(test).one<{ content: string }>(
      'SELECT content FROM printout_content ORDER BY printout_id DESC LIMIT 1',
    )?.content ?? ''

  beforeEach(async () => {
    // At home it is December already, while UTC still has November.
    test = await openTestDesk({ at: '2026-12-01T06:00:00+08:00' })
    first = await firstPerson(test)
    keeper = await addPerson(test, '高档案', ['archive-keeper'])
    clientId = addClient(test, '郝欣')
    target = tempFolder()
    await test.client.backup.setSecond({ folder: target })
    await backUp()
  })

  it('are counted on the second target, until the latest day of both, and go from both', async () => {
    // This PC keeps only what is newer; the disk in the drawer still has the first.
    await seal()
    expect(await test.client.seal.copies()).toMatchObject({ count: 2, until: '2027-12-31', away: 'seen' })
    for (const name of hereNames())
      rmSync(join(openOf(test).vaultFolder, 'backups', name), { recursive: true })
    expect(await test.client.seal.copies()).toMatchObject({ count: 1, until: '2027-12-31', away: 'seen' })
    expect(await certified()).toContain('有1份较早的备份还留着封存前的内容，按保留规则最迟到2027年12月31日。')
    const { id } = await test.client.seal.askPurge({})
    await next(first, '2026-12-01T12:00:00+08:00')
    expect((await jobEnd(test, (await test.client.seal.purge({ id })).jobId)).state).toBe('done')
    expect(awayNames()).toEqual(hereNames())
    expect(awayNames()).toHaveLength(1)
    expect(await test.client.seal.copies()).toMatchObject({
      count: 0,
      until: null,
      away: 'seen',
      request: null,
    })
    const [line] = await test.client.audit.list({ before: null, limit: 1 })
    expect(line).toMatchObject({ action: 'seal.purged' })
  })

  it('are unknown while the second target is away, on the screen, the certificate and in the chain', async () => {
    await seal()
    const drawer = `${target}-in-the-drawer`
    renameSync(target, drawer)
    // Nobody looked in this session yet: then nothing is claimed either.
    const way = { way: 'paper', glyphsAccepted: true, requestKey: crypto.randomUUID() } as const
    await test.client.seal.startCertificate({ clientId, ...way })
    expect(printed()).toContain('第二处备份目标现在连不上，那里还有几份不清楚。')
    expect(await certified()).toContain('第二处备份目标现在连不上，那里还有几份不清楚。')
    expect(await test.client.seal.copies()).toMatchObject({ count: 1, away: 'unknown' })
    const { id } = await test.client.seal.askPurge({})
    await next(first, '2026-12-01T12:00:00+08:00')
    // A mount point without its disk is there, and empty: nor does that say that nothing is left.
    mkdirSync(target)
    expect((await jobEnd(test, (await test.client.seal.purge({ id })).jobId)).state).toBe('done')
    expect(await test.client.seal.copies()).toMatchObject({ count: 0, away: 'unknown', request: null })
    const [line] = await test.client.audit.list({ before: null, limit: 1 })
    expect(line).toMatchObject({ action: 'seal.purged-here' })
    rmSync(target, { recursive: true })
    renameSync(drawer, target)
    expect(await test.client.seal.copies()).toMatchObject({ count: 1, away: 'seen' })
  })

  it('on a target of former days and in quarantine are named, with what to do', async () => {
    await test.client.backup.setSecond({ folder: '' })
    target = ''
    await seal()
    const aside = join(openOf(test).vaultFolder, 'quarantine', '20261201T000000Z')
    mkdirSync(aside, { recursive: true })
    expect(await test.client.seal.copies()).toMatchObject({
      count: 1,
      away: 'none',
      elsewhere: true,
      quarantine: ['quarantine/20261201T000000Z'],
    })
    const page = await certified()
    expect(page).toContain('从前还往别的第二处目标存过备份，这里看不到，请负责人另外清除。')
    expect(page).toContain('请负责人在保险库里删除：quarantine/20261201T000000Z。')
  })

  it('that are removed by a purge that is cut off leave the request standing, and the next try ends it', async () => {
    await seal()
    const { id } = await test.client.seal.askPurge({})
    await next(first, '2026-12-01T12:00:00+08:00')
    const { db, keys, vaultFolder, auditKey, stamp, session, database } = openOf(test)
    const base = { db, keys, vaultFolder, session, descriptor: database.descriptor }
    const purgeUntil = (stopAt: number) => {
      let steps = 0
      const now = test.clock.now()
      return purgeCopies(
        {
          ...base,
          now,
          audit: (entry) => appendAudit(db, auditKey, stamp(now, entry)),
          step: () => {
            steps += 1
            if (steps === stopAt) throw new Error('cut off')
          },
        },
        { id, target },
      )
    }
    // Before the first copy goes, between the two places, and when all are gone but nothing is settled.
    for (const stopAt of [1, 2, 3]) {
      await expect(purgeUntil(stopAt)).rejects.toThrow('cut off')
      expect(waitingPurge(db)?.id).toBe(id)
      expect(db.one("SELECT count(*) AS n FROM audit WHERE action LIKE 'seal.purged%'")).toEqual({ n: 0 })
      expect(awayNames().length).toBeGreaterThan(0)
      expect(hereNames().length).toBeGreaterThan(0)
      test.clock.advance(1000)
    }
    expect(await purgeUntil(0)).toMatchObject({ ok: true })
    expect(waitingPurge(db)).toBeNull()
    expect([awayNames().length, hereNames().length]).toEqual([1, 1])
  })
})

it('copies that are no longer whole never go by themselves, and no day is promised for them', () => {
  const copies = { count: 2, until: null, away: 'seen', elsewhere: false, quarantine: [] } as const
  expect(heldLines(copies, (day) => day).map(({ key }) => key)).toEqual(['stay'])
})
