// More load than a registry can bear, for .ci/checks/94-load: node load.mjs <url> <seconds> <clients>
// Each client has a loopback address of its own, and asks what has to be worked out anew; beside them are clients that are slow,
// one that asks too much, and one that asks what is known by heart. Nothing else may be seen than answers and polite refusals.
import http from 'node:http'
import net from 'node:net'

const [url, seconds, clients] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]
const { hostname, port } = new URL(url)
const HOT = '/v1/regulators?limit=5'
const COLD = ['/v1/findings/aggregate?groupBy=category,published:month&metrics=findings,apps', '/v1/findings?limit=500&include=notice,app',
  '/v1/apps?q=tencent&facet=status', '/v1/findings?format=csv', '/v1/changes?limit=500']
const SLOW = 40

function fail(message) {
  console.error('FAILED: ' + message)
  process.exit(1)
}

const sleep = ms => new Promise(done => setTimeout(done, ms))
const address = number => `127.1.${number >> 8}.${number & 255}`

async function until(what, condition) {
  const end = Date.now() + 60_000
  while (!await condition()) {
    if (Date.now() > end) fail('not in time: ' + what)
    await sleep(100)
  }
}

function ask(path, { from = '127.0.0.1', agent = false, headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    http.get({ hostname, port, path, localAddress: from, agent, headers }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', more => { if (response.statusCode !== 200) text += more })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
      response.on('error', reject)
    }).on('error', reject)
  })
}

const count = (counts, answer) => { counts[answer.status] = (counts[answer.status] ?? 0) + 1 }

function requirePolite({ status, headers, text }) {
  if (status === 200) return
  if (status !== 503 && status !== 429) fail(`${status}: ${text}`)
  if (!(Number(headers['retry-after']) > 0) || headers['content-type'] !== 'application/problem+json' || JSON.parse(text).status !== status)
    fail(`${status} without manners: ${JSON.stringify(headers)} ${text}`)
}

/** Asks, as browsers and impatient programs do, again as soon as there was an answer. */
async function press(number, end, counts) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  for (let i = number; Date.now() < end; i++) {
    const answer = await ask(COLD[i % COLD.length], { from: address(number), agent, headers: { 'cache-control': 'no-cache' } })
    requirePolite(answer)
    count(counts, answer)
    if (answer.status !== 200) await sleep(500)
  }
  agent.destroy()
}

/** One that sends this and then nothing; ended when the server closes it. */
function dawdle(text) {
  return new Promise(done => {
    let heard = ''
    const socket = net.connect({ host: hostname, port, localAddress: '127.0.0.2' }, () => socket.write(text))
    socket.on('data', more => { heard += more })
    socket.on('error', () => {})
    socket.on('close', () => done(heard.slice(0, 12)))
  })
}

async function metrics() {
  const { text, status } = await new Promise((resolve, reject) => http.get(url + '/q/metrics', response => {
    let all = ''
    response.on('data', more => { all += more })
    response.on('end', () => resolve({ text: all, status: response.statusCode }))
  }).on('error', reject))
  if (status !== 200) fail('no metrics: ' + status)
  const sum = pattern => text.split('\n').filter(line => pattern.test(line)).reduce((all, line) => all + Number(line.split(' ').pop()), 0)
  return {
    working: sum(/^offshelf_load_working/), waiting: sum(/^offshelf_load_waiting/), connections: sum(/^agroal_active_count/),
    threads: sum(/^jvm_threads_live_threads/), heap: Math.round(sum(/^jvm_memory_used_bytes\{area="heap"/) / 2 ** 20),
    refused: sum(/^offshelf_load_refused/)
  }
}

// Known by heart from now on
await ask(HOT)
const idle = await metrics()
const end = Date.now() + seconds * 1000
const cold = {}
const hot = {}
const health = {}
let most = { threads: 0, heap: 0 }
const slow = []
for (let i = 0; i < SLOW; i++) {
  slow.push(dawdle('GET /v1 HTTP/1.1\r\nHost: loc'))
  slow.push(dawdle('POST /v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"ids": ['))
}
const repeat = async work => { while (Date.now() < end) await work() }
await Promise.all([
  ...Array.from({ length: clients }, (_, number) => press(number, end, cold)),
  repeat(async () => { count(hot, await ask(HOT, { from: address(60_000 + Math.floor(Math.random() * 5000)) })) }),
  repeat(async () => { count(health, await ask('/q/health/live')); await sleep(100) }),
  repeat(async () => {
    const now = await metrics()
    most = { threads: Math.max(most.threads, now.threads), heap: Math.max(most.heap, now.heap) }
    await sleep(500)
  })
])
// The next ones, at once
for (const path of [...COLD, ...COLD]) {
  const { status, text } = await ask(path, { from: '127.0.0.3', headers: { 'cache-control': 'no-cache' } })
  if (status !== 200) fail(`after the load ${path} is answered ${status}: ${text}`)
}
const slowAnswers = {}
for (const start of await Promise.all(slow)) slowAnswers[start] = (slowAnswers[start] ?? 0) + 1
let after
await until('working, waiting and connections are as before, ' + JSON.stringify(idle), async () => {
  after = await metrics()
  return after.working === 0 && after.waiting === 0 && after.connections <= Math.max(idle.connections, 2)
})
const greedy = {}
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
for (let i = 0; i < 1300; i++) {
  const answer = await ask(HOT, { from: '127.0.0.4', agent })
  requirePolite(answer)
  count(greedy, answer)
  if (!answer.headers.ratelimit) fail('an answer does not say what is left')
}
console.log(`${clients} clients for ${seconds} s: ${JSON.stringify(cold)}; from memory meanwhile ${JSON.stringify(hot)}, health `
  + `${JSON.stringify(health)}; slow ones heard ${JSON.stringify(slowAnswers)}; one too greedy ${JSON.stringify(greedy)}`)
console.log(`threads ${idle.threads}, at most ${most.threads}, then ${after.threads}; heap in use ${idle.heap}, at most ${most.heap}, then `
  + `${after.heap} MB; ${after.refused} turned away`)
const only = (counts, status) => Object.keys(counts).length === 1 && counts[status] > 0
if (!(cold[200] > clients / 2)) fail('hardly anybody was served')
if (!(cold[503] > 0)) fail('it could bear all that')
if (!only(hot, 200) || !only(health, 200)) fail('what needs no work was not answered')
// Who sends half a body may be told before that it is not its turn.
if (Object.keys(slowAnswers).some(start => !['', 'HTTP/1.1 408', 'HTTP/1.1 503'].includes(start))) fail('slow clients were not just closed')
if (!(greedy[200] >= 1000 && greedy[429] > 0)) fail('who asks too much was not stopped')
if (most.threads > idle.threads + 80) fail('load costs threads without bound')
process.exit(0)
