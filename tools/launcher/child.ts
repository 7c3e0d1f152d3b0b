// Loaded into every service by --import: when the launcher is gone, however it went, the service drains and ends too.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 4000).unref()
})
process.channel?.unref()
