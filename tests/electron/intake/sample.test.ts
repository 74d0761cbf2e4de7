import { expect, it } from 'vitest'
import { bankFile, bookName } from '../../support/bank-file.ts'
import { openTestDesk } from '../../support/desk.ts'
import { upload } from '../../support/take-in.ts'

it('no real file comes into the sample book', async () => {
  const test = await openTestDesk({ closed: true })
  await test.client.session.openSample()
  const before = await test.client.client.counts()
  const uploadId = await upload(test, bookName, bankFile(bookName))
  const call = test.client.intake.inspect({ uploadId, kind: 'client-book' })
  await expect(call).rejects.toMatchObject({ data: { rule: 'intake.refusal.sample' } })
  expect(await test.client.client.counts()).toEqual(before)
})
