// Fills an empty database with a registry of a size: the service makes the tables and loads what it carries, the generator the rest.
import { join } from 'node:path'
import { run } from './processes.mjs'

export async function fill(bench, size) {
  const { database, folder, top } = bench
  await (await bench.start({ log: 'filling.log' })).stop()
  const [[held]] = await database.ask('select count(*) from finding')
  if (size > held) {
    await run(join(top, 'bench/fill'), [database.url, '--findings', String(size - held), '--temp', folder],
      { seconds: 4 * 3600, env: { FILL_USER: 'bench', FILL_PASSWORD: database.password } })
  }
}
