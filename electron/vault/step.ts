/** Called with a name before each step that can't be taken back; a drill kills the process there. Absent in the product. */
export type Step = (name: string) => void
