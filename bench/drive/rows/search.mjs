import { cold } from '../cold.mjs'
import { seenOf } from '../lines.mjs'

export const name = 'cold search of a two-character name'

export async function measure(bench) {
  const { words, categories, stores } = bench.facts
  const questions = bench.facts.questions(900, ({ turn, any, days }) => {
    const q = `/v1/findings?limit=50&q=${encodeURIComponent(any(words))}`
    return [
      { kind: 'alone', path: q },
      { kind: 'with three filters', path: `${q}&category=${any(categories)}&store=${any(stores)}&${days()}` }
    ][turn % 2]
  })
  const kinds = await cold(bench, questions)
  const heap = await bench.service.heap()
  return Object.entries(kinds).map(([work, seen]) => ({ work, value: seen.p99, unit: 'ms', most: 20, ...seenOf(seen), heap }))
}
