// Fills an empty database with a registry of a size: the service makes the tables and loads what it carries, the generator the rest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './processes.mjs'

/** Of the server, meanwhile: a page is written when it is full, not whenever the log is. */
const SETTINGS = { innodb_log_file_size: 4 * 2 ** 30, innodb_io_capacity: 10_000, innodb_io_capacity_max: 20_000 }
const HOURS = 4

export async function fill(bench, size) {
  const { database } = bench
  await (await bench.start({ log: 'filling.log' })).stop()
  const [[held]] = await database.ask('select count(*) from finding')
  if (size > held) await database.withSettings(SETTINGS, () => generate(bench, size - held))
}

/** `fill.log` in the folder of this size says how far it is. */
async function generate({ database, folder, top }, findings) {
  const child = start(join(top, 'bench/fill'), [database.url, '--findings', String(findings), '--temp', folder],
    { log: join(folder, 'fill.log'), env: { FILL_USER: 'bench', FILL_PASSWORD: database.password, FILL_JAVA_OPTIONS: '-Xmx2g' } })
  let isLate = false
  const late = setTimeout(() => { isLate = child.kill('SIGKILL') }, HOURS * 3_600_000)
  const end = await child.over
  clearTimeout(late)
  if (isLate) throw new Error(`The registry was not filled in ${HOURS} hours.`)
  if (end !== 0) throw new Error(`The registry was not filled (${end}): ${readFileSync(child.log, 'utf8').slice(-800)}`)
}
