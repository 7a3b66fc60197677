// Measures each row of the table at each size, and writes down what was seen: see ../README.md.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Bench } from './bench.mjs'
import { compile } from './programs.mjs'
import { Database } from './database.mjs'
import { machine } from './machine.mjs'
import { read } from './options.mjs'
import { killAll } from './processes.mjs'
import * as report from './report.mjs'
import { all, changing, inOrderOfWork } from './rows.mjs'

process.exitCode = await main()

async function main() {
  let options
  try {
    options = read(process.argv.slice(2))
    check(options)
  } catch (e) {
    console.error(e.message)
    return 2
  }
  const folder = join(options.work, 'run-' + process.pid)
  mkdirSync(folder, { recursive: true })
  const end = () => {
    killAll()
    if (!options.keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  for (const cause of ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException']) process.once(cause, what => {
    console.error(what?.stack ?? cause)
    end()
    process.exit(1)
  })
  try {
    return await measure(options, folder)
  } catch (e) {
    console.error(e.stack)
    return 1
  } finally {
    end()
  }
}

function check({ application, only }) {
  if (!existsSync(join(application, 'quarkus-run.jar'))) throw new Error(`There is no ${application}: build it with ./mvnw package -DskipTests.`)
  const unknown = (only ?? []).filter(name => !all.has(name))
  if (unknown.length > 0) throw new Error(`--rows ${unknown}: there are ${[...all.keys()]}`)
}

/** A row that fails does not keep the others from being measured; the run then fails in the end. */
async function measure(options, folder) {
  const database = await Database.start(folder, options)
  const on = await machine(options, database)
  const programs = await compile(folder, options.application)
  const held = report.read(options)
  const results = []
  for (const size of options.sizes) {
    const bench = await Bench.of(size, options, folder, database, programs)
    if (options.isFillOnly) continue
    await bench.open()
    for (const [key, row] of inOrderOfWork(options.only)) {
      const began = Date.now()
      const result = { key, name: row.name, position: [...all.keys()].indexOf(key), size: bench.size }
      if (changing.includes(key)) await database.markChanged()
      try {
        result.lines = await row.measure(bench)
      } catch (e) {
        result.failure = e.message
        console.error(e.stack)
        await bench.recover().catch(again => console.error(again.stack)) // the next row says so itself
      }
      result.seconds = (Date.now() - began) / 1000
      results.push(result)
      console.log(`${bench.size} ${key}: ${result.failure ?? 'measured'}, ${result.seconds.toFixed(0)} s`)
      for (const { work, failure, value, unit = 'x', note = '' } of result.lines ?? []) {
        console.log(`  ${work}: ${failure ?? `${value.toPrecision(3)} ${unit}`} ${note && `(${note})`}`)
      }
      report.write(options, on, results, held) // what is measured is not lost with what comes after it
    }
    await bench.close()
    if (!options.keep && !options.registries) await database.drop() // tens of gigabytes, at ten million
  }
  await database.stop()
  return results.some(result => result.failure) ? 1 : 0
}
