import { cold } from '../cold.mjs'
import { againstSql } from '../lines.mjs'

export const name = 'cold filtered list of 50 against its SQL'

/** The category that most rows have is one kind of its own: there the optimizer is led astray. */
export async function measure(bench) {
  const [skewed] = bench.facts.categories
  const questions = bench.facts.questions(600, ({ next, any, days }) => [
    { kind: 'the most frequent category and a range of days', path: `/v1/findings?limit=50&category=${skewed}&${days()}` },
    { kind: 'a category, a store and a range of days',
      path: `/v1/findings?limit=50&category=${any(bench.facts.categories)}&store=${any(bench.facts.stores)}&${days()}` }
  ][next(2)])
  return againstSql(bench, await cold(bench, questions), { most: 1.5 })
}
