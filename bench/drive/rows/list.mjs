import { cold } from '../cold.mjs'
import { againstSql } from '../lines.mjs'

export const name = 'cold filtered list of 50 against its SQL'

/** What many rows have are kinds of their own: there the optimizer is led astray. */
export async function measure(bench) {
  const { categories, stores, group } = bench.facts
  const list = category => `/v1/findings?limit=50&category=${category}`
  const questions = bench.facts.questions(600, ({ turn, any, days }) => [
    { kind: 'the most frequent category and a range of days', path: `${list(categories[0])}&${days()}` },
    { kind: 'the largest group of categories and a range of days', path: `${list(group)}&${days()}` },
    { kind: 'a category, a store and a range of days', path: `${list(any(categories))}&store=${any(stores)}&${days()}` }
  ][turn % 3])
  return againstSql(bench, await cold(bench, questions), { most: 1.5 })
}
