import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { clientById } from '../../../electron/client/repository.ts'
import { addPerson, firstPerson, switchTo, type Person } from '../../support/people.ts'
import { failureFrom, openTestDesk, passphrase, person, type TestDesk } from '../../support/desk.ts'
import { foundBranch } from '../../support/hire.ts'
import { dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'
import { makeWholeDossier, secrets } from '../../support/whole-dossier.ts'

describe('an emergency opening (practice 1)', () => {
  let test: TestDesk
  let first: Person
  let head: Person
  let keeper: Person
  let manager: Person
  let card: string
  let clientId: number

  const sealAgain = async (): Promise<void> => {
    test = await switchTo(test, manager)
    const { id } = await test.client.seal.propose({ clientId, reason: 'hold', note: '' })
    test = await switchTo(test, keeper)
    const { jobId } = await test.client.seal.run({ proposalId: id })
    expect((await jobEnd(test, jobId)).state).toBe('done')
    test = await switchTo(test, head)
  }

  const ask = (second: Person, typed = second.passphrase, words = '') =>
    test.client.seal.openEmergency({
      clientId,
      reason: '法院要件，档案管理员出差',
      secondSlotId: second.slotId,
      passphrase: typed,
      card: words,
    })

  beforeAll(async () => {
    test = await openTestDesk({ closed: true })
    const words = await foundBranch(test.client, {
      bank: '禾川银行',
      branch: '云湖路支行',
      name: person,
      passphrase,
    })
    card = words.join('')
    first = await firstPerson(test)
    head = await addPerson(test, '许负责', ['centre-head'])
    keeper = await addPerson(test, '高档案', ['archive-keeper'])
    manager = await addPerson(test, '李理财', ['wealth-manager'])
    clientId = (await makeWholeDossier(test)).clientId
    await sealAgain()
  })

  it('is refused without the second person’s own passphrase, and a wrong one has to wait', async () => {
    expect(await failureFrom(ask(head))).toMatchObject({ rule: 'seal.refusal.second-self' })
    expect(await failureFrom(ask(keeper, '不是这个口令'))).toMatchObject({
      code: 'wrong-passphrase',
      waitSeconds: 1,
    })
    expect(await failureFrom(ask(keeper))).toMatchObject({ code: 'wrong-passphrase' })
    expect(clientById(dbOf(test), clientId)?.name).toBe('暗**欣')
  })

  it('opens with the key of the second person when he holds one, and asks for no card', async () => {
    test.clock.advance(5000)
    expect(await ask(keeper)).toEqual({ card: null })
    expect(clientById(dbOf(test), clientId)?.name).toBe(secrets.name)
    const holder = dbOf(test).one('SELECT state, holder_id AS holder FROM dossier WHERE client_id = ?', [
      clientId,
    ])
    expect(holder).toMatchObject({ state: 'in-use', holder: test.desk.open()?.session.staffId })
  })

  it('is shown to every keeper at the next unlock until he has said that he saw it', async () => {
    expect((await test.client.seal.alarms()).emergencies).toEqual([])
    test = await switchTo(test, keeper)
    const [told] = (await test.client.seal.alarms()).emergencies
    expect(told).toMatchObject({
      by: '许负责',
      second: '高档案',
      way: 'key',
      reason: '法院要件，档案管理员出差',
    })
    test = await switchTo(test, keeper)
    expect((await test.client.seal.alarms()).emergencies).toHaveLength(1)
    await test.client.seal.acknowledge({ id: told?.id ?? 0 })
    expect((await test.client.seal.alarms()).emergencies).toEqual([])
  })

  it('with somebody who holds no key needs the recovery card, which is void at once and replaced', async () => {
    await sealAgain()
    expect(await failureFrom(ask(manager))).toMatchObject({ rule: 'seal.refusal.card-needed' })
    const fresh = (await ask(manager, manager.passphrase, card)).card
    expect(fresh?.words).toHaveLength(24)
    // That the card counts no more is written before anything opens.
    const order = dbOf(test).all<{ action: string }>(
      `SELECT action FROM audit WHERE action IN ('card.used', 'dossier.emergency-opened', 'card.renewed')
       ORDER BY seq DESC LIMIT 3`,
    )
    expect(order.map(({ action }) => action)).toEqual([
      'card.renewed',
      'dossier.emergency-opened',
      'card.used',
    ])
    expect(clientById(dbOf(test), clientId)?.name).toBe(secrets.name)
    // Nobody goes on before the new card was read back.
    expect(await failureFrom(test.client.seal.proposals())).toMatchObject({
      rule: 'session.card-unconfirmed',
    })
    const answers = (fresh?.ask ?? []).map((place) => ({ place, word: fresh?.words[place - 1] ?? '' }))
    expect(await test.client.session.confirmCard({ answers })).toEqual({ wrongPlaces: [] })
    await sealAgain()
    const again = await failureFrom(ask(manager, manager.passphrase, card))
    expect(again.code).toBe('wrong-passphrase')
    card = fresh?.words.join('') ?? ''
  })

  it('that ends in a refusal has used the card as well: it counts no more, and a new one is made at once', async () => {
    test = await switchTo(test, head)
    const folder = join(test.desk.open()?.vaultFolder ?? '', 'sealed')
    test.clock.advance(5000)
    renameSync(folder, `${folder}-away`)
    expect(await failureFrom(ask(manager, manager.passphrase, card))).toMatchObject({ code: 'damaged' })
    expect((await test.client.session.me()).cardConfirmed).toBe(false)
    renameSync(`${folder}-away`, folder)
    const fresh = await test.client.session.renewCard({ passphrase: head.passphrase })
    card = fresh.words.join('')
    const answers = fresh.ask.map((place) => ({ place, word: fresh.words[place - 1] ?? '' }))
    await test.client.session.confirmCard({ answers })
  })

  it('is not opened by one person who made the second one’s passphrase: first, reset or from the card', async () => {
    const sealed = () => expect(clientById(dbOf(test), clientId)?.name).toBe('暗**欣')
    const { id } = (await test.client.staff.list()).find(({ name }) => name === '李理财') ?? { id: 0 }
    const reset = await test.client.staff.reset({ id, passphrase: null })
    expect(await failureFrom(ask(manager, reset.passphrase, card))).toMatchObject({
      rule: 'seal.refusal.given-lately',
      params: { name: '李理财' },
    })
    sealed()
    test = await switchTo(test, { ...manager, passphrase: reset.passphrase })
    await test.client.session.changePassphrase({ old: reset.passphrase, next: manager.passphrase })
    test = await switchTo(test, head)
    expect(await failureFrom(ask(manager, manager.passphrase, card))).toMatchObject({
      rule: 'seal.refusal.given-lately',
    })
    // Who made the login of a keeper and never let anybody use it is alone as well, however long he waits.
    test = await switchTo(test, first)
    const shadow = await test.client.staff.addUser({
      name: '影子',
      post: '',
      roles: ['archive-keeper'],
      passphrase: null,
    })
    const { slotId } = (await test.client.session.state()).doors.find(({ name }) => name === '影子') ?? first
    const made = { name: '影子', passphrase: shadow.passphrase, slotId }
    expect(await failureFrom(ask(made))).toMatchObject({ rule: 'seal.refusal.given-lately' })
    test = await switchTo(test, first, '2026-11-24T10:00:00+08:00')
    expect(await failureFrom(ask(made))).toMatchObject({ rule: 'seal.refusal.second-temporary' })
    sealed()
  })
})
