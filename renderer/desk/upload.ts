import { partLimit } from '../../shared/upload/contract.ts'
import { desk } from './desk.ts'

/** Sends a file to the desk's memory in small parts. Returns the upload's id. */
export const uploadFile = async (file: File, onProgress: (sent: number) => void): Promise<number> => {
  const { id } = await desk.upload.begin({ name: file.name, size: file.size })
  for (let no = 0, at = 0; at < file.size; no += 1, at += partLimit) {
    const { received } = await desk.upload.part({ id, no, bytes: file.slice(at, at + partLimit) })
    onProgress(received)
  }
  return id
}
