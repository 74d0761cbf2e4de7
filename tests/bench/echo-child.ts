// Says back what it hears, as many bytes as it is told to: the fork channel with nothing behind it.
process.on('message', (message: { readonly id: number; readonly bytes: number }) => {
  process.send?.({ id: message.id, text: 'x'.repeat(message.bytes) })
})
