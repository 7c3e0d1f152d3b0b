import { build } from 'esbuild'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Page } from 'playwright-core'

const here = import.meta.dirname

/** The studio in a headless browser that draws without a GPU, for square pictures. */
export async function openBrowser(): Promise<{ page: Page; close: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [`${here}/src/page.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    // What the shop's own view shares with the studio must find the same three.
    alias: { three: `${here}/node_modules/three` },
    logLevel: 'warning'
  })
  const args = chromium.args.filter((arg) => !/gl=|swiftshader|gpu|single-process|zygote/.test(arg))
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // A signal ends the whole program, and with it the browser: it must not look like a browser that fell.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      ...args,
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist'
    ]
  })
  const page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && process.stderr.write(`${message.text()}\n`))
  page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`))
  await page.setContent('<!doctype html><body></body>')
  await page.addScriptTag({ content: outputFiles[0]!.text })
  return { page, close: () => browser.close() }
}
