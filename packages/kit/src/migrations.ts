import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withSecrets } from './config.ts'
import { migrate } from './database.ts'

/** For containers: applies a folder of migrations to the database at DATABASE_URL, once, before the service is rolled out. */
const [folder] = process.argv.slice(2)
const url = withSecrets(['DATABASE_URL'], process.env).DATABASE_URL
if (folder === undefined || url === undefined) {
  process.stderr.write('Usage: DATABASE_URL=postgres://… node packages/kit/src/migrations.ts <folder>\n')
  process.exit(1)
}
const applied = await migrate(url, pathToFileURL(`${resolve(folder)}/`))
process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'Nothing to apply.\n')
