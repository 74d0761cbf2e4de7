import { existsSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLog } from '../../electron/log/log.ts'
import type { QuickSecrets } from '../../electron/quick/secrets.ts'
import { openConfSettings } from '../../electron/settings/conf-settings.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { forkDesk, quickMemory } from '../support/forked-desk.ts'
import { foundBranch, hire, signIn, type NewPerson } from '../support/hire.ts'
import { openPlainDesk, type TestClient } from '../support/plain-desk.ts'
import { quickOf } from '../support/quick.ts'
import { tempFolder } from '../support/desk.ts'

// The branch of the guarded day: its people, and words that stand nowhere but in what is kept of two clients.

export const said = {
  client: '濮阳听雪',
  other: '夏侯挽舟',
  phone: '13987654321',
  newPhone: '13712345678',
  document: '990000197001018834',
  employer: '云栖渡口船厂',
  sought: '查无此人甲乙',
  purpose: '给外孙备一笔丹桂金',
  lesson: '先听她说完海边的房子',
  need: '换一处能听潮的房子',
  child: '濮阳晚照',
  place: '阁楼樟木箱',
  paper: '知情同意丹字九号',
  half: '半句未存的话',
  typeReason: '祖上三代老客户',
  sealNote: '弟弟在打听她的存款',
  checkoutWhy: '核对晚照的学费',
  sendBack: '缺船厂工资单一页',
  openWhy: '听雪女士回来续谈',
  emergencyWhy: '法院来函要听雪的档案',
} as const

export const people = {
  head: { name: '周敏', passphrase: '春山夜雨听茶九百回也' },
  li: { name: '李理财', passphrase: '夜来风雨声 花落知多少', roles: ['wealth-manager'] },
  wang: { name: '王理财', passphrase: '白日依山尽 黄河入海流', roles: ['wealth-manager'] },
  feng: { name: '冯岚', passphrase: '欲穷千里目 更上一层楼', roles: ['archive-keeper'] },
  he: { name: '何静', passphrase: '举头望明月 低头思故乡', roles: ['supervisor', 'archive-keeper'] },
} as const satisfies Record<string, Omit<NewPerson, 'roles'> & { readonly roles?: NewPerson['roles'] }>

export type Who = keyof typeof people

export const lisNext = '大漠孤烟直 长河落日圆'

/** The book of a day: the first client with a phone of her own, the second with another. */
export const bookOf = (day: string, phone: string, aum: number): Buffer =>
  Buffer.from(
    [
      `机构:测试支行,,打印日期:${day}`,
      '客户号,客户姓名,性别,证件类型,证件号码,出生日期,手机号码,单位名称,管户经理,时点金融资产,活期余额',
      `6228480099,${said.client},女,护照,${said.document},1970/01/01,${phone},${said.employer},李理财,${aum},${aum}`,
      `6228480077,${said.other},男,护照,E00000077,1970/01/01,${phone},${said.employer},李理财,100,100`,
    ].join('\n'),
  )

/** A branch's PC: one desk after the other on one data folder, with a host that outlives them. */
export type Pc = {
  readonly home: string
  readonly data: string
  readonly second: string
  readonly temp: string
  readonly card: readonly string[]
  /** Locks whoever is in; a fresh desk listens, in a process of its own where it is to be killed. */
  readonly fresh: (at: string, apart?: 'apart') => Promise<TestClient>
  /** The same, and this person comes in by passphrase. */
  readonly sit: (who: Who, at: string, passphrase?: string, apart?: 'apart') => Promise<TestClient>
  /** kill -9 of a desk that runs apart. */
  readonly cut: () => Promise<void>
  /** What the desk holds open that no folder lists any more. */
  readonly nameless: () => readonly string[]
}

const hireEverybody = async (data: string): Promise<readonly string[]> => {
  const open = () => openPlainDesk({ dataFolder: data, clock: fakeClock('2026-11-23T07:30:00+08:00') })
  const morning = open()
  const { head, ...rest } = people
  const card = await foundBranch(morning.client, { bank: '禾川银行', branch: '云湖路支行', ...head })
  await hire(morning, Object.values(rest), open)
  return card
}

type Running = {
  readonly client: TestClient
  readonly pid: number
  readonly lock: () => Promise<void>
  readonly kill: () => Promise<void>
}

const noOne = (): Promise<void> => Promise.reject(new Error('a desk in this process can’t be killed'))

/** Settings and log as in the product, on the disk. */
const openHere = (data: string, at: string, secrets: QuickSecrets): Running => {
  const { client, lock } = openPlainDesk({
    dataFolder: data,
    clock: fakeClock(at),
    settings: openConfSettings(data),
    log: openLog(data),
    quick: quickOf(secrets),
  })
  return { client, lock, pid: process.pid, kill: noOne }
}

const openApart = async (data: string, at: string, secrets: QuickSecrets, temp: string): Promise<Running> => {
  const { client, child, lock, kill } = await forkDesk({ dataFolder: data, at, closed: true, secrets, temp })
  return { client, lock, kill, pid: child.pid ?? 0 }
}

const deleted = (pid: number): readonly string[] =>
  readdirSync(`/proc/${pid}/fd`)
    .map((descriptor) => `/proc/${pid}/fd/${descriptor}`)
    .filter((path) => existsSync(path) && readlinkSync(path).endsWith('(deleted)'))

/** This process keeps its temporary files in the branch's folder as long as the test runs. */
const tempIn = (temp: string): void => {
  const usual = ['TMPDIR', 'SQLITE_TMPDIR'].map((name) => [name, process.env[name]] as const)
  for (const [name] of usual) process.env[name] = temp
  onTestFinished(() => {
    for (const [name, value] of usual)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  })
}

export const openBranch = async (): Promise<Pc> => {
  const home = tempFolder()
  const [data = '', second = '', temp = ''] = ['data', 'second', 'temp'].map((name) => join(home, name))
  for (const folder of [data, second, temp]) mkdirSync(folder)
  tempIn(temp)
  const card = await hireEverybody(data)
  const secrets = quickMemory()
  let running: Running | null = null
  const end = async (): Promise<void> => {
    const was = running
    running = null
    // At the door there is nothing to lock.
    if (was && (await was.client.session.state()).session !== null) await was.lock()
    else if (was && was.pid !== process.pid) await was.kill()
  }
  onTestFinished(end)
  const fresh: Pc['fresh'] = async (at, apart) => {
    await end()
    running = apart ? await openApart(data, at, secrets, temp) : openHere(data, at, secrets)
    return running.client
  }
  const sit: Pc['sit'] = async (who, at, passphrase = people[who].passphrase, apart) => {
    const client = await fresh(at, apart)
    await signIn(client, people[who].name, passphrase)
    return client
  }
  const cut = async (): Promise<void> => {
    await running?.kill()
    running = null
  }
  const nameless = (): readonly string[] =>
    process.platform === 'linux' && running ? deleted(running.pid) : []
  return { home, data, second, temp, card, fresh, sit, cut, nameless }
}
