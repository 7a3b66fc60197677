// A line of the table: work, value with its unit and limit (most or least), what was seen, and a note.

/** One line for each kind of cold answer: p50 against that of its SQL. */
export async function againstSql({ service }, kinds, limit) {
  const heap = await service.heap()
  return Object.entries(kinds).map(([work, seen]) => ({ work, value: seen.p50 / seen.sql.p50, ...limit, ...seenOf(seen), heap }))
}

/** What the service allows a question at most, unless it is told otherwise as it is here: `offshelf.reading.longest-query`. */
const LONGEST_QUERY = 15_000

export function seenOf(seen) {
  const refused = seen.p99 > LONGEST_QUERY ? '; what takes longer than 15 s the service refuses by default' : ''
  return { p50: seen.p50, p99: seen.p99, bytes: seen.bytes, limit: seen.sql, touched: seen.sql.touched,
    note: `${seen.sql.statements} statements, ${seen.sql.touched} rows touched, ${seen.sql.rows} returned; ${seen.samples} samples${refused}` }
}
