import { cold } from '../cold.mjs'
import { seenOf } from '../lines.mjs'

export const name = 'page 10,000 of a walk against page 1'

const PAGE = 50, FAR = 10_000, STRIDES = 400, SAMPLES = 30

/** As far as the registry goes. The way there is taken in longer strides by another instance, which is not measured. */
export async function measure(bench) {
  const rows = Math.min(PAGE * FAR, bench.size - PAGE)
  const stride = Math.min(1000, Math.max(PAGE, Math.ceil(rows / STRIDES / PAGE) * PAGE))
  const from = day => `/v1/findings?published.gte=${day}`
  const { service } = await bench.recorder()
  const cursors = []
  for (let cursor = '', left = rows; left > 0; left -= stride) {
    const { meta } = await service.get(`${from('1990-01-01')}&limit=${Math.min(stride, left)}&select=id${cursor && '&cursor=' + cursor}`)
    if (!meta.nextCursor) break
    cursors.push(cursor = meta.nextCursor)
  }
  const last = cursors.slice(-Math.min(SAMPLES, Math.ceil(cursors.length / 4)))
  const page = Math.min(FAR, Math.floor(rows / PAGE) + 1)
  // Nothing is older than these days, so that each first page is another question with the same answer
  const kinds = await cold(bench, last.flatMap((cursor, i) => [
    { kind: 'first', path: `${from(new Date(Date.UTC(1991, 0, 1 + i)).toISOString().slice(0, 10))}&limit=${PAGE}` },
    { kind: 'far', path: `${from('1990-01-01')}&limit=${PAGE}&cursor=${cursor}` }
  ]))
  return [{ work: `page ${page}`, value: kinds.far.p50 / kinds.first.p50, most: 1.1, ...seenOf(kinds.far),
    limit: { p50: kinds.first.p50, p99: kinds.first.p99 }, heap: await bench.service.heap() }]
}
