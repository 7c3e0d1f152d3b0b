import { keepMessages } from './locale.ts'
import { ar } from './messages/ar.ts'
import { de } from './messages/de.ts'
import { en } from './messages/en.ts'

keepMessages('en', en)
keepMessages('de', de)
keepMessages('ar', ar)
