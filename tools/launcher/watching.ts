import { existsSync, watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

import type { Service } from './services.ts'

/** Calls back when the app's sources change, half a moment (150 ms) after the last change. */
export function watchApp(folder: string, changed: () => void): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined
  const mark = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, 150)
  }
  return ['app', 'src']
    .map((part) => join(folder, part))
    .flatMap((path) => (existsSync(path) ? [watch(path, { recursive: true }, mark)] : []))
}

/** Calls back with the services whose files changed, half a moment (150 ms) after the last change; a package concerns all. */
export function watchSources(root: string, services: Service[], changed: (services: Service[]) => void): FSWatcher[] {
  let due = new Set<Service>()
  let timer: NodeJS.Timeout | undefined
  const mark = (concerned: Service[]) => {
    for (const service of concerned) due.add(service)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const batch = [...due]
      due = new Set()
      changed(batch)
    }, 150)
  }
  const watchFolder = (folder: string, concerned: Service[]) =>
    existsSync(folder) ? [watch(folder, { recursive: true }, () => mark(concerned))] : []

  return [
    ...services.flatMap((service) =>
      ['src', 'migrations', 'pages'].flatMap((part) => watchFolder(join(service.folder, part), [service]))
    ),
    ...['kit/src', 'kit/migrations', 'contracts/src'].flatMap((part) =>
      watchFolder(join(root, 'packages', part), services)
    )
  ]
}
