// What has to be Java, compiled once a run.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jdk, run } from './processes.mjs'

const sources = ['Probe.java', 'Bare.java'].map(name => fileURLToPath(new URL(name, import.meta.url)))

/** The class path they run with: the service's own libraries, so that both sides have the same versions. */
export async function compile(folder, application) {
  const lib = join(application, 'lib/main')
  const jars = readdirSync(lib).filter(name => /vertx-core-|io\.netty\.|mariadb-java-client/.test(name)).map(name => join(lib, name))
  const classes = join(folder, 'classes')
  await run(jdk('javac'), ['-d', classes, '-cp', jars.join(':'), ...sources])
  return [classes, ...jars].join(':')
}
