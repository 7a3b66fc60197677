// One registry of one size, and what rows need to measure it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Facts } from './facts.mjs'
import { fill } from './fill.mjs'
import { jdk } from './processes.mjs'
import { Recorder } from './recorder.mjs'
import { Service } from './service.mjs'

/** Findings. The tables of larger registries are compressed by the server, and what takes minutes there is done fewer times. */
export const LARGE = 2_000_000

export class Bench {
  #recorder

  /** The registry is filled, unless an earlier run did it. */
  static async of(size, options, folder, database, programs) {
    const own = join(folder, String(size))
    mkdirSync(own, { recursive: true })
    const bench = new Bench(size, options, own, database, programs)
    const began = Date.now()
    if (!await database.use('bench_' + size, { compressed: bench.isLarge })) {
      await fill(bench, size)
      await database.markFilled()
    }
    await database.ask('analyze table finding, finding_category, app, operator, notice, listing, record_text, searched_text, term', { seconds: 1800 })
    bench.size = Number((await database.ask('select count(*) from finding'))[0][0])
    console.log(`${bench.size} findings after ${((Date.now() - began) / 1000).toFixed(0)} s`)
    return bench
  }

  /** Starts the service on it. */
  async open() {
    this.service = await this.start()
    await this.service.openCurator()
    this.facts = await Facts.of(this.database, this.size)
  }

  constructor(size, { application, quick, minutes, javaOptions, top }, folder, database, programs) {
    Object.assign(this, { size, application, quick, minutes, options: javaOptions, top, folder, database, programs, java: jdk('java') })
    this.isLarge = size > LARGE
    this.coldSeconds = quick ? 4 : 60
    this.exports = quick || this.isLarge ? 1 : 3
    this.hot = quick ? { warm: 0, rounds: 1, seconds: 1 } : { warm: 5, rounds: 7, seconds: 4 }
  }

  /** Another instance of the service on the same database. */
  start(settings) {
    const { application, database, folder, options, java } = this
    return Service.start({ application, database, folder, options, java, ...settings })
  }

  async recorder() {
    this.#recorder ??= await Recorder.start(this)
    return this.#recorder
  }

  /** After the records were changed behind the service's back, or with other options of the JVM. */
  async restart(settings) {
    await this.close()
    this.service = await this.start(settings)
  }

  /** So that the next row finds a service that works, whatever the last one met. */
  async recover() {
    await this.database.ask('set global general_log = off')
    await this.restart()
  }

  async close() {
    await this.service?.stop()
    await this.#recorder?.stop()
    this.#recorder = undefined
  }
}
