import { startNginx } from './edge.ts'

/** Runs NGINX as a child of this process, so that it ends when the launcher does, however that went. */
const { EDGE_CONF: conf, EDGE_KEPT: kept } = process.env as Record<string, string>
const nginx = startNginx({ conf: conf!, kept: kept! }, 'inherit')
nginx.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
nginx.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    nginx.kill('SIGQUIT')
    setTimeout(() => nginx.kill('SIGTERM'), 1500).unref()
  })
}
