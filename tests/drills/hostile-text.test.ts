import { expect, onTestFinished } from 'vitest'
import { failureFrom, openTestDesk } from '../support/desk.ts'
import { below } from '../support/dice.ts'
import { addClient } from '../support/meeting.ts'
import { openPress } from '../support/paper.ts'
import { readPdf } from '../support/pdf.ts'
import { check } from './check.ts'

const pieces = [
  '𠮷野',
  '㛃',
  '䶮',
  '👨‍👩‍👧',
  '\u202e倒写\u202c',
  '\u0000',
  '\ud800',
  '\udc00',
  'é',
  '\u200b',
  '\u2028',
  '·•．・',
  '<img src=x onerror=alert(1)>',
  '"><script>1</script>',
  '{{7*7}}',
  "'; DROP TABLE client; --",
  '=HYPERLINK("x")',
  '</style>',
  '&amp;',
  '%s%n',
  '\\u0000',
  '\r\n',
  '\t',
  ' ',
  '　',
  '长'.repeat(40),
]

const hostile = (random: () => number): string =>
  Array.from({ length: 1 + below(random, 5) }, () => pieces[below(random, pieces.length)] ?? '').join('')

const fixed = [...pieces, '万'.repeat(10_000), 'x'.repeat(10_000)]

const visible = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Mn}]/gu, '')

const decoded = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const openHome = async () => {
  const desk = await openTestDesk()
  const clientId = addClient(desk, '郝欣')
  const { selfId } = await desk.client.household.begin({ clientId })
  return { desk, clientId, selfId }
}

type Home = Awaited<ReturnType<typeof openHome>>

const relative = { relation: 'husband', sex: 'male', birth: '1960', agreed: true } as const

/** The sheet with a husband of this name on it; null when the name is refused. */
const sheetWith = async ({ desk, clientId, selfId }: Home, name: string): Promise<string | null> => {
  const { client } = desk
  const members = (await client.household.get({ clientId }))?.members ?? []
  const known = members.find(({ relation }) => relation === 'husband')
  const given = { clientId, ...relative, name, occupation: name }
  const saved = known
    ? client.household.changeMember({ ...given, memberId: known.id, seq: known.seq })
    : client.household.addMember(given)
  const member = await saved.catch(() => null)
  if (!member) return null
  const { job } = await client.printout.prepare({ clientId, readers: [selfId, member.id] })
  return (await client.printout.page({ job })).html
}

const title =
  'rare characters, emoji, turned directions, markup and half characters are kept as they are or refused'

check('R24', title, { usual: 20, drill: 1_000 }, async ({ rounds, random }) => {
  const home = await openHome()
  const { client } = home.desk
  let kept = 0
  const texts = [...fixed, ...Array.from({ length: rounds }, () => hostile(random))]
  for (const [at, text] of texts.entries()) {
    const field = `field-${at}`
    const put = () => client.draft.put({ place: '/drill', field, value: text })
    if (!(await put().catch(() => null))) expect((await failureFrom(put())).code).toBe('invalid')
    else {
      const back = (await client.draft.list({ place: '/drill' })).find((draft) => draft.field === field)
      expect(back?.value, JSON.stringify(text)).toBe(text)
      kept += 1
    }
    await client.draft.drop({ place: '/drill' })
  }
  expect(home.desk.log.filter(({ level }) => level === 'error')).toEqual([])
  return { rounds: texts.length, note: `${kept} kept to the letter, ${texts.length - kept} refused` }
})

check(
  'S13',
  'what was typed is text on the printed page, never markup',
  { usual: 6, drill: 200 },
  async ({ rounds, random }) => {
    const home = await openHome()
    const texts = [...pieces, ...Array.from({ length: rounds }, () => hostile(random))]
    let printed = 0
    for (const text of texts) {
      const html = await sheetWith(home, text)
      if (html === null) continue
      printed += 1
      expect(html).not.toMatch(/<img|<script/)
      expect(visible(decoded(html)), JSON.stringify(text)).toContain(visible(text))
    }
    expect(printed).toBeGreaterThan(15)
    const html = (await sheetWith(home, '<img src=x onerror=alert(1)>')) ?? ''
    const press = await openPress()
    onTestFinished(() => press.close())
    const pages = await readPdf(await press.pdf(html))
    expect(visible(pages.map(({ text }) => text).join(''))).toContain('<imgsrc=xonerror=alert(1)>')
    return { rounds: texts.length, note: `${printed} printed, ${texts.length - printed} refused` }
  },
)
