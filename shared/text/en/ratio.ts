import type { Texts } from '../texts.ts'
import type { ratio as zh } from '../zh-CN/ratio.ts'

export const ratio = {
  name: {
    surplus: 'Surplus ratio',
    liquidity: 'Liquidity',
    debt: 'Debt ratio',
    solvency: 'Solvency ratio',
    'quick-pay': 'Quick-pay ratio',
    'debt-service': 'Debt service',
    investment: 'Investments to net worth',
    freedom: 'Financial freedom',
    consumption: 'Consumption ratio',
    premium: 'Premium share',
    leverage: 'Leverage of investments',
  },
  formula: {
    surplus: 'yearly surplus ÷ net income',
    liquidity: 'liquid assets ÷ monthly expense',
    debt: 'debts ÷ assets',
    solvency: 'net worth ÷ assets',
    'quick-pay': 'liquid assets ÷ debts',
    'debt-service': 'yearly payments ÷ net income',
    investment: 'investments ÷ net worth',
    freedom: 'returns and rent ÷ expense',
    consumption: 'consumption ÷ net income',
    premium: 'premiums ÷ net income',
    leverage: 'investment debts ÷ investments',
  },
  word: { fits: 'within', high: 'high', low: 'low', none: '—' },
  advice: {
    surplusLow: 'The surplus is below the reference; see first which expenses can be kept in check.',
  },
  unavailable: 'not available',
  months: '{{n}} months',
  range: {
    least: 'at least {{n}}%',
    most: 'at most {{n}}%',
    around: 'about {{n}}%',
    between: '{{least}}–{{most}}%',
    months: '{{least}}–{{most}} months',
  },
  set: {
    textbook: 'Reference values are those of common textbooks, not of the supervisor.',
    'source-text': 'Reference values with a surplus of about 60 %, not of the supervisor.',
  },
} satisfies Texts<typeof zh>
