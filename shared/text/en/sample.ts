import type { Texts } from '../texts.ts'
import type { sample as zh } from '../zh-CN/sample.ts'

export const sample = {
  title: 'Sample book',
  banner: 'Sample: 12 invented households, apart from real clients.',
  open: 'Open the sample book',
  remove: 'Remove the sample book',
} satisfies Texts<typeof zh>
