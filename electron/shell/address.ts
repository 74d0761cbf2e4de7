/** The one origin of every window. Node's URL knows no origin for own schemes, so its parts are compared. */
export const appAddress = 'app://app/'

export const isAppAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, host, username, password } = new URL(text)
  return protocol === 'app:' && host === 'app' && username === '' && password === ''
}
