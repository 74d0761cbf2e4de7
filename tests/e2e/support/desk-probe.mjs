// Runs inside a utility process of the real Electron and says what its cryptography, threads and natives can do.
import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { hashRaw } from '@node-rs/argon2'
import Database from 'better-sqlite3'

const ecdh = () => {
  const [one, other] = [createECDH('prime256v1'), createECDH('prime256v1')]
  const [forOne, forOther] = [one.generateKeys(), other.generateKeys()]
  return one.computeSecret(forOther).equals(other.computeSecret(forOne))
}

const gcm = () => {
  const [key, iv] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update('zhiyin', 'utf8'), cipher.final()])
  const opening = createDecipheriv('aes-256-gcm', key, iv).setAuthTag(cipher.getAuthTag())
  return Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8')
}

const thread = () =>
  new Promise((resolve) => {
    const code = "require('node:worker_threads').parentPort.postMessage('a thread')"
    new Worker(code, { eval: true }).once('message', resolve)
  })

const database = () => {
  const db = new Database(':memory:')
  db.pragma("cipher='aegis'")
  db.close()
  return 'opened'
}

const argon2 = async () => {
  const options = { memoryCost: 256, timeCost: 3, parallelism: 4, outputLen: 32 }
  const salt = Buffer.from('0123456789abcdef')
  return (await hashRaw(Buffer.from('zhiyin/known-answer'), { ...options, salt })).toString('hex')
}

const say = (/** @type {unknown} */ answer) =>
  /** @type {{ parentPort?: { postMessage: (answer: unknown) => void } }} */ (
    process
  ).parentPort?.postMessage(answer)

say({
  ecdh: ecdh(),
  hkdf: Buffer.from(hkdfSync('sha256', 'key', 'salt', 'zhiyin/v1/probe', 8)).toString('hex'),
  gcm: gcm(),
  argon2: await argon2(),
  thread: await thread(),
  database: database(),
})
