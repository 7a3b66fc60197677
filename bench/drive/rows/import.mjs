import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { run, sleep } from '../processes.mjs'

export const name = 'import of 100,000 rows against `LOAD DATA`'

const SHORT = 10

/** As README.md says for as many rows. */
const heapFor = bench => bench.isLarge ? '-Xmx4g' : '-Xmx512m'

/**
 * `LOAD DATA` gets the rows the import left, in all its tables, in the order of their keys, and puts them into empty tables with the
 * same indexes.
 */
export async function measure(bench) {
  await bench.restart({ options: [...bench.options, heapFor(bench)] })
  const { service, database, folder } = bench
  const rows = bench.quick ? 2_000 : 100_000
  const short = await imported(service, await list(bench, SHORT), SHORT)
  const file = await list(bench, rows)
  const before = await state(database)
  const { result: { job, seconds }, heap } = await service.heapDuring(() => imported(service, file, rows))
  const left = await leftBy(database, before, job.id)
  const loaded = await load(database, folder, left)
  const all = left.reduce((sum, { count }) => sum + count, 0)
  return [{ work: `${rows} rows`, value: loaded / seconds, least: 0.1, p50: seconds * 1000, limit: { p50: loaded * 1000 }, heap,
    note: `${Math.round(rows / seconds)} rows a second, with ${heapFor(bench)}; they left ${all} rows in ${left.length} tables` },
  { work: `${SHORT} rows`, value: short.seconds, unit: 's', note: 'before that' }]
}

async function list({ folder, top }, rows) {
  const file = join(folder, `list-${rows}.csv`)
  await run('node', [join(top, '.ci/imports.mjs'), 'list', '', String(rows), file])
  return readFileSync(file)
}

async function imported(service, document, rows) {
  const began = Date.now()
  const sent = await service.send('POST', `/v1/imports?dryRun=false&wait=0&regulator=ca-jilin&kind=violation-notice&published=2015-06-01&title=${
    encodeURIComponent('吉林省通信管理局关于应用的通报 ' + rows)}`, document, { headers: { 'content-type': 'text/csv' } })
  if (![201, 202].includes(sent.status)) throw new Error(`The import was answered with ${sent.status}: ${JSON.stringify(sent.body).slice(0, 400)}`)
  let job = sent.body
  for (const deadline = Date.now() + 3_600_000; ['queued', 'reading', 'applying'].includes(job.state); await sleep(100)) {
    if (Date.now() > deadline) throw new Error('The import did not end in an hour.')
    job = (await service.send('GET', '/v1/imports/' + sent.body.id)).body
  }
  const seconds = (Date.now() - began) / 1000
  if (job.state !== 'applied') throw new Error(`The import is ${job.state}: ${JSON.stringify(job.problem)}`)
  return { job, seconds }
}

/** What tells afterwards which rows are new; of texts, which bear no revision, which there were. */
async function state(database) {
  const [[revision, instant]] = await database.ask('select revision, sysdate(6) from revision_counter')
  await database.ask('create or replace table bench_text (id bigint primary key) select id from searched_text', { seconds: 3600 })
  return { revision, instant }
}

async function leftBy(database, { revision, instant }, job) {
  const tables = await database.ask(`select t.table_name, coalesce(group_concat(c.column_name), '') from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = database() and t.table_name not like 'bench%' group by 1 order by 1`)
  const newRows = (table, columns) => {
    if (columns.includes('row_start')) return `row_start > '${instant}'`
    if (table === 'import_job') return `id = '${job}'`
    if (columns.includes('import_id')) return `import_id = '${job}'`
    if (columns.includes('revision')) return `revision > ${revision}`
    if (table === 'searched_text') return 'id not in (select id from bench_text)'
    if (table === 'term') return 'text_id in (select id from searched_text where id not in (select id from bench_text))'
    return columns.includes('at') ? `at > '${instant}'` : 'false'
  }
  const left = []
  for (const [table, columns] of tables) {
    const where = newRows(table, columns.split(','))
    const count = Number((await database.ask(`select count(*) from ${table} where ${where}`, { seconds: 3600 }))[0][0])
    if (count > 0) left.push({ table, where, count })
  }
  return left
}

/** Seconds, as the server's clock has them. */
async function load(database, folder, left) {
  const copies = database.name + '_load'
  await database.ask(`create database ${copies} character set utf8mb4 collate utf8mb4_nopad_bin`)
  try {
    for (const { table, where } of left) {
      await database.ask(`create table ${copies}.${table} like ${table};
        select * from ${table} where ${where} into outfile '${join(folder, table + '.tsv')}' character set utf8mb4`, { seconds: 3600 })
    }
    const [[, seconds]] = await database.ask(['select sysdate(6) into @began',
      ...left.map(({ table }) => `load data infile '${join(folder, table + '.tsv')}' into table ${copies}.${table} character set utf8mb4`),
      "select 'seconds', timestampdiff(microsecond, @began, sysdate(6)) / 1e6"].join(';\n'), { seconds: 3600 })
    return Number(seconds)
  } finally {
    await database.ask(`drop database ${copies}; drop table bench_text`)
  }
}
