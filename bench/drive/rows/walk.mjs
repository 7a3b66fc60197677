import { cold } from '../cold.mjs'
import { longAgo } from '../facts.mjs'
import { seenOf } from '../lines.mjs'

export const name = 'page 10,000 of a walk against page 1'

const PAGE = 50, FAR = 10_000, STRIDES = 400, SAMPLES = 30

/** As far as the registry goes. The way there is taken in longer strides by another instance, which is not measured. */
export async function measure(bench) {
  const rows = Math.min(PAGE * FAR, bench.size - PAGE)
  const stride = Math.min(1000, Math.max(PAGE, Math.ceil(rows / STRIDES / PAGE) * PAGE))
  const walk = `/v1/findings?${longAgo(0)}`
  const { service } = await bench.recorder()
  const cursors = []
  for (let cursor = '', left = rows; left > 0; left -= stride) {
    const { meta } = await service.get(`${walk}&limit=${Math.min(stride, left)}&select=id${cursor && '&cursor=' + cursor}`)
    if (!meta.nextCursor) break
    cursors.push(cursor = meta.nextCursor)
  }
  const last = cursors.slice(-Math.min(SAMPLES, Math.ceil(cursors.length / 4)))
  const page = Math.min(FAR, Math.floor(rows / PAGE) + 1)
  // Each walk is another question with the same answer
  const others = await Promise.all(last.map(async (_, i) => {
    const other = `/v1/findings?${longAgo(i + 1)}`
    const { meta } = await service.get(`${other}&limit=${PAGE}&select=id`)
    return { first: `${other}&limit=${PAGE}`, second: `${other}&limit=${PAGE}&cursor=${meta.nextCursor}` }
  }))
  const kinds = await cold(bench, last.flatMap((cursor, i) => [
    { kind: 'first', path: others[i].first },
    { kind: 'second', path: others[i].second },
    { kind: 'far', path: `${walk}&limit=${PAGE}&cursor=${cursor}` }
  ]))
  const heap = await bench.service.heap()
  const against = ({ p50, p99 }) => ({ value: kinds.far.p50 / p50, most: 1.1, limit: { p50, p99 }, heap })
  return [
    { work: `page ${page} against page 1`, ...seenOf(kinds.far), ...against(kinds.first) },
    // Page 1 counts all there is, too
    { work: `page ${page} against page 2`, ...seenOf(kinds.far), ...against(kinds.second), touched: undefined }
  ]
}
