import type { Role } from '../../../shared/staff/rights.ts'

/** The person every story begins with, and what only she knows. */
export const firstPerson = {
  bank: '禾川银行',
  branch: '云湖路支行',
  name: '许静言',
  passphrase: '春山夜雨听茶九百回也',
}

export type Person = { readonly name: string; readonly passphrase: string }

type Colleague = Person & { readonly roles: readonly Role[] }

export const manager: Colleague = {
  name: '李理财',
  passphrase: '云湖路 理财 口令 3',
  roles: ['wealth-manager'],
}

export const keeper: Colleague = {
  name: '高档案',
  passphrase: '云湖路 档案 口令 4',
  roles: ['archive-keeper'],
}
