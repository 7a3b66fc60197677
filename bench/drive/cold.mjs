// Requests that nobody asked before, against their own SQL through plain JDBC.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './processes.mjs'
import { percentile } from './statistics.mjs'

const properties = fileURLToPath(new URL('../../src/main/resources/application.properties', import.meta.url))
const sessionBegins = /^quarkus\.datasource\.jdbc\.additional-jdbc-properties\.initSql=(.*)$/m.exec(readFileSync(properties, 'utf8'))[1]
/** Of each kind. */
const FEWEST = 6

/**
 * The questions (kind, method, path, body) are all different, and as many are asked as there is time for; the first third warms both
 * sides up and is not counted.
 * @returns of each kind milliseconds, bytes, and what the SQL did
 */
export async function cold(bench, questions) {
  if (new Set(questions.map(one => one.path + (one.body ?? ''))).size < questions.length) throw new Error('A question is asked twice.')
  const recorder = await bench.recorder()
  const part = FEWEST * new Set(questions.map(one => one.kind)).size
  const asked = []
  // Each is asked four times in all: of the recorder, of the service, and its SQL is run twice
  for (const end = Date.now() + bench.coldSeconds * 1000 / 4; asked.length === 0 || Date.now() < end && asked.length < questions.length;) {
    asked.push(...await recorder.record(questions.slice(asked.length, asked.length + part)))
  }
  if (asked.some(one => one.statements.length === 0)) throw new Error('A cold answer was given without any SQL.')
  write(bench, asked)
  const hot = await bench.service.hotAnswers()
  const answers = await probeAll(bench, asked)
  if (await bench.service.hotAnswers() > hot) throw new Error('An answer that was kept was taken for a cold one.')
  const counted = asked.map((one, i) => ({ kind: one.kind, ...answers[i] })).slice(Math.floor(asked.length / 3))
  const kinds = [...new Set(counted.map(one => one.kind))]
  return Object.fromEntries(kinds.map(kind => [kind, summary(counted.filter(one => one.kind === kind))]))
}

/** The last question of each kind, for whoever kept the data and wants to EXPLAIN. */
function write({ folder }, asked) {
  const sql = join(folder, 'sql')
  mkdirSync(sql, { recursive: true })
  for (const { kind, path, statements } of asked) {
    const name = `${path.split('?')[0].slice(1)} ${kind}`.replace(/[^a-z0-9]+/gi, '-')
    writeFileSync(join(sql, name + '.sql'), `-- ${path}\n${statements.join(';\n\n')};\n`)
  }
}

async function probeAll({ database, service, folder, java, programs }, questions) {
  const base64 = text => Buffer.from(text ?? '').toString('base64')
  const file = join(folder, 'questions.tsv')
  writeFileSync(file, questions.map(({ method = 'GET', path, body, statements }) =>
    [method, path, base64(body), ...statements.map(base64)].join('\t') + '\n').join(''))
  const said = await run(java, ['-cp', programs, 'Probe', service.url,
    `${database.url}?user=bench&password=${database.password}`, sessionBegins, file], { seconds: 2 * 3600 })
  const answers = said.trim().split('\n').map(line => {
    const [nanos, status, bytes, sqlNanos, statements, rows, touched] = line.split('\t').map(Number)
    return { time: nanos / 1e6, status, bytes, sql: sqlNanos / 1e6, statements, rows, touched }
  })
  const refused = answers.filter(({ status }) => status !== 200).length
  if (refused > 0) throw new Error(`${refused} of ${answers.length} requests were refused.`)
  return answers
}

function summary(answers) {
  const at = (what, share) => percentile(answers.map(one => one[what]), share)
  return { samples: answers.length, p50: at('time', 0.5), p99: at('time', 0.99), bytes: at('bytes', 0.5), sql: {
    p50: at('sql', 0.5), p99: at('sql', 0.99), statements: at('statements', 0.5), rows: at('rows', 0.5), touched: at('touched', 0.5)
  } }
}
