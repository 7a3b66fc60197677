// Runs every line of docs/cookbook.md that begins with "$ " and compares what it prints with what stands below it, where a
// line that ends in … is cut. With --write it puts the answers in instead.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [page, base, option] = process.argv.slice(2)
const LONGEST = 150
const MOST_LINES = 12
const host = new URL(base).host
let failures = 0
let count = 0

const cut = line => (line.length > LONGEST ? line.slice(0, LONGEST) + '…' : line)
const shown = answer => {
  const lines = answer.replace(/^\ufeff/, '').replace(/\r?\n$/, '').split(/\r?\n/)
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES).map(cut), '…'] : lines.map(cut)
}

function agrees(expected, answer) {
  const actual = answer.replace(/^\ufeff/, '').replace(/\r?\n$/, '').split(/\r?\n/)
  if (expected.at(-1) === '…') {
    expected = expected.slice(0, -1)
    actual.length = Math.min(actual.length, expected.length)
  }
  return expected.length === actual.length && expected.every((line, i) =>
    line.endsWith('…') ? actual[i].startsWith(line.slice(0, -1)) : actual[i] === line)
}

const text = readFileSync(page, 'utf8').replace(/^```\n\$ (.*)\n([^]*?)^```$/gm, (block, command, expected) => {
  count++
  const answer = execFileSync('bash', ['-c', command.replaceAll('localhost:8080', host)], { encoding: 'utf8' })
  if (option === '--write') {
    return '```\n$ ' + command + '\n' + shown(answer).join('\n') + '\n```'
  }
  if (!agrees(expected.replace(/\n$/, '').split('\n'), answer)) {
    failures++
    console.error(`DIFFERS: ${command}\n${shown(answer).join('\n')}\n`)
  }
  return block
})
if (option === '--write') {
  writeFileSync(page, text)
}
console.log(`${count - failures} passed, ${failures} failed`)
const questions = readFileSync(page, 'utf8').match(/^## /gm).length
if (count !== questions) console.error(`${questions} questions, but ${count} lines that could be run`)
process.exitCode = failures === 0 && count === questions ? 0 : 1
