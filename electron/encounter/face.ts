import type { Face } from '../../shared/encounter/face.ts'
import { whyFaceIsShut } from '../../shared/encounter/face.ts'
import type { Client } from '../../shared/client/model.ts'
import { isShowable } from '../../shared/fit/check.ts'
import { currentAssessment } from '../assessment/repository.ts'
import { currentPosition } from '../client/positions.ts'
import type { ReadCall } from '../desk/call.ts'
import { needsForTable } from '../need/repository.ts'
import { allProducts } from '../product/repository.ts'
import { currentPolicy } from '../setting/repository.ts'
import { regimeOf } from '../../shared/fit/product.ts'
import { factsOf } from './facts.ts'
import { isOffered } from './fit-of.ts'
import type { EncounterRow } from './repository.ts'
import { presentOf } from './repository.ts'

const parts = ['demand', 'time', 'wealth', 'fund', 'insurance', 'bond', 'metal'] as const

const compounds = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '尉迟',
  '万俟',
  '令狐',
  '皇甫',
  '慕容',
  '司徒',
  '东方',
]

export const surnameOf = (name: string): string =>
  compounds.find((compound) => name.startsWith(compound)) ??
  (/^[A-Za-z]/.test(name) ? name : name.slice(0, 1))

/**
 * What the bank's books say belongs to the client alone (仅本人): with anybody else at the table it is not shown
 * (practice 2).
 */
const structureFor = (call: ReadCall, encounter: EncounterRow, client: Client): Face['structure'] => {
  const others = presentOf(call.db, encounter.id).some((person) => person.relation !== 'head')
  const position = currentPosition(call.db, client.id)
  if (others || !position) return null
  return {
    asOf: position.asOf,
    parts: parts.map((part) => ({ part, amount: position[part] })).filter(({ amount }) => amount > 0),
  }
}

const productsFor = (call: ReadCall, client: Client): Face['products'] => {
  const { db, today } = call
  const assessment = currentAssessment(db, client.id)
  return allProducts(db)
    .filter((product) => isOffered(product, today) && isShowable(product, assessment, today))
    .map((product) => ({
      name: product.name,
      kind: product.kind,
      level: regimeOf(product) === 'none' ? null : product.level,
      termDays: product.termDays,
      minimum: product.minimum,
    }))
}

const topicsFor = (call: ReadCall, encounter: EncounterRow): Face['topics'] =>
  needsForTable(call.db, encounter.id).map(({ area, amount, latest }) => ({ area, amount, latest }))

/** Until a second sign says whose file is open, the face greets and shows nothing else (practice 3). */
export const faceOf = (call: ReadCall, encounter: EncounterRow, client: Client): Face => {
  const { bank, branch } = currentPolicy(call.db)
  const { at: step, suspended, signGiven } = factsOf(call.db, encounter)
  const shut = whyFaceIsShut({ step, suspended, signGiven }) !== null
  return {
    surname: surnameOf(client.name),
    sex: client.sex,
    bank,
    branch,
    today: call.today,
    managerName: call.session.name,
    topics: shut ? [] : topicsFor(call, encounter),
    products: shut ? [] : productsFor(call, client),
    structure: shut ? null : structureFor(call, encounter, client),
  }
}
