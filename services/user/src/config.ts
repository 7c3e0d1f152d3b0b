import { databaseUrl, readConfig } from '@lumora/kit/config'

export const config = readConfig({ ...databaseUrl })
