// The rows of the table, in its order.
import * as hot from './rows/hot.mjs'
import * as notModified from './rows/not-modified.mjs'
import * as list from './rows/list.mjs'
import * as search from './rows/search.mjs'
import * as aggregate from './rows/aggregate.mjs'
import * as lookup from './rows/lookup.mjs'

export const all = new Map(Object.entries({ hot, 'not-modified': notModified, list, search, aggregate, lookup }))

/** Those that change the registry come last. */
export function inOrderOfWork(only) {
  const changing = ['as-of', 'import']
  const rows = [...all].filter(([key]) => !only || only.includes(key))
  return [...rows.filter(([key]) => !changing.includes(key)), ...rows.filter(([key]) => changing.includes(key))]
}
