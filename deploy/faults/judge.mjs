// Holds what the clients wrote down against what the registry says in the end.
import { json, Visitor, whole } from './http.mjs'
import { excerpt, FRONT, isPinned, pinned } from './journal.mjs'

/** An instance may not have looked again whether another has written (OFFSHELF_REVISION_TRUSTED). */
const TRUSTED = 250
/** For how long an instance may take itself for ready though it is not, in seconds. */
const LONGEST_UNTRUTH = 15

/** @returns `{ lost }`, how many acknowledged writes are not there; what else is wrong stands in the journal */
export async function judge(journal, readiness, instances) {
  const ledger = await readLedger(journal, instances)
  requireNoGap(journal, ledger)
  const lost = journal.writes.filter(write => !isThere(write, ledger))
  lost.forEach(write => journal.fault('LOST', `${write.kind} ${write.id} of revision ${write.revision}, acknowledged by ${write.place}`))
  requireOnce(journal, ledger)
  requireFresh(journal)
  await requireSameInThePast(journal, instances)
  const untruth = readiness.longestUntruth(journal.outcomes)
  if (untruth > LONGEST_UNTRUTH) journal.fault('an instance said it was ready', `for ${untruth.toFixed(1)} s, and answered nothing`)
  return { lost: lost.length, untruth }
}

/** The changes since the journal began, the same from each instance. */
async function readLedger(journal, instances) {
  const ledgers = []
  for (const place of instances) {
    const visitor = new Visitor(place)
    const lines = []
    for (let next = `/v1/changes?limit=1000&since=${journal.from}`; next;) {
      const page = json(await whole(visitor, next))
      lines.push(...page.results)
      next = page.links.next
    }
    visitor.leave()
    ledgers.push(lines)
  }
  // A request that was given up may still end between two looks
  const length = Math.min(...ledgers.map(lines => lines.length))
  const [first, ...others] = ledgers.map(lines => Buffer.from(JSON.stringify(lines.slice(0, length))))
  others.filter(other => !other.equals(first)).forEach(other =>
    journal.fault('the instances tell of different changes', `${excerpt(first, other)} and ${excerpt(other, first)}`))
  return ledgers.find(lines => lines.length > length) ?? ledgers[0]
}

function requireNoGap(journal, ledger) {
  let last = journal.from
  for (const { revision } of ledger) {
    if (revision !== last && revision !== last + 1) journal.fault('the revisions have a gap', `${revision} follows ${last}`)
    last = revision
  }
  if (last < journal.newest) journal.fault('a revision that somebody was told of is not there', `${journal.newest}; the last is ${last}`)
}

function isThere({ kind, id, revision, fields, rows = 0 }, ledger) {
  const own = ledger.filter(line => line.revision === revision)
  const line = own.find(line => line.type === kind && line.id === id)
  return line !== undefined && Object.entries(fields).every(([name, value]) => line.fields[name]?.new === value)
    && (rows === 0 || own.filter(line => line.type === 'findings' && line.op === 'create').length === rows)
}

/** However often a request was sent, what it asked for was done once. */
function requireOnce(journal, ledger) {
  const made = new Map()
  for (const { type, op, revision, fields } of ledger) {
    const what = type === 'sources' && op === 'create' ? fields.url?.new
      : type === 'findings' && op === 'update' ? fields.version?.new : undefined
    if (!what) continue
    if (made.has(what)) journal.fault('done twice', `${what} in the revisions ${made.get(what)} and ${revision}`)
    made.set(what, revision)
  }
}

/**
 * Nobody is shown less than what an answer of the same instance had shown before, nor, wherever they ask, less than what
 * anybody had been told of the stated moment ago.
 */
function requireFresh(journal) {
  const { reads, writes } = journal
  const known = [...reads, ...writes].sort((a, b) => a.ended - b.ended)
  const asked = [...reads].sort((a, b) => a.began - b.began)
  const places = [...new Set(reads.map(one => one.place))].filter(one => one !== FRONT)
  for (const [moment, place] of [[TRUSTED, undefined], ...places.map(one => [0, one])]) {
    const those = place ? known.filter(one => one.place === place) : known
    let next = 0, floor
    for (const read of asked) {
      if (place && read.place !== place) continue
      for (; next < those.length && those[next].ended <= read.began - moment; next++) {
        if (!floor || those[next].revision > floor.revision) floor = those[next]
      }
      if (floor && read.revision < floor.revision) {
        journal.fault('a reader was taken back', `${read.address} at ${read.place} is of ${read.revision}, `
          + `${Math.round(read.began - floor.ended)} ms after ${floor.place} told of ${floor.revision}`)
      }
    }
  }
}

/** What somebody read is what the registry held at that revision, as another instance tells of it now. */
async function requireSameInThePast(journal, instances) {
  const left = [...journal.answers]
  await Promise.all(instances.map(async place => {
    const visitor = new Visitor(place)
    for (let one = left.pop(); one; one = left.pop()) {
      const wasPinned = isPinned(one.address)
      const now = (await whole(visitor, wasPinned ? one.address : pinned(one.address, one.revision))).body
      const [then, again] = wasPinned ? [one.body, now] : [content(one.body), content(now)]
      if (!then.equals(again)) {
        journal.fault('a revision is not what it was',
          `${one.address} at ${one.revision}: ${one.place} had ${excerpt(then, again)}, now ${place.name} has ${excerpt(again, then)}`)
      }
    }
    visitor.leave()
  }))
}

/** Without what an answer says of how it was asked, and of how to ask on. */
function content(bytes) {
  const { meta, ...rest } = JSON.parse(bytes)
  const isAddress = key => key === 'links' || key === 'toggle'
  return Buffer.from(JSON.stringify({ ...rest, count: meta?.count }, (key, value) => isAddress(key) ? undefined : value))
}
