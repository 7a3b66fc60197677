// The packaged service, as its README starts it, on the run's database.
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort, isRunning, residentMemory, sleep, start, stop } from './processes.mjs'

/** What takes longer than the service allows is to be measured, too, and to say so. */
const PATIENT = ['-Doffshelf.reading.longest-query=10M', '-Dquarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout=620000']
const ADMIN = 'admin', CURATOR = 'curator', PASSWORD = 'only-for-this-run-and-long'
const basic = name => 'Basic ' + Buffer.from(`${name}:${PASSWORD}`).toString('base64')

export class Service {
  /** Until it is ready; `readyAfter` says how long that took, in seconds. */
  static async start({ application, database, folder, java, options = [], log = 'service.log', env = {} }) {
    const port = await freePort()
    const began = process.hrtime.bigint()
    const child = start(java, [...options, ...PATIENT, '-jar', join(application, 'quarkus-run.jar')], {
      log: join(folder, log),
      env: {
        QUARKUS_HTTP_PORT: port, QUARKUS_HTTP_HOST: '127.0.0.1',
        QUARKUS_DATASOURCE_JDBC_URL: database.url, QUARKUS_DATASOURCE_USERNAME: 'offshelf', QUARKUS_DATASOURCE_PASSWORD: database.password,
        OFFSHELF_SNAPSHOTS_FOLDER: join(folder, 'snapshots'), OFFSHELF_SNAPSHOTS_CRON: 'off',
        OFFSHELF_ADMIN_NAME: ADMIN, OFFSHELF_ADMIN_PASSWORD: PASSWORD, ...env
      }
    })
    const service = new Service(child, port)
    for (const deadline = Date.now() + 300_000; !await service.isReady();) {
      if (!isRunning(child) || Date.now() > deadline) throw new Error(`The service does not start: ${readFileSync(child.log, 'utf8').slice(-800)}`)
      await sleep(5)
    }
    service.readyAfter = Number(process.hrtime.bigint() - began) / 1e9
    return service
  }

  constructor(child, port) {
    Object.assign(this, { child, port, url: `http://127.0.0.1:${port}` })
  }

  /** By the plainest means, so that the wait for it is not part of what is measured. */
  isReady() {
    return new Promise(done => {
      let said = ''
      const socket = connect(this.port, '127.0.0.1', () => socket.write('GET /q/health/ready HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n'))
      socket.on('data', data => { said += data }).on('error', () => done(false)).on('close', () => done(said.startsWith('HTTP/1.1 200')))
    })
  }

  async get(path, headers = {}) {
    const response = await fetch(this.url + path, { headers })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 400)}`)
    return JSON.parse(text)
  }

  /** As a curator, or as who is named; the body is sent as JSON unless it is bytes. */
  async send(method, path, body, { headers = {}, as = CURATOR } = {}) {
    const isJson = !Buffer.isBuffer(body)
    const response = await fetch(this.url + path, { method, body: isJson ? JSON.stringify(body) : body, headers: {
      authorization: basic(as), 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json', 'if-match': '*', ...headers
    } })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text, location: response.headers.get('location') }
  }

  async openCurator() {
    const { status, body } = await this.send('POST', '/v1/accounts', { name: CURATOR, password: PASSWORD, roles: ['curator'] }, { as: ADMIN })
    if (status !== 201 && status !== 409) throw new Error(`No account: ${status} ${JSON.stringify(body)}`)
  }

  /** A write like any other: what the service kept for the revision before is of no use any more. */
  async newRevision() {
    const { status, body } = await this.send('POST', '/v1/sources', { kind: 'press', title: 'Of the benchmark',
      url: `https://press.example/${process.hrtime.bigint()}` })
    if (status !== 201) throw new Error(`No revision: ${status} ${JSON.stringify(body)}`)
  }

  /** Used heap in bytes, what is not collected yet included. */
  heap() {
    return this.#metric('jvm_memory_used_bytes', 'area="heap"')
  }

  /** Answers that were not made anew. */
  hotAnswers() {
    return this.#metric('offshelf_hot_requests_total', 'result="whole"')
  }

  /** The sum over what else it is told by. */
  async #metric(name, label) {
    const text = await (await fetch(this.url + '/q/metrics')).text()
    return text.split('\n').filter(line => line.startsWith(name + '{') && line.includes(label))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
  }

  /** The most that was used while this was done. */
  async heapDuring(work) {
    let most = 0, isOver = false
    const watching = (async () => {
      // It may be too busy to say, or gone: the work shows that
      for (; !isOver; await sleep(500)) most = Math.max(most, await this.heap().catch(() => 0))
    })()
    try {
      return { result: await work(), heap: await this.heap().then(last => Math.max(most, last)) }
    } finally {
      isOver = true
      await watching
    }
  }

  residentMemory() {
    return residentMemory(this.child)
  }

  stop() {
    return stop(this.child)
  }
}
