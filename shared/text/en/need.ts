import type { need as zh } from '../zh-CN/need.ts'
import type { Texts } from '../texts.ts'

export const need = {
  told: 'What was written down',
  fresh: 'New need',
  area: {
    education: 'Education',
    retirement: 'Retirement',
    protection: 'Family protection',
    investment: 'Investment',
    cash: 'Cash',
    housing: 'Housing',
    inheritance: 'Inheritance',
    tax: 'Tax',
    other: 'Other',
  },
  words: "In the client's words",
  amount: 'Amount wanted',
  forWhom: 'For whom',
  priority: 'Priority',
  evidence: 'Where the number comes from',
  latest: 'At the latest',
  carried: 'Told last time',
  areaField: 'What it is about',
  level: { high: 'High', middle: 'Middle', low: 'Low' },
  source: { said: 'Told', seen: 'Seen on paper', estimated: 'Estimated' },
} satisfies Texts<typeof zh>
