// The figures: what each fault cost those who read and write.
import { FRONT } from './journal.mjs'

/** A shorter pause between two answers is one of the clients' own. */
const SHORTEST_GAP = 1_000

export function lineOf(fault, journal, { lost, untruth }, began) {
  const without = kind => secondsWithout(journal.outcomes.filter(one => one.place === FRONT && one.kind === kind), began)
  return { name: fault.name, writes: journal.writes.length, lost, reads: without('read'), writable: without('write'), untruth,
    isGood: journal.wrong.length === 0 }
}

/** All the time together in which nobody was answered for longer than a moment. */
function secondsWithout(outcomes, began) {
  let last = began, sum = 0
  for (const { ended } of outcomes.filter(one => one.isAnswered).sort((a, b) => a.ended - b.ended)) {
    if (ended - last > SHORTEST_GAP) sum += ended - last
    last = ended
  }
  return sum / 1000
}

const COLUMNS = [
  ['fault', row => row.name], ['acknowledged writes', row => row.writes], ['lost', row => row.lost],
  ['seconds without reads', row => row.reads.toFixed(1)], ['seconds without writes', row => row.writable.toFixed(1)],
  ['seconds ready in error', row => row.untruth.toFixed(1)], ['', row => row.isGood ? 'held' : 'FAILED']
]

export function table(rows) {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map(row => COLUMNS.map(([, value]) => String(value(row))))]
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map(line => line[i].length)))
  return cells.map(line => line.map((cell, i) => i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])).join('  ').trimEnd()).join('\n')
}
