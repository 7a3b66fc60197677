// Which SQL stands behind a request: asked of the service itself, so that the limit moves with the code.
import { sleep } from './processes.mjs'
import { Service } from './service.mjs'

/**
 * A second instance on the same database, which nothing but our requests makes say anything to it. What it was asked it may keep:
 * the instance that is measured has kept nothing of it.
 */
export class Recorder {
  static async start({ application, database, folder, java, options }) {
    const service = await Service.start({ application, database, folder, java, options, log: 'recorder.log',
      env: { QUARKUS_DATASOURCE_USERNAME: 'recorder', QUARKUS_SCHEDULER_ENABLED: 'false' } })
    return new Recorder(service, database)
  }

  constructor(service, database) {
    Object.assign(this, { service, database })
  }

  /** The statements of each request, as the server got them, with their values: those it got from then until the next began. */
  async record(questions) {
    await this.database.ask('truncate table mysql.general_log; set global general_log = on')
    const began = []
    try {
      for (const question of questions) {
        await sleep(2)
        began.push(Date.now()) // in the middle of a pause, for what ends after its answer, and as clocks have it
        await sleep(2)
        await this.ask(question)
      }
    } finally {
      await this.database.ask('set global general_log = off')
    }
    const recorded = questions.map(question => ({ ...question, statements: [] }))
    let at = 0
    for (const [time, hex] of await this.statements()) {
      while (at + 1 < began.length && Number(time) * 1000 >= began[at + 1]) at++
      recorded[at].statements.push(Buffer.from(hex, 'hex').toString())
    }
    return recorded
  }

  statements() {
    return this.database.ask(`select unix_timestamp(event_time), hex(argument) from mysql.general_log
      where user_host like 'recorder%' and command_type in ('Query', 'Execute')`)
  }

  async ask({ method = 'GET', path, body }) {
    const response = await fetch(this.service.url + path, { method, body, headers: body ? { 'content-type': 'application/json' } : {} })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 400)}`)
  }

  stop() {
    return this.service.stop()
  }
}
