import { createHash } from 'node:crypto'
import { json } from '../http.mjs'
import { notice, noticeQuery } from '../notice.mjs'

const ROWS = 3_000

export const killedImport = {
  name: 'killed-import',
  what: 'kill -9 of the instance that applies an import',
  holds: 'the other one applies it, whole and once',
  async run({ cluster, until, curator }) {
    const sent = await curator.ask('POST', '/v1/imports?wait=0&' + noticeQuery('killed', '2015-06-01'), {
      headers: { 'content-type': 'text/csv' }, body: notice('killed', ROWS)
    })
    if (sent.status !== 202 && sent.status !== 201) throw new Error(`The import was answered ${sent.status}: ${sent.body}`)
    const { id } = json(sent)
    const look = async () => {
      const answer = await curator.get('/v1/imports/' + id)
      return answer.status === 200 ? json(answer) : {}
    }
    await until('rows are applied', 120, async () => (await look()).progress?.applied > 0, { every: 50 })
    const instance = await cluster.instanceThat('org.offshelf.importing.intake.ImportRun')
    if (!instance) throw new Error('Nobody is at the import: it was too short for this machine.')
    await cluster.killInstance(instance)
    await cluster.startInstance(instance)
    const one = await until('the import has ended', 180, async () => {
      const one = await look()
      return ['applied', 'failed'].includes(one.state) && one
    })
    if (one.state !== 'applied') throw new Error(JSON.stringify(one).slice(0, 600))
    const held = json(await curator.get(`/v1/notices/${one.notice}/findings?limit=0`)).meta.count
    if (held !== ROWS) throw new Error(`${held} findings are held of ${ROWS}.`)
  }
}

export const killedSnapshot = {
  name: 'killed-snapshot',
  what: 'kill -9 of the instance that writes a snapshot',
  holds: 'the other one writes it, and all its files are what its manifest says',
  async run({ cluster, until, curator }) {
    const ask = () => curator.ask('POST', '/v1/snapshots', { headers: { 'content-type': 'application/json' }, body: '{}', longest: 30_000 })
    let instance
    for (let tries = 0; !instance && tries < 10; tries++) {
      const asked = ask()
      await until('somebody writes it, or it is written', 60, async () =>
        (instance = await cluster.instanceThat('org.offshelf.snapshot.SnapshotRun')) || await Promise.race([asked, false]), { every: 0 })
    }
    if (!instance) throw new Error('Nobody was met writing a snapshot.')
    await cluster.killInstance(instance)
    await cluster.startInstance(instance)
    await until('it is written', 120, async () => (await ask()).status < 202)
    const manifest = json(await curator.get('/v1/snapshots/latest'))
    for (const { name, href, sha256 } of manifest.files) {
      const { body } = await curator.get(href)
      const digest = createHash('sha256').update(body).digest('hex')
      if (digest !== sha256) throw new Error(`${name} of ${manifest.revision} is not what its manifest says.`)
    }
  }
}
