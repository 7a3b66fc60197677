// Who reads all the time, each over one connection of their own, and notes which revision the answer was of.
import { json, Visitor } from './http.mjs'
import { pinned } from './journal.mjs'
import { sleep } from './wait.mjs'

const PAUSE_AFTER_FAILURE = 200

/** What an answer says of itself: a record says in its links of which revision it is. */
function moment(answer) {
  const { meta } = json(answer)
  if (meta) return { revision: meta.revision, day: meta.judgedOn }
  const link = /[?&]revision=(\d+)[^>]*>; rel="bookmark"/.exec([answer.headers.link].flat().join(','))
  return link && { revision: Number(link[1]) }
}

export class Reader {
  isOver = false
  /** How far the changes have been followed, as the answers say it, and the last revision among them. */
  #since
  #heard

  constructor(number, place, records, journal, pause) {
    Object.assign(this, { number, place, journal, pause, visitor: new Visitor(place) })
    this.questions = [
      () => '/v1/sources?limit=10',
      () => `/v1/findings/${records[number % records.length]}`,
      () => '/v1/sources?limit=0&facet=kind',
      () => this.#changes(),
      () => `/v1/findings?id=${records.join(',')}&select=id,version`,
      // What somebody has been told of, everybody can ask for.
      () => pinned('/v1/sources?limit=10', journal.newest),
      () => pinned('/v1/sources?limit=10', Math.max(1, journal.newest - Math.floor(Math.random() * 100)))
    ]
  }

  async work() {
    for (let turn = this.number; !this.isOver; turn++) {
      const question = this.questions[turn % this.questions.length]()
      await (typeof question === 'string' ? this.#read(question) : question)
      if (!this.isOver) await sleep(this.pause)
    }
    this.visitor.leave()
  }

  async #ask(path) {
    const answer = await this.visitor.get(path)
    const { name } = this.place
    if (this.journal.outcome(answer, 'read', path, name)) {
      await sleep(PAUSE_AFTER_FAILURE)
      return undefined
    }
    if (answer.status !== 200) {
      this.journal.fault('a read was answered ' + answer.status, `${path} at ${name}: ${answer.body.toString().slice(0, 300)}`)
      return undefined
    }
    return answer
  }

  async #read(path) {
    const answer = await this.#ask(path)
    if (!answer) return
    const at = moment(answer)
    if (!at) return this.journal.fault('an answer that does not say its revision', path)
    const { body, began, ended } = answer
    this.journal.read({ address: path, ...at, body, place: this.place.name, began, ended })
  }

  /** The next page of what changed: no revision is left out, whoever wrote meanwhile. */
  async #changes() {
    this.#since ??= String(this.#heard = this.journal.newest)
    const answer = await this.#ask(`/v1/changes?limit=1000&since=${this.#since}`)
    if (!answer) return
    const { meta, results } = json(answer)
    for (const { revision } of results) {
      if (revision !== this.#heard && revision !== this.#heard + 1) {
        this.journal.fault('a gap in the changes', `${revision} after ${this.#heard} at ${this.place.name}`)
      }
      this.#heard = revision
      this.journal.saw(revision)
    }
    this.#since = meta.nextSince
  }
}
