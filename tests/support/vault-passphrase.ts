/** Of the first person of the vaults that tests make without a desk. */
export const passphrase = '春风又绿江南岸 2026'
