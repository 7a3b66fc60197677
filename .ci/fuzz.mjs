// Sends requests made from the OpenAPI document, with values that fit, nearly fit or are meant to break things, and expects
// of each an answer that is no 5xx, and a problem where it is a 4xx. The same seed makes the same requests.
import http from 'node:http'

const [base, total = '10000', seed = '20211103'] = process.argv.slice(2)
const CONCURRENCY = 8
const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY })
const url = new URL(base)

let state = Number(seed)
const random = n => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const pick = list => list[random(list.length)]

function send(method, path, headers = {}, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: url.hostname, port: url.port, method, path, headers, agent, insecureHTTPParser: true, timeout: 60000 },
      response => {
        const chunks = []
        if (response.headers['content-type'] === 'text/event-stream') {
          request.destroy() // It has no end.
          resolve({ status: response.statusCode, type: 'text/event-stream', body: '' })
          return
        }
        response.on('data', chunk => chunks.push(chunk))
        response.on('end', () => resolve({
          status: response.statusCode, type: response.headers['content-type'] ?? '', body: Buffer.concat(chunks).toString()
        }))
        response.on('error', reject)
      })
    request.on('timeout', () => request.destroy(new Error('no answer in 60 s')))
    request.on('error', reject)
    request.end(body)
  })
}

const document = JSON.parse((await send('GET', '/q/openapi?format=json')).body)
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).filter(([method]) => ['get', 'post'].includes(method))
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })))

// Already as they stand in a URL, since some are meant not to decode.
const NASTY = [
  '', '%00', '%ED%A0%80', '%ff', '%C0%AF', '%zz', '%', ',', ',,,', '%5C', '%5C%2C', "'", '%22', "'%20or%20'1'='1", ';drop%20table%20finding',
  '%27)%20union%20select%20null--%20', '--', '/*', '*', '..', '..%2F..%2Fetc%2Fpasswd', '%F0%9F%92%A9', '%E5%BE%AE%E4%BF%A1',
  'true', 'null', 'NaN', '-1', '0', '1e9', '99999999999999999999', '1.005', '0x10', '2021-02-30', '2021-13', '9999', '0000',
  '2021-W54', '2021-Q5', '+', '%20', '%0A', '%0D%0AX:%20y', '%E2%80%AE', '%EF%BB%BF', '${jndi:ldap://x}', '{{7*7}}', '%3Cscript%3E',
  'id:desc', 'id:asc:desc', 'published:month,published:year,notice,app', 'yaml', 'csv', 'a'.repeat(300), '%E4%B8%80'.repeat(250),
  'b'.repeat(7000), '1,2,3,4,5,6,7,8,9,10', 'x'.repeat(20).split('').join(',')
]

const encode = value => encodeURIComponent(String(value))

function fitting(parameter) {
  const schema = parameter.schema?.items ?? parameter.schema ?? {}
  if (parameter.example !== undefined) return encode(parameter.example)
  if (schema.enum) return encode(pick(schema.enum))
  if (schema.examples) return encode(pick(schema.examples))
  return { integer: '3', number: '3.5', boolean: 'true' }[schema.type] ?? 'miit'
}

const value = parameter => (random(3) === 0 ? pick(NASTY) : fitting(parameter))

const BODIES = [
  '', '{', 'null', '[]', '{}', '"x"', '1', '{"ids":null}', '{"ids":[]}', '{"ids":[null]}', '{"ids":[1,{}]}', '{"ids":"x"}', '{"idz":["x"]}',
  JSON.stringify({ ids: Array(1001).fill('app-70fy3psh') }), JSON.stringify({ ids: ['', '\u0000', '\ud800', 'icp:', ':', 'ios:x', "' or 1=1"] }),
  JSON.stringify({ ids: ['app-70fy3psh', 'com.tencent.mm', '414478124'] }), '{"queries":null}', '{"queries":{}}', '{"queries":{"a":null}}',
  '{"queries":{"a":{"name":null}}}', '{"queries":{"a":{"name":""}}}', '{"queries":{"a":{"name":"x","kind":"y"}}}',
  JSON.stringify({ queries: { '': { name: '微信', operator: '\u0000' }, b: { name: 'x'.repeat(10000) } } }),
  JSON.stringify({ queries: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, { name: 'QQ' }])) }),
  '['.repeat(3000), '{"ids":' + '['.repeat(2000) + ']'.repeat(2000) + '}', '\ufeff{"ids":["x"]}'
]

function request() {
  const { path, method, operation } = pick(operations)
  const parameters = operation.parameters ?? []
  const target = path.replace(/\{(\w+)\}/g, (_, name) => {
    const parameter = parameters.find(one => one.in === 'path' && one.name === name)
    return (random(4) === 0 ? pick(NASTY).slice(0, 900) : fitting(parameter)) || 'x'
  })
  const query = []
  const known = parameters.filter(one => one.in === 'query')
  for (let i = random(5); i > 0 && known.length > 0; i--) {
    const parameter = pick(known)
    query.push(`${parameter.name}=${value(parameter)}`)
  }
  if (random(12) === 0) query.push(`${pick(['catagory', '%00', '', 'limit', 'q', 'a.b.c', '%ff'])}=${pick(NASTY)}`)
  const headers = random(10) === 0
    ? { Accept: pick(['text/html', 'application/xml', '*/*;q=0', 'text/csv', 'nonsense', 'application/json;q=x']) } : {}
  if (random(20) === 0) headers['If-None-Match'] = pick(['*', '"x"', 'W/"', '"1-2", "3"', ''])
  if (method === 'POST') headers['Content-Type'] = pick(['application/json', 'application/json', 'text/plain', 'application/json;charset=utf-16'])
  return { method, path: target + (query.length ? '?' + query.join('&') : ''), headers, body: method === 'POST' ? pick(BODIES) : undefined }
}

const statuses = {}
let sent = 0
let failed = 0
async function worker() {
  while (sent < Number(total)) {
    sent++
    const one = request()
    let wrong
    try {
      const answer = await send(one.method, one.path, one.headers, one.body)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      if (answer.status >= 500) wrong = `${answer.status} ${answer.body.slice(0, 300)}`
      else if (answer.status >= 400 && !answer.type.startsWith('application/problem+json')) wrong = `${answer.status} as ${answer.type}`
    } catch (error) {
      wrong = String(error)
    }
    if (wrong) {
      failed++
      console.error(`${one.method} ${one.path.slice(0, 300)} ${JSON.stringify(one.headers)} ${(one.body ?? '').slice(0, 80)}\n  ${wrong}`)
    }
  }
}
await Promise.all(Array.from({ length: CONCURRENCY }, worker))
agent.destroy()
console.log(Object.entries(statuses).map(([status, count]) => `${status}: ${count}`).join(', '))
console.log(`${sent - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
