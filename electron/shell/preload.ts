import { contextBridge, ipcRenderer } from 'electron/renderer'
import { channels, type ShellVerbs } from './verbs.ts'

// The only thing of the shell a page can touch: one frozen object of verbs. No channel name, no event object
// and no part of Electron goes across.

const verbs: ShellVerbs = {
  connect: async () => void (await ipcRenderer.invoke(channels.connect)),
  printers: () => ipcRenderer.invoke(channels.printers),
  print: (job, printer) =>
    ipcRenderer.invoke(channels.print, String(job), printer === undefined ? null : String(printer)),
  pdf: async (job) =>
    new Blob([await ipcRenderer.invoke(channels.pdf, String(job))], { type: 'application/pdf' }),
  savePdf: (job, name) => ipcRenderer.invoke(channels.savePdf, String(job), String(name)),
  save: async (name, bytes) => ipcRenderer.invoke(channels.save, String(name), await bytes.arrayBuffer()),
  chooseFolder: () => ipcRenderer.invoke(channels.folder),
  lock: () => void ipcRenderer.invoke(channels.lock),
}

contextBridge.exposeInMainWorld('zhiyin', Object.freeze(verbs))

// A port can't cross the bridge; it goes to the page as a message that only our own origin receives.
ipcRenderer.on(channels.port, (event) => {
  if (location.protocol === 'app:' && location.host === 'app')
    window.postMessage(channels.port, 'app://app', [...event.ports])
})
