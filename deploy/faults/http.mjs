// One request at a time over one connection that is kept, as a browser or a script has it.
import { Agent, request } from 'node:http'
import { until } from './wait.mjs'

const LONGEST_ANSWER = 10_000

/** Who asks one place over a connection of their own; each next question waits for the answer before. */
export class Visitor {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  /** @param place `{ name, url }` */
  constructor(place, headers = {}) {
    Object.assign(this, { place, headers })
  }

  /** @returns always `{ began, ended }` in ms; with it `{ status, headers, body }`, or `{ broken }`, why there is no whole answer */
  ask(method, path, { headers = {}, body, longest = LONGEST_ANSWER } = {}) {
    const began = performance.now()
    return new Promise(done => {
      const end = outcome => {
        clearTimeout(timer)
        done({ began, ended: performance.now(), ...outcome })
      }
      const sent = request(this.place.url + path, { method, agent: this.#agent, headers: { ...this.headers, ...headers } }, answer => {
        const parts = []
        answer.on('data', part => parts.push(part))
        answer.on('error', error => end({ broken: 'in mid-answer: ' + error.message }))
        answer.on('end', () => answer.complete && end({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }))
      })
      const timer = setTimeout(() => sent.destroy(new Error(`no answer in ${longest / 1000} s`)), longest)
      sent.on('error', error => end({ broken: error.message || error.code }))
      sent.end(body)
    })
  }

  get(path, options) {
    return this.ask('GET', path, options)
  }

  leave() {
    this.#agent.destroy()
  }
}

/** Asks until there is an answer. */
export function whole(visitor, path) {
  return until(`${path} at ${visitor.place.name}`, 60, async () => {
    const answer = await visitor.get(path)
    return answer.status === 200 && answer
  })
}

export const json = answer => JSON.parse(answer.body)

export const basic = (name, password) => 'Basic ' + Buffer.from(`${name}:${password}`).toString('base64')
