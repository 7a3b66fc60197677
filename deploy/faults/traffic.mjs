// All that goes on while a fault is at work: who writes, who reads, who asks for readiness.
import { Reader } from './readers.mjs'
import { Readiness } from './readiness.mjs'
import { NoticeWriter, RecordWriter, SourceWriter } from './writers.mjs'

/** Milliseconds between an answer and the next request of the same client: some 10 writes and 25 reads a second in all. */
const PAUSES = { source: 350, record: 450, notice: 3_000, read: 250 }
/** No fault has more notices. */
const DAYS = 400

export class Traffic {
  #clients
  #work

  /**
   * @param front through which all instances are reached
   * @param records which are corrected, one by each writer
   * @param name of the run and fault, which nothing else has
   * @param number of the fault in this run
   */
  constructor({ front, instances, records, account, journal, name, number }) {
    const places = [front, ...instances]
    const from = place => [place, ...places.filter(one => one !== place)]
    const rest = (place, what, pause) => [`${name}-${what}-${place.name.replaceAll(' ', '')}`, from(place), account, journal, pause]
    this.readiness = new Readiness(instances)
    this.#clients = [
      ...places.map(place => new SourceWriter(...rest(place, 's', PAUSES.source))),
      ...places.map((place, i) => new RecordWriter(records[i], ...rest(place, 'r', PAUSES.record))),
      new NoticeWriter(number * DAYS, ...rest(front, 'n', PAUSES.notice)),
      ...[front, front, front, ...instances, ...instances].map((place, i) => new Reader(i, place, records, journal, PAUSES.read))
    ]
  }

  start() {
    this.#work = Promise.all([this.readiness.work(), ...this.#clients.map(client => client.work())])
    this.#work.catch(() => {}) // heard of at the end
  }

  /** Until everybody has an answer to what they asked last. */
  async end() {
    this.#clients.forEach(client => { client.isOver = true })
    this.readiness.end()
    await this.#work
  }
}
