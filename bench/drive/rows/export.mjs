import { run } from '../processes.mjs'
import { median } from '../statistics.mjs'

export const name = 'export of everything against the client dump'

/** What each column of the CSV is in the database; those not named here are columns of the table by the same name. */
const COLUMNS = {
  notice: 'f.notice_id', app: 'f.app_id', operator: 'f.operator_id', store: 'f.store_id',
  regulator: '(select group_concat(n.regulator_id) from notice_regulator n where n.notice_id = f.notice_id)',
  category: '(select group_concat(c.category_id) from finding_category c where c.finding_id = f.id)',
  status: "case when f.status = 'named' and f.deadline < current_date then 'overdue' else f.status end",
  events: `(select json_arrayagg(json_object('kind', e.kind, 'date', e.happened, 'notice', e.notice_id, 'source', e.source_id,
    'note', e.note)) from finding_event e where e.finding_id = f.id)`,
  sources: `(select json_arrayagg(json_object('id', c.source_id, 'locator', c.locator)) from finding_citation c
    where c.finding_id = f.id)`
}
const snake = name => name.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase())

export async function measure(bench) {
  const { service, database } = bench
  const one = await (await fetch(service.url + '/v1/findings?format=csv&limit=1')).text()
  const header = one.split(/\r?\n/)[0].split(',')
  const dump = `select ${header.map(name => COLUMNS[name] ?? 'f.' + snake(name)).join(', ')} from finding f where f.standing = 'current'`
  const lines = []
  for (const format of ['csv', 'ndjson']) {
    const rounds = []
    const { heap } = await service.heapDuring(async () => {
      for (let i = 0; i < bench.exports; i++) rounds.push({ dump: await seconds(bench.database, dump), ...await download(service, format) })
    })
    const of = what => median(rounds.map(round => round[what]))
    lines.push({ work: format, value: median(rounds.map(round => round.dump / round.time)), least: 0.6,
      p50: of('time') * 1000, limit: { p50: of('dump') * 1000 }, bytes: of('bytes'), heap,
      note: `${Math.round(bench.size / of('time'))} rows a second of ${Math.round(bench.size / of('dump'))}` })
    lines.push({ work: format + ', used heap', value: heap / 2 ** 20, unit: 'MB', most: 256, heap, note: `the most that was seen, twice a second, with ${bench.options.find(one => one.startsWith('-Xmx')) ?? 'the usual -Xmx'}` })
  }
  return lines
}

/** Of the client, which writes to nowhere. */
async function seconds(database, dump) {
  const began = process.hrtime.bigint()
  await run('bash', ['-c', 'exec mariadb "$@" >/dev/null', 'dump', ...database.clientArguments(), '--quick', '--batch',
    database.name, '--execute', dump], { seconds: 3600, env: { MYSQL_PWD: database.password } })
  return Number(process.hrtime.bigint() - began) / 1e9
}

async function download(service, format) {
  const said = await run('curl', ['--silent', '--show-error', '--output', '/dev/null',
    '--write-out', '%{http_code} %{time_total} %{size_download} %{exitcode}', `${service.url}/v1/findings?format=${format}`], { seconds: 3600 })
  const [status, time, bytes, code] = said.split(' ').map(Number)
  if (status !== 200 || code !== 0) throw new Error(`The export as ${format} ended with ${status}, ${code}.`)
  return { time, bytes }
}
