import { eachClient } from '../../electron/client/repository.ts'
import type { TestDesk } from './desk.ts'

/** Opens the sample book and finds the ids of Mr Chen's household (H1). */
export const openSampleHousehold = async ({ client, desk }: TestDesk) => {
  await client.session.openSample()
  const db = desk.open()?.db
  if (!db) throw new Error('the sample book is not open')
  const idOf = (name: string): number => {
    for (const row of eachClient(db)) if (row.name === name) return row.id
    throw new Error(`${name} is not in the sample book`)
  }
  const chen = idOf('陈知远')
  const household = await client.household.get({ clientId: chen })
  const memberOf = (name: string): number => {
    const member = household?.members.find((one) => one.name === name)
    if (!member) throw new Error(`${name} is not in the household`)
    return member.id
  }
  return { chen, shen: idOf('沈若溪'), he: memberOf('陈知远'), she: memberOf('沈若溪'), household }
}
