import { isRunning } from '../../../bench/drive/processes.mjs'
import { sleep } from '../wait.mjs'

const DATABASE = 'migrated', KILLS = 5

const definitions = database => `
  select table_name, column_name, column_type, is_nullable, column_default, generation_expression
    from information_schema.columns where table_schema = '${database}' union all
  select table_name, index_name, column_name, seq_in_index, non_unique, null
    from information_schema.statistics where table_schema = '${database}' union all
  select table_name, constraint_name, constraint_type, null, null, null
    from information_schema.table_constraints where constraint_schema = '${database}'
  order by 1, 2, 3, 4`

/** What the history says is done; nothing, as long as there is none. */
const applied = cluster => cluster.sql(1, `select count(*) from ${DATABASE}.flyway_schema_history`).then(([[count]]) => Number(count), () => 0)

export const killedMigration = {
  name: 'killed-migration',
  what: `kill -9 of an instance up to ${KILLS} times while it makes the schema, first of nothing and then of what it had made`,
  holds: 'the next start goes on, and the schema is that of the other instances, to the last index',
  async run({ cluster, until, say }) {
    await emptyDatabase(cluster)
    let isWhole = false
    for (let kill = 0; kill < KILLS && !isWhole; kill++) {
      const before = await applied(cluster)
      const { child, place } = await cluster.startBeside(DATABASE)
      await until('it migrates', 120, async () =>
        !isRunning(child) || await applied(cluster) > before || (isWhole = await cluster.isReady(place)), { every: 20 })
      if (!isRunning(child)) throw new Error(`It ended by itself: ${child.log}`)
      await sleep(Math.random() * 150)
      child.kill('SIGKILL')
      await child.over
      say(`killed when ${await applied(cluster)} migrations were applied`)
    }
    const { child, place } = await cluster.startBeside(DATABASE)
    await until('it is ready', 120, async () => !isRunning(child) || await cluster.isReady(place))
    if (!isRunning(child)) throw new Error(`It does not start: ${child.log}`)
    child.kill('SIGKILL')
    await child.over
    await requireSameSchema(cluster)
  }
}

export const startedTogether = {
  name: 'started-together',
  what: 'two instances start at the same moment on an empty database',
  holds: 'one makes the schema and the other waits for it; both are ready, and the schema is that of the other instances',
  async run({ cluster, until, say }) {
    await emptyDatabase(cluster)
    const both = await Promise.all(['one', 'other'].map(name => cluster.startBeside(DATABASE, `${DATABASE}-${name}`)))
    await until('both are ready', 180, async () =>
      both.some(({ child }) => !isRunning(child)) || (await Promise.all(both.map(({ place }) => cluster.isReady(place)))).every(Boolean))
    const ended = both.find(({ child }) => !isRunning(child))
    if (ended) throw new Error(`It ended by itself: ${ended.child.log}`)
    say(`both are ready after ${await applied(cluster)} migrations`)
    for (const { child } of both) {
      child.kill('SIGKILL')
      await child.over
    }
    await requireSameSchema(cluster)
  }
}

async function emptyDatabase(cluster) {
  await cluster.sql(1, `drop database if exists ${DATABASE}; create database ${DATABASE} character set utf8mb4 collate utf8mb4_nopad_bin;
    grant all on ${DATABASE}.* to ${cluster.owner.user}`)
}

/** Takes the database away again. */
async function requireSameSchema(cluster) {
  const [ours, theirs] = await Promise.all([DATABASE, 'offshelf'].map(database => cluster.sql(1, definitions(database))))
  const differs = ours.findIndex((row, i) => String(row) !== String(theirs[i]))
  if (differs >= 0 || ours.length !== theirs.length) throw new Error(`The schema differs: ${ours[differs]} and ${theirs[differs]}`)
  await cluster.sql(1, `drop database ${DATABASE}`)
}
