import { expect, test } from 'vitest'
import { flagsAsArguments, readFlags } from '../../scripts/start/flags.mjs'

test('every flag of the start command reaches the app unchanged', () => {
  const words = ['--preview', '--no-open', '--offline', '--port', '4321', '--data', '/srv/bank data']
  const read = readFlags(words)
  expect('flags' in read && flagsAsArguments(read.flags)).toEqual(words)
})

test.each([
  [['--prewiev'], 'unknown: --prewiev'],
  [['--port', 'high'], '--port needs a value'],
  [['--port', '70000'], '--port needs a value'],
  [['--data', '--offline'], '--data needs a value'],
])('a mistyped start command is refused: %s', (words, mistake) => {
  expect(readFlags(words)).toEqual({ mistake })
})
