// Prints a digest of all that a registry says of revisions, so that two of them can be compared:
//   node digests.mjs <url> <revision>...
// of each collection as NDJSON, whole, at each revision, and of the changes up to the last one.
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'

const [url, ...given] = process.argv.slice(2)
const revisions = given.map(Number).sort((a, b) => a - b)

async function get(path) {
  const response = await fetch(url + path)
  if (response.status !== 200) {
    console.error(`FAILED: ${path} answered ${response.status}: ${(await response.text()).slice(0, 400)}`)
    process.exit(1)
  }
  return response
}

async function digest(path, counts = () => true) {
  const hash = createHash('sha256')
  let rows = 0
  for await (const line of createInterface({ input: Readable.fromWeb((await get(path)).body), crlfDelay: Infinity })) {
    if (!line || !counts(line)) continue
    hash.update(line + '\n')
    rows++
  }
  console.log(`${hash.digest('hex')} ${rows} ${path}`)
}

for (const { name } of (await (await get('/v1/fields')).json()).collections) {
  for (const revision of revisions) await digest(`/v1/${name}?format=ndjson&revision=${revision}`)
}
const last = revisions.at(-1)
await digest('/v1/changes?since=0&format=ndjson', line => JSON.parse(line).revision <= last)
