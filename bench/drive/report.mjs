// RESULTS.md and its charts, of what was measured so far, and results.json, out of which a later run makes them anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { growthChart, limitChart } from './chart.mjs'
import { flatness, growth, name as growthName, series, sizes } from './growth.mjs'

const KEPT = 'results.json'

const text = (value, digits = 3) => value === undefined || Number.isNaN(value) ? '' : String(value >= 100 ? Math.round(value) : +value.toPrecision(digits))
const milliseconds = value => value === undefined ? '' : text(value) + ' ms'
const bytes = value => value === undefined ? '' : value >= 1e6 ? text(value / 1e6) + ' MB'
  : value >= 1e4 ? text(value / 1e3) + ' kB' : text(value)

export function isReached({ value, least, most }) {
  if (least === undefined && most === undefined) return undefined
  return least === undefined ? value <= most : value >= least
}

/** @param held of earlier runs, see below */
export function write({ out }, on, measured, held) {
  mkdirSync(join(out, 'charts'), { recursive: true })
  const here = sizes(measured)
  const all = [...held.filter(one => !here.includes(one.size)),
    ...here.map(size => ({ size, on, results: measured.filter(one => one.size === size) }))]
  writeFileSync(join(out, KEPT), JSON.stringify(all, null, 1) + '\n')
  const results = all.flatMap(one => one.results)
  const parts = ['# Results', 'Written by `bench/run`; [README.md](README.md) says what is measured against what, and how to read it, '
    + '[remarks.md](remarks.md) why rows fall short.', list(on)]
  for (const size of sizes(results)) {
    const rows = rowsOf(results, size)
    const chart = `charts/limits-${size}.svg`
    writeFileSync(join(out, chart), limitChart(`How much of its limit is reached, ${size.toLocaleString('en')} findings`, rows.flatMap(shares)))
    const of = all.find(one => one.size === size).on
    parts.push(`## ${size.toLocaleString('en')} findings`, ...of === on ? [] : ['Of an earlier run:', list(of)], table(rows), `![How much of each limit is reached](${chart})`)
  }
  const grown = [['touched', 'Rows touched by each cold query', 'rows'], ['p50', 'p50 of each cold query', 'ms']]
  for (const [what, title, unit] of grown) writeFileSync(join(out, 'charts', `growth-${what}.svg`), growthChart(title, unit, series(results, what)))
  parts.push('## Growth', ...grown.map(([what, title]) => `![${title}](charts/growth-${what}.svg)`))
  writeFileSync(join(out, 'RESULTS.md'), parts.join('\n\n') + '\n')
}

/** For each size: on what it was measured, and the results. */
export const read = ({ out, add }) => add && existsSync(join(out, KEPT)) ? JSON.parse(readFileSync(join(out, KEPT), 'utf8')) : []

const list = on => on.map(([name, value]) => `- ${name}: ${value}`).join('\n')

/** In the order of the table, with what only shows between sizes. */
function rowsOf(results, size) {
  const here = results.filter(one => one.size === size).sort((a, b) => a.position - b.position)
    .map(one => one.key === 'search' && one.lines ? { ...one, lines: [...one.lines, ...flatness(results, size)] } : one)
  const grown = growth(results, size)
  return [...here, { key: 'growth', name: growthName, lines: grown.length > 0 ? grown : [{ work: 'shows at the larger sizes' }] }]
}

function table(rows) {
  const lines = ['| work | limit | measured | reached | p50 | p99 | of the limit: p50 | p99 | heap | bytes | |',
    '|---|---|---|---|---|---|---|---|---|---|---|']
  for (const row of rows) {
    if (row.failure) lines.push(`| **${row.name}** | | | **not measured** | | | | | | | ${oneLine(row.failure)} |`)
    else lines.push(`| **${row.name}** | | | | | | | | | | |`, ...row.lines.map(lineOf))
  }
  return lines.join('\n')
}

function lineOf(line) {
  const unit = line.unit === undefined ? '' : ' ' + line.unit
  const limit = line.least !== undefined ? `at least ${text(line.least)}${unit}` : line.most !== undefined ? `at most ${text(line.most)}${unit}` : ''
  const reached = { true: 'yes', false: '**no**', undefined: '' }[line.failure ? 'undefined' : isReached(line)]
  return `| ${[line.work, limit, line.failure || line.value === undefined ? '' : text(line.value) + unit, line.failure ? '**not measured**' : reached,
    milliseconds(line.p50), milliseconds(line.p99), milliseconds(line.limit?.p50), milliseconds(line.limit?.p99),
    line.heap === undefined ? '' : text(line.heap / 2 ** 20) + ' MB', bytes(line.bytes), oneLine(line.failure ?? line.note ?? '')].join(' | ')} |`
}

const oneLine = words => words.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim().slice(0, 300)

function shares({ key, lines = [] }) {
  return lines.filter(line => isReached(line) !== undefined && line.value > 0).map(line => ({
    label: `${key}: ${line.work}`.slice(0, 64),
    share: line.least !== undefined ? line.value / line.least : line.most / line.value
  }))
}
