// Puts documents into a running registry, for .ci/checks/90-import:
//   node imports.mjs large <url> <rows> <file> [series]   writes a list of so many rows and imports it, telling how far it is;
//                                                         lists of different series name different apps
//   node imports.mjs layouts <url> <data>        reads each real layout in a dry run and compares its rows with those listed
// The account is OFFSHELF_USER and OFFSHELF_PASSWORD.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [mode, url, ...rest] = process.argv.slice(2)
const account = 'Basic ' + Buffer.from(`${process.env.OFFSHELF_USER}:${process.env.OFFSHELF_PASSWORD}`).toString('base64')

async function ask(path, options = {}) {
  const response = await fetch(url + path, { ...options, headers: { authorization: account, ...options.headers } })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

function fail(message) {
  console.error('FAILED: ' + message)
  process.exit(1)
}

const sleep = ms => new Promise(done => setTimeout(done, ms))

/** Rows as a regulator prints them: half of the developers run several apps, every tenth row names an app once more. */
export function list(rows, series = '') {
  const stores = ['应用宝', '华为应用市场', '小米应用商店', 'OPPO软件商店', 'vivo应用商店']
  const problems = ['违规收集个人信息', '超范围收集个人信息', '违规收集个人信息、APP强制、频繁、过度索取权限', '欺骗误导用户下载APP']
  const lines = ['序号,应用名称,应用开发者,应用来源,应用版本,所涉问题']
  for (let i = 1; i <= rows; i++) {
    const app = i % 10 === 0 ? i - 1 : i
    lines.push(`${i},${series || '清单'}应用${app.toString(36)},${series}第${Math.floor(app / 2)}号（北京）科技有限公司,${stores[i % 5]},1.${i % 100}.0,${problems[i % 4]}`)
  }
  return lines.join('\n') + '\n'
}

async function large(rows, file, series) {
  writeFileSync(file, list(rows, series))
  const body = readFileSync(file)
  const started = Date.now()
  const sent = await ask(`/v1/imports?dryRun=false&wait=0&regulator=ca-jilin&kind=violation-notice&published=2015-06-01`
    + `&title=${encodeURIComponent('吉林省通信管理局关于应用的通报 ' + rows + (series ?? ''))}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body })
  if (sent.status !== 202 && sent.status !== 201) fail(`${sent.status} ${JSON.stringify(sent.body)}`)
  console.log(`${sent.body.id} of ${rows} rows, ${statSync(file).size} bytes`)
  const seen = new Set()
  let one = sent.body
  let slowest = 0
  while (['queued', 'reading', 'applying'].includes(one.state)) {
    await sleep(1000)
    const asked = Date.now()
    await fetch(url + '/v1/findings?limit=5') // as readers do: checking a password takes longer than the answer
    slowest = Math.max(slowest, Date.now() - asked)
    one = (await ask('/v1/imports/' + sent.body.id)).body
    const { resolved, applied, total } = one.progress
    if (!seen.has(`${resolved} ${applied}`)) console.log(`  ${one.state} ${resolved} resolved, ${applied} applied of ${total}`)
    seen.add(`${resolved} ${applied}`)
  }
  const seconds = (Date.now() - started) / 1000
  console.log(`${one.state} after ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows a second; meanwhile others waited ${slowest} ms at most`)
  if (one.state !== 'applied') fail(JSON.stringify(one.problem))
  if (seen.size < 3) fail('no progress was told')
  const held = (await ask(`/v1/notices/${one.notice}/findings?limit=0`)).body.meta.count
  if (held !== rows) fail(`${held} findings are held of ${rows}`)
  console.log(`${held} findings in revision ${one.revision}`)
}

/** Separated values with quotes, as objects by their headings. */
function separated(text) {
  const rows = [[]]
  for (let i = 0, cell = ''; i <= text.length; i++) {
    const c = text[i]
    if (c === '"') {
      for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) cell += text[i] === '"' ? text[i++] : text[i]
    } else if (c === ',' || c === '\n' || c === undefined) {
      rows.at(-1).push(cell.replace(/\r$/, ''))
      cell = ''
      if (c === '\n') rows.push([])
    } else cell += c
  }
  const [names, ...lines] = rows.filter(row => row.length > 1)
  return lines.map(line => Object.fromEntries(names.map((name, i) => [name, line[i] ?? ''])))
}

async function allRows(id) {
  const all = []
  for (let next = `/v1/imports/${id}/rows?limit=1000`; next;) {
    const { body } = await ask(next)
    all.push(...body.results.filter(row => row.outcome !== 'rejected' && row.difference !== 'removed'))
    next = body.links.next
  }
  return all
}

async function layouts(data) {
  const findings = new Map()
  for (const row of separated(readFileSync(join(data, 'findings.csv'), 'utf8'))) {
    findings.set(row.notice, [...findings.get(row.notice) ?? [], row])
  }
  const fields = { app: ['app_name', 'app'], developer: ['developer', 'developer'], store: ['store', 'store'],
    version: ['version', 'version'], phrases: ['problems', 'problem'] }
  const counts = Object.fromEntries(Object.keys(fields).map(field => [field, { listed: 0, read: 0, both: 0 }]))
  for (const file of readdirSync(join(data, 'layouts')).sort()) {
    const text = readFileSync(join(data, 'layouts', file), 'utf8').replace(/^(\[(source|note)\].*\n)*/, '')
    const plain = text.replaceAll('\\', '').normalize('NFKC')
    const share = rows => rows.filter(row => plain.includes(row.app_name.normalize('NFKC'))).length / rows.length
    const [notice, listed] = [...findings].sort((a, b) => share(b[1]) - share(a[1]) || b[1].length - a[1].length)[0]
    const sent = await ask('/v1/imports?wait=30', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: text })
    if (sent.status !== 200) fail(`${file}: ${sent.status} ${JSON.stringify(sent.body)}`)
    const rows = await allRows(sent.body.id)
    console.log(`${file}: ${rows.length} rows, ${listed.length} listed of ${notice}`)
    for (const [field, [there, here]] of Object.entries(fields)) {
      const open = new Map()
      const values = (app, value) => (value ?? '').split('\n').filter(one => one).map(one => `${app} = ${one}`)
      for (const row of listed) for (const value of values(row.app_name, row[there])) {
        open.set(value, (open.get(value) ?? 0) + 1)
        counts[field].listed++
      }
      for (const { printed } of rows) for (const value of values(printed.app, printed[here])) {
        counts[field].read++
        if (open.get(value) > 0) {
          counts[field].both++
          open.set(value, open.get(value) - 1)
        }
      }
    }
  }
  let isGood = true
  console.log('field         listed    recall precision')
  for (const [field, { listed, read, both }] of Object.entries(counts)) {
    const recall = both / listed
    const precision = both / read
    isGood &&= recall >= 0.99 && precision >= 0.99
    console.log(`${field.padEnd(10)} ${String(listed).padStart(9)} ${recall.toFixed(4).padStart(9)} ${precision.toFixed(4).padStart(9)}`)
  }
  if (!isGood) fail('At least 0.99 each is required.')
}

if (mode === 'large') await large(Number(rest[0]), rest[1], rest[2])
else if (mode === 'list') writeFileSync(rest[1], list(Number(rest[0])))
else if (mode === 'layouts' && existsSync(rest[0])) await layouts(rest[0])
else fail(`what is ${mode}?`)
