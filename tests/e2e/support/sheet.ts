import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { drawPdf } from '../../support/pdf.ts'

/** The first page of a sheet, drawn from its PDF; kept beside the pictures of the screens when those are asked for. */
export const keepSheet = async (bytes: Uint8Array, name: string): Promise<void> => {
  const [picture] = await drawPdf(bytes)
  if (!picture) throw new Error('the sheet has no page')
  expect(picture.length).toBeGreaterThan(10_000)
  if (process.env['ZHIYIN_PICTURES'] !== '1') return
  writeFileSync(fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url)), picture)
}
