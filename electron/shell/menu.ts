import type { MenuItemConstructorOptions } from 'electron/main'

/** Only macOS needs a menu for copy and paste to work; none has reload or developer tools. */
export const menuTemplate = (platform: string): readonly MenuItemConstructorOptions[] | null => {
  if (platform !== 'darwin') return null
  return [
    {
      role: 'appMenu',
      submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }],
    },
    {
      role: 'editMenu',
      submenu: [{ role: 'undo' }, { role: 'redo' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }],
    },
  ]
}
