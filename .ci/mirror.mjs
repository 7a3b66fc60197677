// A small mirror of a running registry, and somebody who changes it at random, for .ci/checks/92-mirror:
//   node mirror.mjs write <url> <number> <seed> <file>  writes at random until so many were taken, or the service goes;
//                                                       the file says how many were
//   node mirror.mjs follow <url> <file>                 begins with the latest snapshot, or goes on from the file, takes
//                                                       /v1/changes to their end, and compares digests with the API
//   node mirror.mjs snapshot <url> <file>               has a snapshot written and compares digests with that
//   node mirror.mjs deltas <url>                        goes from the first snapshot to the last by their changes alone
// The account that writes is OFFSHELF_USER and OFFSHELF_PASSWORD.
import { random } from '../bench/drive/statistics.mjs'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const [mode, url, ...rest] = process.argv.slice(2)
const account = 'Basic ' + Buffer.from(`${process.env.OFFSHELF_USER}:${process.env.OFFSHELF_PASSWORD}`).toString('base64')
const sha256 = data => createHash('sha256').update(data).digest('hex')
const sleep = ms => new Promise(done => setTimeout(done, ms))

function fail(message) {
  console.error('FAILED: ' + message)
  process.exit(1)
}

async function bytes(path) {
  const response = await fetch(url + path)
  if (response.status !== 200) fail(`${path} answered ${response.status}: ${(await response.text()).slice(0, 400)}`)
  return Buffer.from(await response.arrayBuffer())
}
const json = async path => JSON.parse(await bytes(path))
const byId = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** The lines of a file of a snapshot, after its digest was found to be that of the manifest. */
async function lines(manifest, name) {
  const file = manifest.files.find(one => one.name === name)
  const packed = await bytes(file.href)
  if (sha256(packed) !== file.sha256) fail(`${name} of ${manifest.revision} is not what its manifest says`)
  return gunzipSync(packed).toString().split('\n').filter(line => line)
}

// --- Writing at random

async function write(number, seed, file) {
  const next = random(seed)
  const ids = {}
  for (const type of ['findings', 'apps', 'notices', 'sources', 'operators', 'listings', 'categories']) {
    ids[type] = (await json(`/v1/${type}?limit=1000&select=id`)).results.map(one => one.id)
  }
  const any = type => ids[type][next(ids[type].length)]
  const merged = [], retracted = []
  const alone = () => { // what was merged itself is nothing to merge into, and no mistake of the registry
    for (;;) { const id = any('apps'); if (!merged.includes(id)) return id }
  }
  const word = () => '随机' + next(1e6).toString(36)
  const reason = () => ({ reason: 'At random ' + word() })
  const day = () => new Date(Date.UTC(2026, next(11), 1 + next(28))).toISOString().slice(0, 10)
  const acts = [
    () => ['POST', '/v1/sources', { kind: 'press', title: word(), url: `https://press.example/${seed}/${next(1e9)}` }],
    () => ['PATCH', '/v1/findings/' + any('findings'), { version: '1.' + next(100), ...reason() }],
    () => ['PATCH', '/v1/findings/' + any('findings'), { problem: word(), ...reason() }],
    () => ['PATCH', '/v1/notices/' + any('notices'), { deadline: next(3) ? day() : null, summary: word(), ...reason() }],
    () => ['PATCH', '/v1/apps/' + any('apps'), { name: word(), ...reason() }],
    () => ['PATCH', '/v1/operators/' + any('operators'), { nameEn: 'Random ' + next(1e6), ...reason() }],
    () => ['POST', `/v1/findings/${any('findings')}/events`, { kind: ['rectified', 'not-rectified'][next(2)], date: day(), source: any('sources') }],
    () => ['POST', `/v1/apps/${any('apps')}/listings/${['huawei', 'xiaomi', 'oppo', 'vivo'][next(4)]}/events`,
      { kind: ['removed', 'restored'][next(2)], date: day(), source: any('sources') }],
    () => ['POST', `/v1/findings/${any('findings')}/citations`, { source: any('sources'), locator: 'row ' + next(500) }],
    () => ['POST', `/v1/categories/${any('categories')}/phrases`, { phrase: word(), ...reason() }],
    () => { const id = any('findings'); retracted.push(id); return ['POST', `/v1/findings/${id}/retraction`, reason()] },
    () => ['POST', `/v1/findings/${retracted[next(retracted.length)] ?? any('findings')}/restoration`, reason()],
    () => { const id = any('apps'); merged.push(id); return ['POST', `/v1/apps/${id}/merge`, { into: alone(), ...reason() }] },
    () => ['POST', `/v1/apps/${merged[next(merged.length)] ?? any('apps')}/unmerge`, reason()]
  ]
  const answers = {}
  let taken = 0, asked = 0
  const tell = () => { // at once, for somebody reads it all the time
    writeFileSync(file + '.next', String(taken))
    renameSync(file + '.next', file)
  }
  while (taken < number) {
    const [method, path, body] = acts[next(acts.length)]()
    let response
    try {
      response = await fetch(url + path, {
        method, body: JSON.stringify(body), redirect: 'manual',
        headers: { authorization: account, 'if-match': '*', 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }
      })
      await response.text()
    } catch {
      break // the service is gone
    }
    asked++
    const what = `${method} ${path.split('/').filter((_, i) => i !== 3).join('/')} ${response.status}`
    answers[what] = (answers[what] ?? 0) + 1
    if (response.status < 300) { taken++; tell() }
    else if (![308, 404, 409, 410, 422].includes(response.status)) fail(`${what}: ${path} ${JSON.stringify(body)}`)
    if (asked > 20 * number + 100) fail('hardly anything is taken: ' + JSON.stringify(answers))
  }
  console.log(`${taken} writes were taken of ${asked}`)
  if (process.env.VERBOSE) console.log(answers)
}

// --- Following

const DERIVED_NAMES = { regulators: ['name'], stores: ['name'], categories: ['label', 'definition'] }

/** The fields of each collection, in the order of the records, and how they look when there is nothing in them. */
async function shapes() {
  const shapes = {}
  for (const collection of (await json('/v1/fields')).collections) {
    shapes[collection.name] = collection.fields.map(field => ({
      name: field.name, parts: field.parts?.map(part => part.name), isSet: field.type === 'reference' && field.multiple || field.name === 'identifiers',
      isList: field.multiple || field.type === 'json'
    }))
  }
  return shapes
}

/** Records by collection and id; each with its standing, and with what was written rather than what follows from the day. */
async function fromSnapshot() {
  const manifest = await json('/v1/snapshots/latest')
  const records = {}
  for (const { name } of manifest.collections) {
    records[name] = {}
    for (const line of await lines(manifest, name + '.ndjson.gz')) take(records[name], { ...JSON.parse(line), standing: 'current' })
    for (const line of await lines(manifest, name + '.retired.ndjson.gz')) take(records[name], JSON.parse(line))
  }
  console.log(`began with the snapshot of revision ${manifest.revision}`)
  return { since: String(manifest.revision), records }
}

function take(records, record) {
  if (record.status === 'overdue') record.status = 'named'
  if (record.state === 'overdue') record.state = 'open'
  records[record.id] = record
}

/** The lines of /v1/changes, to their end. */
async function follow(mirror) {
  let count = 0
  for (let next = `/v1/changes?limit=1000&since=${mirror.since}`; next;) {
    const page = await json(next)
    for (const line of page.results) {
      const record = mirror.records[line.type][line.id] ??= { id: line.id }
      record.revision = line.revision
      for (const [field, { new: value }] of Object.entries(line.fields)) record[field] = value
      count++
    }
    mirror.since = page.meta.nextSince
    next = page.links.next
  }
  return count
}

/** What the API shows of a record on a day. */
function shown(mirror, type, shape, record, held, day) {
  const row = {}
  for (const { name, parts, isSet, isList } of shape) {
    let value = record[name] ?? (isList ? [] : null)
    if (DERIVED_NAMES[type]?.includes(name)) value = record[name + 'En'] ?? record[name + 'Zh'] ?? value
    if (type === 'findings' && name === 'regulator') value = mirror.records.notices[record.notice].regulator
    if (type === 'notices' && name === 'heldCount') value = held[record.id] ?? 0
    if (name === 'status' && value === 'named') {
      const deadline = type === 'apps' ? record.statusDeadline : record.deadline
      if (deadline && deadline < day) value = 'overdue'
    }
    if (type === 'corrections' && name === 'state' && value === 'open' && record.due < day) value = 'overdue'
    if (parts) value = value.map(object => Object.fromEntries(parts.map(part => [part, object[part] ?? null])))
    if (isSet) value = [...value].sort((a, b) => byId(JSON.stringify(a), JSON.stringify(b)))
    row[name] = value
  }
  return JSON.stringify(row)
}

/** A collection as the API writes it: one record a line, in the order of the ids. */
function rendered(mirror, type, shape, day) {
  const held = {}
  for (const finding of Object.values(mirror.records.findings)) {
    if (finding.standing === 'current') held[finding.notice] = (held[finding.notice] ?? 0) + 1
  }
  return Object.values(mirror.records[type]).filter(record => record.standing === 'current').sort((a, b) => byId(a.id, b.id))
    .map(record => shown(mirror, type, shape, record, held, day) + '\n').join('')
}

function require(what, mine, theirs) {
  if (sha256(mine) === sha256(theirs)) return
  const [a, b] = [mine.split('\n'), theirs.toString().split('\n')]
  const at = a.findIndex((line, i) => line !== b[i])
  fail(`${what} differ at line ${at + 1}\n  mirror:   ${a[at]}\n  registry: ${b[at]}`)
}

async function compare(mirror) {
  const { today } = await json('/v1/status')
  let records = 0
  for (const [type, shape] of Object.entries(await shapes())) {
    if (!mirror.records[type]) continue // counted from the others, and no record of its own
    const theirs = await bytes(`/v1/${type}?format=ndjson&sort=id`)
    require(type, rendered(mirror, type, shape, today), theirs)
    records += theirs.toString().split('\n').length - 1
  }
  return records
}

async function load(file) {
  const mirror = existsSync(file) ? JSON.parse(readFileSync(file)) : await fromSnapshot()
  const count = await follow(mirror)
  writeFileSync(file, JSON.stringify(mirror))
  return { mirror, count }
}

// --- Snapshots

async function snapshot(file) {
  for (let i = 0; ; i++) {
    const response = await fetch(url + '/v1/snapshots', { method: 'POST', body: '{}', headers: { authorization: account, 'content-type': 'application/json' } })
    if (response.status < 202) break
    if (response.status !== 202 || i > 60) fail(`no snapshot: ${response.status} ${await response.text()}`)
    await sleep(1000)
  }
  const { mirror } = await load(file)
  const manifest = await json('/v1/snapshots/latest')
  const all = await shapes()
  for (const { name } of manifest.collections) {
    const mine = rendered(mirror, name, all[name], manifest.day)
    require(name, mine, (await lines(manifest, name + '.ndjson.gz')).map(line => line + '\n').join(''))
    const file = manifest.files.find(one => one.name === name + '.ndjson.gz')
    if (sha256(mine) !== file.contentSha256) fail(`${name}: the mirror has ${sha256(mine)}, the manifest says ${file.contentSha256}`)
  }
  console.log(`the mirror has the digests of the snapshot of revision ${manifest.revision}`)
}

async function deltas() {
  const revisions = (await json('/v1/snapshots?limit=1000')).results.map(one => one.revision).reverse()
  const has = {}
  for (const [i, revision] of revisions.entries()) {
    const manifest = await json('/v1/snapshots/' + revision)
    if ((manifest.previous?.revision ?? null) !== (revisions[i - 1] ?? null)) fail(`${revision} does not follow ${revisions[i - 1]}`)
    for (const { name } of manifest.collections) {
      const sets = has[name] ??= { current: new Map(), retired: new Map() }
      const put = (into, from) => line => {
        const { id } = JSON.parse(line)
        sets[from].delete(id)
        sets[into].set(id, line)
      }
      const first = i === 0
      ;(await lines(manifest, name + (first ? '' : '.changed') + '.ndjson.gz')).forEach(put('current', 'retired'))
      ;(await lines(manifest, name + (first ? '.retired' : '.gone') + '.ndjson.gz')).forEach(put('retired', 'current'))
      for (const [set, suffix] of [['current', ''], ['retired', '.retired']]) {
        const mine = [...sets[set].keys()].sort(byId).map(id => sets[set].get(id) + '\n').join('')
        const file = manifest.files.find(one => one.name === name + suffix + '.ndjson.gz')
        if (sha256(mine) !== file.contentSha256) fail(`${file.name} of ${revision} is not the one before with its changes`)
      }
    }
  }
  console.log(`${revisions.length} snapshots, each the one before with its changes: ${revisions.join(' ')}`)
}

switch (mode) {
  case 'write': await write(Number(rest[0]), Number(rest[1]), rest[2]); break
  case 'follow': {
    const { mirror, count } = await load(rest[0])
    const records = await compare(mirror)
    console.log(`${count} changes up to ${mirror.since}; ${records} records are the same`)
    break
  }
  case 'snapshot': await snapshot(rest[0]); break
  case 'deltas': await deltas(); break
  default: fail('write, follow, snapshot or deltas')
}
