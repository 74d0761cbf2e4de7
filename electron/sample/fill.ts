import { checkCharacter } from '../../shared/client/identity.ts'
import { bandOf } from '../../shared/client/worth.ts'
import type { Reach } from '../../shared/figure/model.ts'
import { addDays } from '../../shared/plain-date.ts'
import { recordAssessment } from '../assessment/repository.ts'
import { recordPosition } from '../client/positions.ts'
import { clientById, insertClient } from '../client/repository.ts'
import type { Write } from '../database/handle.ts'
import { insertFigure } from '../figure/repository.ts'
import { ensureHousehold, insertMember, moveMember } from '../household/repository.ts'
import { indexClient } from '../search/index-client.ts'
import type { Balances, SampleClient, SampleHousehold } from './model.ts'
import { sampleHouseholds } from './people.ts'

export type SampleMoment = { readonly now: number; readonly today: string; readonly staffId: number }

// Area 990000 does not exist, so nobody real has this number; the check digit is right all the same.
const inventedId = (birth: string, no: number, isMale: boolean): string => {
  const body = `990000${birth.replaceAll('-', '')}${String(no * 2 + (isMale ? 1 : 0)).padStart(3, '0')}`
  return body + checkCharacter(body)
}

const inFen = (yuan: number | undefined): number => (yuan ?? 0) * 100

const positionOf = (balances: Balances, asOf: string) => {
  const { demand, time, wealth, fund, insurance, bond, metal, loan } = balances
  const assets = { demand, time, wealth, fund, insurance, bond, metal }
  const fen = {
    demand: inFen(demand),
    time: inFen(time),
    wealth: inFen(wealth),
    fund: inFen(fund),
    insurance: inFen(insurance),
    bond: inFen(bond),
    metal: inFen(metal),
  }
  const aum = Object.values(assets).reduce<number>((sum, yuan) => sum + inFen(yuan), 0)
  return { asOf, aum, ...fen, loan: inFen(loan) }
}

type Filling = SampleMoment & { readonly asOf: string; readonly next: () => number }

const enterClient = (db: Write, person: SampleClient, moment: Filling): number => {
  const no = moment.next()
  const position = positionOf(person.balances, moment.asOf)
  const id = insertClient(db, {
    number: `YL${String(80_000 + no)}`,
    dossierNumber: `YL-2026-${String(no).padStart(4, '0')}`,
    name: person.name,
    sex: person.sex,
    documentKind: 'resident-id',
    documentNumber: inventedId(person.birth, no, person.sex === 'male'),
    idDoubtful: false,
    birthDate: person.birth,
    phone: `1990000${String(1000 + no * 37)}`,
    employer: person.employer ?? '',
    occupation: person.job,
    ownerId: moment.staffId,
    band: bandOf(position.aum),
    aum: position.aum,
    asOf: moment.asOf,
    type: 'quality',
    typeConfirmed: true,
    typeReason: '样例',
    staffId: moment.staffId,
    at: moment.now,
  })
  recordPosition(db, id, position)
  const client = clientById(db, id)
  if (client) indexClient(db, client)
  if (person.level)
    recordAssessment(db, {
      clientId: id,
      level: person.level,
      date: addDays(moment.today, -30 - no),
      serial: `YL-FX-${String(no).padStart(4, '0')}`,
      channel: 'import',
      staffId: moment.staffId,
      at: moment.now,
    })
  return id
}

// Told with both present: that is whom it reaches until somebody signs a consent.
const enterFigures = (
  db: Write,
  household: SampleHousehold,
  home: { readonly householdId: number; readonly head: number; readonly spouse: number | null },
  moment: Filling,
): void => {
  const present = home.spouse === null ? [home.head] : [home.head, home.spouse]
  const reach: Reach = { kind: 'named', members: present }
  const owners = { head: home.head, spouse: home.spouse, both: home.spouse === null ? home.head : null }
  for (const [owner, kind, yuan, source = 'told', period = 'year'] of household.figures)
    insertFigure(
      db,
      home.householdId,
      {
        ownerId: owners[owner],
        kind,
        amount: inFen(yuan),
        period,
        source,
        reach,
        place: '',
        asOf: moment.asOf,
      },
      { staffId: moment.staffId, at: moment.now, encounterId: null },
    )
}

const enterHousehold = (db: Write, household: SampleHousehold, moment: Filling): void => {
  const { householdId, memberId } = ensureHousehold(db, enterClient(db, household.head, moment), moment.now)
  let spouse: number | null = null
  if (household.spouse) {
    const own = ensureHousehold(db, enterClient(db, household.spouse, moment), moment.now)
    moveMember(db, own, householdId, household.spouse.sex === 'female' ? 'wife' : 'husband')
    spouse = own.memberId
  }
  for (const relative of household.relatives)
    insertMember(db, {
      ...relative,
      householdId,
      clientId: null,
      occupation: '',
      agreed: false,
      validFrom: moment.asOf,
      at: moment.now,
    })
  enterFigures(db, household, { householdId, head: memberId, spouse }, moment)
}

/** Twelve invented households, as of the end of last month; they live in the sample book's own vault only. */
export const fillSample = (db: Write, moment: SampleMoment): void => {
  let count = 0
  const asOf = addDays(`${moment.today.slice(0, 8)}01`, -1)
  const next = (): number => (count += 1)
  for (const household of sampleHouseholds) enterHousehold(db, household, { ...moment, asOf, next })
}
