/** Where an import stands on this screen; the file itself is in the desk's memory only. */
export type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'preview'; readonly previewId: number }
  | { readonly at: 'done'; readonly jobId: number }
