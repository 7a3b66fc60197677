// The service and the bare handler with the same answers, side by side.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { get } from 'node:http'
import { join } from 'node:path'
import { load } from './load.mjs'
import { freePort, processorTime, sleep, start, stop } from './processes.mjs'
import { median } from './statistics.mjs'

const CONNECTIONS = 32

/** The four answers of the issue, and one as browsers get it; or what those get who have them. */
export async function targets({ service, facts }, conditional) {
  // A record of about a kilobyte, as far as there is one
  const record = await closest(service, facts.ids.slice(0, 20), 1024)
  const all = [
    { name: 'a record', path: '/v1/findings/' + record },
    { name: 'a list of 50', path: '/v1/findings?limit=50' },
    { name: 'a facet', path: '/v1/findings?limit=0&facet=category' },
    { name: 'an aggregate', path: '/v1/findings/aggregate?groupBy=category,published:year' },
    { name: 'a list of 50, gzip', path: '/v1/findings?limit=50&lang=zh', headers: { 'Accept-Encoding': 'gzip' } }
  ]
  const answers = []
  for (const target of all) { // one after the other: of a large registry some take a while
    const full = await answer(service, target)
    answers.push(conditional ? await answer(service, { ...target, headers: { ...target.headers, 'If-None-Match': full.given.etag } }, 304) : full)
  }
  return answers
}

async function closest(service, ids, bytes) {
  const sizes = await Promise.all(ids.map(async id => [id, (await answer(service, { path: '/v1/findings/' + id })).body.length]))
  return sizes.sort((a, b) => Math.abs(a[1] - bytes) - Math.abs(b[1] - bytes))[0][0]
}

/** The target, with what goes over the wire. */
function answer(service, { name, path, headers = {} }, status = 200) {
  return new Promise((done, failed) => get(service.url + path, { headers }, response => {
    const parts = []
    response.on('data', part => parts.push(part)).on('error', failed).on('end', () => {
      const { statusCode, headers: given } = response
      if (statusCode === status && given.etag) done({ name, path, headers, status, given, body: Buffer.concat(parts) })
      else failed(new Error(`${path} answered ${statusCode} with ETag ${given.etag}`))
    })
  }).on('error', failed))
}

/** @returns of each target the median of the ratios of requests per second, in turns, and percentiles in milliseconds */
export async function beside(bench, all) {
  const { folder, java, options, service, programs } = bench
  const kept = join(folder, 'kept')
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(kept)
  all.forEach((target, i) => writeFileSync(join(kept, String(i)), file(target)))
  const port = await freePort()
  const child = start(java, [...options, '-cp', programs, 'Bare', String(port), kept], { log: join(folder, 'bare.log') })
  try {
    await listening(port)
    const bare = `http://127.0.0.1:${port}`
    const measured = []
    for (const target of all) {
      const same = await answer({ url: bare }, target, target.status)
      if (!same.body.equals(target.body) || same.given.etag !== target.given.etag) {
        throw new Error(`The bare handler answers ${target.path} otherwise.`)
      }
      const once = async (url, seconds) => {
        const process = url === bare ? child : service.child
        const before = processorTime(process)
        const result = await load({ folder, url, paths: [target.path], headers: target.headers, connections: CONNECTIONS, seconds })
        result.processor = (processorTime(process) - before) / result.requests * 1e6
        if (result.refused + result.broken > 0) {
          throw new Error(`${target.path} at ${url === bare ? 'the bare handler' : 'the service'}: ${JSON.stringify(result)}`)
        }
        return result
      }
      for (const url of bench.hot.warm > 0 ? [bare, service.url] : []) await once(url, bench.hot.warm)
      const rounds = []
      for (let i = 0; i < bench.hot.rounds; i++) {
        const both = {}
        // Whoever is second finds a warmer machine: each is, in turn
        for (const side of i % 2 ? ['service', 'bare'] : ['bare', 'service']) {
          both[side] = await once(side === 'bare' ? bare : service.url, bench.hot.seconds)
        }
        rounds.push(both)
      }
      const of = (side, what) => median(rounds.map(round => round[side][what]))
      const seen = side => ({ rate: of(side, 'rate'), p50: of(side, 'p50'), p99: of(side, 'p99'), processor: Math.round(of(side, 'processor')) })
      measured.push({ target, ratio: median(rounds.map(round => round.service.rate / round.bare.rate)),
        ...seen('service'), bare: seen('bare'),
        bytes: Math.round(of('service', 'bytes') / of('service', 'requests')), heap: await service.heap() })
    }
    return measured
  } finally {
    await stop(child)
  }
}

/** As Bare.java reads it; without what belongs to the connection. */
function file({ path, status, given, body }) {
  const headers = Object.entries(status === 200 ? { ...given, 'content-length': body.length } : given)
    .filter(([name]) => !['connection', 'keep-alive', 'transfer-encoding'].includes(name))
  const lines = [`${status} ${path}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', '']
  return Buffer.concat([Buffer.from(lines.join('\n'), 'latin1'), body])
}

async function listening(port) {
  for (let tries = 0; tries < 300; tries++) {
    const isThere = await new Promise(done => {
      const socket = connect(port, '127.0.0.1', () => done(socket.end() && true)).on('error', () => done(false))
    })
    if (isThere) return
    await sleep(100)
  }
  throw new Error('The bare handler does not start.')
}
