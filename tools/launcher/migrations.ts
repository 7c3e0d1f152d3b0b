import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import { answerTask } from './tasks.ts'

export interface Migrating {
  name: string
  url: string
  /** The folder of .sql files. */
  folder: string
}

/** The task that applies each service's migrations, all databases at once; answers how many were applied. */
await answerTask(async ({ databases }: { databases: Migrating[] }) => {
  const { migrate } = await import('@lumora/kit/database')
  const applied = await Promise.all(
    databases.map(async ({ name, url, folder }) => {
      if (!existsSync(folder)) return 0
      try {
        return (await migrate(url, pathToFileURL(`${folder}/`))).length
      } catch (error) {
        throw new Error(`The database ${name} could not be brought up to date. ${(error as Error).message}`, {
          cause: error
        })
      }
    })
  )
  return applied.reduce((sum, count) => sum + count, 0)
})
