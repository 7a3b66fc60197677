import { load } from '../load.mjs'
import { sleep } from '../processes.mjs'

export const name = 'resident memory of the JVM, idle and after load'

const BETWEEN_REVISIONS = 5_000

/** Of an instance of its own, which has done nothing before. Each revision makes all answers of the load new. */
export async function measure(bench) {
  const { facts, folder, minutes } = bench
  const service = await bench.start({ log: 'memory.log' })
  try {
    await sleep(bench.quick ? 3_000 : 30_000)
    const idle = service.residentMemory()
    const idleHeap = await service.heap()
    const lists = facts.questions(2000, ({ any, days, next }) => ({ path: [
      `/v1/findings?limit=50&store=${any(facts.stores)}&${days()}`, `/v1/findings?limit=20&q=${encodeURIComponent(any(facts.words))}`,
      '/v1/findings/' + any(facts.ids), '/v1/apps/' + any(facts.apps)][next(4)] }))
    let revisions = 0, why
    const writer = setInterval(() => bench.service.newRevision().then(() => revisions++, e => { why ??= e.message }), BETWEEN_REVISIONS)
    const seen = await load({ folder, url: service.url, paths: lists.map(one => one.path), connections: 50, seconds: 60 * minutes })
      .finally(() => clearInterval(writer))
    if (why) throw new Error(why)
    const note = `${seen.requests} requests in ${minutes} minutes, ${revisions} revisions meanwhile`
    return [
      { work: 'idle', value: idle / 2 ** 20, unit: 'MB', most: 250, heap: idleHeap },
      { work: 'after load', value: service.residentMemory() / 2 ** 20, unit: 'MB', most: 450, p50: seen.p50, p99: seen.p99,
        heap: await service.heap(), note },
      { work: 'errors under load', value: seen.refused + seen.broken, unit: 'errors', most: 0,
        note: `${seen.refused} refused, ${seen.broken} without an answer` }
    ]
  } finally {
    await service.stop()
  }
}
