/** One required setting: how it is set, and what reading it back must answer. */
export type Setting = { readonly name: string; readonly value: string; readonly reads: string | number }

/**
 * Every connection, in this order. WAL always: in rollback mode the cipher's page checksums are taken over plain text.
 * temp_store in memory: temporary files can't be encrypted. The write gate makes waiting for a lock a bug, so
 * busy_timeout is 0. recursive_triggers lets the audit table's triggers see rows removed by REPLACE.
 */
export const settings: readonly Setting[] = [
  { name: 'temp_store', value: 'MEMORY', reads: 2 },
  { name: 'locking_mode', value: 'NORMAL', reads: 'normal' },
  { name: 'page_size', value: '4096', reads: 4096 },
  { name: 'journal_mode', value: 'WAL', reads: 'wal' },
  { name: 'synchronous', value: 'FULL', reads: 2 },
  { name: 'fullfsync', value: 'ON', reads: 1 },
  { name: 'checkpoint_fullfsync', value: 'ON', reads: 1 },
  { name: 'foreign_keys', value: 'ON', reads: 1 },
  { name: 'recursive_triggers', value: 'ON', reads: 1 },
  { name: 'trusted_schema', value: 'OFF', reads: 0 },
  { name: 'cell_size_check', value: 'ON', reads: 1 },
  { name: 'mmap_size', value: '0', reads: 0 },
  { name: 'secure_delete', value: 'ON', reads: 1 },
  { name: 'journal_size_limit', value: '67108864', reads: 67108864 },
  { name: 'wal_autocheckpoint', value: '1000', reads: 1000 },
  { name: 'busy_timeout', value: '0', reads: 0 },
  { name: 'cache_size', value: '-65536', reads: -65536 },
]

/**
 * For reading on a disk without a free byte. The exclusive lock, taken before the first read, keeps the log's index in
 * memory; else a file of 32 KiB is made for it.
 */
export const roomlessLock: readonly Setting[] = [
  { name: 'locking_mode', value: 'EXCLUSIVE', reads: 'exclusive' },
]

const readerNeeds = [
  'temp_store',
  'trusted_schema',
  'cell_size_check',
  'mmap_size',
  'busy_timeout',
  'cache_size',
]

export const roomlessSettings: readonly Setting[] = [
  ...settings.filter(({ name }) => readerNeeds.includes(name)),
  { name: 'query_only', value: 'ON', reads: 1 },
]

export type Cipher = 'aegis-256' | 'chacha20'

/** Only 256-bit suites with authentication; the name must be given before the key. */
export const cipherSettings: Readonly<Record<Cipher, readonly Setting[]>> = {
  'aegis-256': [
    { name: 'cipher', value: "'aegis'", reads: 'aegis' },
    { name: 'algorithm', value: "'aegis-256'", reads: 'aegis-256' },
  ],
  chacha20: [{ name: 'cipher', value: "'chacha20'", reads: 'chacha20' }],
}
