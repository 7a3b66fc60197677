// Listens to the changes of a running registry with many connections at once, for .ci/checks/91-listeners:
//   node listeners.mjs all <url> <listeners> <revisions>    all hear every revision once and in order
//   node listeners.mjs until <url> <listeners> <file>       writes until the service goes, and notes what each has heard
//   node listeners.mjs resume <url> <file>                  each goes on from its last event; none missed or heard twice anything
// The account that writes is OFFSHELF_USER and OFFSHELF_PASSWORD.
import http from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'

const [mode, url, ...rest] = process.argv.slice(2)
const account = 'Basic ' + Buffer.from(`${process.env.OFFSHELF_USER}:${process.env.OFFSHELF_PASSWORD}`).toString('base64')
const LONGEST = 90_000

function fail(message) {
  console.error('FAILED: ' + message)
  process.exit(1)
}

const sleep = ms => new Promise(done => setTimeout(done, ms))

async function until(what, condition) {
  const end = Date.now() + LONGEST
  while (!condition()) {
    if (Date.now() > end) fail('not in time: ' + what())
    await sleep(50)
  }
}

/** One connection: the ids of all events it has heard, and the one it would go on from. */
function listen(last) {
  const ear = { ids: [], last, open: false, closed: false }
  let rest = ''
  const request = http.get(url + '/v1/changes/stream', { agent: false, headers: last ? { 'Last-Event-ID': last } : {} }, response => {
    if (response.statusCode !== 200) fail('a listener was answered ' + response.statusCode)
    response.setEncoding('utf8')
    response.on('data', text => {
      const events = (rest + text).split('\n\n')
      rest = events.pop()
      for (const event of events) {
        const id = /^id: (.+)$/m.exec(event)
        if (!id) continue
        ear.open = true
        ear.last = id[1]
        if (event.includes('\ndata: ')) ear.ids.push(id[1])
      }
    })
    response.on('error', () => {})
    response.on('close', () => { ear.closed = true })
  })
  request.on('error', () => { ear.closed = true })
  ear.leave = () => request.destroy()
  return ear
}

/** A revision of one line. */
async function write(number) {
  const response = await fetch(url + '/v1/sources', {
    method: 'POST', headers: { authorization: account, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'press', title: 'Heard ' + number, url: `https://press.example/${process.pid}/${number}` })
  })
  if (response.status !== 201) fail(`not written: ${response.status} ${await response.text()}`)
  return (await response.json()).revision
}

const revision = async () => (await (await fetch(url + '/v1')).json()).revision

async function metrics() {
  const text = await (await fetch(url + '/q/metrics')).text()
  const sum = pattern => text.split('\n').filter(line => pattern.test(line)).reduce((all, line) => all + Number(line.split(' ').pop()), 0)
  return {
    threads: sum(/^jvm_threads_live_threads/), heap: Math.round(sum(/^jvm_memory_used_bytes\{area="heap"/) / 2 ** 20),
    listeners: sum(/^offshelf_changes_listeners/)
  }
}

async function open(count, last) {
  const ears = []
  for (let i = 0; i < count; i++) {
    ears.push(listen(last?.[i]))
    if (i % 100 === 99) await sleep(20)
  }
  await until(() => `${ears.filter(ear => !ear.open).length} of ${count} have no connection`, () => ears.every(ear => ear.open))
  return ears
}

const range = (from, to) => Array.from({ length: to - from }, (_, i) => String(from + 1 + i))
const same = (a, b) => a.length === b.length && a.every((one, i) => one === b[i])

function check(all, expected) {
  const wrong = all.findIndex(ids => !same(ids, expected))
  if (wrong >= 0) fail(`listener ${wrong} heard ${all[wrong].length} of ${expected.length}, ${all[wrong].slice(0, 200)}`)
}

if (mode === 'all') {
  const [listeners, revisions] = rest.map(Number)
  const before = await revision()
  const idle = await metrics()
  const ears = await open(listeners)
  const open_ = await metrics()
  const started = Date.now()
  for (let i = 0; i < revisions; i++) await write('all-' + i)
  await until(() => `${ears.filter(ear => ear.ids.length < revisions).length} have not heard all`,
    () => ears.every(ear => ear.ids.length >= revisions))
  const seconds = (Date.now() - started) / 1000
  const after = await metrics()
  check(ears.map(ear => ear.ids), range(before, before + revisions))
  console.log(`${listeners} listeners heard ${revisions} revisions once and in order, in ${seconds.toFixed(1)} s; threads ${idle.threads}, `
    + `${open_.threads} with listeners, ${after.threads} in the end; heap in use ${idle.heap}, ${open_.heap}, ${after.heap} MB`)
  if (open_.listeners !== listeners) fail(`${open_.listeners} listeners are counted`)
  if (open_.threads - idle.threads > 50) fail('a listener costs a thread')
  ears.forEach(ear => ear.leave())
} else if (mode === 'until') {
  const [listeners, file] = [Number(rest[0]), rest[1]]
  const before = await revision()
  const ears = await open(listeners)
  console.log('listening')
  for (let i = 0; !ears.some(ear => ear.closed); i++) {
    try {
      await write('until-' + i)
    } catch {
      break // It is gone.
    }
  }
  await until(() => 'some connections stand', () => ears.every(ear => ear.closed))
  writeFileSync(file, JSON.stringify({ before, ears: ears.map(({ ids, last }) => ({ ids, last })) }))
  console.log(`gone, when the listeners had heard ${Math.min(...ears.map(ear => ear.ids.length))} to `
    + `${Math.max(...ears.map(ear => ear.ids.length))} revisions`)
} else {
  const { before, ears } = JSON.parse(readFileSync(rest[0]))
  const again = await open(ears.length, ears.map(ear => ear.last))
  for (let i = 0; i < 5; i++) await write('resume-' + i)
  const expected = range(before, await revision())
  await until(() => 'some have not heard all', () => again.every((ear, i) => ears[i].ids.length + ear.ids.length >= expected.length))
  check(again.map((ear, i) => ears[i].ids.concat(ear.ids)), expected)
  console.log(`${ears.length} went on; all heard all ${expected.length} revisions once and in order`)
  again.forEach(ear => ear.leave())
}
process.exit(0)
