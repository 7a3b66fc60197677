// Which SQL stands behind a request: asked of the service itself, so that the limit moves with the code.
import { Service } from './service.mjs'

/**
 * A second instance on the same database, which nothing but our requests makes say anything to it. What it was asked it may keep:
 * the instance that is measured has kept nothing of it.
 */
export class Recorder {
  static async start({ application, database, folder, options }) {
    const service = await Service.start({ application, database, folder, options, log: 'recorder.log',
      env: { QUARKUS_DATASOURCE_USERNAME: 'recorder', QUARKUS_SCHEDULER_ENABLED: 'false' } })
    return new Recorder(service, database)
  }

  constructor(service, database) {
    Object.assign(this, { service, database })
  }

  /** The statements of each request, as the server got them, with their values. */
  async record(tasks) {
    await this.ask(tasks[0]) // whatever is found out but once
    await this.database.ask('truncate table mysql.general_log; set global general_log = on')
    try {
      const recorded = []
      for (const task of tasks) {
        await this.database.ask('truncate table mysql.general_log')
        await this.ask(task)
        recorded.push({ ...task, statements: await this.statements() })
      }
      return recorded
    } finally {
      await this.database.ask('set global general_log = off')
    }
  }

  async statements() {
    const rows = await this.database.ask(`select hex(argument) from mysql.general_log
      where user_host like 'recorder%' and command_type in ('Query', 'Execute')`)
    return rows.map(([hex]) => Buffer.from(hex, 'hex').toString())
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
