import { load } from '../load.mjs'

export const name = '200 readers at full load while a writer commits 10 revisions a second'

const READERS = 200, PER_SECOND = 10

/** Records and filtered lists, asked again and again: each revision makes all of the answers new. */
export async function measure(bench) {
  const { service, facts, folder } = bench
  const seconds = bench.quick ? 4 : 60
  const lists = facts.questions(10, ({ any, days }) => ({ path: `/v1/findings?limit=50&store=${any(facts.stores)}&${days()}` }))
  const paths = [...facts.ids.slice(0, 30).map(id => '/v1/findings/' + id), ...lists.map(one => one.path)]
  const read = () => load({ folder, url: service.url, paths, connections: READERS, seconds })
  if (!bench.quick) await load({ folder, url: service.url, paths, connections: READERS, seconds: 10 })
  const quiet = await read()
  const before = await latest(bench.database)
  const writer = write(service, facts.ids)
  const busy = await read().finally(() => writer.end())
  const revisions = await latest(bench.database) - before
  const written = await writer.over
  const sum = what => quiet[what] + busy[what]
  const heap = await service.heap()
  const note = `${Math.round(busy.rate)} of ${Math.round(quiet.rate)} requests a second`
  return [
    { work: 'errors', value: sum('refused') + sum('broken') + written.failed, unit: 'errors', most: 0, heap,
      note: `${sum('requests')} requests, of which ${sum('refused')} were refused and ${sum('broken')} had no answer; ${written.taken} writes, ${
        written.failed} failed${written.why ? ': ' + written.why : ''}` },
    { work: 'revisions', value: revisions / busy.seconds, unit: 'a second', least: 0.95 * PER_SECOND, heap,
      note: 'as many as were asked for, but for a twentieth' },
    { work: 'p99 of readers against the quiet one', value: busy.p99 / quiet.p99, most: 3, p50: busy.p50, p99: busy.p99, limit: quiet,
      bytes: Math.round(busy.bytes / busy.requests), heap, note }
  ]
}

const latest = async database => Number((await database.ask('select revision from revision_counter'))[0][0])

/** Ten a second by the clock, however long each takes. */
function write(service, ids) {
  const result = { taken: 0, failed: 0 }
  const underWay = []
  let number = 0
  const began = Date.now()
  const one = () => {
    const id = ids[number % ids.length]
    const change = { version: `3.${number++}`, reason: 'Of the benchmark' }
    underWay.push(service.send('PATCH', '/v1/findings/' + id, change).then(({ status, body }) => {
      if (status === 200) result.taken++
      else throw new Error(`${status} ${JSON.stringify(body).slice(0, 200)}`)
    }).catch(e => {
      result.failed++
      result.why ??= e.message
    }))
  }
  const timer = setInterval(() => {
    while (number <= PER_SECOND * (Date.now() - began) / 1000) one()
  }, 20)
  let ended
  const over = new Promise(done => { ended = done }).then(() => Promise.all(underWay)).then(() => result)
  return { over, end() { clearInterval(timer); ended() } }
}
