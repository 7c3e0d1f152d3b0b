import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { Fault } from './faults.ts'

export interface Service {
  /** Its folder's name: also its database, its role and its host name. The gateway's proxy is `gateway`. */
  name: string
  folder: string
  hasDatabase: boolean
  /** Names of the further secrets that it wants made for it. */
  secrets: string[]
  /** Folders of the data folder that it keeps files in, by the variables that it reads their paths from. */
  folders: Record<string, string>
}

/** Finds the services by their src/server.ts, and the gateway: nothing is listed anywhere. */
export function findServices(root: string): Service[] {
  const services = globSync('services/*/src/server.ts', { cwd: root })
    .sort()
    .map((file) => readService(join(root, dirname(dirname(file))), file.split(/[\\/]/)[1] as string, true))
  const gateway = join(root, 'gateway', 'proxy')
  if (existsSync(join(gateway, 'src', 'server.ts'))) services.push(readService(gateway, 'gateway', false))
  if (services.length === 0) throw new Fault(`There is no service in ${root}: run this from the project's folder.`)
  return services
}

/** The services to start: all, or the named ones and the gateway. */
export function chooseServices(services: Service[], only: string[] | undefined): Service[] {
  if (!only) return services
  const names = services.map(({ name }) => name)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Fault(`There is no service "${unknown}": --only knows ${names.join(', ')}.`)
  return services.filter(({ name }) => name === 'gateway' || only.includes(name))
}

function readService(folder: string, name: string, hasDatabase: boolean): Service {
  const manifest = join(folder, 'package.json')
  const { lumora } = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as {
        lumora?: { secrets?: string[]; folders?: Record<string, string> }
      })
    : {}
  return { name, folder, hasDatabase, secrets: lumora?.secrets ?? [], folders: lumora?.folders ?? {} }
}
