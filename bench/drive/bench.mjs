// One registry of one size, and what rows need to measure it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Facts } from './facts.mjs'
import { fill } from './fill.mjs'
import { jdk } from './processes.mjs'
import { Recorder } from './recorder.mjs'
import { Service } from './service.mjs'

/** Findings: the tables of larger registries are compressed by the server, 2 instead of 8 kB a finding on disk. */
const UNCOMPRESSED = 2_000_000

export class Bench {
  #recorder

  static async of(size, options, folder, database, programs) {
    const own = join(folder, String(size))
    mkdirSync(own, { recursive: true })
    const bench = new Bench(options, own, database, programs)
    const began = Date.now()
    if (!await database.use('bench_' + size, { compressed: size > UNCOMPRESSED })) {
      await fill(bench, size)
      await database.markFilled()
    }
    await database.ask('analyze table finding, finding_category, app, operator, notice, listing, record_text, searched_text, term', { seconds: 1800 })
    bench.size = Number((await database.ask('select count(*) from finding'))[0][0])
    console.log(`${bench.size} findings after ${((Date.now() - began) / 1000).toFixed(0)} s`)
    bench.service = await bench.start()
    await bench.service.openCurator()
    bench.facts = await Facts.of(bench.service, database)
    return bench
  }

  constructor({ application, quick, minutes, javaOptions, top }, folder, database, programs) {
    Object.assign(this, { application, quick, minutes, options: javaOptions, top, folder, database, programs, java: jdk('java') })
    this.coldSeconds = quick ? 4 : 60
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

  /** After the records were changed behind the service's back. */
  async restart() {
    await this.close()
    this.service = await this.start()
  }

  /** So that the next row finds a service that works, whatever the last one met. */
  async recover() {
    await this.database.ask('set global general_log = off')
    await this.restart()
  }

  async close() {
    await this.service.stop()
    await this.#recorder?.stop()
    this.#recorder = undefined
  }
}
