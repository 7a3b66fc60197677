import { cold } from '../cold.mjs'
import { longAgo } from '../facts.mjs'
import { againstSql } from '../lines.mjs'

export const name = 'cold aggregate of two dimensions against its SQL'

/** Of everything: the filters leave nothing out, and make each question new; without any, the service has less to read. */
export async function measure(bench) {
  const dimensions = ['category,published:month', 'store,published:year', 'category,store', 'regulator,published:year', 'status,store']
  const questions = bench.facts.questions(150, ({ turn, any }) =>
    ({ kind: 'two dimensions', path: `/v1/findings/aggregate?groupBy=${any(dimensions)}&${longAgo(turn)}` }))
  return againstSql(bench, await cold(bench, questions), { most: 1.2 })
}
