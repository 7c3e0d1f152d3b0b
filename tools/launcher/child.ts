import { flushCompileCache } from 'node:module'

// Loaded into every service by --import: when the launcher is gone, however it went, the service drains and ends too.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 4000).unref()
})
process.channel?.unref()

// Compiled code is kept for the next start once all is up, and not at the end, where nine processes at once took up to 4 s for it.
setTimeout(flushCompileCache, 20_000 + Math.random() * 20_000).unref()
