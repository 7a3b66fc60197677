// What becomes of each cold answer as the registry grows: seen when all sizes have been.

export const name = 'growth of each cold query'

/** The last row of a size larger than the first: rows touched against the smallest, which may grow as the logarithm does. */
export function growth(results, size) {
  const [smallest] = sizes(results)
  if (size === smallest) return []
  return series(results, 'touched').map(({ label, points }) => {
    const first = points.find(([at]) => at === smallest)?.[1], here = points.find(([at]) => at === size)?.[1]
    if (!first || !here) return { work: label, failure: 'not measured at both sizes' }
    return { work: label, value: here / first, most: Math.log(size) / Math.log(smallest), note: `${here} rows touched, ${first} at ${smallest}` }
  })
}

/** p99 of the searches at the largest size against the smallest. */
export function flatness(results, size) {
  const [smallest] = sizes(results)
  if (size === smallest) return []
  return series(results.filter(one => one.key === 'search'), 'p99').map(({ label, points }) => {
    const first = points.find(([at]) => at === smallest)?.[1], here = points.find(([at]) => at === size)?.[1]
    if (!first || !here) return { work: label, failure: 'not measured at both sizes' }
    return { work: `${label}, p99 against ${smallest}`, value: here / first, most: 3 }
  })
}

export const sizes = results => [...new Set(results.map(one => one.size))].sort((a, b) => a - b)

/** Of the cold answers: a label and points of size and what was seen. */
export function series(results, what) {
  const all = new Map()
  for (const { key, size, lines = [] } of results) {
    for (const line of lines.filter(one => one.touched !== undefined)) {
      const label = `${key}: ${line.work.replace(/^page \d+ .*/, 'far page')}`
      all.set(label, [...all.get(label) ?? [], [size, line[what]]])
    }
  }
  return [...all].map(([label, points]) => ({ label, points: points.sort((a, b) => a[0] - b[0]) }))
}
