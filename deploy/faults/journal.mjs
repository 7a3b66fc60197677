// What the clients of one fault wrote down: every acknowledged write, every answer read, and whatever was wrong at once.

/** The place that stands before the instances. */
export const FRONT = 'front'

/** The same question about the registry as it stood at the revision. */
export const pinned = (path, revision) => `${path}${path.includes('?') ? '&' : '?'}revision=${revision}`
export const isPinned = path => /[?&]revision=/.test(path)

/** The same wrong thing is told so many times. */
const MOST_TOLD = 5

export class Journal {
  /** Acknowledged: `{ kind, id, revision, fields, place, ended }` */
  writes = []
  /** Answers about what is held now: `{ address, revision, place, began, ended }` */
  reads = []
  /** Of every request whether it was answered: `{ kind, place, isAnswered, began, ended }`, kind being read or write */
  outcomes = []
  /** How many of each kind of answer that is none, by place */
  failures = new Map()
  wrong = []
  #told = new Map()
  #answers = new Map()

  /** @param newest the revision from which on it is written */
  constructor(newest) {
    Object.assign(this, { from: newest, newest })
  }

  /** Somebody was told of the revision. */
  saw(revision) {
    this.newest = Math.max(this.newest, revision)
  }

  fault(what, detail = '') {
    const times = (this.#told.get(what) ?? 0) + 1
    this.#told.set(what, times)
    if (times <= MOST_TOLD) this.wrong.push(detail ? `${what}: ${detail}` : what)
    else if (times === MOST_TOLD + 1) this.wrong.push(`${what}: and more`)
  }

  wrote(write) {
    this.writes.push(write)
    this.saw(write.revision)
  }

  /** @param day by which deadlines were judged: another day is another answer */
  read({ address, revision, day, body, place, began, ended }) {
    const key = `${revision} ${day ?? ''} ${address}`
    const first = this.#answers.get(key)
    if (!first) this.#answers.set(key, { address, revision, day, body, place })
    else if (!first.body.equals(body)) {
      this.fault('two answers of one revision differ',
        `${address} at ${revision}: ${first.place} ${excerpt(first.body, body)}, ${place} ${excerpt(body, first.body)}`)
    }
    if (!isPinned(address)) this.reads.push({ address, revision, place, began, ended })
    this.saw(revision)
  }

  /** Each different answer once: `{ address, revision, day, body, place }` */
  get answers() {
    return [...this.#answers.values()]
  }

  /** Notes whether it is an answer, and at once what nobody may ever get. @returns what it is instead of one, or nothing */
  outcome(answer, kind, path, place) {
    const failure = this.#failureOf(answer, `${kind} of ${path} at ${place}`, place)
    if (failure) this.failures.set(`${place} ${failure}`, (this.failures.get(`${place} ${failure}`) ?? 0) + 1)
    this.outcomes.push({ kind, place, isAnswered: !failure, began: answer.began, ended: answer.ended })
    return failure
  }

  #failureOf({ broken, status, headers, body }, what, place) {
    if (broken) return 'broken'
    if (status < 500) return undefined
    const isOurs = headers['content-type']?.startsWith('application/problem+json')
    if (place === FRONT && !isOurs && [502, 503, 504].includes(status)) return `${status} of the proxy`
    if (status !== 503) this.fault(`answered ${status}`, `${what}: ${body.toString().slice(0, 300)}`)
    else if (!headers['retry-after']) this.fault('503 without Retry-After', `${what}: ${body.toString().slice(0, 300)}`)
    return String(status)
  }
}

/** From shortly before where they differ. */
export function excerpt(text, other) {
  let at = 0
  while (at < text.length && text[at] === other[at]) at++
  return '…' + text.subarray(Math.max(0, at - 40), at + 80).toString() + '…'
}
