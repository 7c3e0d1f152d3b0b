import { createContext } from 'react'

/** The nonce of this answer's scripts; the browser does not tell it to scripts, so there it is empty. */
export const NonceContext = createContext('')
