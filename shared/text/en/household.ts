import type { Texts } from '../texts.ts'
import type { household as zh } from '../zh-CN/household.ts'

export const household = {
  title: 'Household',
  relation: {
    self: 'Self',
    spouse: 'Spouse',
    head: 'Head',
    husband: 'Husband',
    wife: 'Wife',
    son: 'Son',
    daughter: 'Daughter',
    grandchild: 'Grandchild',
    father: 'Father',
    mother: 'Mother',
    'father-in-law': 'Father-in-law',
    'mother-in-law': 'Mother-in-law',
    grandparent: 'Grandparent',
    sibling: 'Brother or sister',
    'other-kin': 'Other relative',
    other: 'Other',
  },
  sex: { male: 'M', female: 'F', unknown: '—' },
  field: {
    name: 'Name or form of address',
    relation: 'Relation',
    sex: 'Sex',
    birth: 'Date or year of birth',
    occupation: 'Work or school',
    agreed: 'Agreed to be recorded',
    until: 'Until which day',
  },
  action: {
    add: 'Add a family member',
    change: 'Change member',
    end: 'No longer a member',
    join: 'Another client of the bank',
    put: 'Record',
  },
  hint: {
    empty: 'Only the client is recorded so far. Add a family member.',
    third: 'Without their own consent, only relation, form of address and birth year are kept.',
    end: 'Later reports leave this person out; earlier ones stay as they are.',
  },
  refusal: {
    'third-person-birth': 'Without their own consent only the birth year may be kept.',
    'third-person-occupation': 'Without their own consent work or school may not be kept.',
    'one-head': 'There is a head already.',
    'one-spouse': 'There is a spouse already. First record when that ended.',
    'head-stays': 'The head cannot leave the own household.',
    'already-joined': 'This client is in another household with several members.',
  },
} satisfies Texts<typeof zh>
