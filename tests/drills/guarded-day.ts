import { slotOf } from '../support/hire.ts'
import { answer, completed, sendAll } from '../support/meeting.ts'
import type { TestClient } from '../support/plain-desk.ts'
import { bookOf, lisNext, people, said, type Pc } from './guarded-branch.ts'

// A week of a branch in which everything happens that this house guards: each act through the product's own calls.

const jobEnd = async (client: TestClient, id: number | null): Promise<void> => {
  if (id === null) return
  for (;;) {
    const { state, failure } = await client.job.state({ id })
    if (state === 'done') return
    if (state !== 'running') throw new Error(`the job ended ${state}: ${JSON.stringify(failure)}`)
    await new Promise((wake) => setTimeout(wake, 5))
  }
}

/** The sheet as the printer gets it: it must really hold what is looked for afterwards. */
const sheet = async (client: TestClient, job: string, word: string): Promise<void> => {
  const { html } = await client.printout.page({ job })
  if (!html.includes(word)) throw new Error(`the sheet does not say ${word}`)
}

const takeIn = async (client: TestClient, bytes: Buffer): Promise<void> => {
  const { id } = await client.upload.begin({ name: '客户清单.csv', size: bytes.length })
  await client.upload.part({ id, no: 0, bytes: new Blob([new Uint8Array(bytes)]) })
  const read = await client.intake.inspect({ uploadId: id, kind: 'client-book' })
  await jobEnd(client, read.jobId)
  const { owners, asOf } = await client.intake.preview({ previewId: read.jobId })
  const known = owners.map(({ name, staffId }) => ({ name, staffId: staffId ?? ('new' as const) }))
  const applied = { previewId: read.jobId, asOf: asOf ?? '2026-11-20', owners: known }
  await jobEnd(client, (await client.intake.apply(applied)).jobId)
}

const backUp = async (client: TestClient): Promise<void> => {
  const { jobId, copyId } = await client.backup.run()
  await jobEnd(client, jobId)
  await jobEnd(client, copyId)
}

const idOf = async (client: TestClient, name: string): Promise<number> => {
  const { rows } = await client.search.find({ q: name })
  const [row] = rows
  if (!row) throw new Error(`${name} is not in the book`)
  return row.id
}

const staffId = async (client: TestClient, name: string): Promise<number> =>
  (await client.staff.list()).find((each) => each.name === name)?.id ?? 0

type Clients = { readonly clientId: number; readonly otherId: number }

/** 08:00, the head of the centre: the book, a second place for backups, a standing loan, a PIN. */
export const openTheDay = async ({ sit, second }: Pc): Promise<Clients> => {
  const head = await sit('head', '2026-11-23T08:00:00+08:00')
  await takeIn(head, bookOf('2026-11-20', said.phone, 1_500_000))
  await head.search.find({ q: said.sought })
  await head.backup.setSecond({ folder: second })
  const period = { from: '2026-11-23', until: '2026-12-31' }
  await head.custody.grantLoan({ staffId: await staffId(head, people.li.name), ...period })
  await head.session.setPin({ pin: '408617' })
  return { clientId: await idOf(head, said.client), otherId: await idOf(head, said.other) }
}

/** 09:00, 李: a meeting left early, a family, a figure, a consent, a statement, half a sentence, a wish to seal. */
export const work = async ({ sit }: Pc, { clientId }: Clients): Promise<void> => {
  const li = await sit('li', '2026-11-23T09:00:00+08:00')
  const start = { source: 'walk-in' as const, appointment: null, present: [], continues: null }
  const { id } = await li.encounter.start({ ...start, clientId })
  const need = { area: 'investment', words: said.need, amount: null, forWhom: said.child } as const
  await sendAll(li, id, [
    answer('greeting', 'second-sign', 'birth:1970-01-01'),
    answer('greeting', 'purpose', said.purpose),
    completed('greeting'),
    {
      type: 'need.recorded',
      needId: null,
      need: { ...need, priority: 'high', evidence: 'said', latest: null },
    },
    { type: 'client.left-early', reason: 'family' },
    answer('reviewing', 'lesson', said.lesson),
    { type: 'review.written' },
  ])
  const { selfId } = await li.household.begin({ clientId })
  const child = {
    name: said.child,
    relation: 'daughter',
    sex: 'female',
    birth: '1995',
    occupation: '教师',
  } as const
  const { id: childId } = await li.household.addMember({ clientId, ...child, agreed: true })
  const told = { source: 'told', reach: { kind: 'own' }, asOf: '2026-11-23' } as const
  const cash = { clientId, ownerId: selfId, kind: 'cash', amount: 7_654_321, period: 'year' } as const
  const figure = await li.figure.put({ ...cash, ...told, place: said.place })
  const agreed = { reach: { kind: 'family' }, bank: true, paper: said.paper, signedOn: '2026-11-23' } as const
  await li.consent.record({ clientId, memberId: selfId, figureIds: [figure.id], ...agreed })
  const readers = [selfId, childId]
  const { job } = await li.printout.start({ clientId, readers, way: 'paper', glyphsAccepted: true })
  await sheet(li, job, said.client)
  const { seq } = await li.client.page({ id: clientId })
  await li.client.setType({ id: clientId, seq, type: 'quality', reason: said.typeReason })
  await li.draft.put({ place: `/client/${clientId}`, field: 'type-reason', value: said.half })
  await li.seal.propose({ clientId, reason: 'secrecy', note: said.sealNote })
}

/** At noon the head comes in by her PIN: a backup carries all of it to the second place, a drill opens it again. */
export const drill = async ({ fresh }: Pc): Promise<void> => {
  const head = await fresh('2026-11-23T12:10:00+08:00')
  const slotId = await slotOf(head, people.head.name)
  await head.session.unlockQuick({ slotId, pin: '408617' })
  await backUp(head)
  for (const place of ['here', 'away'] as const) {
    const { jobId } = await head.backup.drill({ place })
    await jobEnd(head, jobId)
    const { sheet: job } = await head.backup.drilled({ jobId })
    if (job === null) throw new Error('the drill printed nothing')
    await sheet(head, job, '76,543.21')
    await head.backup.confirmDrill({ jobId, pages: 2 })
  }
}

/** 17:20, 李 hands both in; at 17:50 the keeper counts, takes one and sends one back, and prints her register. */
export const evening = async ({ sit }: Pc, { clientId, otherId }: Clients): Promise<void> => {
  const li = await sit('li', '2026-11-23T17:20:00+08:00')
  await li.custody.open({ clientId: otherId })
  await li.custody.handIn({ clientIds: [clientId, otherId] })
  await sheet(li, (await li.custody.prepareHandIn()).job, 'YH-2026-0001')
  await li.custody.printHandIn({ way: 'paper', glyphsAccepted: true })
  const feng = await sit('feng', '2026-11-23T17:50:00+08:00')
  await feng.custody.accept({ items: [{ clientId, place: 'A-3-2' }] })
  await feng.custody.sendBack({ clientId: otherId, reason: said.sendBack })
  const period = { from: '2026-11-23', until: '2026-11-23' }
  await feng.custody.register({ ...period, number: '0099', staffId: null })
  await sheet(feng, (await feng.custody.prepareRegister(period)).job, 'YH-2026-0001')
  await feng.custody.printRegister({ ...period, way: 'paper', glyphsAccepted: true })
}

/** Tuesday: 王 asks for the dossier, 何静 approves, the keeper gives it out; it comes back and is sealed. */
export const checkOut = async ({ sit }: Pc, { clientId }: Clients): Promise<void> => {
  const wang = await sit('wang', '2026-11-24T09:00:00+08:00')
  const due = { dueDay: '2026-11-24', dueClock: '16:00' }
  const { id } = await wang.custody.ask({ clientId, purpose: said.checkoutWhy, ...due })
  const he = await sit('he', '2026-11-24T09:10:00+08:00')
  await he.custody.approve({ id })
  await he.custody.issue({ id })
  const back = await sit('wang', '2026-11-24T15:00:00+08:00')
  await back.client.page({ id: clientId })
  await back.custody.handIn({ clientIds: [clientId] })
}

const seal = async (sit: Pc['sit'], clientId: number, at: string): Promise<TestClient> => {
  const feng = await sit('feng', at)
  if ((await feng.custody.waiting()).length > 0)
    await feng.custody.accept({ items: [{ clientId, place: 'A-3-2' }] })
  const [proposal] = await feng.seal.proposals()
  await jobEnd(feng, (await feng.seal.run({ proposalId: proposal?.id ?? 0 })).jobId)
  await sheet(feng, (await feng.seal.prepareCertificate({ clientId })).job, '濮')
  const { job } = await feng.seal.startCertificate({ clientId, way: 'paper', glyphsAccepted: true })
  await sheet(feng, job, '濮')
  return feng
}

/** A newer book comes while it is sealed; older copies go; then it is opened without a keeper, and one looks. */
export const emergency = async ({ sit }: Pc, { clientId }: Clients): Promise<string> => {
  const feng = await seal(sit, clientId, '2026-11-24T17:40:00+08:00')
  const { id } = await feng.seal.askPurge({})
  const head = await sit('head', '2026-11-25T08:10:00+08:00')
  await jobEnd(head, (await head.seal.purge({ id })).jobId)
  await takeIn(head, bookOf('2026-11-24', said.newPhone, 1_600_000))
  await head.seal.openEmergency({
    clientId,
    reason: said.emergencyWhy,
    secondSlotId: await slotOf(head, people.he.name),
    passphrase: people.he.passphrase,
    card: '',
  })
  await head.client.page({ id: clientId })
  await head.seal.propose({ clientId, reason: 'hold', note: said.sealNote })
  const { passphrase } = await head.staff.reset({ id: await staffId(head, people.li.name), passphrase: null })
  return passphrase
}

/** 李 comes in by what he was given; sealed once more, and opened again because she is back. */
export const unseal = async ({ sit }: Pc, { clientId }: Clients, temporary: string): Promise<void> => {
  const li = await sit('li', '2026-11-25T08:30:00+08:00', temporary)
  await li.session.changePassphrase({ old: temporary, next: lisNext })
  const feng = await seal(sit, clientId, '2026-11-25T09:00:00+08:00')
  const [told] = (await feng.seal.alarms()).emergencies
  await feng.seal.acknowledge({ id: told?.id ?? 0 })
  await jobEnd(feng, (await feng.seal.open({ clientId, reason: said.openWhy })).jobId)
  const again = await sit('li', '2026-11-25T09:30:00+08:00', lisNext, 'apart')
  await again.custody.takeOut({ clientIds: [clientId] })
  const { value } = await again.client.reveal({ id: clientId, field: 'phone', reason: 'contact-client' })
  if (value !== said.newPhone) throw new Error('the waiting rows were not applied')
}
