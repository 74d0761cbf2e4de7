import { z } from 'zod'
import { act, open, read } from '../../../shared/procedure.ts'

/** A contract small enough to see what the host does with one, whatever the product's holds. */
export const fakeContract = {
  session: { state: open('read').output(z.object({ pid: z.number() })) },
  echo: {
    say: read(null)
      .input(z.object({ words: z.string() }))
      .output(z.object({ words: z.string() })),
    size: act(null)
      .input(z.object({ file: z.custom<Blob>() }))
      .output(z.object({ file: z.custom<Blob>() })),
    never: act(null).output(z.object({})),
    die: act(null).output(z.object({})),
    refuse: act(null).output(z.object({})),
    lock: act(null).output(z.object({})),
    break: act(null).output(z.object({})),
  },
  printout: {
    page: read(null)
      .input(z.object({ job: z.string() }))
      .output(z.object({ html: z.string() })),
  },
}
