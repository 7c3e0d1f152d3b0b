/** For containers: exits 0 when the service in this container is ready. */
const port = process.env.PORT ?? '3000'
const ready = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
  ({ ok }) => ok,
  () => false
)
process.exit(ready ? 0 : 1)
