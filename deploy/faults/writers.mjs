// Curators who write without pause, and go on with whatever they cannot know to be done until they know.
import { basic, json, Visitor } from './http.mjs'
import { notice, noticeQuery } from './notice.mjs'
import { sleep } from './wait.mjs'

const PAUSE_AFTER_FAILURE = 250
/** A write nobody can settle in this time is one the service has lost. */
const LONGEST_UNSETTLED = 120_000

/** One of them: the first place is theirs; where that does not answer they try the others with the same request. */
class Writer {
  visitors
  isOver = false

  constructor(name, places, account, journal, pause) {
    Object.assign(this, { name, journal, pause })
    this.visitors = places.map(place => new Visitor(place, { authorization: basic(account.name, account.password) }))
  }

  async work() {
    for (let number = 0; !this.isOver; number++) {
      await this.write(number)
      if (!this.isOver) await sleep(this.pause)
    }
    this.visitors.forEach(visitor => visitor.leave())
  }

  /** Asks until there is an answer that says something: this place first, then in turn all. */
  async insist(method, path, options) {
    for (let turn = 0, deadline = performance.now() + LONGEST_UNSETTLED; ; turn++) {
      const visitor = this.visitors[turn % this.visitors.length]
      const answer = await visitor.ask(method, path, options)
      const place = visitor.place.name
      if (!this.journal.outcome(answer, method === 'GET' ? 'read' : 'write', path, place)) return { answer, place }
      if (performance.now() > deadline) {
        this.journal.fault('a write that nobody settles', `${method} ${path} of ${this.name}`)
        this.isOver = true
        return {}
      }
      await sleep(PAUSE_AFTER_FAILURE)
    }
  }

  unexpected(answer, what, place) {
    this.journal.fault('a write was answered ' + answer.status, `${what} at ${place}: ${answer.body.toString().slice(0, 300)}`)
  }
}

/** New documents, each with a key of its own, which goes along with every repetition. */
export class SourceWriter extends Writer {
  async write(number) {
    const key = `${this.name}-${number}`
    const fields = { kind: 'press', title: 'Of a fault ' + key, url: 'https://press.example/faults/' + key }
    const { answer, place } = await this.insist('POST', '/v1/sources', {
      headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(fields)
    })
    if (!answer) return
    if (answer.status !== 201) return this.unexpected(answer, `POST /v1/sources with the key ${key}`, place)
    const { id, revision } = json(answer)
    this.journal.wrote({ kind: 'sources', id, revision, fields, place, ended: answer.ended })
  }
}

/** Corrections of one record that nobody else corrects, on the condition that it is as it was read. */
export class RecordWriter extends Writer {
  #etag
  #version

  constructor(record, ...rest) {
    super(...rest)
    this.path = '/v1/findings/' + record
    this.record = record
  }

  async write(number) {
    if (!this.#etag && !await this.#look()) return
    const version = `${this.name}-${number}`
    for (;;) {
      const { answer, place } = await this.#try(version)
      if (answer?.status === 200) {
        const { revision } = json(answer)
        this.#etag = answer.headers.etag
        this.#version = version
        return this.journal.wrote({ kind: 'findings', id: this.record, revision, fields: { version }, place, ended: answer.ended })
      }
      // A try whose end is not known may have been the one that went before this: then the record says so.
      if (answer && answer.status !== 412) return this.unexpected(answer, 'PATCH ' + this.path, place)
      const before = this.#version
      if (!await this.#look()) return
      if (this.#version === version) return
      if (this.#version !== before) {
        return this.journal.fault('a record lost its last correction', `${this.path} is ${this.#version}, not ${before} or ${version}`)
      }
    }
  }

  /** Once; without an answer it looks first, and goes on at the next place. */
  async #try(version) {
    const visitor = this.visitors[0]
    const answer = await visitor.ask('PATCH', this.path, {
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': this.#etag },
      body: JSON.stringify({ version, reason: 'A fault is at work.' })
    })
    if (!this.journal.outcome(answer, 'write', this.path, visitor.place.name)) return { answer, place: visitor.place.name }
    this.visitors.push(this.visitors.shift())
    await sleep(PAUSE_AFTER_FAILURE)
    return {}
  }

  async #look() {
    const { answer, place } = await this.insist('GET', this.path, { headers: { 'cache-control': 'no-cache' } })
    if (!answer) return false
    if (answer.status !== 200) return this.unexpected(answer, 'GET ' + this.path, place)
    this.#etag = answer.headers.etag
    this.#version = json(answer).version
    return true
  }
}

const ROWS = 3

/** Notices of three rows, each of another day of long ago. */
export class NoticeWriter extends Writer {
  constructor(firstDay, ...rest) {
    super(...rest)
    this.firstDay = firstDay
  }

  async write(number) {
    const published = new Date(Date.UTC(1990, 0, 1 + this.firstDay + number)).toISOString().slice(0, 10)
    const name = `${this.name}-${number}`
    const { answer, place } = await this.insist('POST', `/v1/imports?wait=5&${noticeQuery(name, published)}`, {
      headers: { 'content-type': 'text/csv', 'idempotency-key': name }, body: notice(name, ROWS)
    })
    if (!answer) return
    if (![200, 201, 202].includes(answer.status)) return this.unexpected(answer, 'POST /v1/imports', place)
    let one = json(answer)
    for (const deadline = performance.now() + LONGEST_UNSETTLED; ['queued', 'reading', 'applying'].includes(one.state);) {
      await sleep(PAUSE_AFTER_FAILURE)
      const { answer: seen } = await this.insist('GET', '/v1/imports/' + one.id)
      if (!seen) return
      if (seen.status !== 200) return this.unexpected(seen, 'GET /v1/imports/' + one.id, place)
      one = json(seen)
      if (performance.now() > deadline) return this.journal.fault('an import that does not end', `${one.id} is ${one.state}`)
    }
    if (one.state !== 'applied') return this.journal.fault('an import failed', JSON.stringify(one).slice(0, 400))
    const { notice: id, revision } = one
    this.journal.wrote({ kind: 'notices', id, revision, fields: { published }, rows: ROWS, place, ended: performance.now() })
  }
}
