// Shows the API to a scanner that knows pages: each GET of the OpenAPI document as a link and a form of its parameters, each
// body of a write as a form of its example's values. What comes from such a form goes on as JSON, as the given account.
// Parameters and bodies of the same name are the same code: without `all` they are shown where they come first.
// Ended by SIGTERM, it says what was answered and fails where that was a 5xx.
import http from 'node:http'

const [base, account, all] = process.argv.slice(2)
const service = new URL(base)
const agent = new http.Agent({ keepAlive: true })
const authorization = 'Basic ' + Buffer.from(account).toString('base64')
// A stream has no end; and the account is to stay the one it is
const LEFT_OUT = new Set(['/v1/changes/stream', '/v1/imports/{id}/events', '/v1/account/password', '/v1/imports'])

const forward = (method, path, headers, body) => new Promise((resolve, reject) => {
  const request = http.request({ host: service.hostname, port: service.port, method, path, agent, headers }, answer => {
    const chunks = []
    answer.on('data', chunk => chunks.push(chunk))
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }))
    answer.on('error', reject)
  })
  request.on('error', reject)
  request.end(body)
})

const document = JSON.parse((await forward('GET', '/q/openapi?format=json', {})).body)
const escape = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
const example = it => it.example ?? it.schema?.examples?.[0] ?? it.schema?.enum?.[0] ?? it.schema?.items?.enum?.[0] ??
  it.schema?.default ?? (it.schema?.type === 'integer' ? 3 : it.schema?.type === 'boolean' ? true : 'x')

/** The values in a body, by their places: /source/title */
const leaves = (value, place = '') => value !== null && typeof value === 'object'
  ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${place}/${key}`)) : [[place, value]]
const withLeaf = (value, [key, ...rest], text) => {
  if (key === undefined) return String(value) === text ? value : text
  const copy = Array.isArray(value) ? [...value] : { ...value }
  if (key in copy) copy[key] = withLeaf(copy[key], rest, text)
  return copy
}

const bodies = new Map() // path of the form -> what it stands for
const shown = new Set()
const isNew = what => all === 'all' || !shown.has(what) && shown.add(what)
const input = (name, value) => `<input name="${escape(name)}" value="${escape(value)}">`

const parts = Object.entries(document.paths).filter(([path]) => !LEFT_OUT.has(path)).flatMap(([path, item]) =>
  Object.entries(item).filter(([method]) => ['get', 'post', 'patch'].includes(method)).map(([method, operation]) => {
    const parameters = operation.parameters ?? []
    const target = path.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(example(parameters.find(one => one.in === 'path' && one.name === name) ?? {})))
    if (method === 'get') {
      const asked = parameters.filter(one => one.in === 'query' && isNew(one.name))
      return `<a href="${escape(target)}">${escape(target)}</a>` + asked.map(one =>
        `<form action="${escape(target)}">${input(one.name, example(one))}<input type="submit"></form>`).join('')
    }
    const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
    const body = content?.example ?? Object.values(content?.examples ?? {})[0]?.value
    if (body === undefined || !isNew(content.schema.$ref)) return ''
    const form = `/as-json/${method}${target}`
    bodies.set(form, { method: method.toUpperCase(), target, type, body })
    return `<form method="post" action="${escape(form)}">` + leaves(body).map(([place, value]) => input(place, value)).join('') +
      '<input type="submit"></form>'
  }))
const page = `<!doctype html><title>Everything</title>${parts.join('\n')}`

const statuses = {}
const failures = []
function requestOf(incoming, body) {
  const write = bodies.get(incoming.url.split('?')[0])
  if (!write) return { method: incoming.method, path: incoming.url, headers: { accept: incoming.headers.accept ?? '*/*' }, body }
  const fields = new URLSearchParams(body.toString())
  const sent = [...fields].reduce((made, [place, text]) => withLeaf(made, place.split('/').slice(1), text), write.body)
  return {
    method: write.method, path: write.target, headers: { 'content-type': write.type, 'if-match': '*' }, body: JSON.stringify(sent)
  }
}
const server = http.createServer({ maxHeaderSize: 65536 }, async (incoming, outgoing) => {
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  if (incoming.url === '/') {
    outgoing.setHeader('content-type', 'text/html').end(page)
    return
  }
  const { method, path, headers, body } = requestOf(incoming, Buffer.concat(chunks))
  try {
    const answer = await forward(method, path, { ...headers, authorization, 'accept-encoding': 'identity' }, body)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    if (answer.status >= 500) failures.push(`${answer.status} ${method} ${path} ${body}\n  ${answer.body.subarray(0, 300)}`)
    delete answer.headers['transfer-encoding']
    outgoing.writeHead(answer.status, answer.headers).end(answer.body)
  } catch (error) {
    failures.push(`${error} ${method} ${path} ${body}`)
    outgoing.destroy()
  }
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
process.on('SIGTERM', () => {
  console.log(Object.entries(statuses).map(([status, count]) => `${count} x ${status}`).join(', '))
  failures.slice(0, 20).forEach(failure => console.log(failure))
  process.exit(failures.length > 0 ? 1 : 0)
})
