// Every fault in turn, under the same traffic: see README.md.
import { parseArgs } from 'node:util'
import { basic, json, Visitor, whole } from './http.mjs'
import { Cluster } from './cluster.mjs'
import { faults } from './faults/index.mjs'
import { Journal } from './journal.mjs'
import { judge } from './judge.mjs'
import { lineOf, table } from './table.mjs'
import { Traffic } from './traffic.mjs'
import { sleep, until } from './wait.mjs'

const ACCOUNT = { name: 'curator', password: 'only-for-this-run-and-long' }
/** Each place has answered so often before a fault begins, and again after it. */
const ANSWERS = 5

const { values: options } = parseArgs({ options: {
  only: { type: 'string' }, work: { type: 'string', default: 'target/faults' }, application: { type: 'string', default: 'target/quarkus-app' }
} })
const chosen = options.only?.split(',') ?? faults.map(fault => fault.name)
const unknown = chosen.filter(name => !faults.some(fault => fault.name === name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: ${faults.map(fault => fault.name).join(', ')}`)
  process.exit(2)
}

const cluster = await Cluster.start(options)
await cluster.openAccount(ACCOUNT)
const places = [cluster.front, ...cluster.instances]
const records = json(await whole(new Visitor(cluster.front), `/v1/findings?limit=${places.length}&select=id`)).results.map(one => one.id)
const rows = []
for (const [number, fault] of faults.entries()) {
  if (chosen.includes(fault.name)) rows.push(await tried(fault, number))
}
console.log('\n' + table(rows))
// What runs ends with us: run gives us a namespace of our own
process.exit(rows.every(row => row.isGood) ? 0 : 1)

/** Has the fault happen under traffic, and judges what came of it. @returns its line of the table */
async function tried(fault, number) {
  console.log(`\n${fault.name}: ${fault.what}\n  must hold: ${fault.holds}`)
  const curator = new Visitor(cluster.front, { authorization: basic(ACCOUNT.name, ACCOUNT.password) })
  const journal = new Journal(json(await whole(curator, '/v1')).revision)
  const traffic = new Traffic({ front: cluster.front, instances: cluster.instances, records, account: ACCOUNT, journal, number,
    name: `${fault.name}-${process.pid}` })
  const began = performance.now()
  const say = text => console.log(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`)
  cluster.say = say
  traffic.start()
  try {
    await answeredEverywhere(journal)
    await fault.run({ cluster, curator, say, until, seconds: async count => { say(`… ${Math.round(count)} s`); await sleep(count * 1000) } })
    await cluster.whole()
    say('whole again')
    await answeredEverywhere(journal)
  } catch (e) {
    journal.fault('it did not go as it must', e.message)
    await cluster.heal()
  } finally {
    await traffic.end()
  }
  curator.leave()
  const verdict = await judge(journal, traffic.readiness, cluster.instances)
  const row = lineOf(fault, journal, verdict, began)
  journal.wrong.forEach(what => say('WRONG  ' + what))
  say(`${row.isGood ? 'held' : 'FAILED'}: ${journal.writes.length} acknowledged writes, ${verdict.lost} lost, ${journal.reads.length} reads`
    + ([...journal.failures].map(([what, times]) => `; ${times} × ${what}`).sort().join('')))
  return row
}

/** From now on each place answers reads and writes. */
async function answeredEverywhere(journal) {
  const from = journal.outcomes.length
  await until('each place answers reads and writes', 90, () => places.every(({ name }) => ['read', 'write'].every(kind =>
    journal.outcomes.slice(from).filter(one => one.place === name && one.kind === kind && one.isAnswered).length >= ANSWERS)))
}
