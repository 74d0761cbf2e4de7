// Says back what it hears, as many bytes as it is told to, after thinking as long as it is told to: the fork channel
// with nothing of the product behind it.
process.on(
  'message',
  (message: { readonly id: number; readonly bytes: number; readonly thinkMs: number }) => {
    const end = performance.now() + message.thinkMs
    while (performance.now() < end);
    process.send?.({ id: message.id, text: 'x'.repeat(message.bytes) })
  },
)
