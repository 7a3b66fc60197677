// Asks each instance all the time whether it is ready, and compares that with what others got from it meanwhile.
import { Visitor } from './http.mjs'
import { sleep } from './wait.mjs'

const PAUSE = 250
/** Who asks for readiness waits no longer for it. */
const LONGEST_ANSWER = 3_000

export class Readiness {
  #isOver = false
  /** `{ place, isReady, at }`, of each place in order */
  #said = []

  constructor(places) {
    this.places = places
  }

  async work() {
    await Promise.all(this.places.map(async place => {
      const visitor = new Visitor(place)
      while (!this.#isOver) {
        const { status, began } = await visitor.get('/q/health/ready', { longest: LONGEST_ANSWER })
        this.#said.push({ place: place.name, isReady: status === 200, at: began })
        await sleep(PAUSE)
      }
      visitor.leave()
    }))
  }

  end() {
    this.#isOver = true
  }

  /** @returns for how many seconds an instance said that it was ready and answered no read, or no write: the longest of all */
  longestUntruth(outcomes) {
    let longest = 0
    for (const { name } of this.places) {
      const ready = spans(this.#said.filter(one => one.place === name), one => one.isReady, one => one.at, one => one.at)
      for (const kind of ['read', 'write']) {
        const own = outcomes.filter(one => one.place === name && one.kind === kind).sort((a, b) => a.ended - b.ended)
        for (const [from, to] of spans(own, one => !one.isAnswered, one => one.began, one => one.ended)) {
          for (const [begin, end] of ready) longest = Math.max(longest, Math.min(to, end) - Math.max(from, begin))
        }
      }
    }
    return longest / 1000
  }
}

/** From the first to the last of each row of neighbours for which it holds. */
function spans(all, holds, first, last) {
  const found = []
  let open
  for (const one of all) {
    if (!holds(one)) open = undefined
    else if (open) open[1] = last(one)
    else found.push(open = [first(one), last(one)])
  }
  return found
}
