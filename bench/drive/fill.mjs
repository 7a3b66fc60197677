// Fills an empty database with a registry of a size.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './processes.mjs'

/** By lists that are imported, 20,000 rows each. */
export async function fill(bench, size) {
  const service = await bench.start({ log: 'filling.log', options: ['-Xmx1g'] })
  try {
    await service.openCurator()
    for (let at = 0, series = 1; at < size; at += 20_000, series++) {
      await run('node', [join(bench.top, '.ci/imports.mjs'), 'large', service.url, String(Math.min(20_000, size - at)),
        join(bench.folder, 'list.csv'), '列' + series.toString(36)], { seconds: 1800, env: { OFFSHELF_USER: 'curator', OFFSHELF_PASSWORD: 'only-for-this-run-and-long' } })
    }
  } finally {
    await service.stop()
  }
}
