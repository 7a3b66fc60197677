// The rows of the table, in its order.
import * as aggregate from './rows/aggregate.mjs'
import * as asOf from './rows/as-of.mjs'
import * as exporting from './rows/export.mjs'
import * as hot from './rows/hot.mjs'
import * as importing from './rows/import.mjs'
import * as list from './rows/list.mjs'
import * as lookup from './rows/lookup.mjs'
import * as memory from './rows/memory.mjs'
import * as notModified from './rows/not-modified.mjs'
import * as readers from './rows/readers.mjs'
import * as search from './rows/search.mjs'
import * as start from './rows/start.mjs'
import * as walk from './rows/walk.mjs'

export const all = new Map(Object.entries({ hot, 'not-modified': notModified, list, walk, search, aggregate, 'as-of': asOf,
  export: exporting, lookup, import: importing, readers, start, memory }))

/** Those that change the registry, in the order in which they come last. */
export const changing = ['readers', 'as-of', 'import']

export function inOrderOfWork(only) {
  const rows = [...all].filter(([key]) => !only || only.includes(key))
  return [...rows.filter(([key]) => !changing.includes(key)), ...changing.flatMap(key => rows.filter(([other]) => other === key))]
}
