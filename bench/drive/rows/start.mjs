import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../statistics.mjs'

export const name = 'start to ready on an existing database'

/** The server runs already. What the documented commands write at a first end, and read at each start, is made before. */
export async function measure(bench) {
  const jdks = [...new Set([bench.java, ...installed()])].map(java => ({ java, version: version(java) }))
  const lines = []
  for (const wanted of [17, 25]) {
    const jdk = jdks.find(one => one.version === wanted)
    const [write, use, name] = wanted < 24 ? ['-XX:ArchiveClassesAtExit=', '-XX:SharedArchiveFile=', 'class data sharing']
      : ['-XX:AOTCacheOutput=', '-XX:AOTCache=', 'the ahead-of-time cache']
    const limit = wanted === 17 ? 2.0 : 1.0
    if (!jdk) {
      lines.push({ work: `JDK ${wanted}`, unit: 's', most: limit, failure: `no JDK ${wanted} is installed` })
      continue
    }
    const cache = join(bench.folder, `java-${wanted}.cache`)
    if (wanted === 17 || !bench.quick) {
      lines.push(await starts(bench, jdk, [], { work: `JDK ${wanted}, plainly`, most: wanted === 17 ? limit : undefined }))
    }
    await (await bench.start({ java: jdk.java, options: [...bench.options, write + cache], log: 'start.log' })).stop()
    lines.push(existsSync(cache) ? await starts(bench, jdk, [use + cache], { work: `JDK ${wanted}, ${name}`, most: limit })
      : { work: `JDK ${wanted}, ${name}`, unit: 's', most: limit, failure: `${write} wrote nothing` })
  }
  return lines
}

async function starts(bench, { java }, options, line) {
  const times = []
  let heap
  for (let i = 0; i < (bench.quick ? 1 : 5); i++) {
    const service = await bench.start({ java, options: [...bench.options, ...options], log: 'start.log' })
    times.push(service.readyAfter)
    heap = await service.heap()
    await service.stop()
  }
  return { ...line, value: median(times), unit: 's', p50: 1000 * median(times), heap,
    note: `${times.length} starts, ${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} s` }
}

function installed() {
  const folder = '/usr/lib/jvm'
  return existsSync(folder) ? readdirSync(folder).sort().map(name => join(folder, name, 'bin/java')).filter(java => existsSync(java)) : []
}

function version(java) {
  const said = spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr ?? ''
  return Number(/version "(\d+)/.exec(said)?.[1])
}
