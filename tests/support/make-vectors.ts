// `node tests/support/make-vectors.ts` writes tests/fixtures/vectors.json: one small vault's header and one sealed file
// with every secret in it, for whoever writes a second reader. Nothing in it belongs to anybody.
import { createCipheriv, createHash, hkdfSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canonical } from '../../electron/vault/canonical.ts'
import { lockDatabaseKey } from '../../electron/vault/database-key.ts'
import { encodeCopy } from '../../electron/vault/header-copy.ts'
import { firstPolicy, signHeader } from '../../electron/vault/header.ts'
import { stretch } from '../../electron/vault/kdf.ts'
import { makeKeyPair, wrapTo } from '../../electron/vault/key-pair.ts'
import { passphraseBytes } from '../../electron/vault/passphrase-text.ts'
import { makeSlot } from '../../electron/vault/slot.ts'
import { testCost } from './test-cost.ts'

const passphrase = '云湖路 2026 知音 口令'
const vid = '00112233445566778899aabbccddeeff'
const file = '0123456789abcdef'

let drawn = 0
const random = (bytes: number): Buffer => {
  drawn += 1
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, at) =>
    createHash('sha256').update(`zhiyin/vectors/${drawn}/${at}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, bytes)
}

// A second writer of the sealed form, from docs/vault-format.md: what it writes the product must open.
const sealByHand = (dataKey: Buffer, plain: Buffer): Buffer => {
  const body = Buffer.from(
    canonical({ fmt: 'ZYD1', v: 1, vid, id: file, schema: 560, salt: random(16).toString('base64') }),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const front = Buffer.concat([Buffer.from('ZYD1'), length, body])
  const { salt } = JSON.parse(body.toString()) as { salt: string }
  const key = Buffer.from(
    hkdfSync('sha256', dataKey, Buffer.from(salt, 'base64'), 'zhiyin/v1/sealed-file', 32),
  )
  const nonce = Buffer.alloc(12)
  nonce[11] = 1
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(front)
  return Buffer.concat([front, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

const archive = makeKeyPair()
const payload = {
  vmk: random(32),
  userPrivate: makeKeyPair().private,
  rolePrivate: { archive: archive.private },
}
const dbk = random(32)
const now = 1_795_500_000_000
const slot = await makeSlot({
  vaultId: vid,
  id: 'fedcba9876543210',
  kind: 'passphrase',
  label: '周敏',
  secret: passphraseBytes(passphrase),
  cost: testCost,
  payload,
  created: now,
  now,
  random,
})
const db = { suite: 'aegis-256', page: 4096 } as const
const header = signHeader(
  {
    fmt: 'ZYH1',
    v: 1,
    vid,
    seq: 7,
    db: { ...db, wrappedKey: lockDatabaseKey({ vid, db }, payload.vmk, dbk, random) },
    roles: { archive: archive.public.toString('base64') },
    slots: [slot],
    title: { bank: '禾川银行', branch: '云湖路支行' },
    policy: firstPolicy,
  },
  payload.vmk,
)
const dataKey = random(32)
const bound = canonical({ vid, file, use: 'sealed-file' })
const plain = [
  { fmt: 'dossier', v: 1, schema: 560, number: '700000000001', dossier: null, tables: 1 },
  { table: 'client_type', columns: ['id', 'reason'], rows: 2 },
  [1, '郝欣自己说的'],
  [2, null],
].map((line) => JSON.stringify(line))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const vectors = {
  about: 'docs/vault-format.md explains every field. Invented; no vault uses these keys.',
  passphrase,
  header: encodeCopy(header).toString('base64'),
  stretched: hex(await stretch(passphraseBytes(passphrase), slot.kdf)),
  vmk: hex(payload.vmk),
  databaseKey: hex(dbk),
  archivePrivate: hex(archive.private),
  sealed: {
    file,
    wrapped: wrapTo(archive.public, dataKey, bound, random)?.toString('base64'),
    dataKey: hex(dataKey),
    bytes: sealByHand(dataKey, Buffer.from(`${plain.join('\n')}\n`)).toString('base64'),
    plain: `${plain.join('\n')}\n`,
  },
}
const target = fileURLToPath(new URL('../fixtures/vectors.json', import.meta.url))
writeFileSync(target, `${JSON.stringify(vectors, null, 2)}\n`)
