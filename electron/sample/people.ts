import { chen } from './chen.ts'
import type { SampleClient, SampleFigure, SampleHousehold } from './model.ts'

// Everybody here is invented.

const single = (head: SampleClient, figures: readonly SampleFigure[] = []): SampleHousehold => ({
  head,
  relatives: [],
  figures,
})

const others: readonly SampleHousehold[] = [
  {
    head: {
      name: '顾明川',
      sex: 'male',
      birth: '1979-05-21',
      job: '企业主',
      balances: { demand: 380_000, wealth: 1_500_000, fund: 620_000 },
      level: 4,
    },
    spouse: {
      name: '宋晚晴',
      sex: 'female',
      birth: '1982-11-02',
      job: '会计',
      balances: { time: 800_000, insurance: 120_000 },
      level: 2,
    },
    relatives: [{ name: '长子', relation: 'son', sex: 'male', birth: '2009' }],
    figures: [
      ['head', 'business-income', 960_000, 'told'],
      ['spouse', 'salary', 12_000, 'document', 'month'],
      ['both', 'living', 22_000, 'told', 'month'],
      ['both', 'home', 5_600_000],
      ['head', 'business-loan', 1_200_000, 'document'],
    ],
  },
  {
    head: {
      name: '林秋白',
      sex: 'female',
      birth: '1958-09-30',
      job: '退休教师',
      balances: { time: 620_000, bond: 300_000, demand: 45_000 },
      level: 1,
    },
    relatives: [{ name: '大女儿', relation: 'daughter', sex: 'female', birth: '1984' }],
    figures: [
      ['head', 'pension', 7_200, 'document', 'month'],
      ['head', 'living', 3_600, 'told', 'month'],
      ['head', 'home', 1_900_000],
    ],
  },
  {
    head: {
      name: '许景澄',
      sex: 'male',
      birth: '1991-02-17',
      job: '软件工程师',
      balances: { demand: 66_000, fund: 240_000 },
      level: 5,
    },
    spouse: {
      name: '叶青岚',
      sex: 'female',
      birth: '1993-06-08',
      job: '药师',
      balances: { demand: 91_000, time: 150_000 },
      level: 3,
    },
    relatives: [{ name: '小女儿', relation: 'daughter', sex: 'female', birth: '2023' }],
    figures: [
      ['head', 'salary', 28_000, 'document', 'month'],
      ['spouse', 'salary', 11_000, 'document', 'month'],
      ['both', 'loan-payment', 9_800, 'document', 'month'],
      ['both', 'home', 2_700_000],
      ['both', 'home-loan', 1_650_000, 'document'],
    ],
  },
  {
    head: {
      name: '秦守正',
      sex: 'male',
      birth: '1965-12-01',
      job: '医生',
      balances: { time: 1_200_000, metal: 180_000, demand: 230_000 },
      level: 2,
    },
    spouse: {
      name: '何素心',
      sex: 'female',
      birth: '1967-04-26',
      job: '护士长',
      balances: { bond: 500_000 },
    },
    relatives: [],
    figures: [
      ['head', 'salary', 31_000, 'document', 'month'],
      ['both', 'home', 3_100_000],
    ],
  },
  single({
    name: '周以宁',
    sex: 'female',
    birth: '1996-08-14',
    job: '设计师',
    balances: { demand: 38_000, fund: 52_000 },
    level: 4,
  }),
  single(
    {
      name: '马长风',
      sex: 'male',
      birth: '1972-01-09',
      job: '餐饮店主',
      balances: { demand: 510_000 },
      level: 3,
    },
    [
      ['head', 'business-income', 420_000, 'told'],
      ['head', 'factory', 1_300_000],
      ['head', 'business-loan', 400_000],
    ],
  ),
  single({
    name: '罗映雪',
    sex: 'female',
    birth: '1987-10-19',
    job: '律师',
    balances: { wealth: 900_000, demand: 120_000 },
    level: 3,
  }),
  single({ name: '韩北辰', sex: 'male', birth: '1961-03-03', job: '退休', balances: { time: 2_000_000 } }),
  single({
    name: '唐静姝',
    sex: 'female',
    birth: '1975-07-27',
    job: '校长',
    balances: { insurance: 260_000, wealth: 300_000 },
    level: 2,
  }),
  single(
    {
      name: '邓远帆',
      sex: 'male',
      birth: '1983-05-05',
      job: '船务经理',
      balances: { demand: 74_000, loan: 310_000 },
      level: 3,
    },
    [
      ['head', 'salary', 19_000, 'told', 'month'],
      ['head', 'home', 1_450_000],
    ],
  ),
  single({
    name: '白露',
    sex: 'female',
    birth: '1990-09-08',
    job: '花店店主',
    balances: { demand: 21_000, time: 60_000 },
  }),
]

export const sampleHouseholds: readonly SampleHousehold[] = [chen, ...others]
