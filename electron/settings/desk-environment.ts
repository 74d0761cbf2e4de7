// What a process needs to run at all; nothing else of the user's environment reaches the one that holds keys.
const passedOn = [
  'PATH',
  'HOME',
  'LANG',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'USERNAME',
  'USER',
  'NODE_V8_COVERAGE',
]

export const deskEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
