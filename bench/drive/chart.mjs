// Charts as SVG, legible on light and dark pages.

const COLOURS = ['#4269d0', '#e0861b', '#d64545', '#3a9e7a', '#7d54c7', '#b0568f', '#7a6a58', '#2f93b5', '#8a8f00']
const escape = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c])
const tidy = number => +number.toFixed(1)
const label = value => value >= 1000 || value < 0.01 ? value.toExponential(0).replace('e+', 'e') : String(+value.toPrecision(2))

function svg(width, height, title, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>${escape(title)}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="16" y="24" font-size="15" font-weight="bold">${escape(title)}</text>
${parts.join('\n')}
</svg>
`
}

/** Both axes logarithmic; each series is a label and points. */
export function growthChart(title, unit, all) {
  const shown = all.map(one => ({ ...one, points: one.points.filter(([, y]) => y > 0) })).filter(one => one.points.length > 0)
  const [left, top, plotWidth, plotHeight] = [64, 48, 420, 300]
  const range = values => {
    const low = Math.floor(Math.log10(Math.min(...values))), high = Math.ceil(Math.log10(Math.max(...values)))
    return [low, Math.max(high, low + 1)]
  }
  if (shown.length === 0) return svg(480, 80, title, ['<text x="16" y="56">Nothing was measured.</text>'])
  const [x0, x1] = range(shown.flatMap(one => one.points.map(([x]) => x))), [y0, y1] = range(shown.flatMap(one => one.points.map(([, y]) => y)))
  const x = value => tidy(left + plotWidth * (Math.log10(value) - x0) / (x1 - x0))
  const y = value => tidy(top + plotHeight * (1 - (Math.log10(value) - y0) / (y1 - y0)))
  const parts = []
  for (let e = x0; e <= x1; e++) {
    parts.push(`<line x1="${x(10 ** e)}" y1="${top}" x2="${x(10 ** e)}" y2="${top + plotHeight}" stroke="#ddd"/>`,
      `<text x="${x(10 ** e)}" y="${top + plotHeight + 18}" text-anchor="middle">${label(10 ** e)}</text>`)
  }
  for (let e = y0; e <= y1; e++) {
    parts.push(`<line x1="${left}" y1="${y(10 ** e)}" x2="${left + plotWidth}" y2="${y(10 ** e)}" stroke="#ddd"/>`,
      `<text x="${left - 8}" y="${y(10 ** e) + 4}" text-anchor="end">${label(10 ** e)}</text>`)
  }
  parts.push(`<text x="${left + plotWidth / 2}" y="${top + plotHeight + 38}" text-anchor="middle">findings</text>`,
    `<text x="${left}" y="${top - 8}">${escape(unit)}</text>`)
  shown.forEach(({ label: text, points }, i) => {
    const colour = COLOURS[i % COLOURS.length], at = top + 8 + 20 * i
    parts.push(`<polyline points="${points.map(([px, py]) => `${x(px)},${y(py)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(([px, py]) => `<circle cx="${x(px)}" cy="${y(py)}" r="3.5" fill="${colour}"/>`),
      `<rect x="${left + plotWidth + 20}" y="${at - 9}" width="12" height="12" fill="${colour}"/>`,
      `<text x="${left + plotWidth + 38}" y="${at + 1}">${escape(text)}</text>`)
  })
  return svg(left + plotWidth + 420, Math.max(top + plotHeight + 52, top + 20 * shown.length + 20), title, parts)
}

/** How much of its limit each line reaches: 1 is the limit, to the right of it is good. */
export function limitChart(title, lines) {
  const [left, top, scale, step] = [400, 56, 220, 20]
  const parts = lines.map(({ label: text, share }, i) => {
    const y = top + step * i, width = tidy(Math.max(1, Math.min(share, 2) * scale))
    return `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${escape(text)}</text>
<rect x="${left}" y="${y + 2}" width="${width}" height="13" fill="${share >= 1 ? '#3a9e7a' : '#d64545'}"/>
<text x="${left + width + 6}" y="${y + 12}">${share.toPrecision(2)}${share > 2 ? ' →' : ''}</text>`
  })
  const bottom = top + step * lines.length
  parts.push(`<line x1="${left + scale}" y1="${top - 8}" x2="${left + scale}" y2="${bottom + 4}" stroke="#333" stroke-dasharray="4 3"/>`,
    `<text x="${left + scale}" y="${top - 12}" text-anchor="middle">limit</text>`)
  return svg(left + 2 * scale + 80, bottom + 16, title, parts)
}
