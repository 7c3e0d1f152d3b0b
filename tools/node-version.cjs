'use strict'
// Loaded by --require before any TypeScript, so it is written for every Node.js there is.
var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    'Lumora Jewels needs Node.js 24 or newer, and this is ' +
      process.version +
      ': run `npm install` (it brings Node.js 24 along), then use the npm scripts, such as `npm start`.'
  )
  process.exit(1)
}
